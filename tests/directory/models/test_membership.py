import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from directory.models import Letter, Listing, Membership
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


def editable_by(user):
    return list(Listing.objects.editable_by(user))


def test_a_manager_writes_at_the_own_listings_in_every_state():
    own = [make_listing(), make_draft()]
    make_listing()
    assert set(editable_by(make_manager(*own))) == set(own)


@pytest.mark.parametrize("rights", [{}, {"is_staff": True}, {"is_staff": True, "is_superuser": True}])
def test_who_manages_none_writes_nowhere_here(rights):
    make_manager(make_listing())
    assert editable_by(make_manager(**rights)) == []


def test_who_is_not_signed_in_writes_nowhere():
    make_manager(make_listing())
    assert editable_by(AnonymousUser()) == []


def test_two_managers_make_one_listing_no_two():
    listing = make_listing()
    first, second = make_manager(listing), make_manager(listing)
    assert editable_by(first) == editable_by(second) == [listing]


def test_nobody_manages_a_listing_twice():
    listing = make_listing()
    user = make_manager(listing)
    with pytest.raises(IntegrityError, match=r"one_membership_per_person_and_listing|UNIQUE"):
        Membership.objects.create(listing=listing, user=user)


def row_of(listing, user):
    return Membership.objects.get(listing=listing, user=user)


class TestRemoving:
    @pytest.fixture
    def two(self):
        listing = make_listing()
        return listing, make_manager(listing, email="a@example.com"), make_manager(listing, email="b@example.com")

    def test_whoever_is_removed_is_a_stranger_at_once_and_all_are_told(self, two):
        listing, one, other = two
        third = make_manager(listing, email="c@example.com")
        row_of(listing, other).remove(by=one)
        assert editable_by(other) == []
        assert "a@example.com removed you" in Letter.objects.get(to="b@example.com").text
        assert "removed b@example.com" in Letter.objects.get(to=third.email).text
        assert not Letter.objects.filter(to=one.email).exists()

    def test_the_last_one_is_not_removed(self):
        listing = make_listing()
        one = make_manager(listing)
        with pytest.raises(ValidationError, match="only manager"):
            row_of(listing, one).remove(by=one)
        assert editable_by(one) == [listing]

    def test_two_who_remove_each_other_leave_one(self, two):
        listing, one, other = two
        first, second = row_of(listing, other), row_of(listing, one)
        first.remove(by=one)
        with pytest.raises(ValidationError, match="not a manager of this listing any more"):
            second.remove(by=other)
        assert editable_by(one) == [listing]

    def test_nobody_is_removed_twice(self, two):
        listing, one, other = two
        make_manager(listing)
        again = row_of(listing, other)
        row_of(listing, other).remove(by=one)
        with pytest.raises(ValidationError, match="not a manager here any more"):
            again.remove(by=one)

    def test_one_of_several_leaves_and_the_others_are_told(self, two):
        listing, one, other = two
        row_of(listing, one).leave()
        assert editable_by(one) == []
        assert "does not keep this listing any more" in Letter.objects.get(to=other.email).text

    def test_the_last_one_leaves_only_by_giving_it_up(self):
        listing = make_listing()
        one = make_manager(listing)
        with pytest.raises(ValidationError, match="give it up"):
            row_of(listing, one).leave()
        row_of(listing, one).leave(gives_up=True)
        assert editable_by(one) == []

    def test_staff_remove_with_a_reason_that_the_person_reads(self, two):
        listing, one, _other = two
        staff = make_manager(is_staff=True)
        with pytest.raises(ValidationError, match="Write down why"):
            row_of(listing, one).remove_by_staff(by=staff, reason=" ")
        row_of(listing, one).remove_by_staff(by=staff, reason="The practice asked for it.")
        text = Letter.objects.get(to=one.email).text
        assert "Our staff removed you" in text
        assert "The practice asked for it." in text
        assert staff.email not in text
        assert LogEntry.objects.filter(user=staff, change_message__contains="The practice asked").exists()

    def test_each_step_is_in_the_history_without_a_name(self, two):
        listing, one, other = two
        row_of(listing, other).remove(by=one)
        change = listing.changes.get()
        assert change.fields == {"managers": [2, 1]}
        assert change.actor == "provider"


def test_who_begins_twice_is_there_once():
    listing, user = make_listing(), make_manager()
    assert Membership.begin(listing, user, by=user) == Membership.begin(listing, user, by=user)
    assert listing.changes.count() == 1
