import pytest

from articles.words.stems import stems_of
from directory.data.phrases import PHRASES
from directory.facets import FACETS
from directory.importers.vocabulary import VOCABULARY, clean, read
from directory.models import Term
from directory.results.recognition.filters import recognised
from directory.results.recognition.typed import Typed
from directory.vocabulary import Vocabulary


def shipped_terms():
    with VOCABULARY.open(encoding="utf-8-sig", newline="") as file:
        return [Term(**clean(row)) for _, row in read(file)]


SHIPPED = Vocabulary(shipped_terms())


def meant(words):
    """The words of each stretch, and what they name."""
    typed = Typed(words)
    return {
        typed.text(stretch): [f"{t.facet}={t.slug}" for t in terms] for stretch, terms in recognised(typed, SHIPPED)
    }


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("spanish", "language=es"),
        ("veterans", "population=veterans"),
        ("spravato", "route=intranasal_esketamine"),
        ("PTSD", "condition=ptsd"),
        ("post-traumatic stress disorder", "condition=ptsd"),
        ("medicare", "payment=medicare"),
        ("aetna", "insurer=aetna"),
        ("telehealth", "setting=telehealth_prescriber"),
        ("IV infusion", "route=iv_infusion"),
        ("iv infusions", "route=iv_infusion"),
        ("chronic pain", "condition=other_chronic_pain"),
        ("new patients", "accepting=newpt"),
        ("wheelchair accessible", "access=step_free_entrance"),
        ("evenings", "hours=evening"),
        ("CRNA", "prescriber=crna"),
        ("español", "language=es"),
        ("self pay", "payment=self_pay"),
        ("self-pay", "payment=self_pay"),
    ],
)
def test_a_label_its_brackets_and_its_phrases_name_it(words, term):
    assert term in meant(words)[words]


@pytest.mark.parametrize("words", ["veteran", "VETERANS", "Veterans’", "veterans."])
def test_the_form_of_a_word_does_not_matter(words):
    assert meant(words)[words] == ["population=veterans"]


def test_words_around_it_stay_words():
    assert meant("quiet spanish harbor").keys() == {"spanish"}


def test_the_longest_is_meant():
    assert meant("ketamine infusion clinic") == {"ketamine infusion clinic": ["setting=infusion_clinic"]}
    assert meant("treatment resistant depression") == {"treatment resistant depression": ["condition=trd"]}


def test_several_are_told_from_left_to_right():
    assert list(meant("veterans with ptsd who speak spanish")) == ["veterans", "ptsd", "spanish"]


def test_one_word_may_name_terms_of_several_facets():
    assert meant("psychologist")["psychologist"] == ["monitor=psychologist", "lead=psychologist"]


@pytest.mark.parametrize("words", ["harbor", "stated", "not stated", "colorado", "ketamine", "", "?!"])
def test_other_words_name_none(words):
    assert meant(words) == {}


def test_every_label_of_the_shipped_vocabulary_is_recognised():
    facets = [facet.name for facet in FACETS if facet.in_form and facet.name != "serves"]
    missed = [
        choice.label
        for facet in facets
        for choice in SHIPPED.choices_of(facet).values()
        if choice.slug != "not_stated" and len(stems_of(choice.label)) <= 8
        if not any(f"{facet}={choice.slug}" in terms for terms in meant(choice.label).values())
    ]
    assert missed == []


class TestPhrases:
    def test_each_line_names_a_term_that_ships(self):
        terms = {(term.facet, term.slug) for term in shipped_terms()}
        assert PHRASES.keys() - terms == set()

    def test_none_is_empty_or_there_twice(self):
        for term, phrases in PHRASES.items():
            assert all(stems_of(words) for words in phrases), term
            assert len(phrases) == len(set(phrases)), term

    @pytest.mark.parametrize(("term", "phrases"), PHRASES.items(), ids=str)
    def test_each_is_recognised(self, term, phrases):
        name = "=".join(term)
        assert [words for words in phrases if name not in meant(words).get(" ".join(Typed(words).words), [])] == []
