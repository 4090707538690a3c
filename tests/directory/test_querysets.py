import pytest

from directory.models import License, Listing, Position, SearchRow
from tests.factories.directory import days_ago, make_clinician, make_draft, make_license, make_listing

pytestmark = pytest.mark.django_db


def shown():
    return Listing.objects.visible().exists()


def test_a_published_confirmed_licensed_listing_is_shown():
    make_listing()
    assert shown()


@pytest.mark.parametrize(
    "status", ["draft", "pending_review", "temporarily_closed", "suspended", "withdrawn_by_provider"]
)
def test_no_other_state_is_shown(status):
    make_listing(status=status)
    assert not shown()


@pytest.mark.parametrize(("days", "visible"), [(120, True), (121, False)])
def test_it_is_shown_for_120_days_after_a_confirmation(days, visible):
    make_listing(confirmed_on=days_ago(days))
    assert shown() is visible


@pytest.mark.parametrize(("days", "recent"), [(90, True), (91, False)])
def test_a_confirmation_is_recent_for_90_days(days, recent):
    make_listing(confirmed_on=days_ago(days))
    assert Listing.objects.recently_confirmed().exists() is recent
    assert Listing.objects.due_for_confirmation().exists() is not recent


def test_it_leaves_when_the_last_prescribers_license_ends():
    make_listing()
    License.objects.update(expires_on=days_ago(0))
    assert shown()
    License.objects.update(expires_on=days_ago(1))
    assert not shown()
    assert Listing.objects.without_prescriber().exists()


@pytest.mark.parametrize("status", ["suspended", "revoked", "expired", "not_found", "surrendered"])
def test_it_leaves_when_the_license_is_lost(status):
    make_listing()
    License.objects.update(status=status)
    assert not shown()


def test_one_lost_license_outweighs_another_that_is_in_force():
    listing = make_listing()
    make_license(listing.positions.get().clinician, status="revoked")
    assert not shown()
    SearchRow.objects.write([listing.pk])
    assert SearchRow.objects.get().live_until is None


def test_a_second_prescriber_keeps_it_in_sight():
    listing = make_listing()
    make_license(listing.positions.get().clinician, status="revoked")
    other = make_clinician()
    make_license(other)
    Position.objects.create(clinician=other, listing=listing, prescribes=True)
    assert shown()


def test_a_license_of_another_state_does_not_count():
    make_listing()
    License.objects.update(jurisdiction="WY")
    assert not shown()


def test_someone_who_only_works_there_is_no_prescriber():
    listing = make_listing()
    listing.positions.update(prescribes=False)
    assert not shown()


def test_a_therapist_needs_no_prescriber():
    make_listing(practice_kind="therapist_working_with_infusion_clinic", prescriber=False, routes=[])
    assert shown()


def test_visibility_is_told_in_lists_of_everything():
    make_listing()
    make_draft()
    assert sorted(Listing.objects.with_visibility().values_list("is_visible", flat=True)) == [False, True]


def test_the_figures_are_counted_from_what_is_shown():
    make_listing(confirmed_on=days_ago(4))
    make_listing(confirmed_on=days_ago(10))
    make_listing(confirmed_on=days_ago(100))
    make_listing(confirmed_on=days_ago(130))
    figures = Listing.objects.figures()
    assert figures["confirmed_90_days"] == 2
    assert figures["licenses_checked"] == 3
    assert figures["median_days_since_confirmation"] == 10


def test_without_listings_there_is_no_median():
    assert Listing.objects.figures()["median_days_since_confirmation"] is None
