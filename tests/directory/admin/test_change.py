from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from directory.delivery import deliver
from directory.models import Change, Check, Clinician, Letter, License, Listing
from psychly.models import User
from tests.factories.directory import days_ago, make_clinician, make_listing, make_manager

pytestmark = pytest.mark.django_db
QUEUE = reverse("admin:directory_change_changelist")


@pytest.fixture
def desk(client):
    user = User.objects.create_user("help@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    client.force_login(user)
    return client


@pytest.fixture
def listing():
    return make_listing(email="old@example.com", headline="Calm rooms near the park.")


@pytest.fixture
def manager(listing):
    return make_manager(listing)


def address(change):
    return reverse("admin:directory_change_change", args=[change.pk])


def screen(client, change):
    return client.get(address(change)).content.decode()


def decide(client, change, decision="approve", **data):
    change.refresh_from_db()
    data = {"decision": decision, "as_of": change.at.isoformat()} | data
    return client.post(address(change), data, follow=True)


def stored(listing):
    return Listing.objects.get(pk=listing.pk)


def test_the_queue_holds_what_waits(desk, listing, manager):
    listing.propose({"accepting": "waitlist"}, by=manager)
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert list(desk.get(QUEUE, {"queue": "waiting"}).context["cl"].queryset) == [change]
    assert desk.get(QUEUE, {"queue": "applied"}).context["cl"].result_count == 1


def test_one_screen_says_who_when_and_which_words(desk, listing, manager):
    change = listing.propose({"headline": "Quiet rooms near the park."}, by=manager)
    text = screen(desk, change)
    assert manager.email in text
    assert 'Taken out: </span>Calm</del> <ins><span class="visually-hidden">New: </span>Quiet</ins> rooms' in text


def test_what_is_chosen_is_approved_and_the_rest_waits(desk, listing, manager):
    change = listing.propose({"headline": "Quiet rooms.", "parking": "In the yard"}, by=manager)
    response = decide(desk, change, path=["parking"])
    assert "1 line is part of the listing now." in response.content.decode()
    assert (stored(listing).headline, stored(listing).parking) == ("Calm rooms near the park.", "In the yard")
    change.refresh_from_db()
    assert (change.status, list(change.fields)) == ("waiting", ["headline"])
    assert Letter.objects.get(to=manager.email).subject == "Some of your changes are public"


def test_nothing_chosen_is_refused(desk, listing, manager):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert "Choose at least one line." in decide(desk, change).content.decode()


def test_it_goes_back_with_a_reason_and_not_without(desk, listing, manager):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert "Say why" in decide(desk, change, "send_back", reason=" ").content.decode()
    decide(desk, change, "send_back", reason="Which rooms?")
    change.refresh_from_db()
    assert (change.status, change.reason) == ("sent_back", "Which rooms?")
    assert "Why: Which rooms?" in Letter.objects.get(to=manager.email).text


def test_a_conflict_stands_first_with_both_values_and_needs_its_own_word(desk, listing, manager):
    change = listing.propose({"headline": "Quiet rooms.", "city": "Aurora"}, by=manager)
    Listing.objects.update(headline="Mended by staff.")
    text = screen(desk, change)
    assert "<dt>Public now</dt><dd>Mended by staff.</dd>" in text
    assert "<dt>They propose</dt><dd>Quiet rooms.</dd>" in text
    assert text.index('value="headline"') < text.index('value="city"')
    assert "Choose it as one to overwrite" in decide(desk, change, path=["headline"]).content.decode()
    assert stored(listing).headline == "Mended by staff."
    decide(desk, change, path=["headline"], overwrite=["headline"])
    assert stored(listing).headline == "Quiet rooms."


def test_what_was_written_since_is_not_approved_unseen(desk, listing, manager):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    seen = change.at.isoformat()
    listing.propose({"headline": "Other words."}, by=manager)
    text = decide(desk, change, path=["headline"], as_of=seen).content.decode()
    assert "has written more since" in text
    assert stored(listing).headline == "Calm rooms near the park."


def test_a_screen_without_its_moment_is_refused(desk, listing, manager):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    for moment in ("", "2026-99-99T99:00"):
        decide(desk, change, path=["headline"], as_of=moment)
    assert Change.objects.waiting().get() == change


def test_each_refusal_is_said(desk, listing, manager):
    change = listing.propose({"description": "A miracle."}, by=manager)
    assert "It promises more than anyone knows." in screen(desk, change)
    text = decide(desk, change, path=["description"]).content.decode()
    assert "Nothing is decided yet" in text
    assert not stored(listing).description


def test_a_new_person_is_put_on_record_once_their_license_is_looked_up(desk, listing, manager):
    person = {
        "name": "Robin Newperson", "role": "crna", "npi": "1234567893", "prescribes": True,
        "license_jurisdiction": "CO", "license_type": "CRNA", "license_number": "APN.77",
    }  # fmt: skip
    change = listing.propose({f"people.new.1.{name}": value for name, value in person.items()}, by=manager)
    text = screen(desk, change)
    assert "What the board says today" in text
    assert "New person 1: license, number" in text
    board = {"people.new.1-status": "active", "people.new.1-source_url": ""}
    refused = decide(desk, change, path=["people.new.1"], **board).content.decode()
    assert "needs its expiry" in refused
    decide(desk, change, path=["people.new.1"], **board, **{"people.new.1-expires_on": days_ago(-300).isoformat()})
    clinician = Clinician.objects.get(npi="1234567893")
    assert clinician.positions.get().listing == listing
    assert License.objects.get(clinician=clinician).checked_on == days_ago(0)
    assert Check.objects.get().license.clinician == clinician
    assert "Newperson" not in str(Change.objects.get().fields)


def test_who_is_on_record_is_offered_instead_of_put_there_twice(desk, listing, manager):
    known = make_clinician(name="Robin Known", npi="1234567893")
    change = listing.propose({"people.new.1.name": "R. Known", "people.new.1.npi": "1234567893"}, by=manager)
    assert "Robin Known is on record with this NPI" in screen(desk, change)
    decide(desk, change, path=["people.new.1"])
    assert listing.positions.filter(clinician=known).exists()
    assert Clinician.objects.filter(npi="1234567893").count() == 1


def test_a_decided_change_is_read_only(desk, listing, manager):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    decide(desk, change, path=["headline"])
    text = screen(desk, change)
    assert "Quiet rooms." in text
    assert 'name="decision"' not in text
    assert desk.post(address(change), {"decision": "send_back", "reason": "x"}).status_code == 403


def test_who_may_not_decide_sees_no_button(client, listing, manager):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    user = User.objects.create_user("editor@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="editors"))
    client.force_login(user)
    assert client.get(address(change)).status_code == 403
    client.force_login(manager)
    assert client.get(address(change)).status_code == 302


def test_nobody_adds_or_deletes_one(desk, listing, manager):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert desk.get(reverse("admin:directory_change_add")).status_code == 403
    assert desk.post(reverse("admin:directory_change_delete", args=[change.pk])).status_code == 403


def test_who_works_there_and_where_people_call_is_never_chosen_beforehand(desk, listing, manager):
    change = listing.propose({"phone": "303 555 0188", "people.new.1.name": "Robin", "parking": "Here"}, by=manager)
    deliver()
    text = screen(desk, change)
    assert "We told old@example.com" in text
    checked = {path for path in change.fields if f'value="{path}" checked' in text}
    assert checked == {"parking"}


def test_it_names_the_address_that_was_told_and_when_whatever_the_listing_says_since(desk, listing, manager):
    change = listing.propose({"phone": "303 555 0188", "email": "new@example.com"}, by=manager)
    with time_machine.travel(datetime(2026, 3, 2, 9, 5, tzinfo=ZoneInfo("America/New_York"))):
        Letter.objects.update(next_try_at=timezone.now())
        deliver()
    decide(desk, change, path=["email"])
    assert stored(listing).email == "new@example.com"
    text = screen(desk, change)
    assert "We told old@example.com on 2 March 2026, 09:05." in text
    assert "new@example.com" not in text
    assert "Give whom we told a day to answer" in text


def test_only_letters_about_what_waits_still_are_named(desk, listing, manager):
    change = listing.propose({"email": "new@example.com", "parking": "Here"}, by=manager)
    deliver()
    decide(desk, change, path=["email"])
    assert "to change how people find and reach them" not in screen(desk, change)
    stored(listing).propose({"phone": "303 555 0188"}, by=manager)
    deliver()
    text = screen(desk, change)
    assert "We told new@example.com on" in text
    assert "old@example.com" not in text


def test_it_does_not_claim_a_letter_that_nobody_got(desk, listing, manager):
    change = listing.propose({"phone": "303 555 0188"}, by=manager)
    assert "Our letter to old@example.com waits to be sent." in screen(desk, change)
    Letter.objects.update(next_try_at=None)
    text = screen(desk, change)
    assert "Our letter to old@example.com could not be sent." in text
    assert "We told" not in text


def test_without_an_address_it_names_the_other_managers_or_says_that_nobody_was_told(desk, listing, manager):
    Listing.objects.update(email="")
    change = stored(listing).propose({"phone": "303 555 0188"}, by=manager)
    text = screen(desk, change)
    assert "No letter has told anybody of it." in text
    assert "Call the number on record" in text
    other = make_manager(listing)
    stored(listing).propose({"website": "https://example.com/new"}, by=manager)
    deliver()
    assert f"We told {other.email} on" in screen(desk, change)


def test_what_belongs_to_a_draft_is_not_in_the_queue_yet(desk, manager, listing):
    draft = make_listing(status="draft")
    user = make_manager(draft)
    change = draft.propose({"people.new.1.name": "Robin"}, by=user)
    assert desk.get(QUEUE, {"queue": "waiting"}).context["cl"].result_count == 0
    draft.submit(by=user)
    assert list(desk.get(QUEUE, {"queue": "waiting"}).context["cl"].queryset) == [change]
