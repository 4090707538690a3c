import pytest

from directory.closing_form import ClosingForm
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db
EMAIL = "me@quiet.example"


def form(listings=(), **data):
    return ClosingForm(data, email=EMAIL, listings=list(listings))


def test_the_own_address_in_any_case_signs_it():
    assert form(email=" ME@quiet.example ").is_valid()


@pytest.mark.parametrize("typed", ["", "you@quiet.example", "me"])
def test_anything_else_does_not(typed):
    assert "email" in form(email=typed).errors


def test_each_listing_has_to_be_decided():
    first, second = make_listing(), make_listing()
    names = [f"listing_{listing.pk}" for listing in (first, second)]
    assert set(form([first, second], email=EMAIL).errors) == set(names)
    assert names[0] in form([first], email=EMAIL, **{names[0]: "burn"}).errors
    decided = form([first, second], email=EMAIL, **{names[0]: "keep", names[1]: "withdraw"})
    assert decided.is_valid()
    assert decided.withdrawn == [second]
    assert [listing for listing, _field in decided.choices] == [first, second]


def test_a_listing_that_was_not_asked_about_is_not_withdrawn():
    other = make_listing()
    sent = form([], email=EMAIL, **{f"listing_{other.pk}": "withdraw"})
    assert sent.is_valid()
    assert sent.withdrawn == []
