"""The fields by themselves; what a whole address asks is in test_filters.py."""

import pytest
from django.core.exceptions import ValidationError

from directory.forms import PlaceField
from tests.factories.directory import make_place

pytestmark = pytest.mark.django_db


PLACE = PlaceField(required=False)


def refused(text):
    with pytest.raises(ValidationError) as refusal:
        PLACE.clean(text)
    (error,) = refusal.value.error_list
    return error


def test_nothing_is_no_place():
    assert PlaceField(required=False).clean("") is None


def test_a_place_is_found():
    make_place(name="Denver", slug="denver", state="CO")
    found = PlaceField(required=False).clean(" denver ")
    assert found
    assert found.label == "Denver, CO"


def test_namesakes_are_handed_on_as_choices():
    for state in ("IL", "MA"):
        make_place(name="Springfield", slug="springfield", state=state)
    error = refused("Springfield")
    assert error.code == "ambiguous"
    assert error.messages == ["Which “Springfield” do you mean?"]
    assert {choice.value for choice in error.params["choices"]} == {"Springfield, IL", "Springfield, MA"}


def test_what_may_have_been_meant_is_handed_on_too():
    make_place(name="Denver", slug="denver", state="CO")
    error = refused("Denvr")
    assert error.code == "unknown"
    assert [choice.value for choice in error.params["choices"]] == ["Denver, CO"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (",", "We do not know a place called “,”. Please type a city, a state or a ZIP code."),
        ("99999", "We do not know the ZIP code 99999."),
        ("51.50,-0.12", "51.50,-0.12 is outside the United States, where all our listings are."),
    ],
)
def test_each_reason_has_its_sentence(text, sentence):
    assert refused(text).messages == [sentence]
