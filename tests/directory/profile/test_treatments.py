import pytest

from directory.models import Listing
from directory.profile.treatments import approvals, treatments
from tests.factories.directory import days_ago, make_draft, make_offering, make_term, state_that

pytestmark = pytest.mark.django_db


def shown(listing):
    return treatments(Listing.objects.with_page_facts().get(pk=listing.pk))


def rows_of(**offering):
    (treatment,) = shown(make_offering(make_draft(), **offering).listing)
    return {row.label: row.answers for row in treatment.rows}, treatment.unstated


def test_one_treatment_can_have_two_statuses():
    conditions = [make_term("condition", slug) for slug in ("mdd_si", "ptsd", "trd")]
    found = approvals("intranasal_esketamine", conditions)
    assert [(approval.status.value, approval.conditions) for approval in found] == [
        ("fda_approved_for_this_use", ["Mdd si", "Trd"]),
        ("fda_approved_drug_off_label", ["Ptsd"]),
    ]


@pytest.mark.parametrize(
    ("route", "status"),
    [("iv_infusion", "fda_approved_drug_off_label"), ("oral_sublingual_at_home", "compounded_not_fda_approved")],
)
def test_the_status_is_computed_for_the_conditions_they_treat(route, status):
    listing = make_draft()
    make_offering(listing, route)
    state_that(listing, "condition", "ptsd")
    state_that(listing, "condition", "ocd", "no")
    (treatment,) = shown(listing)
    assert [(approval.status.value, approval.conditions) for approval in treatment.approvals] == [(status, ["Ptsd"])]


def test_a_course_says_how_long_it_takes():
    rows, unstated = rows_of(
        sessions_initial_series=6,
        weeks_initial_series=3,
        visit_minutes=120,
        observation_minutes=45,
        infusion_minutes=40,
    )
    assert rows == {
        "A first course": ["6 sessions over 3 weeks"],
        "A whole visit takes": ["2\N{NO-BREAK SPACE}hours"],
        "You are watched afterward for": ["45\N{NO-BREAK SPACE}minutes"],
        "Giving the dose takes": ["40\N{NO-BREAK SPACE}minutes"],
    }
    assert unstated == ["The dose", "Sessions after the first course", "When they look at whether it helps"]


def test_what_decides_is_shown_even_where_it_is_not_stated():
    rows, _ = rows_of()
    assert rows == {"A first course": [], "A whole visit takes": [], "You are watched afterward for": []}


def test_what_follows_the_course_is_said():
    rows, unstated = rows_of(
        sessions_initial_series=1,
        maintenance_offered="no",
        stop_rule="reviewed_after_n_sessions",
        stop_rule_sessions=3,
        protocol_kind="individually_titrated",
    )
    assert rows["A first course"] == ["1 session"]
    assert rows["Sessions after the first course"] == ["Not offered"]
    assert rows["When they look at whether it helps"] == ["After 3 sessions"]
    assert rows["The dose"] == ["Adjusted for each person"]
    assert unstated == ["Giving the dose takes"]


def test_only_esketamine_has_a_certified_program():
    rows, _ = rows_of(
        route="intranasal_esketamine", rems_certified="yes", rems_checked_on=days_ago(0), rems_source="list"
    )
    (answer,) = rows["Certified for esketamine (REMS program)"]
    assert answer.startswith("Yes, looked up on ")
    assert answer.endswith(", list")
    assert not any("REMS" in label for label in rows_of()[0])
    assert rows_of(route="intranasal_esketamine")[0]["Certified for esketamine (REMS program)"] == []
