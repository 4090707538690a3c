"""Each figure of an area as a sentence, in the singular and the plural, and what is said where nobody has said it."""

from types import SimpleNamespace

import pytest

from directory.choices import Accepting, Route
from directory.facets import NOT_STATED
from directory.landing.sentences import details, how_many, how_many_inside
from directory.search.figures import Figures, Prices
from directory.vocabulary import Choice, Vocabulary

LANGUAGES = {"en": "English", "es": "Spanish", "zh": "Chinese", "ru": "Russian", "vi": "Vietnamese"}
NO_COUNTS: dict[str, dict[str, int]] = {"route": {}, "language": {}, "accepting": {}}


class Spoken(Vocabulary):
    def __init__(self):
        self._facets = {"language": {slug: Choice(slug, label, "", "") for slug, label in LANGUAGES.items()}}


def said(total, *, days=3, late=0, prices=None, **counts):
    counts = NO_COUNTS | counts
    finding = SimpleNamespace(
        total=total,
        figures=Figures(total, total - late, days if total else None, prices),
        results=SimpleNamespace(counts=counts),
        count=lambda facet, slug: counts[facet].get(slug, 0),
    )
    return details(finding, Spoken())


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (0, "No therapist or clinic is listed in Ohio."),
        (1, "1 therapist or clinic is listed in Ohio."),
        (2, "2 therapists and clinics are listed in Ohio."),
        (1234, "1,234 therapists and clinics are listed in Ohio."),
    ],
)
def test_how_many_there_are(total, words):
    assert how_many(total, "in Ohio") == words


@pytest.mark.parametrize(
    ("inside", "total", "words"),
    [
        (1, 1, "Its address is in Denver itself."),
        (0, 1, "Its address is not in Denver itself."),
        (2, 2, "All of them have their address in Denver itself."),
        (0, 2, "None of them has its address in Denver itself."),
        (1, 2, "1 of them has its address in Denver itself."),
        (21, 34, "21 of them have their address in Denver itself."),
    ],
)
def test_how_many_are_in_the_city_itself(inside, total, words):
    assert how_many_inside(inside, total, "Denver") == words


def test_of_nobody_nothing_is_said():
    assert said(0) == []


class TestTreatments:
    def test_the_most_frequent_comes_first_and_brands_are_named(self):
        route = {Route.INTRANASAL_ESKETAMINE: 12, Route.IV_INFUSION: 28, Route.ORAL_AT_HOME: 1}
        assert said(34, route=route)[0] == (
            "28 offer IV infusion, 12 esketamine nasal spray (Spravato) and 1 ketamine by mouth at home."
        )

    def test_one_offers(self):
        assert said(2, route={Route.IV_INFUSION: 1})[0] == "1 offers IV infusion."

    def test_who_has_not_stated_any_is_counted(self):
        assert said(3, route={Route.IV_INFUSION: 2, NOT_STATED: 1})[1] == (
            "1 has not stated which treatments it offers."
        )
        assert said(4, route={Route.IV_INFUSION: 2, NOT_STATED: 2})[1] == (
            "2 have not stated which treatments they offer."
        )

    def test_all_may_be_silent(self):
        assert said(2, route={NOT_STATED: 2})[0] == "None of them has stated which treatments it offers."

    def test_a_single_one_is_it(self):
        assert said(1, route={Route.IV_INFUSION: 1, Route.IM_INJECTION: 1})[0] == (
            "It offers IV infusion and injection into a muscle."
        )
        assert said(1, route={NOT_STATED: 1})[0] == "It has not stated which treatments it offers."


class TestPrices:
    @pytest.mark.parametrize(
        ("total", "prices", "words"),
        [
            (1, None, "It states no price."),
            (2, None, "None of them states a price."),
            (1, Prices(1, 450, 450, 450), "It states a price: a session costs from $450."),
            (5, Prices(1, 1450, 1450, 1450), "1 states a price: a session costs from $1,450."),
            (5, Prices(3, 450, 450, 450), "3 state a price: with each, a session costs from $450."),
            (
                5,
                Prices(2, 400, 400, 850),
                "2 state a price: with one, a session costs from $400, with the other from $850.",
            ),
            (
                34,
                Prices(25, 400, 525, 850),
                "25 state a price. The lowest price for a session is between $400 and $850; with half of them it is"
                " $525 or less.",
            ),
        ],
    )
    def test_a_price_is_a_range_with_its_middle(self, total, prices, words):
        assert words in said(total, prices=prices)


class TestNewPatients:
    @pytest.mark.parametrize(
        ("total", "taking", "words"),
        [
            (1, 1, "It is taking new patients."),
            (2, 0, "None of them says that it is taking new patients."),
            (2, 1, "1 is taking new patients."),
            (3, 2, "2 are taking new patients."),
        ],
    )
    def test_they_are_counted(self, total, taking, words):
        assert words in said(total, accepting={Accepting.NEW: taking})

    def test_of_a_single_one_that_has_not_said_so_nothing_is_said(self):
        assert "patients" not in " ".join(said(1))


class TestLanguages:
    def test_the_three_most_frequent_besides_english_are_named(self):
        language = {"en": 34, "ru": 2, "es": 9, "vi": 1, "zh": 3, NOT_STATED: 4}
        assert "9 can see you in Spanish, 3 in Chinese and 2 in Russian, directly or through an interpreter." in said(
            34, language=language
        )

    def test_one_of_a_single_language(self):
        assert "1 can see you in Spanish, directly or through an interpreter." in said(2, language={"es": 1})

    def test_a_single_one_is_it(self):
        assert "It can see you in Spanish and Russian, directly or through an interpreter." in said(
            1, language={"en": 1, "es": 1, "ru": 1}
        )

    @pytest.mark.parametrize("language", [{}, {"en": 2}, {NOT_STATED: 2}, {"tlh": 2}])
    def test_nothing_is_said_where_there_is_no_other(self, language):
        assert "can see you" not in " ".join(said(2, language=language))


class TestConfirmations:
    @pytest.mark.parametrize(
        ("days", "words"),
        [
            (0, "Half were confirmed today."),
            (1, "Half were confirmed yesterday or today."),
            (21, "Half were confirmed within the last 21 days."),
        ],
    )
    def test_half_of_several(self, days, words):
        assert words in said(2, days=days)

    def test_those_that_are_late_are_counted(self):
        assert said(5, late=1)[-1] == "1 was last confirmed more than 90 days ago."
        assert said(5, late=2)[-1] == "2 were last confirmed more than 90 days ago."
        assert "more than 90" not in " ".join(said(5))

    def test_a_single_one_says_when(self):
        assert said(1, days=0)[-1] == "It was confirmed today."
        assert said(1, days=10)[-1] == "It was confirmed 10 days ago."
        assert said(1, days=97, late=1)[-1] == "It was last confirmed 97 days ago."
