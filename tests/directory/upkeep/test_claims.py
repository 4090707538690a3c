import pytest

from directory.models import Claim, Membership
from directory.upkeep.claims import expire_claims, settle_claims
from tests.directory.models.claiming import make_claim, make_claimable, make_staff, move, prove
from tests.factories.directory import make_manager

pytestmark = pytest.mark.django_db


def by_site():
    return prove(make_claim(way="own_site", address="anna@quiet.example"))


def test_seven_silent_days_grant_a_claim_once():
    claim = by_site()
    assert settle_claims() == 0
    move(claim, told_at=8.5)
    assert settle_claims() == 1
    assert settle_claims() == 0
    assert Membership.objects.get().user == claim.user


def test_a_transfer_waits_for_its_two_members_of_staff():
    listing = make_claimable()
    make_manager(listing)
    claim = move(prove(make_claim(listing)), told_at=30)
    assert settle_claims() == 0
    claim.approve(by=make_staff(), grounds="x")
    assert settle_claims() == 0


def test_an_objection_grants_nothing():
    by_site().object()
    assert settle_claims() == 0
    assert not Membership.objects.exists()


def test_what_nobody_proves_ends_after_a_month():
    move(make_claim(), opened_at=30.1)
    move(make_claim(way="call"), opened_at=30.1)
    assert expire_claims() == 1
    assert expire_claims() == 0
    assert set(Claim.objects.values_list("way", "status")) == {("listed_email", "expired"), ("call", "open")}
