"""Many at once: one is first, and nobody sees a fault."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from directory.models import Claim, ManagerInvitation, Membership
from tests.directory.models.claiming import code_for, make_claim, make_claimable
from tests.directory.models.test_invitation import invite, token_in_letter
from tests.factories.directory import make_listing, make_manager

AT_ONCE = 50


def at_once(doings):
    """What became of each: "done", a refusal, or the kind of a fault; and how long all took."""
    ready = threading.Barrier(len(doings))

    def run(doing):
        ready.wait(30)
        try:
            doing()
        except ValidationError as refusal:
            return " ".join(refusal.messages)
        except Exception as fault:
            return f"fault: {type(fault).__name__}: {fault}"
        finally:
            connections.close_all()
        return "done"

    started = time.perf_counter()
    with ThreadPoolExecutor(len(doings)) as pool:
        outcomes = list(pool.map(run, doings))
    return outcomes, time.perf_counter() - started


def say(capsys, what, outcomes, seconds):
    with capsys.disabled():
        faults = sum(each.startswith("fault") for each in outcomes)
        figures = (
            f"{outcomes.count('done')} won, {len(outcomes) - outcomes.count('done') - faults} refused, {faults} faults"
        )
        print(f"\n{connection.vendor}: {len(outcomes)} {what}: {figures}, {seconds:.2f} s")


@pytest.fixture(autouse=True)
def shared(transactional_db, tmp_path):
    """Where tests run in memory, a file for the time of this one: the site has a file, too, and waits differently."""
    if connection.vendor != "sqlite" or not connection.is_in_memory_db():
        yield
        return
    path = tmp_path / "races.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    name, in_memory = connection.settings_dict["NAME"], connection.connection
    connection.connection, connection.settings_dict["NAME"] = None, str(path)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], connection.connection = name, in_memory


def test_50_parallel_claims_make_one_winner(capsys):
    listing = make_claimable()
    claims = [make_claim(listing) for _number in range(AT_ONCE)]
    codes = [code_for(claim) for claim in claims]
    doings = [lambda claim=claim, code=code: claim.prove(code) for claim, code in zip(claims, codes, strict=True)]
    outcomes, seconds = at_once(doings)
    say(capsys, "parallel claims", outcomes, seconds)
    assert outcomes.count("done") == 1
    assert not [each for each in outcomes if each.startswith("fault")]
    assert Membership.objects.filter(listing=listing).count() == 1
    assert Claim.objects.filter(status="granted").count() == 1
    assert Claim.objects.filter(status="refused").count() == AT_ONCE - 1


def test_an_invitation_that_is_clicked_twice_at_once_makes_one_manager(capsys):
    listing = make_listing()
    invite(listing, make_manager(listing))
    anna, token = make_manager(email="anna@example.com"), token_in_letter()
    outcomes, seconds = at_once([lambda: ManagerInvitation.behind(token).accept(by=anna)] * 8)
    say(capsys, "clicks on one invitation", outcomes, seconds)
    assert outcomes.count("done") == 1
    assert not [each for each in outcomes if each.startswith("fault")]
    assert Membership.objects.filter(user=anna).count() == 1


def test_two_managers_who_remove_each_other_at_once_leave_one(capsys):
    listing = make_listing()
    one, other = make_manager(listing), make_manager(listing)
    rows = {row.user: row for row in Membership.objects.select_related("user", "listing")}
    outcomes, seconds = at_once([lambda: rows[one].remove(by=other), lambda: rows[other].remove(by=one)])
    say(capsys, "managers who remove each other", outcomes, seconds)
    assert outcomes.count("done") == 1
    assert Membership.objects.filter(listing=listing).count() == 1


def test_wrong_codes_at_once_are_all_counted(capsys):
    claim = make_claim()
    rows = [Claim.objects.get(pk=claim.pk) for _number in range(12)]
    outcomes, seconds = at_once([lambda row=row: row.prove("AAAAAAAAAA") for row in rows])
    say(capsys, "wrong codes", outcomes, seconds)
    assert Claim.objects.get().tries == 5
    assert not [each for each in outcomes if each.startswith("fault")]
