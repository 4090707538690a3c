from datetime import timedelta

import pytest
from django.utils import timezone

from directory.models import Change, Claim, Letter, Report, Sighting
from directory.reminders import GIVEN_UP_AFTER
from directory.sightings.counting import week_of
from directory.upkeep.purges import (
    LETTERS_KEPT_FOR,
    purge_changes,
    purge_claims,
    purge_invitations,
    purge_letters,
    purge_reports,
    purge_sightings,
)
from tests.directory.models.claiming import make_claim, make_staff, move
from tests.directory.models.inviting import invite
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


def letter(days, **fields):
    written_at = timezone.now() - timedelta(days=days)
    return Letter.objects.create(
        occasion=f"{days}", to="a@example.com", subject="x", text="x", **{"written_at": written_at} | fields
    )


def test_letters_of_long_ago_are_forgotten_and_those_that_wait_are_kept():
    sent = {"sent_at": timezone.now(), "next_try_at": None}
    letter(181, **sent)
    kept = {letter(179, **sent), letter(200)}
    assert purge_letters() == 1
    assert set(Letter.objects.all()) == kept


def test_no_occasion_is_forgotten_while_it_can_come_up_again():
    assert LETTERS_KEPT_FOR > GIVEN_UP_AFTER


def test_the_words_of_a_report_go_a_year_after_it_was_closed_and_what_became_of_it_stays():
    listing = make_listing()
    for days in (366, 364):
        closed_at = timezone.now() - timedelta(days=days)
        Report.objects.create(listing=listing, about="price", text="Words.", status="fixed", closed_at=closed_at)
    Report.objects.create(listing=listing, about="price", text="Open.")
    assert purge_reports() == 1
    assert sorted(Report.objects.values_list("text", flat=True)) == ["", "Open.", "Words."]


def test_proposals_that_never_came_true_go_after_a_year_and_the_history_stays():
    listing = make_listing()

    def change(status, days):
        at = timezone.now() - timedelta(days=days)
        return Change.objects.create(listing=listing, fields={}, actor="provider", status=status, reason="x", at=at)

    change("sent_back", 366)
    change("withdrawn", 366)
    kept = {change("sent_back", 364), change("applied", 900), change("waiting", 900)}
    assert purge_changes() == 2
    assert set(Change.objects.all()) == kept


def test_the_words_of_a_claim_go_a_year_after_its_decision():
    claim = make_claim(way="other")
    claim.refuse(by=make_staff(), reason="Nobody knows you.")
    assert purge_claims() == 0
    move(Claim.objects.get(), decided_at=366)
    assert purge_claims() == 1
    assert purge_claims() == 0
    kept = Claim.objects.get()
    assert (kept.note, kept.status, kept.reason) == ("", "refused", "Nobody knows you.")


def test_invitations_go_after_a_year():
    listing = make_listing()
    invitation = invite(listing, make_manager(listing))
    assert purge_invitations() == 0
    move(invitation, sent_at=366)
    assert purge_invitations() == 1


def test_counts_of_two_years_ago_go_and_younger_ones_stay():
    listing = make_draft()
    kept = {week_of(days_ago(days)) for days in (2 * 365, 0)}
    for week in {*kept, week_of(days_ago(2 * 365 + 7))}:
        Sighting.objects.create(listing=listing, week=week)
    assert purge_sightings() == 1
    assert set(Sighting.objects.values_list("week", flat=True)) == kept
