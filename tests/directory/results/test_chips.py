from django.http import QueryDict

from directory.facets import NOT_STATED
from directory.models import Term
from directory.results.chips import chips, words_chip
from directory.vocabulary import Vocabulary

TERMS = [
    ("route", "iv_infusion", "IV infusion"),
    ("route", NOT_STATED, "Not stated"),
    ("monitor", "psychiatrist", "Psychiatrist"),
    ("prescriber", "psychiatrist", "Psychiatrist"),
    ("state", "co", "IV infusion"),
    ("serves", "ca", "California"),
    ("serves", "dc", "District of Columbia"),
]
VOCABULARY = Vocabulary(
    Term(facet=facet, slug=slug, label=label, number=number) for number, (facet, slug, label) in enumerate(TERMS, 1)
)


def labels(**chosen):
    return [chip.label for chip in chips(VOCABULARY, chosen, QueryDict())]


def test_a_word_that_only_one_filter_uses_stands_alone():
    assert labels(route=["iv_infusion"]) == ["IV infusion"]


def test_a_word_that_two_filters_use_says_which_one():
    assert labels(prescriber=["psychiatrist"], monitor=["psychiatrist"]) == [
        "Who monitors: psychiatrist",
        "Who prescribes: psychiatrist",
    ]


def test_a_state_where_people_are_seen_by_video_is_no_place_to_go_to():
    assert labels(serves=["ca", "dc"]) == ["By video in California", "By video in the District of Columbia"]


def test_not_stated_says_what():
    assert labels(route=[NOT_STATED]) == ["Treatment: not stated"]


def test_each_leads_to_the_search_without_it():
    parameters = QueryDict("place=Denver&route=iv_infusion&route=not_stated")
    first, second = chips(VOCABULARY, {"route": ["iv_infusion", NOT_STATED]}, parameters)
    assert first.url == "/directory/?place=Denver&route=not_stated"
    assert second.url == "/directory/?place=Denver&route=iv_infusion"


def test_that_of_the_words_quotes_them_and_leads_to_the_search_without_any():
    chip = words_chip("quiet harbor", QueryDict("q=quiet+harbor&place=Denver&page=2"))
    assert (chip.label, chip.url) == ("“quiet harbor”", "/directory/?place=Denver")
