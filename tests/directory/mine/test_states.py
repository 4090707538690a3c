import pytest
from django.utils import timezone

from directory.mine.states import state_of
from directory.models import Listing
from tests.factories.directory import days_ago, make_listing

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
