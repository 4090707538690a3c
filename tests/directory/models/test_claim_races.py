"""Many at once: one is first, and nobody sees a fault."""

import pytest

from directory.models import Claim, ManagerInvitation, Membership
from tests.directory.models.claiming import code_for, make_claim, make_claimable
from tests.directory.models.inviting import invite, token_in_letter
from tests.factories.directory import make_listing, make_manager
from tests.racing import AT_ONCE, at_once, faults_in, say

pytestmark = pytest.mark.usefixtures("as_on_a_real_site")


def test_50_parallel_claims_make_one_winner(capsys):
    listing = make_claimable()
    claims = [make_claim(listing) for _number in range(AT_ONCE)]
    codes = [code_for(claim) for claim in claims]
    doings = [lambda claim=claim, code=code: claim.prove(code) for claim, code in zip(claims, codes, strict=True)]
    outcomes, seconds = at_once(doings)
    say(capsys, "parallel claims", outcomes, seconds)
    assert outcomes.count("done") == 1
    assert not faults_in(outcomes)
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
    assert not faults_in(outcomes)
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
    assert not faults_in(outcomes)
