"""Every address, asked for by everybody, in every way, for what is theirs, what is another's and what is not there.

Most pages are not drawn: whether somebody may see one is decided before that. What is drawn is read for what is not
theirs to read. The figures stand in the output of the tests (`pytest -rP`).
"""

import logging
import re
from collections import Counter
from contextlib import contextmanager, nullcontext
from http.cookies import SimpleCookie
from itertools import product
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import transaction
from django.template.backends.django import Template
from django.test import Client, TestCase
from django.urls import reverse

from tests.psychly.authorization import rules
from tests.psychly.authorization.addresses import ONLY_WHILE_DEBUGGING, all_asked, routes
from tests.psychly.authorization.cast import ANONYMOUS, EVERYBODY, OTHER, OWNER
from tests.psychly.authorization.rules import GOES_ON, OPENS, WRONG_METHOD, answer_of
from tests.psychly.authorization.table import NOTES_THAT_IT_WAS_SEEN
from tests.psychly.authorization.unchanged import digest, writes
from tests.psychly.authorization.world import World

READS = ("GET", "HEAD")
NO_METHODS_OF_PAGES = ("PUT", "PATCH", "DELETE", "OPTIONS")


@contextmanager
def nothing_drawn():
    with patch.object(Template, "render", lambda template, context=None, request=None: ""):
        yield


@pytest.fixture(autouse=True)
def quietly(monkeypatch):
    # The passkeys here are rows and nothing else.
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda user: [])
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def unexpected(answer, expected, written) -> str:
    """Empty where all is well."""
    words = [] if answer in expected else [f"{answer}, not {' or '.join(sorted(expected))}"]
    return "; ".join(words + [f"wrote {table}" for table in written])


class MatrixTests(TestCase):
    world: World

    @classmethod
    def setUpTestData(cls):
        cls.world = World()
        cls.asked = list(all_asked(cls.world))

    def walk(self, method, judge):
        """Asks for everything and collects what is wrong; `judge` says what of one answer is."""
        answers, faults = Counter(), []
        client = Client(raise_request_exception=False)
        for who, (name, rule, asked) in product(self.world.people.values(), self.asked):
            noted = NOTES_THAT_IT_WAS_SEEN.get(name)
            kept = nullcontext() if method in READS and not noted else undone()
            with nothing_drawn(), kept, writes() as written:
                answer = answer_of(who.ask(client, asked.path, method))
            answers[answer] += 1
            wrong = judge(answer, rule(who, asked, method == "POST"), set(written) - {noted})
            if wrong:
                faults.append(f"{method} {name} ({asked.what}, {asked.whose or 'nobody'}'s) by {who.name}: {wrong}")
        print(f"{method}: {answers.total()} asked, {len(faults)} wrong; {dict(answers)}")
        self.assertFalse(faults, "\n".join(faults))

    def test_every_address_is_asked_for(self):
        walked = {name for name, _rule, _asked in self.asked}
        there = {name for name, _route in routes()} - ONLY_WHILE_DEBUGGING
        self.assertEqual(walked, there)
        self.assertEqual(list(self.world.people), EVERYBODY)

    @pytest.mark.long
    def test_whoever_reads_is_answered_by_the_rule_and_changes_nothing(self):
        self.read("GET")

    @pytest.mark.long
    def test_whoever_asks_for_the_head_is_answered_by_the_rule_and_changes_nothing(self):
        self.read("HEAD")

    def read(self, method):
        before = digest()
        self.walk(method, unexpected)
        self.assertEqual(digest(), before)

    @pytest.mark.long
    def test_whoever_sends_is_answered_by_the_rule_and_a_refusal_changes_nothing(self):
        def judge(answer, expected, written):
            return unexpected(answer, expected, written if answer not in {OPENS, GOES_ON} else set())

        before = digest()
        self.walk("POST", judge)
        self.assertEqual(digest(), before)

    @pytest.mark.long
    def test_no_page_knows_another_method(self):
        for method in NO_METHODS_OF_PAGES:
            self.walk(method, lambda answer, expected, written: unexpected(answer, {WRONG_METHOD}, written))

    def test_no_page_says_what_only_another_may_read(self):
        client, faults, pages = Client(), [], 0
        for who in (self.world.people[name] for name in (ANONYMOUS, OTHER)):
            for name, _rule, asked in self.of_the_site():
                page = who.ask(client, asked.path).content.decode(errors="replace")
                pages += 1
                faults += [f"{name} to {who.name}: {mark}" for mark in self.not_for(who) if mark in page]
        print(f"{pages} pages read, {len(faults)} say too much")
        self.assertEqual(faults, [])

    def not_for(self, who):
        return [practice.mark for practice in self.world.practices.values() if practice.whose != who.name]

    def of_the_site(self):
        return [each for each in self.asked if not each[0].startswith("admin")]

    def test_what_is_anothers_is_answered_word_by_word_as_what_is_not_there(self):
        client, who = Client(), self.world.people[OTHER]
        for name, rule, asked in self.of_the_site():
            if rule in (rules.own, rules.own_page) and asked.whose == OWNER:
                theirs = said(who.ask(client, asked.path), asked.path)
                path = re.sub("(practice|draft)-of-owner", "nobody-at-all", asked.path)
                self.assertEqual((name, theirs), (name, said(who.ask(client, path), path)))

    def test_a_form_from_elsewhere_is_refused(self):
        """Without the token of a form, with another, and with the right one from a page of another site."""
        client, who, asked_for = Client(enforce_csrf_checks=True), self.world.people[OWNER], Counter()
        token = who.ask(client, reverse("directory:my_new")).wsgi_request.META["CSRF_COOKIE"]
        for name, _rule, asked in self.of_the_site():
            for said_to_be, more in (("", {}), ("x" * 32, {}), (token, {"origin": "https://evil.example"})):
                with nothing_drawn(), writes() as written:
                    status = forge(client, who, asked.path, token, said_to_be, more).status_code
                asked_for[status] += 1
                self.assertEqual((name, status, written), (name, 403, []))
        print(f"forged forms: {dict(asked_for)}")


def said(response, path):
    return response.status_code, response.content.decode().replace(path, "")


def forge(client, who, path, cookie, token, headers):
    client.cookies = SimpleCookie({settings.SESSION_COOKIE_NAME: who.session, settings.CSRF_COOKIE_NAME: cookie})
    return client.post(path, {"csrfmiddlewaretoken": token}, headers=headers)
