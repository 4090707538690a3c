import pytest
from django.core.exceptions import ValidationError

from directory.models import Change, Letter, Listing
from psychly.models import User
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return User.objects.create_superuser("desk@example.com", "x")


@pytest.fixture
def listing():
    return make_listing(email="old@example.com", headline="Calm rooms.")


@pytest.fixture
def manager(listing):
    return make_manager(listing)


def stored(listing):
    return Listing.objects.get(pk=listing.pk)


def test_what_a_provider_writes_waits_and_readers_see_none_of_it(listing, manager):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert (change.status, change.actor, change.by) == ("waiting", "provider", manager)
    assert change.fields == {"headline": ["Calm rooms.", "Quiet rooms."]}
    assert stored(listing).headline == "Calm rooms."
    assert listing.latest_words()["headline"] == "Quiet rooms."


def test_staff_make_it_public(listing, manager, staff):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert change.approve(by=staff) == change
    assert stored(listing).headline == "Quiet rooms."
    assert (change.status, change.by, change.decided_by) == ("applied", manager, staff)
    with pytest.raises(ValidationError, match="decided already"):
        change.approve(by=staff)


def test_whether_they_accept_is_public_at_once(listing, manager):
    assert listing.propose({"accepting": "waitlist"}, by=manager) is None
    assert stored(listing).accepting == "waitlist"
    change = Change.objects.get()
    assert (change.status, change.actor, change.fields) == ("applied", "provider", {"accepting": ["newpt", "waitlist"]})
    assert not Letter.objects.exists()


def test_later_words_join_the_one_that_waits(listing, manager):
    first = listing.propose({"headline": "Quiet rooms.", "parking": "In the yard"}, by=manager)
    second = listing.propose({"headline": "Light rooms."}, by=manager)
    assert first == second
    assert second.fields == {"headline": ["Calm rooms.", "Light rooms."], "parking": ["", "In the yard"]}


def test_what_is_put_back_drops_out_and_nothing_is_left_waiting(listing, manager):
    listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert listing.propose({"headline": "Calm rooms."}, by=manager) is None
    assert not Change.objects.exists()


def test_a_draft_that_nobody_has_seen_is_written_at_once():
    draft = make_draft()
    user = make_manager(draft)
    assert draft.propose({"headline": "Quiet rooms.", "phone": "303 555 0188"}, by=user) is None
    assert (draft.headline, str(draft.phone)) == ("Quiet rooms.", "(303) 555-0188")
    assert not Change.objects.public().exists()
