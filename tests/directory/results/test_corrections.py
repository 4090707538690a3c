import pytest

from articles.words.answer import How, WordsAnswer
from directory.results.corrections import correction


def said(typed, how, searched="", *left_out, total=3):
    return correction(typed, WordsAnswer(how, searched, frozenset(), left_out), total)


def test_words_that_stand_as_they_were_typed_need_no_sentence():
    assert said("ketamine", How.EXACT) == ""


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (("ketamin", How.CORRECTED, "ketamine"), "No listing has “ketamin”. These are results for “ketamine”."),
        (
            ("ketamin clinc", How.CORRECTED, "ketamine clinic"),
            "No listing has all of these words. These are results for “ketamine clinic”.",
        ),
        (
            ("ketamine xyz", How.SOME, "ketamine", "xyz"),
            "No listing has all of these words. These have some of them; “xyz” was found nowhere.",
        ),
        (
            ("ketamine x y", How.SOME, "ketamine", "x", "y"),
            "No listing has all of these words. These have some of them; “x” and “y” were found nowhere.",
        ),
        (("quiet meadow", How.SOME, "quiet meadow"), "No listing has all of these words. These have some of them."),
        (
            ("quite meadow x", How.SOME, "quiet meadow", "x"),
            "No listing has all of these words. These have some of “quiet meadow”; “x” was found nowhere.",
        ),
        (
            ("quite meadow", How.SOME, "quiet meadow"),
            "No listing has all of these words. These have some of “quiet meadow”.",
        ),
        (("not spravato", How.EXACT), "We cannot search for “not”, only for the other words."),
        (("not", How.EXACT), ""),
        (("anesth", How.BEGINNING), "No listing has “anesth”. These have words that begin so."),
        (("xyzzy", How.NOTHING), "No listing has “xyzzy”. Please check the spelling, or try other words."),
    ],
)
def test_each_way_has_its_sentence(answer, sentence):
    assert said(*answer) == sentence


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (("ketamin", How.CORRECTED, "ketamine"), "No listing has “ketamin”. We looked for “ketamine” instead."),
        (
            ("ketamine xyz", How.SOME, "ketamine", "xyz"),
            "No listing has all of these words. We looked for some of them: “ketamine”.",
        ),
        (("anesth", How.BEGINNING), "No listing has “anesth”. We looked for words that begin so."),
    ],
)
def test_where_the_filters_leave_nobody_it_speaks_of_no_results(answer, sentence):
    assert said(*answer, total=0) == sentence
