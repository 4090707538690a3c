import pytest

from directory.models import Listing, Position
from directory.profile.latest import as_said
from directory.profile.page import Profile
from tests.factories.directory import make_clinician, make_hours, make_listing, make_offering, make_term, state_that

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    listing = make_listing(headline="Calm rooms.", min_age=18)
    make_hours(listing, 0, "09:00", "12:00")
    return listing


def shown(listing, **words):
    return as_said(listing, listing.latest_words() | {path.replace("__", "."): value for path, value in words.items()})


def test_with_its_own_words_it_is_as_it_was(listing):
    state_that(listing, "language", "es", detail="staff")
    stored = Listing.objects.with_page_facts().get(pk=listing.pk)
    said = Profile(as_said(listing, listing.latest_words()))
    assert said.sections == Profile(stored).sections
    assert (said.week, said.people) == (Profile(stored).week, Profile(stored).people)


def test_other_words_are_shown_and_not_saved(listing):
    said = shown(listing, headline="Quiet rooms.", fees_as_of="2026-01-05", consult_fee_usd=0)
    assert (said.headline, said.fees_as_of.isoformat(), said.consult_fee_usd) == ("Quiet rooms.", "2026-01-05", 0)
    assert Listing.objects.get(pk=listing.pk).headline == listing.headline == "Calm rooms."


def test_rows_come_and_go(listing):
    make_term("monitoring", "ecg")
    make_offering(listing, "im_injection")
    words = listing.latest_words() | {
        "offerings.sc_injection": True,
        "offerings.sc_injection.visit_minutes": 60,
        "statements.monitoring.ecg": "yes",
        "hours.1.10:00-11:00": "By appointment",
    }
    gone = ("offerings.im_injection", "statements.condition", "hours.0")
    said = as_said(listing, {path: value for path, value in words.items() if not path.startswith(gone)})
    assert [(row.route, row.visit_minutes) for row in said.offerings.all()] == [
        ("iv_infusion", None),
        ("sc_injection", 60),
    ]
    assert [(row.term.slug, row.answer) for row in said.statements.all()] == [("ecg", "yes")]
    assert [(row.weekday, row.note) for row in said.hours.all()] == [(1, "By appointment")]


def test_people_say_what_they_do_now_and_who_left_is_missing(listing):
    other = Position.objects.create(listing=listing, clinician=make_clinician(), title="Nurse")
    pk = listing.positions.first().clinician_id
    words = listing.latest_words() | {f"positions.{pk}.title": "Director"}
    said = as_said(
        listing,
        {path: value for path, value in words.items() if not path.startswith(f"positions.{other.clinician_id}")},
    )
    assert [row.title for row in said.positions.all()] == ["Director"]
