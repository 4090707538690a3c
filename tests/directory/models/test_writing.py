"""What a snapshot reads can be written back: every path, every refusal with its path."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory import choices
from directory.models import Change, Listing, Offering, Place, SearchRow, Statement
from directory.models.proposable import LISTING_FIELDS, OFFERING_FIELDS
from directory.models.snapshot import snapshot
from tests.factories.directory import (
    days_ago,
    make_draft,
    make_hours,
    make_listing,
    make_offering,
    make_place,
    make_term,
)

pytestmark = pytest.mark.django_db

IV = "offerings.iv_infusion"


@pytest.fixture
def draft():
    return make_draft()


def refused(listing, fields, staff):
    before = snapshot(listing.pk)
    with pytest.raises(ValidationError) as refusal:
        listing.apply(fields, by=staff)
    assert snapshot(listing.pk) == before
    assert not Change.objects.exists()
    return refusal.value.message_dict


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("headline", "Quiet rooms.", "Quiet rooms."),
        ("phone", "+13035550188", "(303) 555-0188"),
        ("min_age", "21", 21),
        ("by_video_only", True, True),
        ("next_new_patient_on", "2026-01-31", "2026-01-31"),
        ("next_new_patient_on", days_ago(3), days_ago(3).isoformat()),
        ("hours.0.09:00-17:00", True, True),
        ("hours.0.09:00-17:00", "By appointment", "By appointment"),
        (IV, True, True),
    ],
)
def test_a_plain_value_is_written_and_read_again(draft, staff, path, value, said):
    change = draft.apply({path: value}, by=staff, reason="They called.")
    assert snapshot(draft.pk)[path] == said
    assert change.fields[path][1] == said
    assert (change.status, change.actor, change.reason) == ("applied", "staff", "They called.")


def test_a_statement_says_since_when_it_is_stated(draft, staff):
    make_term("language", "es")
    draft.apply({"statements.language.es.staff": "yes"}, by=staff)
    row = Statement.objects.get()
    assert (row.answer, row.detail, row.stated_on) == ("yes", "staff", days_ago(0))
    draft.apply({"statements.language.es.staff": None}, by=staff)
    assert not Statement.objects.exists()


def test_a_treatment_comes_with_what_it_says_and_goes_with_it(draft, staff):
    priced = {IV: True, f"{IV}.price_session_min_usd": "450", f"{IV}.prices_as_of": days_ago(0).isoformat()}
    draft.apply(priced, by=staff)
    assert draft.offerings.get().price_session_min_usd == 450
    change = draft.apply({IV: None}, by=staff)
    assert change.fields[f"{IV}.price_session_min_usd"] == [450, None]
    assert not draft.offerings.exists()


def test_a_stretch_that_stood_twice_goes_whole(draft, staff):
    for _ in range(2):
        make_hours(draft, 0, time(9), time(17))
    draft.apply({"hours.0.09:00-17:00": None}, by=staff)
    assert not draft.hours.exists()


def test_nothing_moved_is_no_change(draft, staff):
    assert draft.apply({"headline": draft.headline}, by=staff) is None
    assert draft.apply({}, by=staff) is None
    assert not Change.objects.exists()


def test_the_search_hears_of_it(staff):
    listing = make_listing()
    before = SearchRow.objects.get().version
    listing.apply({"name": "Another Name"}, by=staff)
    assert SearchRow.objects.get().version > before


def test_what_is_in_hand_is_what_is_stored(draft, staff):
    other = Listing.objects.get(pk=draft.pk)
    other.apply({"parking": "In the yard"}, by=staff)
    draft.apply({"headline": "Quiet rooms."}, by=staff)
    assert (draft.parking, draft.headline) == ("In the yard", "Quiet rooms.")


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"status": "published"}, {"status"}),
        ({"headline": "x", "slug": "mine", "npi.x": 1}, {"slug", "npi.x"}),
        ({"min_age": 300}, {"min_age"}),
        ({"min_age": "many"}, {"min_age"}),
        ({"min_age": 30, "max_age": 20}, {"__all__"}),
        ({"accepting": "perhaps"}, {"accepting"}),
        ({"name": None}, {"name"}),
        ({"phone": "12"}, {"phone"}),
        ({"website": "javascript:alert(1)"}, {"website"}),
        ({"headline": "x" * 161}, {"headline"}),
        ({"headline": "a\x00b"}, {"headline"}),
        ({"headline": "a\ud800b"}, {"headline"}),
        ({"headline": ["a"]}, {"headline"}),
        ({"fees_as_of": days_ago(-2).isoformat()}, {"fees_as_of"}),
        ({f"{IV}.price_session_min_usd": 450}, {f"{IV}.price_session_min_usd"}),
        ({IV: True, f"{IV}.price_session_min_usd": 450}, {IV}),
        ({IV: True, f"{IV}.visit_minutes": -1}, {f"{IV}.visit_minutes"}),
        ({"offerings.snuff": True}, {"offerings.snuff.route"}),
        ({"statements.room.unheard_of": "yes"}, {"statements.room.unheard_of"}),
        ({"hours.0.17:00-09:00": True}, {"hours.0.17:00-09:00"}),
        ({"hours.0.09:00-17:00": "x" * 101}, {"hours.0.09:00-17:00"}),
        ({"positions.999999": True}, {"positions.999999.clinician"}),
    ],
)
def test_what_is_refused_is_named_and_nothing_is_written(draft, staff, fields, paths):
    assert set(refused(draft, {"parking": "In the yard"} | fields, staff)) == paths


@pytest.mark.parametrize("answer", ["perhaps", "y" * 9])
def test_a_statement_is_yes_or_no(draft, staff, answer):
    make_term("room", "tv")
    assert set(refused(draft, {"statements.room.tv": answer}, staff)) == {"statements.room.tv"}


def test_another_address_takes_the_point_of_its_zip_code(staff):
    make_place(
        Place.Kind.ZIP, name="80014", zip5="80014", latitude=39.66, longitude=-104.84, time_zone="America/Denver"
    )
    listing = make_listing()
    listing.apply({"city": "Aurora", "zip5": "80014"}, by=staff)
    assert (listing.latitude, listing.location_precision) == (39.66, "zip_centroid")
    assert listing.time_zone == "America/Denver"


def test_what_readers_see_stays_what_they_may_see(staff):
    listing = make_listing()
    for fields in ({"accepting": "not_stated"}, {IV: None}, {"phone": ""}, {"description": "A miracle."}):
        with pytest.raises(ValidationError):
            listing.apply(fields, by=staff)
    assert not Change.objects.exists()


def test_what_was_amiss_before_does_not_keep_anything_else_from_being_mended(staff):
    listing = make_listing()
    listing.licenses_of_prescribers().update(expires_on=days_ago(1))
    listing.apply({"phone": "+13035550188"}, by=staff)
    assert str(listing.phone) == "(303) 555-0188"


# Random edits: a value for each path, of its kind.

KINDS = {
    "CharField": st.text(alphabet="abc é’", max_size=30).map(str.strip),
    "TextField": st.text(alphabet="abc \n", max_size=60).map(str.strip),
    "PositiveSmallIntegerField": st.none() | st.integers(1, 5),
    "PositiveIntegerField": st.none() | st.integers(0, 5000),
    "DateField": st.just("2026-01-31") | st.just("2025-12-01"),
    "BooleanField": st.booleans(),
}
OF_THEIR_OWN = {
    "name": st.text(alphabet="abc", min_size=1, max_size=20),
    "phone": st.sampled_from(["", "(303) 555-0188", "(303) 555-0199"]),
    "email": st.sampled_from(["", "a@example.com"]),
    "website": st.sampled_from(["", "https://example.com/a"]),
    "booking_url": st.just(""),
    "npi": st.sampled_from(["", "1234567893"]),
    "opened_year": st.none() | st.integers(1990, 2020),
    "min_age": st.none() | st.integers(0, 18),
    "max_age": st.none() | st.integers(19, 120),
    "session_monitor_role": st.sampled_from(["rn", "crna", "not_stated"]),
    "rems_certified": st.just("not_stated"),
    # To come, on whichever day this runs.
    "reopens_on": st.sampled_from([days_ago(-30).isoformat(), days_ago(-400).isoformat()]),
    "infusion_minutes": st.none() | st.integers(1, 40),
    "visit_minutes": st.none() | st.integers(41, 90),
    "stop_rule": st.just("none_stated"),
    "price_session_min_usd": st.integers(1, 100),
    "price_session_max_usd": st.none() | st.integers(101, 900),
    # Where somebody is moves the point with it.
    "street": st.just("1 Test Street"),
    "city": st.just("Denver"),
    "state": st.just("CO"),
    "zip5": st.just("80202"),
}


def value_of(field):
    if field.name in OF_THEIR_OWN:
        return OF_THEIR_OWN[field.name]
    if field.choices:
        return st.sampled_from([value for value, _label in field.flatchoices])
    return KINDS[field.get_internal_type()]


def fields_of(model, names, prefix=""):
    return {prefix + name: value_of(model._meta.get_field(name)) for name in sorted(names)}


OFFERED = choices.Route.IM_INJECTION
EDITS = st.fixed_dictionaries(
    {"fees_as_of": st.just("2026-01-31")},
    optional=fields_of(Listing, LISTING_FIELDS - {"fees_as_of"}),
)
OFFERS = st.just({}) | st.fixed_dictionaries(
    {f"offerings.{OFFERED}": st.just(True), **fields_of(Offering, OFFERING_FIELDS, f"offerings.{OFFERED}.")}
)
HOURS = st.dictionaries(
    st.sampled_from(["hours.0.09:00-12:00", "hours.0.13:00-17:00", "hours.6.10:00-11:30"]),
    st.just(True) | st.just("By appointment") | st.none(),
)
STATED = st.dictionaries(
    st.sampled_from(["statements.room.tv", "statements.language.es.staff", "statements.condition.trd"]),
    st.sampled_from(["yes", "no", None]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(data=st.data())
def test_whatever_is_written_is_what_a_snapshot_reads(draft, staff, data):
    edits: dict = {}
    for strategy in (EDITS, OFFERS, HOURS, STATED):
        edits |= data.draw(strategy)
    with transaction.atomic():
        for facet, slug in (("room", "tv"), ("language", "es"), ("condition", "trd")):
            make_term(facet, slug)
        make_offering(draft)
        before = snapshot(draft.pk)
        change = draft.apply(edits, by=staff)
        after = snapshot(draft.pk)
        wanted = {path: value for path, value in edits.items() if value is not None}
        assert {path: after.get(path) for path in wanted} == wanted
        assert not [path for path, value in edits.items() if value is None and after.get(path) is not None]
        moved = set(change.fields) if change else set()
        assert {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)} == moved
        transaction.set_rollback(True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8)
@given(data=st.data())
def test_what_was_proposed_is_what_comes_true(staff, data):
    """A listing that readers saw once: all that is proposed in two steps and approved whole is what was last said."""
    with transaction.atomic():
        listing = make_listing(status="suspended")
        for facet, slug in (("room", "tv"), ("language", "es")):
            make_term(facet, slug)
        for _step in range(2):
            edits: dict = {}
            for strategy in (EDITS, OFFERS, HOURS, STATED):
                edits |= data.draw(strategy)
            listing.propose(edits, by=staff)
        said = listing.latest_words()
        for change in Change.objects.waiting():
            change.approve(by=staff)
        assert {path: value for path, value in snapshot(listing.pk).items() if path in said} == said
        assert listing.latest_words() == snapshot(listing.pk)
        transaction.set_rollback(True)
