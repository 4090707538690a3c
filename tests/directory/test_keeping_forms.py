import pytest

from directory.keeping_forms import ClaimForm, InviteForm, LeaveForm, SecondAddressForm
from tests.directory.models.claiming import make_claimable
from tests.factories.directory import make_draft, make_place

pytestmark = pytest.mark.django_db


def test_an_address_is_asked_for_only_where_it_can_prove_something():
    assert "address" in ClaimForm(make_claimable()).fields
    assert "address" not in ClaimForm(make_claimable(website="https://quiet.wixsite.com/")).fields


def test_an_address_is_needed_only_for_the_own_site():
    form = ClaimForm(make_claimable(), {"way": "own_site", "note": "x"})
    assert form.errors == {"address": ["Please name the address."]}
    assert ClaimForm(make_claimable(), {"way": "call", "note": "x"}).is_valid()


def test_a_way_that_is_not_open_cannot_be_chosen():
    assert "way" in ClaimForm(make_claimable(email=""), {"way": "listed_email", "note": "x"}).errors


@pytest.mark.parametrize("note", ["", "   ", "x" * 501, "a\0b"])
def test_whoever_claims_says_who_they_are_in_few_words(note):
    assert "note" in ClaimForm(make_claimable(), {"way": "other", "note": note}).errors


def test_only_the_last_one_has_to_give_it_up():
    assert LeaveForm({}, is_last=False).is_valid()
    assert not LeaveForm({}, is_last=True).is_valid()
    assert LeaveForm({"gives_up": "on"}, is_last=True).is_valid()


def test_an_invitation_needs_an_address():
    assert InviteForm({"email": "anna@example.com"}).is_valid()
    assert not InviteForm({"email": "anna"}).is_valid()


def test_the_zip_code_of_a_second_address_lies_in_its_state():
    make_place("zip", name="Boulder", zip5="80301", state="CO", slug="80301")
    data = {"street": "9 Other Road", "city": "Boulder", "state": "NV", "zip5": "80301", "phone": "(303) 555-0199"}
    assert "zip5" in SecondAddressForm(make_draft(), data).errors
    assert SecondAddressForm(make_draft(), data | {"state": "CO"}).is_valid()
