"""Every address, asked for by everybody, in every way, for what is theirs, what is another's and what is not there.

Pages are not drawn here: whether somebody may see one is decided before that. test_leaks.py reads the pages.
"""

import logging
from collections import Counter
from contextlib import contextmanager, nullcontext
from itertools import product

import pytest
from django.db import transaction
from django.template.backends.django import Template
from django.test import Client, TestCase

from tests.psychly.authorization.addresses import ONLY_WHILE_DEBUGGING, all_asked, routes
from tests.psychly.authorization.cast import EVERYBODY
from tests.psychly.authorization.rules import GOES_ON, OPENS, WRONG_METHOD, answer_of
from tests.psychly.authorization.table import NOTES_THAT_IT_WAS_SEEN
from tests.psychly.authorization.unchanged import digest, writes
from tests.psychly.authorization.world import World

NO_METHODS_OF_PAGES = ("PUT", "PATCH", "DELETE", "OPTIONS")


@pytest.fixture(autouse=True)
def nothing_is_drawn(monkeypatch):
    monkeypatch.setattr(Template, "render", lambda template, context=None, request=None: "")
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
            with undone() if noted or method == "POST" else nullcontext(), writes() as written:
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

    def test_whoever_reads_is_answered_by_the_rule_and_changes_nothing(self):
        before = digest()
        for method in ("GET", "HEAD"):
            self.walk(method, unexpected)
        self.assertEqual(digest(), before)

    def test_whoever_sends_is_answered_by_the_rule_and_a_refusal_changes_nothing(self):
        def judge(answer, expected, written):
            return unexpected(answer, expected, written if answer not in {OPENS, GOES_ON} else set())

        before = digest()
        self.walk("POST", judge)
        self.assertEqual(digest(), before)

    def test_no_page_knows_another_method(self):
        for method in NO_METHODS_OF_PAGES:
            self.walk(method, lambda answer, expected, written: unexpected(answer, {WRONG_METHOD}, written))
