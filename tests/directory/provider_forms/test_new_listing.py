import pytest

from directory.models import FormerAddress, Listing
from directory.provider_forms.new_listing import free_slug
from tests.factories.directory import make_draft

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "city", "slug"),
    [
        ("Quiet Rooms", "Denver", "quiet-rooms-denver"),
        ("安静", "安", "listing"),
        ("Mine", "", "mine-2"),
        ("x" * 160, "y", "x" * 100),
    ],
)
def test_an_address_is_made_of_name_and_city(name, city, slug):
    assert free_slug(Listing(name=name, city=city)) == slug


def test_it_is_nobodys_and_never_was():
    listing = make_draft(slug="quiet-rooms-denver")
    FormerAddress.objects.create(listing=listing, slug="quiet-rooms-denver-2")
    assert free_slug(Listing(name="Quiet Rooms", city="Denver")) == "quiet-rooms-denver-3"
