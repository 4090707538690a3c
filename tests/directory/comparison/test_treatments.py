import pytest

from directory.comparison.lines import Verdict
from tests.directory.comparison.rows import lines, words
from tests.factories.directory import make_draft, make_offering, state_that

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


def practice(*routes, **offering):
    listing = make_draft()
    for route in routes:
        make_offering(listing, route, **offering)
    return listing


def test_treatments_that_all_offer_are_told_once():
    line = lines(practice("iv_infusion"), practice("iv_infusion", "im_injection"))["route"]
    assert (line.common, words(line)) == (["IV infusion"], [[], ["Injection into a muscle (IM)"]])


def test_a_therapist_who_gives_no_medicine_is_not_silent_about_it():
    therapist = make_draft(practice_kind="therapist_working_with_infusion_clinic")
    line = lines(therapist, make_draft())["route"]
    assert words(line) == [["They give therapy around ketamine treatment; another clinic gives the medicine."], []]
    assert [cell.said is None for cell in line.cells] == [False, True]


def test_what_the_fda_says_is_what_their_pages_say():
    listings = practice("iv_infusion"), practice("intranasal_esketamine")
    for listing in listings:
        state_that(listing, "condition", "trd")
    assert words(lines(*listings)["approval"]) == [
        ["This use is off-label: the FDA has approved the drug, but not for this."],
        ["The FDA has approved it for what they treat."],
    ]


def test_what_holds_for_all_their_treatments_is_said_without_naming_them():
    both = practice("iv_infusion", "im_injection", visit_minutes=90)
    line = lines(both, practice("iv_infusion", visit_minutes=90))["visit_minutes"]
    assert words(line) == [[f"90{NBSP}minutes"], [f"90{NBSP}minutes"]]
    assert line.verdict is Verdict.SAME


def test_where_treatments_differ_each_is_named():
    listing = practice("iv_infusion", visit_minutes=120)
    make_offering(listing, "im_injection", visit_minutes=75)
    line = lines(listing, practice("iv_infusion"))["visit_minutes"]
    assert words(line) == [[f"IV infusion: 2{NBSP}hours", f"Injection into a muscle: 75{NBSP}minutes"], []]


def test_a_treatment_of_which_it_is_not_stated_is_named_as_that():
    listing = practice("iv_infusion", visit_minutes=120)
    make_offering(listing, "im_injection")
    cell = lines(listing, practice("iv_infusion"))["visit_minutes"].cells[0]
    assert cell.value.answers == [f"IV infusion: 2{NBSP}hours"]
    assert (cell.value.refusal, cell.value.refused) == ("Not stated:", ["Injection into a muscle"])


def test_a_certificate_is_asked_only_of_who_needs_it():
    certified = practice("intranasal_esketamine", rems_certified="yes")
    cells = lines(certified, practice("iv_infusion"), make_draft())["rems_certified"].cells
    assert [cell.value.answers for cell in cells] == [["Yes"], [], []]
    assert [cell.value.refused for cell in cells] == [[], ["Not one of their treatments"], []]
    assert [cell.said is None for cell in cells] == [False, True, True]


def test_there_is_no_line_about_a_certificate_that_nobody_needs():
    assert "rems_certified" not in lines(practice("iv_infusion"), practice("im_injection"))
