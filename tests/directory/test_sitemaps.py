import pytest

from directory.sitemaps import LandingSitemap, ListingSitemap
from tests.factories.directory import days_ago, make_draft, make_listing, make_place

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


def test_it_names_states_and_cities_with_the_day_of_their_newest_confirmation(client):
    make_place(name="Denver")
    for days in (4, 9, 30):
        make_listing(confirmed_on=days_ago(days))
    sitemap = LandingSitemap()
    assert [(sitemap.location(item), sitemap.lastmod(item)) for item in sitemap.items()] == [
        ("/directory/in/co/", days_ago(4)),
        ("/directory/in/co/denver/", days_ago(4)),
    ]
    assert b"/directory/in/co/denver/</loc>" in client.get("/sitemap.xml").content
