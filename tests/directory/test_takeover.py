from datetime import timedelta

import pytest
from django.utils import timezone

from directory.models import Change
from directory.takeover import contact_changes, signs
from tests.directory.models.claiming import OFFICE, make_claim, make_claimable, make_staff, website_moved
from tests.factories.directory import make_manager

pytestmark = pytest.mark.django_db


def old_account(**fields):
    return make_manager(joined_at=timezone.now() - timedelta(days=400), **fields)


def signs_of(**fields):
    return " ".join(signs(make_claim(**{"user": old_account(), "way": "other"} | fields)))


def test_a_plain_claim_has_none():
    assert signs_of() == ""


def test_contact_details_that_moved_lately_are_shown_with_their_values():
    listing = make_claimable()
    Change.record(listing, {"email": ["a@example.com", OFFICE], "parking": ["", "Behind."]}, by=None)
    website_moved(listing, days_ago=91)
    found = contact_changes(listing)
    assert [(each.label, each.old, each.new, each.who) for each in found] == [
        ("E-mail", "a@example.com", OFFICE, "the site itself")
    ]
    assert "changed within 90 days" in signs_of(listing=listing)


def test_a_new_account():
    assert "less than a week" in signs_of(user=make_manager())


def test_others_who_claim_the_same():
    listing = make_claimable()
    make_claim(listing)
    assert "1 other person claimed" in signs_of(listing=listing)


def test_one_who_claims_many():
    user = old_account()
    make_claim(user=user)
    make_claim(user=user)
    assert "claims 2 other listings" in signs_of(user=user)


def test_one_who_was_refused():
    user = old_account()
    make_claim(user=user).refuse(by=make_staff(), reason="x")
    assert "was refused" in signs_of(user=user)


def test_wrong_codes():
    claim = make_claim(user=old_account())
    claim.tries = 3
    assert "Wrong codes were typed: 3." in signs(claim)


@pytest.mark.parametrize(
    ("email", "is_sign"),
    [("a@qu1et.example", True), ("a@quiet.example", False), ("a@quiett.example", True), ("a@gmail.com", False)],
)
def test_an_address_that_looks_like_the_site(email, is_sign):
    assert ("looks like" in signs_of(user=old_account(email=email))) == is_sign


def test_a_site_on_a_shared_host():
    assert "strangers share" in signs_of(listing=make_claimable(website="https://quiet.wixsite.com/"))


def test_a_manager_who_was_here_lately():
    listing = make_claimable()
    make_manager(listing, last_login=timezone.now())
    assert "has signed in within 90 days" in signs_of(listing=listing)
