import pytest
from django.contrib.admin.models import LogEntry

from directory.models import Actor, Change, Listing
from psychly.models import User
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db


def test_a_decision_is_in_the_history_with_its_actor(staff):
    listing = make_listing()
    listing.suspend(by=staff, reason="The phone rings elsewhere.")
    change = listing.changes.get()
    assert change.fields == {"status": ["published", "suspended"]}
    assert (change.actor, change.by) == (Actor.STAFF, staff)


def test_a_confirmation_is_the_providers_word_whoever_records_it(staff):
    listing = make_listing(confirmed_on=days_ago(40))
    listing.confirm(by=staff)
    change = listing.changes.get()
    assert change.fields == {"confirmed_on": [days_ago(40).isoformat(), days_ago(0).isoformat()]}
    assert change.actor == Actor.PROVIDER


def test_nobody_has_to_be_signed_in_to_confirm():
    listing = make_listing(confirmed_on=days_ago(40))
    listing.confirm(by=None)
    assert Listing.objects.get().confirmed_on == days_ago(0)
    assert Change.objects.get().by is None
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize(
    ("fields", "actor"), [({"is_staff": True}, "staff"), ({"is_staff": False}, "provider"), (None, "system")]
)
def test_an_account_tells_who_it_was(fields, actor):
    assert Actor.of(fields and User(**fields)) == actor
