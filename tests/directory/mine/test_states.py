import pytest
from django.utils import timezone

from directory.mine.states import has_a_page, state_of
from directory.models import Listing
from tests.factories.directory import days_ago, make_draft, make_listing

pytestmark = pytest.mark.django_db


def state(**fields):
    make_listing(**fields)
    return state_of(Listing.objects.with_visibility().get())


def test_a_public_one_says_so():
    assert (state().title, state_of(Listing.objects.with_visibility().get()).is_public) == ("Public", True)


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"status": "draft"}, "Draft"),
        ({"status": "pending_review"}, "With our staff"),
        ({"status": "suspended"}, "Taken off by our staff"),
        ({"status": "withdrawn_by_provider"}, "Withdrawn"),
        ({"status": "temporarily_closed"}, "Closed for now"),
        ({"status": "closed", "closed_on": timezone.localdate()}, "Closed"),
        ({"confirmed_on": days_ago(130)}, "Hidden: not confirmed for a long time"),
        ({"prescriber": False}, "Hidden: no license in force on record"),
    ],
)
def test_every_other_one_says_why_visitors_do_not_find_it(fields, title):
    found = state(**fields)
    assert (found.title, found.is_public) == (title, False)
    assert found.sentence


def test_only_what_was_consented_to_has_a_page():
    assert has_a_page(make_listing())
    assert not has_a_page(make_draft())


@pytest.mark.parametrize("status", Listing.Status)
def test_what_is_at_hand_has_a_page_where_the_database_finds_one(status):
    listing = make_listing(status=status, closed_on=days_ago(1))
    assert has_a_page(listing) == Listing.objects.with_a_page().exists()
