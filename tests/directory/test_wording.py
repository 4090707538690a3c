from datetime import date

import pytest

from directory import wording


@pytest.mark.parametrize(
    ("low", "high", "words"), [(450, 600, "$450–$600"), (450, 450, "$450"), (1200, 13500, "$1,200–$13,500")]
)
def test_a_range_of_one_amount_is_that_amount(low, high, words):
    assert wording.dollar_range(low, high) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 minute"),
        (40, "40 minutes"),
        (90, "90 minutes"),
        (120, "2 hours"),
        (150, "2 hours 30 minutes"),
        (181, "3 hours 1 minute"),
    ],
)
def test_minutes_become_hours_where_that_reads_better(number, words):
    assert wording.minutes(number).replace(wording.NBSP, " ") == words


@pytest.mark.parametrize(
    ("distance", "about", "words"),
    [
        (0.04, False, "0.1 miles"),
        (3.21, False, "3.2 miles"),
        (9.96, False, "10 miles"),
        (24.6, False, "25 miles"),
        (0.2, True, "about 1 mile"),
        (3.21, True, "about 3 miles"),
    ],
)
def test_a_distance_is_no_more_exact_than_it_is(distance, about, words):
    assert wording.miles(distance, about=about).replace(wording.NBSP, " ") == words


@pytest.mark.parametrize(
    ("youngest", "oldest", "words"),
    [(None, None, ""), (18, None, "18 and over"), (None, 64, "up to 64"), (13, 17, "13 to 17"), (0, 11, "0 to 11")],
)
def test_ages_name_only_the_ends_that_are_stated(youngest, oldest, words):
    assert wording.ages(youngest, oldest) == words


def test_words_stand_in_a_row():
    assert wording.in_a_row(["pain"]) == "pain"
    assert wording.in_a_row(["pain", "depression", "PTSD"]) == "pain, depression and PTSD"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("abc", "a, b and c"), ("abcd", "a, b, c and d"), ("abcde", "a, b, c and 2 more")],
)
def test_only_two_or_more_are_left_as_a_number(words, sentence):
    assert wording.first_few(words) == sentence


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Nerve pain", "nerve pain"),
        ("IV infusion", "IV infusion"),
        ("PTSD", "PTSD"),
        ("Post-traumatic stress disorder (PTSD)", "post-traumatic stress disorder (PTSD)"),
        ("", ""),
    ],
)
def test_abbreviations_keep_their_capitals_inside_a_sentence(label, words):
    assert wording.mid_sentence(label) == words


def test_a_person_is_introduced_by_the_right_article():
    assert wording.one("Anesthesiologist") == "An anesthesiologist"
    assert wording.one("Registered nurse") == "A registered nurse"


def test_days_are_counted_as_people_do():
    assert [wording.days_ago(days) for days in (0, 1, 2, 12)] == ["today", "yesterday", "2 days ago", "12 days ago"]


def test_a_date_stays_on_one_line():
    assert wording.a_date(date(2026, 9, 3)) == "3\N{NO-BREAK SPACE}September\N{NO-BREAK SPACE}2026"
