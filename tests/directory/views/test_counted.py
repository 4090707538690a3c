"""What counts as seen and as listed: what is sent to a reader, from a cache or not, and nothing else."""

import pytest
from django.http import HttpResponse
from django.test import Client

from directory.sightings.keeping import counting
from directory.views.counted import counts_page
from tests.factories.directory import make_listing
from tests.sample import load_places, load_terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    return make_listing(slug="quiet-harbor")


def counted():
    return {name: number for (_week, name), number in counting.take().items()}


def get(path, **headers):
    return Client().get(path, headers=headers)


class TestPages:
    def test_each_reader_counts_and_so_does_one_who_has_the_page_already(self, listing):
        etag = get(listing.get_absolute_url()).headers["ETag"]
        assert get(listing.get_absolute_url(), if_none_match=etag).status_code == 304
        assert counted() == {"quiet-harbor": 2}

    def test_no_question_about_the_page_counts_nor_one_that_is_fetched_in_advance(self, listing):
        Client().head(listing.get_absolute_url())
        get(listing.get_absolute_url(), sec_purpose="prefetch")
        get(listing.get_absolute_url(), sec_purpose="prefetch;prerender")
        get(listing.get_absolute_url(), purpose="prefetch")
        assert counted() == {}

    def test_nothing_counts_that_is_not_there_and_no_other_page_of_it(self, listing):
        assert get("/directory/nobody/").status_code == 404
        for part in ("history", "questions", "report"):
            get(f"{listing.get_absolute_url()}{part}/")
        assert counted() == {}

    def test_counting_asks_the_database_nothing(self, listing, rf, django_assert_num_queries):
        view = counts_page(lambda request, slug: HttpResponse(status=304))
        with django_assert_num_queries(0):
            view(rf.get("/"), slug=listing.slug)
        assert counted() == {"quiet-harbor": 1}

    def test_no_cookie_and_no_word_of_the_visitor_is_kept(self, listing):
        response = get(listing.get_absolute_url(), user_agent="Somebody", referer="https://example.com/")
        assert not response.cookies
        assert {type(name) for (_week, name) in counting.take()} == {str}


class TestResults:
    @pytest.fixture(autouse=True)
    def places(self):
        load_terms()
        load_places()

    def test_each_on_the_page_counts(self, listing):
        other = make_listing(slug="other")
        assert get("/directory/?place=Denver%2C+CO").status_code == 200
        assert counted() == {listing.pk: 1, other.pk: 1}

    def test_a_browser_that_shows_its_own_copy_was_sent_none(self, listing):
        etag = get("/directory/").headers["ETag"]
        assert get("/directory/", if_none_match=etag).status_code == 304
        assert counted() == {listing.pk: 1}

    def test_what_finds_nobody_or_cannot_be_read_counts_for_nobody(self, listing):
        get("/directory/?place=Ely%2C+NV")
        get("/directory/?place=Nowhereville")
        Client().head("/directory/")
        assert counted() == {}
