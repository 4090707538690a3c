"""Many at once, each on a connection of its own: one decision is made, and no words are lost."""

import pytest

from directory.models import Change, Letter, Listing
from tests.factories.directory import make_listing, make_manager
from tests.racing import DONE, at_once, faults_in

pytestmark = pytest.mark.usefixtures("as_on_a_real_site")
MANY = 8


def made_and_refused(verbs):
    outcomes, _seconds = at_once(verbs)
    assert not faults_in(outcomes)
    made = outcomes.count(DONE)
    return made, len(outcomes) - made


def test_of_many_approvals_one_is_made(listing, staff):
    change = listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    made, refused = made_and_refused([lambda: Change.objects.get(pk=change.pk).approve(by=staff) for _ in range(MANY)])
    assert (made, refused) == (1, MANY - 1)
    assert Change.objects.applied().count() == 1
    assert Letter.objects.count() == 1


def test_of_an_approval_and_a_refusal_one_is_made(listing, staff):
    change = listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    stale = [Change.objects.get(pk=change.pk) for _ in range(2)]
    made, _refused = made_and_refused(
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
    made, _refused = made_and_refused(verbs)
    assert made == len(fields)
    assert set(Change.objects.get().fields) == set(fields)


def test_edits_made_at_once_lose_nothing(listing, staff):
    names = ["headline", "description", "parking", "transit_note", "legal_name", "unit"]
    in_hand = [Listing.objects.get() for _ in names]
    verbs = [
        lambda row=row, name=name: row.apply({name: "New"}, by=staff) for row, name in zip(in_hand, names, strict=True)
    ]
    made, _refused = made_and_refused(verbs)
    stored = Listing.objects.get()
    lost = [name for name in names if getattr(stored, name) != "New"]
    print(f"{made} edits at once, {len(lost)} lost")
    assert (made, lost) == (len(names), [])


def test_what_joins_while_staff_decide_is_not_approved_unseen(listing, staff):
    user = make_manager(listing)
    change = listing.propose({"headline": "Quiet rooms."}, by=user)
    made_and_refused(
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
    made, refused = made_and_refused([lambda: Listing.objects.get().submit(by=user) for _ in range(MANY)])
    assert (made, refused) == (1, MANY - 1)
    assert draft.changes.filter(fields__has_key="status").count() == 1
