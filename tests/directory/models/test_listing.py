import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from directory.models import Listing, SearchRow
from tests.factories.directory import days_ago, make_draft, make_listing, make_place

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("listing_slug_is_plain", {"slug": "Not Plain"}),
        ("listing_slug_is_not_a_page", {"slug": "compare"}),
        ("listing_zip_has_five_digits", {"zip5": "8020"}),
        ("listing_state_is_known", {"state": "XX"}),
        ("listing_npi_has_ten_digits_or_is_blank", {"npi": "3234567893"}),
        ("listing_point_is_whole_and_on_earth", {"latitude": 91}),
        ("listing_point_is_whole_and_on_earth", {"longitude": None}),
        ("listing_ages_are_in_order", {"min_age": 30, "max_age": 20}),
        ("listing_monitor_is_licensed", {"session_monitor_role": "unlicensed_guide"}),
        ("listing_patients_per_monitor_is_1_to_5", {"patients_per_monitor_max": 6}),
        ("closed_listing_has_a_date", {"status": "closed"}),
        ("listing_fees_have_a_date", {"consult_fee_usd": 100}),
        ("published_listing_was_consented_and_confirmed", {"status": "published"}),
        ("listing_accepting_is_known", {"accepting": "maybe"}),
        ("listing_driving_rule_is_known", {"driving_rule": "none"}),
    ],
)
def test_the_database_refuses_what_cannot_be_true(name, fields):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make_draft(**fields)


def test_a_complete_listing_is_published(staff):
    listing = make_listing(status=Listing.Status.DRAFT)
    listing.publish(by=staff)
    assert Listing.objects.visible().get() == listing
    assert SearchRow.objects.get().live_until is not None


def test_a_draft_says_everything_that_is_missing(staff):
    listing = make_draft(street="", phone="", latitude=None, longitude=None)
    with pytest.raises(ValidationError) as refusal:
        listing.publish(by=staff)
    text = " ".join(refusal.value.messages)
    for part in ["consent", "confirmed", "street", "point", "treated", "phone", "accepts", "prescribes", "condition"]:
        assert part in text
    assert Listing.objects.get().status == "draft"


def test_esketamine_needs_its_certificate():
    listing = make_listing(routes=["intranasal_esketamine"], status="draft")
    assert listing.publication_problems() == []
    listing.offerings.update(rems_certified="not_stated")
    assert "REMS" in listing.publication_problems()[0]


def test_after_esketamine_people_are_watched_for_two_hours():
    listing = make_listing(routes=["intranasal_esketamine"])
    listing.offerings.update(observation_minutes=90)
    assert "2 hours" in listing.publication_problems()[0]


def test_a_prescriber_is_licensed_in_the_state_of_the_practice():
    listing = make_listing()
    listing.licenses_of_prescribers().update(jurisdiction="WY")
    assert "active license in Colorado" in listing.publication_problems()[0]


def test_a_therapist_without_a_prescriber_may_be_listed():
    listing = make_listing(
        practice_kind="therapist_working_with_infusion_clinic",
        prescriber=False,
        routes=[],
        prescriber_role="not_stated",
    )
    assert listing.publication_problems() == []


def test_a_practice_is_licensed_where_it_serves_by_video():
    listing = make_listing(statements=[("serves", "co"), ("serves", "ny")])
    assert "serves: NY" in listing.publication_problems()[0]


def test_a_decision_is_logged_with_its_person(staff):
    listing = make_listing()
    listing.suspend(by=staff, reason="The phone rings elsewhere.")
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (staff, str(listing.pk))
    assert "Suspended" in entry.change_message


def test_what_is_decided_cannot_be_decided_again(staff):
    listing = make_listing()
    with pytest.raises(ValidationError, match="is published and cannot become published"):
        listing.publish(by=staff)


def test_a_decision_looks_at_what_is_stored_and_not_at_an_old_copy(staff):
    listing = make_listing()
    stale = Listing.objects.get(pk=listing.pk)
    listing.suspend(by=staff, reason="The phone rings elsewhere.")
    with pytest.raises(ValidationError):
        stale.suspend(by=staff, reason="The phone rings elsewhere.")


def test_suspending_takes_it_out_of_sight_at_once(staff):
    listing = make_listing()
    listing.suspend(by=staff, reason="The phone rings elsewhere.")
    assert not Listing.objects.visible().exists()
    assert SearchRow.objects.get().live_until is None


def test_confirming_counts_from_today(staff):
    listing = make_listing(confirmed_on=days_ago(100))
    assert not listing.is_recently_confirmed
    listing.confirm(by=staff)
    listing.refresh_from_db()
    assert listing.days_since_confirmation == 0
    assert listing.is_recently_confirmed


def test_a_point_far_from_its_zip_is_refused():
    make_place(kind="zip", zip5="80202", state="CO", latitude=39.75, longitude=-104.99)
    listing = make_draft(latitude=45.0, longitude=-104.99)
    with pytest.raises(ValidationError, match="miles from the ZIP code"):
        listing.clean()


def test_a_zip_of_another_state_is_refused():
    make_place(kind="zip", zip5="80202", state="CO", latitude=39.75, longitude=-104.99)
    with pytest.raises(ValidationError, match="another state"):
        make_draft(state="WY").clean()


@pytest.mark.parametrize("typed", ["(303) 555-0123 ext. 4", "303-555-0123 x4", "303 555 0123#4"])
def test_an_extension_is_refused_and_not_dropped(staff, typed):
    for listing in (make_draft(), make_listing()):
        for write in (listing.propose, listing.apply):
            with pytest.raises(ValidationError, match="An extension cannot be shown") as refusal:
                write({"phone": typed}, by=staff)
            assert list(refusal.value.message_dict) == ["phone"]


def test_nobody_confirms_on_a_day_to_come(staff):
    listing = make_listing()
    with pytest.raises(ValidationError, match="still to come"):
        listing.confirm(by=staff, on=days_ago(-1))
    listing.refresh_from_db()
    assert listing.confirmed_on == days_ago(10)


def test_all_that_is_wrong_is_said_at_once():
    listing = make_draft(opened_year=1900, fees_as_of=days_ago(-1))
    with pytest.raises(ValidationError) as refusal:
        listing.clean()
    assert set(refusal.value.message_dict) == {"opened_year", "fees_as_of"}


def test_publication_needs_a_time_zone():
    assert make_listing(time_zone="").publication_problems() == ["The time zone is missing."]


def test_people_go_to_a_point_that_is_known_and_has_a_door():
    assert make_draft().door == (39.75, -105.0)
    assert make_draft(by_video_only=True).door is None
    assert make_draft(latitude=None, longitude=None).door is None
