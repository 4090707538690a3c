import pytest

from directory.comparison.groups import groups
from directory.comparison.lines import COURSE, PRICES, Verdict
from tests.directory.comparison.rows import fetched, lines
from tests.factories.directory import days_ago, make_draft, make_offering

pytestmark = pytest.mark.django_db

COSTS = {"price_session_min_usd": 450, "sessions_initial_series": 6, "prices_as_of": days_ago(30)}


def practice(*routes, offering=COSTS, **fields):
    listing = make_draft(**fields)
    for route in routes:
        make_offering(listing, route, **offering)
    return listing


def courses(*listings):
    """Their lines, one a treatment."""
    found = groups(fetched(*listings))
    return [line for group in found for line in group.lines if line.about.startswith("course")]


def test_a_whole_first_course_of_each_treatment_is_lined_up():
    dearer = practice("iv_infusion", offering=COSTS | {"price_session_min_usd": 600})
    (line,) = courses(practice("iv_infusion"), dearer)
    assert line.label == "A whole first course: IV infusion"
    assert [cell.value.total.words for cell in line.cells] == ["$2,700", "$3,600"]


def test_it_comes_with_its_arithmetic_and_its_date():
    listing = practice("iv_infusion", consult_fee_usd=250, fees_as_of=days_ago(20))
    cell = lines(listing, practice("iv_infusion"))["course"].cells[0]
    assert cell.part == COURSE
    assert [step.words for step in cell.value.steps] == ["$250 first consultation", "6 sessions at $450 each"]
    assert cell.value.total.stated_on == days_ago(30)


def test_the_same_sum_of_another_day_is_not_the_same_answer():
    later = practice("iv_infusion", offering=COSTS | {"prices_as_of": days_ago(3)})
    assert lines(practice("iv_infusion"), later)["course"].verdict is Verdict.DIFFERENT
    assert lines(practice("iv_infusion"), practice("iv_infusion"))["course"].verdict is Verdict.SAME


def test_what_one_does_not_offer_is_said_and_is_not_silence():
    infusions = practice("iv_infusion"), practice("iv_infusion")
    cells = lines(*infusions, practice("im_injection"), make_draft())["course"].cells
    assert [cell.value.total.words for cell in cells[:2]] == ["$2,700", "$2,700"]
    assert [cell.value.refused for cell in cells[2:]] == [["Not one of their treatments"], []]


def test_paper_is_spared_a_course_that_one_offers_alone_where_others_stand_side_by_side():
    shared = practice("iv_infusion", "im_injection"), practice("iv_infusion")
    assert [line.is_on_paper for line in courses(*shared)] == [True, False]
    apart = practice("iv_infusion"), practice("im_injection")
    assert [line.is_on_paper for line in courses(*apart)] == [True, True]


def test_a_course_that_nobody_can_add_up_is_silence():
    first, second = (practice("iv_infusion", offering={}) for _ in range(2))
    assert lines(first, second)["course"].verdict is Verdict.SILENT


def test_an_amount_that_holds_for_all_their_treatments_stands_alone():
    cell = lines(practice("iv_infusion", "im_injection"), make_draft())["price_session_usd"].cells[0]
    assert cell.part == PRICES
    assert [(treatment, price.words) for treatment, price in cell.value] == [("", "$450")]


def test_amounts_that_differ_name_their_treatment_and_silence_about_one_stays_silence():
    listing = practice("iv_infusion")
    make_offering(listing, "im_injection")
    cells = lines(listing, make_draft())["price_session_usd"].cells
    assert [(treatment, price and price.words) for treatment, price in cells[0].value] == [
        ("IV infusion", "$450"),
        ("Injection into a muscle", None),
    ]
    assert (cells[1].value, cells[1].said) == ([], None)


def test_an_old_amount_is_as_old_as_on_the_page_of_its_practice():
    old = practice("iv_infusion", offering=COSTS | {"prices_as_of": days_ago(181)})
    ((_, price),) = lines(old, make_draft())["price_session_usd"].cells[0].value
    assert price.is_old


def test_to_keep_prices_to_oneself_is_an_answer():
    secretive, silent = lines(make_draft(price_not_disclosed="yes"), make_draft())["price_session_usd"].cells
    assert secretive.value.answers == ["They do not publish their prices"]
    assert secretive.said != silent.said


def test_a_free_consultation_differs_from_one_that_is_not_stated():
    free = make_draft(consult_fee_usd=0, fees_as_of=days_ago(1))
    line = lines(free, make_draft())["consult_fee_usd"]
    assert line.verdict is Verdict.DIFFERENT
    assert line.cells[0].value[0][1].words == "free"
