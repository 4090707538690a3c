import pytest

from directory.sitemaps import ListingSitemap
from tests.factories.directory import days_ago, make_draft, make_listing

pytestmark = pytest.mark.django_db


def test_it_names_what_the_public_sees_and_when_it_changed():
    listing = make_listing()
    assert [(item.slug, ListingSitemap().lastmod(item)) for item in ListingSitemap().items()] == [
        (listing.slug, listing.updated_at)
    ]


def test_it_leaves_out_drafts_stale_listings_and_demonstrations():
    make_draft()
    make_listing(confirmed_on=days_ago(121))
    make_listing(prescriber=False)
    make_listing(is_demonstration=True)
    assert not ListingSitemap().items().exists()
