from datetime import timedelta

import pytest
from django.utils import timezone

from directory.ghost_rate import GhostRate
from directory.models import Check, License, Report
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db


def shares():
    return {bar.label: bar.text for bar in GhostRate().confirmed}


def test_without_listings_there_is_nothing_to_count():
    rate = GhostRate()
    assert (rate.total, rate.confirmed, rate.median_age) == (0, [], None)


def test_each_age_counts_where_it_belongs_and_what_is_hidden_counts_too():
    for days in (0, 30, 31, 90, 91, 120, 121, 400):
        make_listing(confirmed_on=days_ago(days))
    assert shares() == {
        "within 30 days": "2 of 8 (25%)",
        "within 90 days": "4 of 8 (50%)",
        "within 120 days": "6 of 8 (75%)",
        "longer ago: hidden": "2 of 8 (25%)",
    }
    assert GhostRate().median_age == 90


def test_invented_listings_count_only_where_there_are_no_others():
    make_listing(is_demonstration=True, confirmed_on=days_ago(100))
    assert GhostRate().is_demonstration
    make_listing()
    rate = GhostRate()
    assert (rate.is_demonstration, rate.total) == (False, 1)


def test_what_is_not_public_is_not_counted():
    make_listing(status="suspended")
    assert GhostRate().total == 0


def test_reports_that_wait_and_the_days_it_took_to_mend_the_others():
    listing, now = make_listing(), timezone.now()
    Report.objects.create(listing=listing, about="price")
    for days in (2, 4, 9):
        Report.objects.create(
            listing=listing, about="price", status="fixed", opened_at=now - timedelta(days=days), closed_at=now
        )
    Report.objects.create(listing=listing, about="price", status="duplicate", closed_at=now)
    assert (GhostRate().open_reports, GhostRate().median_days_to_fix) == (1, 4)


@pytest.mark.parametrize(("days", "number"), [(-60, 1), (-61, 0), (0, 1), (1, 0)])
def test_a_license_that_ends_soon_is_counted(days, number):
    make_listing()
    License.objects.update(expires_on=days_ago(days))
    assert GhostRate().licenses_expiring == number


def test_checks_are_counted_by_their_method_over_a_year():
    listing = make_listing()
    for method, days in [("phone_call", 1), ("phone_call", 300), ("website_seen", 3), ("document_seen", 366)]:
        Check.record(listing, "price", method=method, result="confirmed", by=None, on=days_ago(days))
    assert [(bar.label, bar.text, bar.share) for bar in GhostRate().checks] == [
        ("asked by phone", "2", 100.0),
        ("seen on their web site", "1", 50.0),
    ]


def test_each_bar_stands_with_its_words_and_its_number_in_a_table(client):
    make_listing(confirmed_on=days_ago(10))
    make_listing(confirmed_on=days_ago(100))
    html = client.get("/directory/health/").content.decode()
    assert "<title>within 90 days: 1 of 2 (50%)</title>" in html
    assert '<rect class="bars-bar" width="50.0" height="8"/>' in html
    assert '<td class="numeric">1 of 2 (50%)</td>' in html
