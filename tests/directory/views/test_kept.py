"""Pages that are kept. Commits decide what others may see, so these tests make real ones."""

import gzip
import secrets
from unittest import mock

import brotli
import time_machine
from django.core.cache import caches
from django.db import transaction
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory, TransactionTestCase, override_settings
from redis.exceptions import ConnectionError as NoRedis

from directory.models import Listing, SearchVersion
from directory.search import live
from directory.sightings.keeping import counting
from directory.views import public
from directory.views.kept import LARGEST_BYTES, kept
from psychly.middleware import HEADERS
from tests.factories.directory import make_listing, make_manager, make_place

PAGE = "/directory/?place=Denver"


def get(address=PAGE, encoding="br", client=None, **headers):
    return (client or Client()).get(address, headers={"Accept-Encoding": encoding, **headers})


def words(response):
    unpacked = {"br": brotli.decompress, "gzip": gzip.decompress}.get(response.headers.get("Content-Encoding"), bytes)
    return unpacked(response.content).decode()


def asked_by_a_reader(**headers):
    return RequestFactory(headers={"Accept-Encoding": "br", **headers}).get("/directory/")


class KeptPages(TransactionTestCase):
    def setUp(self):
        make_place()
        self.listing = make_listing(name="Quiet Harbor")
        self.made = self.enterContext(mock.patch.object(public, "SearchPage", wraps=public.SearchPage))

    def assertMade(self, times):
        self.assertEqual(self.made.call_count, times)


class WhatIsKept(KeptPages):
    def test_a_page_is_made_once_and_is_the_same_again(self):
        first, second = get(), get()
        self.assertMade(1)
        self.assertEqual(first.content, second.content)
        self.assertIn("Quiet Harbor", words(second))

    def test_who_is_listed_on_it_counts_each_time_it_is_sent(self):
        for _time in range(3):
            get()
        self.assertMade(1)
        self.assertEqual(list(counting.take().values()), [3])

    def test_each_address_has_its_own(self):
        get(PAGE)
        get("/directory/?place=Denver&radius=50")
        self.assertMade(2)

    def test_each_encoding_has_its_own_and_the_answer_says_which(self):
        answers = {encoding: [get(encoding=encoding), get(encoding=encoding)] for encoding in ("br", "gzip")}
        self.assertMade(2)
        self.assertEqual(len({words(answer) for pair in answers.values() for answer in pair}), 1)
        for encoding, pair in answers.items():
            for answer in pair:
                self.assertEqual(answer.headers["Content-Encoding"], encoding)
                self.assertEqual(answer.headers["Content-Length"], str(len(answer.content)))
                self.assertEqual(answer.headers["Vary"], "Accept-Encoding")

    def test_who_can_unpack_nothing_gets_the_page_as_it_is(self):
        get()
        plain = get(encoding="identity")
        self.assertNotIn("Content-Encoding", plain.headers)
        self.assertIn("Quiet Harbor", plain.content.decode())
        self.assertEqual(plain.headers["Vary"], "Accept-Encoding")

    def test_an_answer_from_the_cache_has_every_header_and_a_number_of_its_own(self):
        first, second = get(), get()
        for name in [*HEADERS, "Content-Type", "ETag", "Referrer-Policy", "Cross-Origin-Opener-Policy"]:
            self.assertEqual(first.headers[name], second.headers[name], name)
        self.assertNotEqual(first.headers["X-Request-ID"], second.headers["X-Request-ID"])

    def test_no_answer_carries_a_cookie_or_differs_by_one(self):
        for answer in (get(), get()):
            self.assertFalse(answer.cookies)
            self.assertNotIn("Cookie", answer.headers["Vary"])

    def test_head_is_answered_from_what_is_kept_but_keeps_nothing(self):
        head = Client().head(PAGE, headers={"Accept-Encoding": "br"})
        page = get()
        self.assertMade(2)
        again = Client().head(PAGE, headers={"Accept-Encoding": "br"})
        self.assertMade(2)
        self.assertEqual((head.content, again.content), (b"", b""))
        self.assertEqual(again.headers["ETag"], page.headers["ETag"])

    def test_who_has_the_page_is_told_so_without_making_it(self):
        etag = get().headers["ETag"]
        caches["pages"].clear()
        answer = get(**{"If-None-Match": etag})
        self.assertMade(1)
        self.assertEqual((answer.status_code, answer.content), (304, b""))
        self.assertEqual((answer.headers["ETag"], answer.headers["Vary"]), (etag, "Accept-Encoding"))

    def test_the_keys_name_no_place_and_no_filter(self):
        with mock.patch.object(caches["pages"], "set") as keeping:
            get(f"{PAGE}&population=veterans")
        key = keeping.call_args.args[0]
        self.assertRegex(key, r'^page:br:W/"[0-9a-f]{32}"$')


class WhatIsNotKept(KeptPages):
    def test_an_edit_is_seen_at_once_by_the_process_that_made_it(self):
        get()
        self.listing.name = "Loud Harbor"
        self.listing.save()
        self.listing.index()
        self.assertIn("Loud Harbor", words(get()))

    def test_an_edit_elsewhere_is_seen_within_two_seconds(self):
        get()
        before = SearchVersion.last_write_here
        Listing.objects.update(name="Loud Harbor")
        self.listing.refresh_from_db()
        self.listing.index()
        SearchVersion.last_write_here = before
        with mock.patch.object(live.time, "monotonic", return_value=live.time.monotonic() + 2):
            self.assertIn("Loud Harbor", words(get()))

    def test_a_day_has_its_own_pages(self):
        with time_machine.travel("2026-11-23 23:59:00-05:00"):
            get()
        with time_machine.travel("2026-11-24 00:01:00-05:00"):
            get()
        self.assertMade(2)

    def test_mistakes_and_ways_elsewhere_are_not(self):
        with mock.patch.object(caches["pages"], "set") as keeping:
            self.assertEqual(get("/directory/no-such-practice/").status_code, 404)
            self.assertEqual(get("/directory/in/CO/").status_code, 301)
            for status in (302, 404, 500, 503):
                kept(lambda request, status=status: HttpResponse("no", status=status))(asked_by_a_reader())
        self.assertFalse(keeping.called)

    def test_a_question_with_a_mistake_is_a_page_like_any_other(self):
        self.assertEqual(get("/directory/?place=Nowhereville").status_code, 200)
        get("/directory/?place=Nowhereville")
        self.assertMade(1)

    def test_somebody_signed_in_gets_pages_that_are_made_and_leaves_none(self):
        client = Client()
        client.force_login(make_manager(self.listing))
        get(client=client)
        get()
        get(client=client)
        self.assertMade(3)

    def test_what_is_said_within_a_change_that_may_fail_is_not(self):
        with transaction.atomic():
            self.listing.index()
            get()
        get()
        self.assertMade(2)

    def test_a_page_with_a_cookie_a_form_or_a_session_is_not(self):
        def with_a_cookie(request):
            answer = HttpResponse("yours")
            answer.set_cookie("who", "you")
            return answer

        def with_a_form(request):
            return HttpResponse(get_token(request))

        def with_a_session(request):
            request.session = mock.Mock(accessed=True)
            return HttpResponse("yours")

        with mock.patch.object(caches["pages"], "set") as keeping:
            for view in (with_a_cookie, with_a_form, with_a_session):
                self.assertNotIn("Content-Encoding", kept(view)(asked_by_a_reader()).headers)
        self.assertFalse(keeping.called)

    def test_more_than_the_largest_is_sent_and_not_kept(self):
        body = secrets.token_bytes(LARGEST_BYTES + 1)
        with mock.patch.object(caches["pages"], "set") as keeping:
            answer = kept(lambda request: HttpResponse(body))(asked_by_a_reader())
        self.assertEqual(brotli.decompress(answer.content), body)
        self.assertFalse(keeping.called)

    @override_settings(DEBUG=True)
    def test_nothing_is_while_the_site_is_being_written(self):
        get()
        get()
        self.assertMade(2)


class WithoutItsCache(KeptPages):
    def test_a_cache_that_is_down_takes_no_page_with_it(self):
        pages = caches["pages"]
        with mock.patch.object(pages, "get", side_effect=NoRedis), mock.patch.object(pages, "set", side_effect=NoRedis):
            self.assertIn("Quiet Harbor", words(get()))
