"""Many at once, each on a connection of its own: one decision is made, and no words are lost."""

import sqlite3
import threading
from contextlib import closing

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from directory.models import Change, Letter, Listing
from psychly.models import User
from tests.factories.directory import make_listing, make_manager

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 8


@pytest.fixture(autouse=True)
def as_on_a_real_site(transactional_db, tmp_path):
    """SQLite in memory is no database for many connections; a file of the same tables, with the site's own settings,
    is."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    in_memory, name = connection.connection, connection.settings_dict["NAME"]
    with closing(sqlite3.connect(tmp_path / "site.sqlite3")) as file:
        in_memory.backup(file)
    connection.settings_dict["NAME"], connection.connection = str(tmp_path / "site.sqlite3"), None
    yield
    connection.close()
    connection.settings_dict["NAME"], connection.connection = name, in_memory


@pytest.fixture
def staff():
    return User.objects.create_superuser("desk@example.com", "x")


@pytest.fixture
def listing():
    return make_listing(headline="Calm rooms.")


def at_once(verbs):
    """What each gave or was refused with, begun together."""
    barrier, outcomes = threading.Barrier(len(verbs)), []

    def run(verb):
        with closing(connection):
            barrier.wait()
            try:
                outcomes.append(verb())
            except ValidationError as refusal:
                outcomes.append(refusal)

    threads = [threading.Thread(target=run, args=[verb]) for verb in verbs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(outcomes) == len(verbs)
    refused = [each for each in outcomes if isinstance(each, ValidationError)]
    return len(outcomes) - len(refused), refused


def test_of_many_approvals_one_is_made(listing, staff):
    change = listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    made, refused = at_once([lambda: Change.objects.get(pk=change.pk).approve(by=staff) for _ in range(MANY)])
    assert (made, len(refused)) == (1, MANY - 1)
    assert Change.objects.applied().count() == 1
    assert Letter.objects.count() == 1


def test_of_an_approval_and_a_refusal_one_is_made(listing, staff):
    change = listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    stale = [Change.objects.get(pk=change.pk) for _ in range(2)]
    made, _refused = at_once(
        [lambda: stale[0].approve(by=staff), lambda: stale[1].send_back(by=staff, reason="Which rooms?")]
    )
    assert made == 1
    change.refresh_from_db()
    is_public = Listing.objects.get().headline == "Quiet rooms."
    assert is_public == (change.status == "applied")


def test_proposals_made_at_once_join_one_change_and_none_is_lost(listing):
    user = make_manager(listing)
    fields = ["headline", "description", "parking", "transit_note", "partner_clinics", "legal_name", "unit", "min_age"]
    verbs = [lambda name=name: Listing.objects.get().propose({name: "20"}, by=user) for name in fields]
    made, _refused = at_once(verbs)
    assert made == len(fields)
    assert set(Change.objects.get().fields) == set(fields)


def test_edits_made_at_once_lose_nothing(listing, staff):
    names = ["headline", "description", "parking", "transit_note", "legal_name", "unit"]
    in_hand = [Listing.objects.get() for _ in names]
    verbs = [
        lambda row=row, name=name: row.apply({name: "New"}, by=staff) for row, name in zip(in_hand, names, strict=True)
    ]
    made, _refused = at_once(verbs)
    stored = Listing.objects.get()
    lost = [name for name in names if getattr(stored, name) != "New"]
    print(f"{made} edits at once, {len(lost)} lost")
    assert (made, lost) == (len(names), [])


def test_what_joins_while_staff_decide_is_not_approved_unseen(listing, staff):
    user = make_manager(listing)
    change = listing.propose({"headline": "Quiet rooms."}, by=user)
    at_once(
        [
            lambda: Listing.objects.get().propose({"parking": "In the yard"}, by=user),
            lambda: Change.objects.get(pk=change.pk).approve(by=staff, as_of=change.at),
        ]
    )
    public = Listing.objects.get().parking
    waiting = Change.objects.waiting().get().fields
    assert (public, waiting["parking"]) == ("", ["", "In the yard"])


def test_sending_twice_sends_once(staff):
    draft = make_listing(status="draft")
    user = make_manager(draft)
    made, refused = at_once([lambda: Listing.objects.get().submit(by=user) for _ in range(MANY)])
    assert (made, len(refused)) == (1, MANY - 1)
    assert draft.changes.filter(fields__has_key="status").count() == 1
