from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from directory.changelog.page import entries
from directory.models import Claim, Letter, Listing, Membership
from directory.models.claim_rules import ways_of
from directory.takeover import signs
from tests.directory.models.claiming import (
    OFFICE,
    code_for,
    letters_to,
    make_claim,
    make_claimable,
    make_staff,
    move,
    prove,
    website_moved,
)
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


def managers(listing):
    return {membership.user for membership in Membership.objects.filter(listing=listing)}


def refused(verb, match, *args, **kwargs):
    with pytest.raises(ValidationError, match=match):
        verb(*args, **kwargs)


class TestProofByTheListedAddress:
    def test_the_code_goes_to_the_address_of_the_listing_and_makes_a_manager(self):
        claim = make_claim()
        assert Letter.objects.get().to == OFFICE
        claim = prove(claim)
        assert claim.status == "granted"
        assert claim.decided_at
        assert managers(claim.listing) == {claim.user}

    def test_the_claimant_cannot_choose_the_address(self):
        claim = make_claim(address="mine@evil.example")
        assert claim.address == OFFICE

    def test_the_letter_names_who_asks_and_is_the_only_place_of_the_code(self):
        claim = make_claim()
        code = code_for(claim)
        letter = Letter.objects.get()
        assert str(claim.user) in letter.text
        assert code in letter.html
        row = Claim.objects.values().get()
        assert code.replace(" ", "") not in str(row)

    def test_however_it_is_typed_the_code_is_the_code(self):
        claim = make_claim()
        claim.prove(f" {code_for(claim).lower().replace(' ', '-')} ")
        assert Claim.objects.get().status == "granted"

    def test_a_wrong_code_is_counted_and_the_sixth_try_is_not_looked_at(self):
        claim = make_claim()
        for _time in range(4):
            refused(claim.prove, "not the code", "AAAAA AAAAA")
        refused(claim.prove, "Too many wrong", "AAAAA AAAAA")
        refused(claim.prove, "Too many wrong", code_for(claim))
        assert Claim.objects.get().tries == 5
        assert managers(claim.listing) == set()

    def test_wrong_codes_stay_counted_when_a_new_one_is_sent(self):
        claim = make_claim()
        for _time in range(5):
            refused(claim.prove, "wrong|not the code", "AAAAA AAAAA")
        claim.send_again()
        assert prove(claim).status == "granted"
        assert Claim.objects.get().tries == 5
        assert "Wrong codes were typed: 5." in signs(Claim.objects.get())

    def test_a_new_code_allows_five_more(self):
        claim = make_claim()
        for _letter in range(2):
            for _time in range(4):
                refused(claim.prove, "not the code", "AAAAA AAAAA")
            refused(claim.prove, "Too many wrong", "AAAAA AAAAA")
            refused(claim.prove, "Too many wrong", code_for(claim))
            claim.send_again()
        assert Claim.objects.get().tries == 10

    def test_a_new_code_ends_the_old_one(self):
        claim = make_claim()
        old = code_for(claim)
        claim.send_again()
        refused(claim.prove, "not the code", old)
        assert prove(claim).status == "granted"

    def test_codes_are_not_sent_for_ever(self):
        claim = make_claim()
        for _time in range(4):
            claim.send_again()
        refused(claim.send_again, "as many codes as we may")
        assert Letter.objects.count() == 5

    def test_a_code_that_is_too_old_opens_nothing(self):
        claim = move(make_claim(), code_sent_at=2.01)
        refused(claim.prove, "too old", code_for(claim))
        move(claim, code_sent_at=-0.02)
        assert prove(claim).status == "granted"

    def test_a_used_code_opens_nothing(self):
        claim = make_claim()
        code = code_for(claim)
        claim.prove(code)
        refused(Claim.objects.get().prove, "decided already", code)

    def test_the_code_of_another_listing_opens_nothing(self):
        user = make_manager()
        mine, other = make_claim(user=user), make_claim(make_claimable(email="b@example.com"), user)
        refused(other.prove, "not the code", code_for(mine))
        assert managers(other.listing) == set()

    def test_the_code_of_another_person_opens_nothing(self):
        listing = make_claimable()
        one, other = make_claim(listing), make_claim(listing)
        refused(other.prove, "not the code", code_for(one))

    def test_a_code_to_an_address_that_the_listing_no_longer_has_opens_nothing(self):
        claim = make_claim()
        Listing.objects.update(email="new@quiet.example")
        refused(claim.prove, "another e-mail address by now", code_for(claim))
        refused(claim.send_again, "another e-mail address by now")

    def test_a_listing_without_an_address_has_no_such_way(self):
        listing = make_claimable(email="")
        assert "listed_email" not in ways_of(listing)
        refused(make_claim, "not open for this listing", listing)


class TestProofByTheOwnSite:
    def test_an_address_at_the_site_proves_it(self):
        claim = prove(make_claim(make_claimable(email=""), way="own_site", address="anna@quiet.example"))
        assert claim.status == "granted"

    @pytest.mark.parametrize(
        "address",
        ["anna@quiet.example.evil.example", "anna@quiet-example.com", "anna@quíet.example", "anna@gmail.com", ""],
    )
    def test_any_other_does_not(self, address):
        refused(make_claim, "not at the web site", make_claimable(), way="own_site", address=address)
        assert not Letter.objects.exists()

    @pytest.mark.parametrize(
        "website", ["https://quiet.wixsite.com/home", "https://www.facebook.com/quiet", "https://gmail.com", ""]
    )
    def test_a_shared_host_proves_nothing(self, website):
        listing = make_claimable(website=website)
        assert "own_site" not in ways_of(listing)
        refused(make_claim, "not open", listing, way="own_site", address="anna@quiet.wixsite.com")

    def test_a_site_that_was_changed_within_90_days_proves_nothing(self):
        listing = make_claimable()
        website_moved(listing, days_ago=89)
        assert "own_site" not in ways_of(listing)
        refused(make_claim, "not open", listing, way="own_site", address="anna@quiet.example")

    def test_a_site_that_was_changed_longer_ago_does(self):
        listing = make_claimable()
        website_moved(listing, days_ago=91)
        assert "own_site" in ways_of(listing)

    def test_a_young_listing_has_no_site_that_has_stood(self):
        assert "own_site" not in ways_of(make_listing(website="https://quiet.example/"))

    def test_a_site_that_changes_while_the_code_is_on_its_way_proves_nothing(self):
        claim = make_claim(way="own_site", address="anna@quiet.example")
        website_moved(claim.listing, days_ago=0)
        refused(claim.prove, "not open", code_for(claim))

    def test_the_listed_address_is_told_and_may_object_for_seven_days(self):
        claim = prove(make_claim(way="own_site", address="anna@quiet.example"))
        assert (claim.status, claim.is_transfer) == ("open", False)
        assert letters_to(OFFICE) == ["Somebody else asks for your listing on Psychly"]
        assert managers(claim.listing) == set()
        assert not claim.settle()
        assert move(claim, told_at=8.5).settle()
        assert managers(claim.listing) == {claim.user}


class TestStaffDecide:
    def test_a_call_is_approved_with_what_was_heard(self):
        claim, staff = make_claim(make_claimable(email=""), way="call"), make_staff()
        refused(claim.approve, "what you saw or heard", by=staff, grounds=" ")
        claim.approve(by=staff, grounds="Dr. Testperson says so.")
        claim = Claim.objects.get()
        assert (claim.status, claim.approved_by, claim.decided_by) == ("granted", staff, staff)
        assert LogEntry.objects.filter(user=staff, object_id=claim.pk, change_message__contains="Testperson").exists()

    def test_with_an_old_contact_it_waits_for_seven_days(self):
        claim = make_claim(way="other")
        claim.approve(by=make_staff(), grounds="A letter on paper.")
        assert claim.status == "open"
        assert letters_to(OFFICE)
        move(claim, told_at=8.5).settle()
        assert managers(claim.listing) == {claim.user}

    def test_what_the_claimant_has_to_prove_staff_do_not_approve(self):
        refused(make_claim().approve, "not typed the code", by=make_staff(), grounds="x")

    def test_nobody_approves_twice_or_their_own(self):
        staff = make_staff()
        own = make_claim(user=staff, way="call")
        refused(own.approve, "claim of their own", by=staff, grounds="x")
        claim = make_claim(way="call")
        claim.approve(by=staff, grounds="x")
        refused(claim.approve, "approved already", by=make_staff(), grounds="x")

    def test_a_refusal_needs_a_reason_that_the_claimant_reads(self):
        claim, staff = make_claim(way="other"), make_staff()
        refused(claim.refuse, "Write down why", by=staff, reason="")
        claim.refuse(by=staff, reason="The clinic does not know you.")
        assert Claim.objects.get().status == "refused"
        assert "does not know you" in Letter.objects.get(to=claim.user.email).text

    @pytest.mark.parametrize("verb", ["approve", "second", "refuse", "object", "withdraw", "expire", "settle", "prove"])
    def test_a_decision_is_final(self, verb):
        claim, words = prove(make_claim()), {}
        if verb in {"approve", "second", "refuse"}:
            words = {"by": make_staff()} | {"approve": {"grounds": "x"}, "refuse": {"reason": "x"}}.get(verb, {})
        if verb == "prove":
            words = {"code": "x"}
        refused(getattr(claim, verb), "decided already: Granted", **words)


class TestTransfer:
    @pytest.fixture
    def listing(self):
        listing = make_claimable()
        make_manager(listing, email="old@example.com")
        return listing

    def told(self, listing):
        claim, first = prove(make_claim(listing)), make_staff()
        claim.approve(by=first, grounds="They bought it.")
        return claim, first

    def test_proof_alone_moves_nothing(self, listing):
        claim = prove(make_claim(listing))
        assert claim.is_transfer
        assert claim.user not in managers(listing)
        assert not move(claim, told_at=8).settle()
        assert letters_to("old@example.com") == ["Somebody else asks for your listing on Psychly"]

    def test_it_needs_two_of_staff_and_seven_silent_days(self, listing):
        claim, _first = self.told(listing)
        claim.second(by=make_staff())
        assert claim.status == "open"
        assert move(claim, told_at=8.5).settle()
        assert managers(listing) == {claim.user}
        assert "Somebody else keeps the listing now" in letters_to("old@example.com")
        assert "Somebody else keeps the listing now" not in letters_to(OFFICE)

    def test_the_second_grants_it_when_the_days_are_over(self, listing):
        claim, _first = self.told(listing)
        move(claim, told_at=8.5).second(by=make_staff())
        assert managers(listing) == {claim.user}

    def test_the_second_person_is_another_one(self, listing):
        claim, first = self.told(listing)
        refused(claim.second, "second person has to confirm", by=first)
        refused(claim.second, "second person has to confirm", by=claim.user)
        assert Claim.objects.get().seconded_at is None

    def test_the_second_comes_after_the_first_and_once(self, listing):
        claim = prove(make_claim(listing))
        refused(claim.second, "Nobody has approved", by=make_staff())
        claim.approve(by=make_staff(), grounds="x")
        claim.second(by=make_staff())
        refused(claim.second, "needs no second", by=make_staff())

    def test_what_is_no_transfer_needs_no_second(self):
        claim = make_claim(way="call")
        claim.approve(by=make_staff(), grounds="x")
        refused(claim.second, "needs no second", by=make_staff())

    @pytest.mark.parametrize("by", ["listed_email", "call"])
    def test_an_objection_in_time_ends_it(self, listing, by):
        claim = make_claim(listing, way=by)
        claim = prove(claim) if by == "listed_email" else claim
        claim.approve(by=make_staff(), grounds="x")
        claim.second(by=make_staff())
        move(claim, told_at=6.99).object("I work there every day.")
        claim = Claim.objects.get()
        assert (claim.status, claim.objection) == ("objected", "I work there every day.")
        refused(claim.settle, "decided already")
        assert claim.user not in managers(listing)
        assert "The old contact has objected to your claim" in letters_to(claim.user.email)

    def test_an_objection_that_comes_late_does_not(self, listing):
        claim, _first = self.told(listing)
        refused(move(claim, told_at=8.5).object, "seven days to object are over")
        assert Claim.objects.get().status == "open"

    def test_the_last_day_lasts_until_it_ends_everywhere(self, listing):
        claim, _first = self.told(listing)
        claim.told_at = datetime(2026, 11, 2, 15, 0, tzinfo=UTC)
        assert claim.objection_day == date(2026, 11, 9)
        assert claim.objection_until == datetime(2026, 11, 10, 11, 0, tzinfo=UTC)

    def test_nobody_objects_to_what_nobody_was_told(self, listing):
        refused(make_claim(listing).object, "over")

    def test_staff_cannot_go_around_the_second_by_removing_the_manager_first(self, listing):
        alone = make_staff()
        listing.memberships.get().remove_by_staff(by=alone, reason="Left the practice.")
        claim = make_claim(listing, way="call")
        claim.approve(by=alone, grounds="x")
        assert claim.is_transfer
        assert not move(claim, told_at=8).settle()

    def test_a_manager_who_comes_while_it_waits_makes_it_a_transfer(self):
        claim = prove(make_claim(way="own_site", address="anna@quiet.example"))
        make_manager(claim.listing, email="new@example.com")
        assert not move(claim, told_at=8).settle()
        assert Claim.objects.get().is_transfer
        assert letters_to("new@example.com")

    def test_the_removed_manager_is_a_stranger_at_once(self, listing):
        old = listing.memberships.get().user
        claim, _first = self.told(listing)
        move(claim, told_at=8.5).second(by=make_staff())
        assert not Listing.objects.editable_by(old).exists()


class TestWhatCanBeClaimed:
    @pytest.mark.parametrize(
        ("fields", "match"),
        [
            ({"is_demonstration": True}, "invented practice"),
            ({"status": "closed", "closed_on": timezone.localdate()}, "closed for good"),
            ({"status": "withdrawn_by_provider"}, "not published"),
            ({"status": "suspended"}, "not published"),
            ({"status": "draft"}, "not published"),
        ],
    )
    def test_only_what_is_shown_and_real(self, fields, match):
        refused(make_claim, match, make_claimable(**fields), way="other")
        assert not Claim.objects.exists()

    def test_what_is_closed_for_now_can_be(self):
        assert make_claim(make_claimable(status="temporarily_closed")).is_open

    @pytest.mark.parametrize("status", ["closed", "withdrawn_by_provider", "suspended"])
    def test_one_that_ends_meanwhile_goes_to_nobody(self, status):
        claim = make_claim()
        Listing.objects.update(status=status, closed_on=timezone.localdate())
        refused(claim.prove, "claim", code_for(claim))
        assert managers(claim.listing) == set()
        by_call = Claim.objects.create(listing=claim.listing, user=make_manager(), way="call", note="x")
        refused(by_call.approve, "claim", by=make_staff(), grounds="x")

    def test_one_that_ends_while_it_waits_goes_to_nobody(self):
        claim = prove(make_claim(way="own_site", address="anna@quiet.example"))
        Listing.objects.update(status="withdrawn_by_provider")
        assert not move(claim, told_at=8).settle()
        assert managers(claim.listing) == set()

    def test_a_manager_claims_nothing(self):
        listing = make_claimable()
        refused(make_claim, "manager of this listing already", listing, make_manager(listing))

    def test_the_same_form_twice_is_one_claim_and_one_letter(self):
        listing, user = make_claimable(), make_manager()
        assert make_claim(listing, user) == make_claim(listing, user)
        assert Letter.objects.count() == 1

    def test_one_that_was_withdrawn_makes_room_for_another(self):
        claim = make_claim()
        claim.withdraw()
        assert make_claim(claim.listing, claim.user, way="call").pk != claim.pk


class TestWhatFollows:
    def test_others_who_claim_it_are_told_that_somebody_was_first(self):
        listing = make_claimable()
        first, second = make_claim(listing), make_claim(listing)
        prove(first)
        second = Claim.objects.get(pk=second.pk)
        assert (second.status, second.decided_by) == ("refused", None)
        refused(second.prove, "decided already", "x")

    def test_readers_learn_that_it_changed_and_not_who(self):
        claim = prove(make_claim())
        lines = [line for entry in entries(claim.listing) for line in entry.lines]
        assert [(line.label, line.has_values) for line in lines] == [("Who keeps this listing", False)]
        assert claim.user.email not in str(entries(claim.listing))

    def test_it_says_where_the_listing_came_from_then(self):
        assert prove(make_claim()).listing.provenance == "claimed"

    def test_what_staff_drafted_stays_so_until_its_provider_consents(self):
        listing = make_claimable(provenance="staff_invited_consented")
        prove(make_claim(listing))
        assert "invite them" in " ".join(Listing.objects.get().publication_problems())

    def test_one_that_nobody_proves_ends_after_a_month(self):
        claim = make_claim()
        assert not Claim.objects.unproved_for_long().exists()
        move(claim, opened_at=31)
        assert list(Claim.objects.unproved_for_long()) == [claim]
        claim.expire()
        assert Claim.objects.get().status == "expired"
        assert letters_to(claim.user.email) == ["Your claim has ended"]

    def test_one_that_waits_for_others_does_not(self):
        claim = move(prove(make_claim(way="own_site", address="anna@quiet.example")), opened_at=31)
        assert not Claim.objects.unproved_for_long().exists()
        refused(claim.expire, "waits for others")


class TestTheDatabaseItself:
    def make(self, **fields):
        defaults = {"listing": self.listing, "user": make_manager(), "way": "call", "note": "x"}
        return Claim.objects.create(**defaults | fields)

    @pytest.fixture(autouse=True)
    def a_listing(self):
        self.listing = make_draft()

    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({"status": "granted", "decided_at": timezone.now()}, "granted_claim_was_proved_or_approved"),
            ({"status": "granted", "proved_at": timezone.now()}, "decided_claim_has_its_day"),
            ({"status": "open", "decided_at": timezone.now()}, "decided_claim_has_its_day"),
            ({"seconded_at": timezone.now()}, "seconded_claim_was_approved_first"),
            (
                {
                    "status": "granted",
                    "is_transfer": True,
                    "proved_at": timezone.now(),
                    "approved_at": timezone.now(),
                    "decided_at": timezone.now(),
                },
                "granted_transfer_was_approved_twice",
            ),
            ({"status": "unheard"}, "claim_status_is_known"),
            ({"way": "unheard"}, "claim_way_is_known"),
        ],
    )
    def test_it_refuses_what_never_may_be(self, fields, name):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            self.make(**fields)

    def test_it_refuses_one_person_as_first_and_second(self):
        staff, now = make_staff(), timezone.now()
        with pytest.raises(IntegrityError, match="second_person_is_not_the_first"), transaction.atomic():
            self.make(approved_by=staff, approved_at=now, seconded_by=staff, seconded_at=now)

    @pytest.mark.parametrize("field", ["approved_by", "seconded_by"])
    def test_it_refuses_who_decides_for_themself(self, field):
        user, other, now = make_manager(), make_staff(), timezone.now()
        people = {"approved_by": other, "seconded_by": make_staff()} | {field: user}
        with pytest.raises(IntegrityError, match="nobody_decides_their_own_claim"), transaction.atomic():
            self.make(user=user, approved_at=now, seconded_at=now, **people)

    def test_it_refuses_a_second_open_claim_of_one_person(self):
        claim = self.make()
        with pytest.raises(IntegrityError), transaction.atomic():
            self.make(user=claim.user)
        self.make(user=claim.user, status="refused", decided_at=timezone.now())

    def test_staff_who_leave_leave_their_decisions(self):
        first, second, now = make_staff(), make_staff(), timezone.now() - timedelta(days=1)
        claim = self.make(
            status="granted",
            is_transfer=True,
            approved_by=first,
            approved_at=now,
            seconded_by=second,
            seconded_at=now,
            decided_at=now,
        )
        first.delete()
        second.delete()
        assert Claim.objects.get(pk=claim.pk).approved_at
