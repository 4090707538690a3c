import pytest

from directory.models import Check, FormerAddress, Listing, Membership
from directory.models.copying import copy_listing
from tests.factories.directory import days_ago, make_hours, make_listing, make_manager, state_that

pytestmark = pytest.mark.django_db
SECOND = {
    "street": "9 Other Road",
    "unit": "",
    "city": "Boulder",
    "state": "CO",
    "zip5": "80301",
    "phone": "+13035550199",
}


@pytest.fixture
def first():
    listing = make_listing(
        name="Quiet Harbor",
        routes=("iv_infusion", "intranasal_esketamine"),
        npi="1234567893",
        parking="Behind the house.",
        consult_fee_usd=200,
        fees_as_of=days_ago(30),
        email="office@quiet.example",
    )
    make_hours(listing, 0, "09:00", "17:00")
    state_that(listing, "access", "step_free")
    return listing


def copy(listing, user=None, **fields):
    user = user or make_manager(listing)
    copied = copy_listing(listing, by=user, **SECOND | fields)
    return Listing.objects.get(pk=copied.pk)


def test_it_is_a_draft_at_the_second_address(first):
    new = copy(first)
    assert (new.status, new.street, new.city, new.zip5) == ("draft", "9 Other Road", "Boulder", "80301")
    assert new.phone == "+13035550199"
    assert new.provenance == "provider_applied"


def test_it_says_what_is_true_of_the_practice(first):
    new = copy(first)
    assert (new.name, new.email, new.consult_fee_usd) == (first.name, first.email, 200)
    assert set(new.offerings.values_list("route", flat=True)) == {"iv_infusion", "intranasal_esketamine"}
    assert list(new.statements.values_list("term__slug", flat=True)) == ["trd"]
    assert new.hours.count() == new.positions.count() == 1


def test_it_takes_over_nothing_that_was_checked_agreed_or_said_of_the_first_alone(first):
    Check.record(first, "price", method="phone_call", result="confirmed", by=None)
    new = copy(first)
    assert (new.consent_at, new.consent_by, new.terms_version, new.confirmed_on) == (None, "", "", None)
    assert (new.npi, new.parking, new.address_is_treatment_site) == ("", "", "not_stated")
    assert new.offerings.get(route="intranasal_esketamine").rems_certified == "not_stated"
    assert not Check.objects.filter(listing=new).exists()
    assert not new.statements.filter(term__facet="access").exists()
    assert new.publication_problems()


def test_the_first_stays_as_it_was(first):
    copy(first)
    stored = Listing.objects.get(pk=first.pk)
    assert (stored.status, stored.street, stored.offerings.count()) == ("published", first.street, 2)
    assert stored.offerings.get(route="intranasal_esketamine").rems_certified == "yes"


def test_only_who_copies_keeps_it(first):
    other, user = make_manager(first), make_manager(first)
    new = copy(first, user)
    assert list(Membership.objects.filter(listing=new).values_list("user", flat=True)) == [user.pk]
    assert not Listing.objects.editable_by(other).filter(pk=new.pk).exists()


def test_the_same_address_twice_is_one_draft(first):
    user = make_manager(first)
    assert copy(first, user) == copy(first, user)
    assert copy(first, user, zip5="80302") != copy(first, user)


def test_its_address_on_this_site_was_nobodys(first):
    FormerAddress.objects.create(slug="quiet-harbor-boulder", listing=first)
    user = make_manager(first)
    assert copy(first, user).slug == "quiet-harbor-boulder-2"
    assert copy(first, user, street="10 Other Road").slug == "quiet-harbor-boulder-3"
