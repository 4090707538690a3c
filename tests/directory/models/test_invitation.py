from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from directory.models import Change, Letter, Listing, ManagerInvitation, Membership
from tests.directory.models.claiming import letters_to, make_staff
from tests.directory.models.inviting import ANNA, accept, invite, token_in_letter
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    return make_listing()


@pytest.fixture
def manager(listing):
    return make_manager(listing, email="boss@example.com")


def refused(verb, match, *args, **words):
    with pytest.raises(ValidationError, match=match):
        verb(*args, **words)


def is_manager(listing, user):
    return Listing.objects.editable_by(user).filter(pk=listing.pk).exists()


class TestColleague:
    def test_they_accept_with_the_very_address(self, listing, manager):
        invite(listing, manager)
        anna = make_manager(email="Anna@Example.com")
        assert accept(anna).invited_by == manager
        assert is_manager(listing, anna)
        assert "Somebody new keeps your listing" in letters_to(manager.email)

    def test_with_another_address_nobody_does(self, listing, manager):
        invite(listing, manager)
        stranger = make_manager()
        refused(accept, "another e-mail address", stranger)
        assert not is_manager(listing, stranger)

    def test_it_opens_once(self, listing, manager):
        invite(listing, manager)
        anna = make_manager(email=ANNA)
        accept(anna)
        Membership.objects.filter(user=anna).delete()
        refused(accept, "was used", anna)

    def test_it_opens_for_two_weeks(self, listing, manager):
        invitation = invite(listing, manager)
        ManagerInvitation.objects.update(sent_at=invitation.sent_at - timedelta(days=14, minutes=1))
        refused(accept, "too old", make_manager(email=ANNA))

    def test_taken_back_it_opens_nothing(self, listing, manager):
        invite(listing, manager).withdraw()
        refused(accept, "taken back", make_manager(email=ANNA))

    def test_it_opens_nothing_after_whoever_invited_is_gone(self, listing, manager):
        other = make_manager(listing)
        invite(listing, manager)
        Membership.objects.get(user=manager).remove(by=other)
        refused(accept, "does not keep this listing any more", make_manager(email=ANNA))

    def test_sent_again_the_old_link_opens_nothing_and_the_others_hear_of_it_once(self, listing, manager):
        other = make_manager(listing, email="other@example.com")
        invite(listing, manager)
        old = token_in_letter()
        invite(listing, manager, email=ANNA.upper())
        assert ManagerInvitation.objects.count() == 1
        assert ManagerInvitation.behind(old) is None
        assert letters_to(other.email) == ["Somebody was invited to your listing"]

    def test_the_token_stands_in_the_letter_alone(self, listing, manager):
        invite(listing, manager)
        assert token_in_letter() not in str(ManagerInvitation.objects.values().get())

    def test_a_manager_is_not_invited_again_and_a_stranger_invites_nobody(self, listing, manager):
        refused(invite, "manager of the listing already", listing, manager, email="BOSS@example.com")
        refused(invite, "not a manager of this listing", listing, make_manager())

    def test_no_more_than_ten_are_open(self, listing, manager):
        for number in range(10):
            invite(listing, manager, email=f"a{number}@example.com")
        refused(invite, "Too many", listing, manager)

    def test_the_database_refuses_a_second_open_one(self, listing, manager):
        invite(listing, manager)
        with pytest.raises(IntegrityError), transaction.atomic():
            ManagerInvitation.objects.create(listing=listing, email=ANNA.upper(), token_hash="x")


class TestHandingOver:
    def test_whoever_hands_over_stays_until_it_is_accepted(self, listing, manager):
        invite(listing, manager, hands_over=True)
        assert is_manager(listing, manager)
        anna = make_manager(email=ANNA)
        accept(anna)
        assert is_manager(listing, anna)
        assert not is_manager(listing, manager)
        assert "Your listing is handed over" in letters_to(manager.email)

    def test_the_letter_says_so(self, listing, manager):
        invite(listing, manager, hands_over=True)
        assert "in their place" in Letter.objects.get(to=ANNA).text


class TestProviderOfADraft:
    def make(self, **fields):
        return make_draft(**{"provenance": "staff_invited_consented", "email": "office@quiet.example"} | fields)

    def test_the_letter_goes_to_the_listing_and_whoever_opens_it_keeps_the_draft(self):
        draft, staff, user = self.make(), make_staff(), make_manager()
        ManagerInvitation.invite_provider(draft, by=staff)
        accept(user, "office@quiet.example")
        assert is_manager(draft, user)
        assert not is_manager(draft, staff)

    def test_it_opens_for_the_first_only(self):
        draft = self.make()
        ManagerInvitation.invite_provider(draft, by=make_staff())
        make_manager(draft)
        refused(accept, "keeps this listing already", make_manager(), "office@quiet.example")

    @pytest.mark.parametrize(
        ("fields", "match"),
        [
            ({"email": ""}, "please call"),
            ({"provenance": "provider_applied"}, "provider applied"),
            ({"is_demonstration": True}, "demonstration"),
            ({"status": "suspended"}, "Only the provider of a draft"),
        ],
    )
    def test_others_are_not_invited(self, fields, match):
        refused(ManagerInvitation.invite_provider, match, self.make(**fields), by=make_staff())
        assert not Letter.objects.exists()

    def test_one_with_a_manager_is_not_invited(self):
        draft = self.make()
        make_manager(draft)
        refused(ManagerInvitation.invite_provider, "keeps it already", draft, by=make_staff())


class TestConsent:
    """What staff drafted is published when its provider has said so themself."""

    def make(self):
        return make_listing(status="draft", provenance="staff_invited_consented")

    def consent(self, listing, by):
        Change.record(listing, {"consent_at": [None, "2026-11-01T12:00:00Z"]}, by=by)

    def test_the_word_of_staff_is_not_enough(self):
        listing, staff = self.make(), make_staff()
        self.consent(listing, staff)
        refused(listing.publish, "has not agreed to it themself", by=staff)

    def test_the_provider_s_is(self):
        listing = self.make()
        self.consent(listing, make_manager(listing))
        listing.publish(by=make_staff())
        assert Listing.objects.get().status == "published"

    def test_one_that_was_taken_back_is_none(self):
        listing = self.make()
        manager = make_manager(listing)
        self.consent(listing, manager)
        Change.record(listing, {"consent_at": ["2026-11-01T12:00:00Z", None]}, by=manager)
        refused(listing.publish, "has not agreed to it themself", by=make_staff())

    def test_one_that_staff_type_over_it_is_none(self):
        listing = self.make()
        self.consent(listing, make_manager(listing))
        self.consent(listing, make_staff())
        refused(listing.publish, "has not agreed to it themself", by=make_staff())

    def test_staff_who_call_themselves_the_provider_are_not(self):
        listing = self.make()
        staff = make_staff()
        Change.record(listing, {"consent_at": [None, "2026-11-01T12:00:00Z"]}, by=staff, actor="provider")
        refused(listing.publish, "has not agreed to it themself", by=staff)

    def test_what_a_provider_applied_for_needs_no_more_than_before(self):
        make_listing(status="draft").publish(by=make_staff())
