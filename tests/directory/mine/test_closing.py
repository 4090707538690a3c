"""What the page promises about the end of an account."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from directory.mine.closing import Leaving, close_account, stays_until
from directory.models import Change, Letter, Listing, Membership, SearchRow
from psychly.models import User
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


def leave(user, *withdrawing):
    close_account(user, withdrawing=list(withdrawing))


def test_the_account_its_memberships_and_its_sessions_go_and_nobody_elses():
    listing = make_listing()
    user, other = make_manager(listing), make_manager(listing)
    clients = [Client(), Client(), Client()]
    for client, person in zip(clients, [user, user, other], strict=True):
        client.force_login(person)
    leave(user)
    assert list(User.objects.all()) == [other]
    assert [membership.user for membership in Membership.objects.all()] == [other]
    assert [session.get_decoded()["_auth_user_id"] for session in Session.objects.all()] == [str(other.pk)]
    assert clients[0].get("/directory/mine/").status_code == 302
    assert clients[2].get("/directory/mine/").status_code == 200


def test_the_history_keeps_the_role_and_no_name():
    listing = make_listing()
    user = make_manager(listing)
    listing.confirm(by=user)
    leave(user)
    # What they said, and that they left.
    confirmed, left = Change.objects.order_by("pk")
    assert (confirmed.actor, confirmed.by) == (left.actor, left.by) == ("provider", None)


def test_a_letter_confirms_it_and_names_what_was_taken_off():
    listing = make_listing(name="Quiet Harbor")
    user = make_manager(listing, email="me@quiet.example")
    leave(user, listing)
    letter = Letter.objects.get()
    assert letter.to == "me@quiet.example"
    assert "Quiet Harbor" in letter.text
    assert "Quiet Harbor" in letter.html


def test_a_listing_that_is_left_stays_public_and_one_that_is_withdrawn_does_not():
    left, withdrawn = make_listing(), make_listing()
    leave(make_manager(left, withdrawn), withdrawn)
    assert list(Listing.objects.visible()) == [left]
    withdrawn.refresh_from_db()
    assert (withdrawn.status, withdrawn.consent_at, withdrawn.consent_by) == ("withdrawn_by_provider", None, "")
    assert withdrawn.publication_problems()


def test_a_draft_of_its_own_is_deleted_and_one_of_our_staff_is_kept_out_of_sight():
    own, sent = make_draft(), make_draft(status="pending_review")
    invited = make_draft(status="pending_review", provenance="staff_invited_consented")
    user = make_manager(own, sent, invited)
    assert set(Leaving(user).deleted) == {own, sent}
    leave(user)
    assert list(Listing.objects.all()) == [invited]
    invited.refresh_from_db()
    assert invited.status == "draft"


def test_what_was_public_once_is_not_deleted():
    listing = make_listing(status="draft")
    Change.record(listing, {"status": ["draft", "published"]}, by=None)
    leave(make_manager(listing))
    assert Listing.objects.exists()


def test_the_search_hears_of_a_draft_that_is_gone():
    own = make_draft()
    own.index()
    leave(make_manager(own))
    assert SearchRow.objects.get(listing_id=own.pk).live_until is None


def test_what_others_manage_too_is_theirs_and_no_question():
    shared, draft = make_listing(), make_draft()
    user = make_manager(shared, draft)
    make_manager(shared, draft)
    leaving = Leaving(user)
    assert set(leaving.shared) == {shared, draft}
    assert leaving.alone == leaving.to_be_decided == []
    leave(user)
    assert Listing.objects.count() == 2


def test_sent_twice_it_is_done_once():
    listing = make_listing()
    user = make_manager(listing)
    for _time in range(2):
        leave(User(pk=user.pk, email=user.email), listing)
    assert Letter.objects.count() == 1


def test_what_staff_have_closed_meanwhile_stays_closed():
    listing = make_listing()
    user = make_manager(listing)
    Listing.objects.get().close(by=None)
    leave(user, listing)
    assert Listing.objects.get().status == "closed"
    assert not User.objects.exists()


@pytest.mark.parametrize("rights", [{"is_staff": True}, {"is_superuser": True}])
def test_staff_do_not_leave_by_this_door(rights):
    assert Leaving(make_manager(**rights)).is_refused
    assert not Leaving(make_manager()).is_refused


def test_it_says_until_when_a_listing_stays():
    assert "stays public" in stays_until(make_listing())
    assert "letters" not in stays_until(make_listing())
    assert "The letters that ask for it go to" in stays_until(make_listing(email="office@quiet.example"))
    assert "It is hidden now" in stays_until(make_listing(confirmed_on=days_ago(130)))
    assert "closed for now" in stays_until(make_listing(status="temporarily_closed"))


def test_those_who_go_on_are_told_that_somebody_left():
    listing = make_listing()
    user = make_manager(listing)
    other = make_manager(listing)
    close_account(user, withdrawing=[])
    assert "does not keep this listing any more" in Letter.objects.get(to=other.email).text
    assert listing.changes.filter(fields__managers=[2, 1]).exists()
