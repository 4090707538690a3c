import pytest
from django.http import QueryDict

from directory import vocabulary
from directory.filters import ListingFilter
from directory.results.by_words import ByWords
from directory.search import live
from tests.factories.directory import make_listing, make_term

pytestmark = pytest.mark.django_db


def by_words(words):
    parameters = QueryDict(mutable=True)
    parameters["q"] = words
    asked = ListingFilter(parameters, vocabulary.current())
    assert asked.is_valid()
    results = live.search(asked.query())
    return ByWords(asked, vocabulary.current(), results, results.words)


def test_excerpts_are_made_where_the_name_does_not_have_the_words():
    in_name = make_listing(name="Quiet Harbor", headline="By a quiet harbor.")
    in_headline = make_listing(headline="A quiet practice.")
    words = by_words("quiet").on_cards
    assert words.excerpts == {in_headline.pk: ["A quiet practice."]}
    assert in_name.pk not in words.excerpts
    assert words.stems == {"quiet"}


def test_whoever_typed_the_name_of_a_filter_has_spelled_it_right():
    make_term("age", "children_under_12", label="Children under 12")
    make_listing()
    assert by_words("children").correction == "No listing has “children”."
    assert "Please check the spelling" in by_words("childrun").correction


@pytest.mark.parametrize("words", ["better dead", "sucidal"])
def test_nobody_in_a_crisis_is_asked_to_mind_the_spelling(words):
    make_listing()
    assert "spelling" not in by_words(words).correction


@pytest.mark.parametrize("words", ["suicide", "I want to die", "kill myself", "suicidal thoughts"])
def test_words_of_suicide_are_heard(words):
    make_term("condition", "mdd_si")
    make_listing()
    assert by_words(words).speak_of_suicide


@pytest.mark.parametrize("words", ["practice", "depression", "die"])
def test_other_words_are_not_taken_for_them(words):
    make_term("condition", "mdd_si")
    make_listing()
    assert not by_words(words).speak_of_suicide
