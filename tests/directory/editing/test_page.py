import pytest

from directory import vocabulary
from directory.editing.page import EditPage, next_step, warnings_of
from directory.provider_forms.said import Said
from directory.provider_forms.step_form import StepForm
from directory.provider_forms.steps import STEP, STEPS
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


def page(listing, step="words"):
    said = Said(listing, listing.latest_words(), vocabulary.current())
    return EditPage(listing, STEP[step], StepForm(STEP[step], said))


def control(page, name):
    return next(each for block in page.blocks for each in [*block.controls, *block.more] if each.field.name == name)


def test_steps_lead_from_the_first_to_the_last():
    assert page(make_draft(), STEPS[0].slug).before is None
    assert next_step(STEPS[0]) == STEPS[1]
    assert next_step(STEPS[-1]) is None
    assert (page(make_draft(), "place").number, page(make_draft()).of) == (2, len(STEPS))


def test_a_draft_has_nothing_public_beside_it():
    listing = make_draft(headline="Calm rooms.")
    listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    assert control(page(listing), "headline").public == ""


def test_nor_has_what_was_withdrawn():
    listing = make_listing(headline="Calm rooms.")
    listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    listing.withdraw(by=None)
    assert control(page(listing), "headline").public == ""


def test_what_waits_stands_beside_what_is_public():
    listing = make_listing(headline="Calm rooms.")
    listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    assert control(page(listing), "headline").public == "Calm rooms."
    assert control(page(listing), "description").public == ""


def test_only_what_does_not_wait_says_so():
    listing = make_listing()
    assert control(page(listing, "new-patients"), "accepting").is_live
    assert control(page(listing, "away"), "reopens_on").is_live
    assert not control(page(listing, "away"), "closure_note").is_live
    assert not control(page(make_draft(), "new-patients"), "accepting").is_live


def test_steps_that_are_needed_are_marked_for_a_draft_alone():
    needed = {way.step.slug for way in page(make_draft(phone="")).ways if way.is_needed}
    assert {"contact", "for-whom", "room"} <= needed
    assert not any(way.is_needed for way in page(make_listing()).ways)


@pytest.mark.parametrize(
    ("name", "value", "allowed", "found"),
    [
        ("headline", "A miracle.", set(), 1),
        ("person7__does", "Works miracles.", set(), 1),
        ("day0__note", "Guaranteed.", set(), 1),
        ("headline", "A miracle.", {"miracle"}, 0),
        ("website", "https://example.com/miracle", set(), 0),
        ("phase", ["miracle"], set(), 0),
    ],
)
def test_words_that_visitors_read_are_held_to_what_may_be_said(name, value, allowed, found):
    assert len(warnings_of(name, value, allowed=allowed)) == found
