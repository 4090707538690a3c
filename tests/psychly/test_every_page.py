"""Rules that hold for every public page, kept by asking for every one. A new address must be given an example here."""

import re
import runpy
import secrets
import warnings
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urldefrag, urlsplit

import html5lib
import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client, TestCase, override_settings
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from articles.preview_links import preview_path
from directory.confirmation_links import confirmation_path
from directory.models import Claim, Listing, Photo, Report
from directory.objection_links import objection_path
from tests.factories.articles import make_review
from tests.factories.directory import make_listing, make_manager
from tests.pages import GUIDE, PageKind, page_kinds
from tests.provider_pages import OF_A_PHOTO, PROVIDER_DEEDS, PROVIDER_FILES, PROVIDER_PAGES
from tests.psychly.accounts.pages import BEHIND_SIGN_IN
from tests.psychly.observatory import score
from tests.sample import load_sample

LISTING = "/directory/quiet-harbor-infusions/"
TOPIC = "/articles/topics/treatments/"
OTHERS = ["/directory/second-street-psychiatry/", "/directory/third-way-therapy/"]
LOGIN = resolve_url(settings.LOGIN_URL)
PAGES = page_kinds(listing=LISTING, topic=TOPIC, others=OTHERS)


def a_photo():
    return {"name": Photo.objects.published().first().variants[0]["name"]}


# Addresses that answer with something else than a page, by URL name: (arguments, type of the answer).
FILES = {
    "directory:places": ({}, "application/json"),
    "articles:feed": ({}, "application/atom+xml"),
    "articles:article_references": ({"slug": GUIDE, "extension": "bib"}, "application/x-bibtex"),
    "articles:edition_references": ({"slug": GUIDE, "number": 1, "extension": "ris"}, "application/x-research-info"),
    "articles:edition_citation": ({"slug": GUIDE, "number": 1, "extension": "bib"}, "application/x-bibtex"),
    "photo_file": (a_photo, "image/webp"),
    "healthz": ({}, "text/plain"),
    "robots": ({}, "text/plain"),
    "sitemap": ({}, "application/xml"),
    "security": ({}, "text/plain"),
}
ONLY_WHILE_DEBUGGING = {"style"}
# Addresses of those who sign in that are no page about an own listing: anybody else is sent to do so.
SIGNED_IN = {
    "directory:claim": {"slug": "quiet-harbor-infusions"},
    "directory:claim_code": {"slug": "quiet-harbor-infusions"},
    "directory:claim_again": {"slug": "quiet-harbor-infusions"},
    "directory:claim_withdraw": {"slug": "quiet-harbor-infusions"},
    "directory:my_manager_remove": {"slug": "quiet-harbor-infusions", "pk": 1},
    "directory:my_invitation_withdraw": {"slug": "quiet-harbor-infusions", "pk": 1},
    "directory:my_invitation": {"token": "no-such-token"},
}
HEADERS = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POINTING = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget", "headers", "list")


def behind_signed_links():
    """Pages whose address only a letter tells."""
    listing = Listing.objects.get(slug="quiet-harbor-infusions")
    told = Claim.objects.create(
        listing=listing, user=make_manager(), way="other", approved_at=timezone.now(), told_at=timezone.now()
    )
    return [
        PageKind("edition_preview", preview_path(make_review())),
        PageKind("confirm", confirmation_path(listing), posts=True),
        PageKind("claim_objection", objection_path(told), posts=True),
    ]


def report_status():
    """Whose address only the one who wrote it has."""
    listing = Listing.objects.get(slug="quiet-harbor-infusions")
    return PageKind("report_status", Report.objects.create(listing=listing, about="price").get_absolute_url())


def closed_for_good():
    listing = make_listing(name="Closed Practice", slug="closed-practice")
    listing.close(by=None)
    return PageKind("closed", listing.get_absolute_url())


def addresses(patterns=None, namespace=""):
    """URL names of all our own addresses."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        elif pattern.app_name != "admin":
            yield from addresses(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else namespace)


def asks_to_sign_in(response) -> bool:
    """A page of those who sign in, and nothing else that leads away."""
    match = response.resolver_match
    return match.view_name in SIGNED_IN and (response.status_code, urlsplit(response.url).path) == (302, LOGIN)


class Page:
    """An answer, read as a browser reads it."""

    def __init__(self, kind, response):
        self.kind = kind
        self.response = response
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.tree = parser.parse(response.content.decode())
        self.errors = parser.errors
        self.ids = [element.get("id") for element in self.tree.iter() if element.get("id")]

    def __deepcopy__(self, memo):
        """Django copies what a class prepared for each of its tests; none of them changes a page."""
        return self

    def all(self, *names):
        return [element for element in self.tree.iter() if element.tag in names]

    def text(self, name):
        return ["".join(element.itertext()).strip() for element in self.all(name)]

    def links(self):
        return [element.get("href") for element in self.all("a") if element.get("href")]


class EveryPageTests(TestCase):
    pages: list[Page]

    @classmethod
    def setUpTestData(cls):
        """Every page is asked for once; the tests only read."""
        load_sample(demonstrations=20)
        demonstrations = [
            PageKind(each.slug, each.get_absolute_url()) for each in Listing.objects.demonstration().visible()
        ]
        kinds = [*PAGES, *demonstrations, *behind_signed_links(), closed_for_good(), report_status()]
        cls.pages = [Page(kind, Client().get(kind.path)) for kind in kinds]

    def faults(self, of):
        """One line for each thing that `of` finds on a page; none is good."""
        self.assertEqual([f"{page.kind.name}: {fault}" for page in self.pages for fault in of(page)], [])

    def test_each_answers_as_it_should(self):
        self.faults(lambda page: [page.response.status_code] if page.response.status_code != page.kind.status else [])

    def test_every_address_has_an_example(self):
        seen = {page.response.resolver_match.view_name for page in self.pages if page.kind.status == 200}
        behind = set(PROVIDER_PAGES) | set(PROVIDER_FILES) | set(PROVIDER_DEEDS) | OF_A_PHOTO | set(BEHIND_SIGN_IN)
        examples = seen | set(FILES) | behind | set(SIGNED_IN)
        self.assertEqual(set(addresses()), examples | (ONLY_WHILE_DEBUGGING & set(addresses())))

    def test_each_file_has_its_type(self):
        for name, (arguments, kind) in FILES.items():
            response = self.client.get(reverse(name, kwargs=arguments() if callable(arguments) else arguments))
            self.assertEqual((name, response.status_code), (name, 200))
            self.assertIn(kind, response.headers["Content-Type"])

    def test_each_is_html_without_a_fault(self):
        self.faults(lambda page: [f"line {place[0]}: {code} {words}" for place, code, words in page.errors])

    def test_no_id_is_used_twice(self):
        self.faults(lambda page: {id for id in page.ids if page.ids.count(id) > 1})

    def test_every_link_within_a_page_leads_somewhere(self):
        self.faults(lambda page: [link for link in page.links() if link[0] == "#" and link[1:] not in page.ids])

    def test_whatever_points_to_an_element_finds_it(self):
        def lost(page):
            for element in page.tree.iter():
                for name in POINTING:
                    yield from (id for id in (element.get(name) or "").split() if id not in page.ids)

        self.faults(lost)

    def test_every_link_within_the_site_leads_somewhere(self):
        links = {urldefrag(link)[0] for page in self.pages for link in page.links() if link.startswith("/")}
        # One search stands for all: their hundreds of filters differ in parameters only.
        paths = {urlsplit(link).path for link in links} - {"/admin/"}
        answers = {path: self.client.get(path) for path in sorted(paths)}
        lost = {path for path, answer in answers.items() if answer.status_code != 200}
        self.assertEqual({path: answers[path].status_code for path in lost if not asks_to_sign_in(answers[path])}, {})

    def test_each_of_those_who_sign_in_asks_everybody_else_to(self):
        for name, arguments in SIGNED_IN.items():
            for answer in (self.client.get, self.client.post):
                self.assertTrue(asks_to_sign_in(answer(reverse(name, kwargs=arguments))), name)

    def test_every_link_to_a_part_of_another_page_finds_it(self):
        ids = {page.kind.path: page.ids for page in self.pages}

        def lost(page):
            for link in page.links():
                path, part = urldefrag(link)
                if part and path in ids and part not in ids[path]:
                    yield link

        self.faults(lost)

    def test_headings_have_one_h1_and_skip_no_level(self):
        def skipped(page):
            levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
            if levels.count(1) != 1:
                yield f"{levels.count(1)} h1"
            for above, below in pairwise(levels):
                if below > above + 1:
                    yield f"h{below} after h{above}"

        self.faults(skipped)

    def test_each_says_its_language_its_name_and_what_it_is(self):
        def unsaid(page):
            if page.all("html")[0].get("lang") != "en-us":
                yield "language"
            if not re.fullmatch(r".+ · Psychly|Psychly.*", page.text("title")[0]):
                yield f"title {page.text('title')}"
            if not [meta for meta in page.all("meta") if meta.get("name") == "description" and meta.get("content")]:
                yield "description"

        self.faults(unsaid)

    def test_no_two_pages_have_the_same_name(self):
        names = [page.text("title")[0] for page in self.pages if page.kind.path.partition("?")[0] != "/directory/"]
        self.assertEqual([name for name in names if names.count(name) > 1], [])

    def test_each_says_where_to_turn_in_a_crisis(self):
        self.faults(lambda page: [n for n in ("tel:988", "tel:911") if n not in page.links()])

    def test_each_has_the_headers(self):
        def missing(page):
            headers = page.response.headers
            yield from (name for name, value in HEADERS.items() if headers.get(name) != value)
            if "default-src 'none'" not in headers["Content-Security-Policy"]:
                yield "Content-Security-Policy"

        self.faults(missing)

    def test_none_sets_a_cookie_or_differs_by_one(self):
        def cookies(page):
            if page.kind.posts:
                yield from set(page.response.cookies) - {settings.CSRF_COOKIE_NAME}
                return
            yield from page.response.cookies
            if "cookie" in page.response.headers.get("Vary", "").lower():
                yield "Vary: Cookie"

        self.faults(cookies)

    def test_no_page_loads_anything_from_elsewhere(self):
        def foreign(page):
            for element in page.all("script", "img", "iframe", "source", "video", "audio", "embed", "object"):
                if urlsplit(element.get("src") or "").netloc:
                    yield element.get("src")
            for element in page.all("link"):
                loads = element.get("rel") not in {"canonical", "alternate", "license"}
                if loads and urlsplit(element.get("href")).netloc:
                    yield element.get("href")

        self.faults(foreign)


class HttpsTests(TestCase):
    """With the settings of a site on https, read anew."""

    @classmethod
    def setUpTestData(cls):
        load_sample()

    def test_every_page_scores_135_on_the_observatory_scale(self):
        with override_settings(**settings_on_https()):
            client = Client()
            scores = {kind.name: score(client.get(kind.path, secure=True)) for kind in PAGES}
        self.assertEqual({name: points for name, points in scores.items() if points < 135}, {})

    def test_plain_http_is_sent_to_https_on_the_same_host(self):
        with override_settings(**settings_on_https()):
            response = Client().get("/about/", headers={"Host": "psychly.example"})
        self.assertEqual((response.status_code, response.url), (301, "https://psychly.example/about/"))


def settings_on_https():
    env = {"SITE_URL": "https://psychly.example", "SECRET_KEY": secrets.token_urlsafe(50)}
    with patch.dict("os.environ", env):
        read = runpy.run_path(str(Path(settings.BASE_DIR) / "psychly" / "settings.py"))
    strict = {name: value for name, value in read.items() if name.startswith(("SECURE_", "SESSION_", "CSRF_COOKIE"))}
    return strict | {"ALLOWED_HOSTS": ["psychly.example", "testserver"], "SITE_URL": read["SITE_URL"]}


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH"])
def test_pages_are_only_read(client, method):
    assert client.generic(method, "/about/").status_code == 405
