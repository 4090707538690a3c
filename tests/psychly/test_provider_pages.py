"""Rules that hold for every page of who is signed in."""

from itertools import pairwise

import pytest
from django.shortcuts import resolve_url
from django.test import Client

from tests.factories.directory import make_draft, make_listing, make_manager
from tests.pages import PageKind
from tests.provider_pages import PROVIDER_FILES, PROVIDER_PAGES, path_of, paths
from tests.psychly.test_every_page import POINTING, Page
from tests.sample import load_terms

pytestmark = pytest.mark.django_db
NAMES = [*PROVIDER_PAGES, *PROVIDER_FILES]
OF_A_LISTING = [name for name, more in (PROVIDER_PAGES | PROVIDER_FILES).items() if more is not None]
NOT_FOUND, NOT_ALLOWED, FOUND = 404, 405, 302


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def listing():
    load_terms()
    return make_listing(email="office@quiet.example")


@pytest.fixture
def manager(listing):
    return signed_in(make_manager(listing, make_draft()))


@pytest.mark.parametrize("name", NAMES)
def test_who_is_not_signed_in_is_asked_to(client, listing, settings, name):
    for answer in (client.get(path_of(name, listing.slug)), client.post(path_of(name, listing.slug))):
        assert answer.status_code == FOUND
        assert answer.url.startswith(resolve_url(settings.LOGIN_URL))


@pytest.mark.parametrize("name", OF_A_LISTING)
@pytest.mark.parametrize("rights", [{}, {"is_staff": True}, {"is_staff": True, "is_superuser": True}])
def test_a_stranger_gets_404_and_so_does_staff(listing, name, rights):
    stranger = signed_in(make_manager(make_listing(), **rights))
    for method in (stranger.get, stranger.head, stranger.post):
        assert method(path_of(name, listing.slug)).status_code in {NOT_FOUND, NOT_ALLOWED}
    assert stranger.get(path_of(name, listing.slug)).status_code == NOT_FOUND


@pytest.mark.parametrize("name", OF_A_LISTING)
def test_a_listing_that_is_not_there_is_not_told_from_one_of_others(manager, name):
    assert manager.get(path_of(name, "nobody-at-all")).status_code == NOT_FOUND


@pytest.mark.parametrize("name", NAMES)
def test_nobody_keeps_a_copy(manager, listing, name):
    for client in (manager, Client()):
        assert "no-store" in client.get(path_of(name, listing.slug)).headers["Cache-Control"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(manager, listing, name, method):
    assert manager.generic(method, path_of(name, listing.slug)).status_code == NOT_ALLOWED


def test_each_page_is_sound_html_that_is_listed_nowhere(manager, listing):
    for name in PROVIDER_PAGES:
        page = Page(PageKind(name, path_of(name, listing.slug)), manager.get(path_of(name, listing.slug)))
        assert page.response.status_code == 200, name
        assert page.errors == [], name
        assert sorted(set(page.ids)) == sorted(page.ids), name
        robots = [meta.get("content") for meta in page.all("meta") if meta.get("name") == "robots"]
        assert robots == ["noindex, nofollow"], name
        levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1, name
        assert not [(above, below) for above, below in pairwise(levels) if below > above + 1], name
        lost = {
            id
            for element in page.tree.iter()
            for attribute in POINTING
            for id in (element.get(attribute) or "").split()
            if id not in page.ids
        }
        assert lost == set(), name


def test_no_two_pages_have_the_same_name(manager, listing):
    titles = []
    for name in PROVIDER_PAGES:
        path = path_of(name, listing.slug)
        titles += Page(PageKind(name, path), manager.get(path)).text("title")
    assert len(set(titles)) == len(PROVIDER_PAGES)


def test_every_link_of_theirs_leads_somewhere(manager, listing):
    links = set()
    for name in PROVIDER_PAGES:
        path = path_of(name, listing.slug)
        links |= {link for link in Page(PageKind(name, path), manager.get(path)).links() if "/mine/" in link}
    assert links
    assert {link: manager.get(link).status_code for link in links if manager.get(link).status_code != 200} == {}


def test_each_file_has_its_type(manager, listing):
    for name in PROVIDER_FILES:
        assert manager.get(paths(listing.slug)[name]).headers["Content-Type"] == "application/json"


def test_only_they_show_the_ways_of_an_account(manager, listing):
    assert 'class="provider-nav"' in manager.get(path_of("directory:mine", listing.slug)).content.decode()
    assert 'class="provider-nav"' not in manager.get(listing.get_absolute_url()).content.decode()
