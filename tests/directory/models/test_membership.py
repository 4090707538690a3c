import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from directory.models import Listing, Membership
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
