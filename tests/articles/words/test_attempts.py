"""Who has the words, told apart from any database: holders are written here as what each says."""

from collections.abc import Collection

import pytest
from pyroaring import BitMap

from articles.words.answer import How
from articles.words.asked import Asked
from articles.words.attempts import Attempts, Holders, one_each
from articles.words.stems import stems_of

SAYS = {1: "esketamine spray", 2: "ketamine infusion driving", 3: "driving home suicidal", 4: "hidden otters"}
LIVE = BitMap([1, 2, 3])
MEANT = {
    "sucidal": ["home", "suicidal"],
    "kill": ["otters", "driving"],
    "fo": ["for"],
    "esketmine": ["esketamine"],
    "otter": ["otters"],
    "drivng": ["drying", "driving"],
}


class Known:
    """What a table of words would say."""

    def meant_by(self, word):
        return MEANT.get(word, [])

    def beginning_with(self, start):
        return [word for said in SAYS.values() for word in said.split() if word.startswith(start)]


def holders():
    def ask(groups, place):
        assert place == "anywhere"
        said = {pk: set(stems_of(words)) for pk, words in SAYS.items()}
        return BitMap(pk for pk, stems in said.items() if all(stems & set(group) for group in groups))

    return Holders(LIVE, ask, "anywhere")


def attempt(typed: str, generic: Collection[str] = (), right: Collection[str] = ()):
    return Attempts(typed, Asked.read(typed, generic), holders(), Known(), lambda typed: right).best()


@pytest.mark.parametrize(
    ("typed", "how", "searched", "found"),
    [
        ("driving", How.EXACT, "driving", {2, 3}),
        ("infusions for driving", How.EXACT, "infusions for driving", {2}),
        ("esketmine", How.CORRECTED, "esketamine", {1}),
        ("drivng home", How.CORRECTED, "driving home", {3}),
        ("driving spray", How.SOME, "driving spray", {1, 2, 3}),
        ("driving home spray", How.SOME, "driving home spray", {3}),
        ("driving xyzzy", How.SOME, "driving", {2, 3}),
        ("hom dri", How.BEGINNING, "hom dri", {3}),
        ("spr", How.BEGINNING, "spr", {1}),
        ("xyzzy", How.NOTHING, "xyzzy", set()),
    ],
)
def test_words_are_found_in_the_best_way_there_is(typed, how, searched, found):
    best = attempt(typed)
    assert (best.answer.how, best.answer.searched, set(best.found)) == (how, searched, found)


def test_what_only_a_hidden_one_has_is_found_nowhere_and_meant_by_nobody():
    assert attempt("otters").answer.how == attempt("otter").answer.how == How.NOTHING
    assert attempt("driving otters").answer.left_out == ("otters",)


def test_a_generic_word_need_not_be_there_unless_it_is_all_that_is_asked():
    assert set(attempt("ketamine driving", generic={"ketamine"}).found) == {2, 3}
    assert set(attempt("ketamine", generic={"ketamine"}).found) == {2}


def test_a_word_left_out_is_named():
    assert attempt("driving xyzzy").answer.left_out == ("xyzzy",)


def test_some_of_the_words_may_be_asked_for():
    groups = one_each(["driving", "home", "spray"])
    assert [set(holders().having(groups, "anywhere", number)) for number in (3, 2, 1)] == [set(), {3}, {1, 2, 3}]


def test_a_word_that_is_spelled_right_is_not_taken_for_another():
    best = attempt("drivng spray", right=["drivng"])
    assert (best.answer.how, best.answer.searched, best.answer.left_out) == (How.SOME, "spray", ("drivng",))


def test_nothing_is_taken_for_a_small_word():
    assert attempt("fo").answer.how == How.NOTHING


def test_whoever_thinks_of_suicide_is_not_told_that_something_else_was_meant():
    assert attempt("kill").answer.searched == "driving"
    assert attempt("kill myself").answer.how == How.NOTHING
    best = attempt("sucidal")
    assert (best.answer.how, best.answer.searched) == (How.CORRECTED, "suicidal")
    best = attempt("kill myself driving")
    assert (best.answer.searched, best.answer.left_out) == ("driving", ("kill", "myself"))
