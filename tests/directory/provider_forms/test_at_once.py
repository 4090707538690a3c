"""Many who send a form in the same moment: nobody sees a fault, and whatever is sent twice is there once."""

from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from directory.human_forms import new_stamp
from directory.models import Claim, Listing, ManagerInvitation, Membership, Photo, Report
from directory.models.copying import copy_listing
from directory.provider_forms.new_listing import NewListingForm
from directory.report_form import ReportForm
from psychly.models import User
from tests.directory.models.claiming import make_claimable
from tests.directory.photos import samples
from tests.factories.directory import make_listing, make_manager
from tests.racing import AT_ONCE, at_once, faults_in, say

pytestmark = pytest.mark.usefixtures("as_on_a_real_site")
CLICKS = 8
# Of what takes long: no more than a process has connections, so that none is refused for having waited for one.
FEWER = 4
TYPED = {
    "name": "Quiet Rooms",
    "practice_kind": "infusion_clinic",
    "by_video_only": "no",
    "zip5": "80202",
    "city": "Denver",
    "state": "CO",
}


def begin(by):
    form = NewListingForm(TYPED | {"is_another": "on"})
    assert form.is_valid(), form.errors
    return form.begin(by=by)


def begun_by(people, capsys, what):
    outcomes, seconds = at_once([lambda by=by: begin(by) for by in people])
    say(capsys, what, outcomes, seconds)
    return outcomes


def test_50_new_listings_of_one_name_get_50_addresses(capsys):
    outcomes = begun_by([make_manager() for _number in range(AT_ONCE)], capsys, "new listings of one name")
    assert outcomes == ["done"] * AT_ONCE
    assert len(set(Listing.objects.values_list("slug", flat=True))) == AT_ONCE


def test_a_second_address_copied_by_many_at_once_is_one_of_its_own_for_each(capsys):
    listing = make_listing(name="Quiet Rooms")
    where = {"city": "Boulder", "state": "CO", "zip5": "80301", "phone": "+13035550199"}
    people = [make_manager(listing) for _number in range(CLICKS)]
    doings = [
        lambda by=by, street=f"{number} Other Road": copy_listing(listing, by=by, street=street, **where)
        for number, by in enumerate(people)
    ]
    outcomes, seconds = at_once(doings)
    say(capsys, "copies of one listing", outcomes, seconds)
    assert outcomes == ["done"] * CLICKS
    assert Listing.objects.filter(slug__startswith="quiet-rooms-boulder").count() == CLICKS


def report_of(listing, stamp):
    form = ReportForm({"about": "price", "text": "It is $500 now.", "stamp": stamp})
    assert form.is_valid(), form.errors
    return form.save(listing)


# What is clicked more than once, and what must be there once: (what is done, how many rows it left).
def new_listing(listing, person):
    return lambda: begin(person), Listing.objects.filter(name="Quiet Rooms")


def copy(listing, person):
    where = {"street": "9 Other Road", "city": "Boulder", "state": "CO", "zip5": "80301", "phone": "+13035550199"}
    return lambda: copy_listing(listing, by=person, **where), Listing.objects.filter(city="Boulder")


def claim(listing, person):
    other = make_manager()
    return lambda: Claim.open(listing, other, way="other", address="", note="I run it."), Claim.objects.open()


def invitation(listing, person):
    return (
        lambda: ManagerInvitation.invite(listing, "anna@example.com", by=person),
        ManagerInvitation.objects.open(),
    )


def report(listing, person):
    with time_machine.travel(timezone.now() - timedelta(seconds=30)):
        stamp = new_stamp()
    return lambda: report_of(listing, stamp), Report.objects.all()


def confirmation(listing, person):
    since = listing.confirmed_on
    today = listing.changes.filter(fields__confirmed_on__1=timezone.localdate().isoformat())
    return lambda: Listing.objects.get(pk=listing.pk).confirm_signed_in(since=since, by=person), today


def edit(listing, person):
    words = {"headline": "Quiet rooms."}
    return lambda: Listing.objects.get(pk=listing.pk).propose(words, by=person), listing.changes.all()


def sending(listing, person):
    draft = make_listing(status="draft")
    sent = draft.changes.filter(fields__status__1="pending_review")
    return lambda: Listing.objects.get(pk=draft.pk).submit(by=person), sent


def closing_for_now(listing, person):
    closed = listing.changes.filter(fields__status__1="temporarily_closed")
    return lambda: Listing.objects.get(pk=listing.pk).pause(by=person), closed


def photo(listing, person):
    def send():
        file = ContentFile(samples.jpeg(), name="room.jpg")
        return Photo.upload(Listing.objects.get(pk=listing.pk), by=person, file=file, alt="A quiet room.")

    return send, listing.photos.all()


def leaving(listing, person):
    make_manager(listing)
    row = Membership.objects.select_related("user", "listing").get(user=person)
    return lambda: row.leave(), listing.changes.filter(fields__has_key="managers")


def taking_off(listing, person):
    staff = make_manager(is_staff=True, is_superuser=True)
    suspend = partial(Listing.suspend, by=staff, reason="The phone rings elsewhere.")
    return lambda: suspend(Listing.objects.get(pk=listing.pk)), listing.changes.suspending()


def opening_an_account(listing, person):
    def send():
        """One letter in ten seconds: the others read that they have to wait."""
        assert Client().post("/accounts/signup/", {"email": "new@example.com"}).status_code in (302, 429)

    return send, User.objects.filter(email="new@example.com")


FORMS = [
    new_listing, copy, claim, invitation, report, confirmation, edit, sending, closing_for_now, photo, leaving,
    taking_off, opening_an_account,
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_many_clicks_on_one_button_leave_one_row(form, capsys):
    listing = make_claimable(name="Another Practice")
    doing, rows = form(listing, make_manager(listing))
    outcomes, seconds = at_once([doing] * (FEWER if form is edit else CLICKS))
    say(capsys, f"clicks on one button ({form.__name__})", outcomes, seconds)
    assert not faults_in(outcomes), outcomes
    assert rows.count() == 1
