import pytest
from django.http import QueryDict

from articles.search import finding
from articles.search.page import GuideSearch
from articles.words.typed import LONGEST
from tests.factories.articles import make_article, make_csl, make_edition, make_reference

pytestmark = pytest.mark.django_db

TEXT = """Opening words.

## Side effects {#side-effects}

Of the drug.

### Bladder {#bladder}

It can hurt, in 5 of 49 people.[@doe]

## Driving {#driving}

Not today.
"""


@pytest.fixture
def guide():
    source = make_reference("doe", csl=make_csl(title="Cystitis in users"))
    return make_edition(make_article(slug="guide", title="The guide", text=TEXT, references=[source]))


def search(typed="", **given):
    data = QueryDict(mutable=True)
    data.setlist("q", given.get("q", [typed]))
    return GuideSearch(data)


def test_a_result_says_where_it_is_and_leads_there(guide):
    (result,) = search("hurts").results
    assert (result.title, result.url, result.trail) == (
        "Bladder",
        "/articles/guide/#bladder",
        "The guide › Side effects",
    )
    assert result.excerpt == "It can hurt, in 5 of 49\N{NO-BREAK SPACE}people."
    assert result.source == ""


def test_a_guide_as_a_whole_is_one_too(guide):
    (result,) = search("guide opening").results
    assert (result.title, result.url, result.trail) == ("The guide", "/articles/guide/", "")


def test_a_source_is_named_where_a_word_is_in_it_alone(guide):
    assert search("cystitis").results[0].source == "Cystitis in users"
    assert search("hurt cystitis").results[0].source == "Cystitis in users"


@pytest.mark.parametrize(
    ("typed", "headline", "correction"),
    [
        ("bladder", "1 place in the guides for “bladder”", ""),
        ("not people", "2 places in the guides for “not people”", "These have some of them."),
        ("bladdr", "1 place in the guides for “bladder”", "No guide has “bladdr”. These are results for “bladder”."),
        ("drivin", "1 place in the guides for “driving”", "No guide has “drivin”. These are results for “driving”."),
        ("bladder xyzzy", "1 place in the guides for “bladder”", "“xyzzy” was found nowhere."),
        ("blad", "1 place in the guides for “blad”", "No guide has “blad”. These have words that begin so."),
        ("xyzzy", "Nothing in the guides for “xyzzy”", "Please check the spelling, or try other words."),
    ],
)
def test_the_headline_and_what_was_searched_for_instead(guide, typed, headline, correction):
    said = search(typed)
    assert said.headline == headline
    assert said.correction.endswith(correction)
    assert bool(said.correction) == bool(correction)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Please type what you would like to read about."),
        (" \t ", "Please type what you would like to read about."),
        ("x" * 101, "Please type at most 100 characters; these are 101."),
        ("word " * 500, "Please type at most 100 characters; these are 2499."),
        ("x" * 10_240, "Please type at most 100 characters; these are 10240."),
        ("a\x00b", "We cannot read this; please type it again."),
        ("?!*", "Please type a word."),
        ("\u202e", "Please type a word."),
    ],
)
def test_what_cannot_be_searched_is_answered_with_a_sentence(typed, sentence):
    said = search(typed)
    assert (said.problem, said.headline, said.results) == (sentence, "We did not search", [])
    assert len(said.typed) <= LONGEST


def test_two_questions_at_once_are_one_too_many_and_the_same_twice_is_one(guide):
    assert search(q=["bladder", "driving"]).problem
    assert search(q=["bladder", "bladder"]).headline == "1 place in the guides for “bladder”"


def test_the_directory_is_asked_for_what_was_searched_for(guide):
    assert search("bladdr & c").in_directory == "/directory/?q=bladder"
    assert search("xyzzy & c").in_directory == "/directory/?q=xyzzy+%26+c"


def test_whoever_may_think_of_suicide_is_told_where_to_turn_also_where_it_is_misspelt():
    make_edition(make_article(text="## Suicide\n\nNot alone.", references=[]))
    assert search("suicide").speaks_of_suicide
    assert search("suicde").speaks_of_suicide
    assert search(f"{'x' * 90} kill myself").speaks_of_suicide is False
    assert not search("alone").speaks_of_suicide


def test_what_is_written_for_somebody_who_wants_to_die_has_other_words():
    nothing = search("i want to die")
    assert (nothing.results, nothing.speaks_of_suicide) == ([], True)
    make_edition(make_article(text="## Suicidal thoughts\n\nNot alone.", references=[]))
    said = search("i want to die")
    assert [result.title for result in said.results] == ["Suicidal thoughts"]
    assert said.headline == "1 place in the guides for “suicidal thoughts”"
    assert said.correction.endswith("These are results for “suicidal thoughts”.")
    assert said.in_directory == "/directory/?q=suicidal+thoughts"


def test_only_where_some_are_left_out_it_says_so(guide, monkeypatch):
    assert not search("bladder").is_cut
    monkeypatch.setattr(finding, "MOST", 1)
    assert search("drug today").is_cut
