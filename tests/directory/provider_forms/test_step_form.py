import json

import pytest
from django.core.exceptions import ValidationError

from directory.provider_forms.one import One
from directory.provider_forms.step import Step
from directory.provider_forms.step_form import StepForm, control_of
from directory.provider_forms.steps import STEP

STEP_OF_WORDS = Step("words", "Words", "", [One("headline", "Headline"), One("parking", "Parking")])
OLD = {"headline": "Old.", "parking": "Old."}


def opened(said, words=OLD):
    return StepForm(STEP_OF_WORDS, said(words)).opened


def sent(said, words, **typed):
    return StepForm(STEP_OF_WORDS, said(words), {"opened": opened(said), **OLD, **typed})


def test_only_what_was_touched_moves(said):
    form = sent(said, OLD, headline="Mine.")
    assert form.is_valid()
    assert form.moved == {"headline": "Mine."}


def test_what_somebody_else_wrote_stays_where_nobody_touched_it(said):
    form = sent(said, OLD | {"parking": "Theirs."}, headline="Mine.")
    assert form.is_valid()
    assert form.moved == {"headline": "Mine."}


def test_where_both_wrote_neither_is_lost(said):
    form = sent(said, OLD | {"headline": "Theirs."}, headline="Mine.")
    assert not form.is_valid()
    assert "Theirs." in form.errors["headline"][0]
    assert form["headline"].value() == "Mine."
    again = StepForm(
        STEP_OF_WORDS, said(OLD | {"headline": "Theirs."}), {"opened": form.opened, **OLD, "headline": "Mine."}
    )
    assert again.is_valid()
    assert again.moved == {"headline": "Mine."}


def test_both_having_written_the_same_is_no_conflict(said):
    form = sent(said, OLD | {"headline": "Same."}, headline="Same.")
    assert form.is_valid()
    assert form.moved == {}


def test_a_mistake_elsewhere_does_not_forget_what_was_in_view(said):
    form = sent(said, OLD, headline="x" * 161)
    assert not form.is_valid()
    assert json.loads(form.opened) == json.loads(opened(said))


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"headline": 7}', "null"])
def test_what_cannot_be_read_counts_as_opened_just_now(broken, said):
    form = StepForm(STEP_OF_WORDS, said(OLD), {"opened": broken, **OLD, "headline": "Mine."})
    assert form.is_valid()
    assert form.moved == {"headline": "Mine."}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("phone", "phone"),
        ("offerings.iv_infusion.visit_minutes", "iv_infusion__visit_minutes"),
        ("positions.7.title", "person7__title"),
        ("people.new.2.npi", "new2__npi"),
        ("licenses.7.CO.T.9", "license7__number"),
        ("statements.condition.trd", "condition"),
    ],
)
def test_every_path_has_its_control(path, name):
    assert control_of(path) == name


def test_a_refusal_stands_at_its_control_or_above_all(said):
    form = StepForm(STEP["for-whom"], said(), {"min_age": "20", "max_age": "18"})
    assert form.is_valid()
    form.refuse(ValidationError({"max_age": "Too low.", "slug": "Elsewhere."}))
    form.refuse(ValidationError("The youngest age must not be above the oldest."))
    told = {name: list(errors) for name, errors in form.errors.items()}
    assert told == {
        "max_age": ["Too low."],
        "__all__": ["Elsewhere."],
        "min_age": ["The youngest age must not be above the oldest."],
    }
