import pytest
from django.core.exceptions import ValidationError

from directory.models import FormerAddress, Listing
from tests.factories.directory import make_draft, make_listing

pytestmark = pytest.mark.django_db


def renamed(listing, slug):
    old, listing.slug = listing.slug, slug
    listing.save()
    FormerAddress.keep(old, listing)


def test_an_old_address_leads_to_the_new_one(client):
    listing = make_listing(slug="old-name")
    renamed(listing, "new-name")
    response = client.get("/directory/old-name/")
    assert (response.status_code, response.url) == (301, "/directory/new-name/")


def test_there_and_back_again_leaves_no_circle(client):
    listing = make_listing(slug="old-name")
    renamed(listing, "new-name")
    renamed(listing, "old-name")
    assert client.get("/directory/old-name/").status_code == 200
    assert client.get("/directory/new-name/").status_code == 301


def test_nobody_else_may_take_an_address_that_leads_elsewhere():
    renamed(make_listing(slug="old-name"), "new-name")
    with pytest.raises(ValidationError, match="Another listing had this address"):
        make_draft(slug="old-name").clean()


def test_the_old_address_of_a_hidden_listing_says_nothing(client):
    listing = make_listing(slug="old-name")
    renamed(listing, "new-name")
    Listing.objects.update(status="suspended")
    assert client.get("/directory/old-name/", follow=True).status_code == 404
