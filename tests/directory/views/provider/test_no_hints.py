"""Whoever invites somebody, or claims with an address, learns nothing about who has an account."""

import re
import statistics
import time

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from directory.models import Claim, ManagerInvitation
from psychly.models import User
from tests.directory.models.claiming import make_claimable
from tests.factories.accounts import make_user
from tests.factories.directory import make_manager
from tests.psychly.accounts.ranks import chance_that_alike

pytestmark = pytest.mark.django_db
WHO = ("known", "closed", "unknown")
SAMPLES, ROUNDS = 15, 3
SAMPLES_AT_FULL_SIZE = 200
NEVER_THE_SAME = {"X-Request-ID", "Content-Length", "Expires"}
MOST_MILLISECONDS_APART, MOST_PART_APART = 5, 0.02


@pytest.fixture(autouse=True)
def people():
    make_user("known@quiet.example")
    make_user("closed@quiet.example")
    User.objects.filter(email="closed@quiet.example").update(is_active=False)


@pytest.fixture(params=["invite", "claim"])
def ask(request):
    """ask(email) sends the form that names this address, as if it were the first, and gives the answer."""
    listing = make_claimable()
    client = Client()
    client.force_login(make_manager(*([listing] if request.param == "invite" else [])))
    view = "my_managers" if request.param == "invite" else "claim"
    path = reverse(f"directory:{view}", args=[listing.slug])

    def send(email):
        ManagerInvitation.objects.all().delete()
        Claim.objects.all().delete()
        cache.clear()
        words = {"email": email} if request.param == "invite" else {"way": "own_site", "address": email, "note": "I."}
        started = time.thread_time()
        answer = client.post(path, words)
        answer.milliseconds = (time.thread_time() - started) * 1000
        assert answer.status_code == 302
        return answer, client.get(answer.url)

    return send


def said(page, email):
    """Status, headers and words, without what is another each time."""
    words = re.sub(r'(csrfmiddlewaretoken" value=)"\w+"|/\d+/', r"\1", page.content.decode()).replace(email, "…")
    headers = {name: value for name, value in page.headers.items() if name not in NEVER_THE_SAME}
    return page.status_code, str(headers), words


def test_every_answer_is_alike(ask):
    answers = {who: [said(page, f"{who}@quiet.example") for page in ask(f"{who}@quiet.example")] for who in WHO}
    assert answers["known"] == answers["closed"] == answers["unknown"]


def test_every_answer_takes_the_same_work(ask, request):
    """Time of this thread's own on the processor. Once more where something else has come between."""
    measured = (medians(ask, request.node.callspec.id, SAMPLES) for _round in range(ROUNDS))
    assert any(are_alike(*both) for both in measured)


@pytest.mark.corpora
def test_nor_does_the_work_tell_at_full_size(ask, request):
    assert are_alike(*medians(ask, request.node.callspec.id, SAMPLES_AT_FULL_SIZE))


def are_alike(known, unknown):
    return abs(known - unknown) <= max(MOST_MILLISECONDS_APART, unknown * MOST_PART_APART)


def medians(ask, what, samples):
    took = {"known": [], "unknown": []}
    for _number in range(samples):
        for who, times in took.items():
            times.append(ask(f"{who}@quiet.example")[0].milliseconds)
    known, unknown = (statistics.median(times) for times in took.values())
    chance = chance_that_alike(*took.values())
    print(f"{what}: known {known:.1f} ms, unknown {unknown:.1f} ms (median of {samples}, p {chance:.3f})")
    return known, unknown
