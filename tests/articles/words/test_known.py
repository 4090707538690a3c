"""With the words of listings, which are one such pair of tables."""

import pytest

from directory.models import SearchSpelling, SearchWord

pytestmark = pytest.mark.django_db
KNOWN = SearchWord.objects


def numbers():
    return dict(KNOWN.values_list("word", "listings"))


def test_words_are_counted_as_rows_come_change_and_go():
    KNOWN.recount([], ["harbor quiet", "harbor"])
    assert numbers() == {"harbor": 2, "quiet": 1}
    KNOWN.recount(["harbor quiet"], ["still"])
    assert numbers() == {"harbor": 1, "still": 1}
    assert set(SearchSpelling.objects.values_list("word", flat=True)) == {"harbor", "still"}


def test_a_rebuild_finds_what_was_miscounted():
    KNOWN.recount([], ["harbor"])
    KNOWN.rebuild(["quiet harbor", "harbor"])
    assert numbers() == {"harbor": 2, "quiet": 1}


def test_a_word_has_its_spellings_once_however_often_it_comes():
    for _ in range(2):
        KNOWN.recount([], ["pain"])
    assert sorted(SearchSpelling.objects.values_list("spelling", flat=True)) == ["ain", "pai", "pain", "pan", "pin"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("harbr", ["harbor"]),
        ("harbro", ["harbor"]),
        ("esketmine", ["esketamine"]),
        ("hrabr", []),  # two edits are too many for a short word
        ("ha", []),
        ("harbor", []),
    ],
)
def test_a_misspelt_word_may_mean_those_that_are_near(typed, meant):
    KNOWN.recount([], ["harbor ketamine esketamine"])
    assert KNOWN.meant_by(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), [("odc", ["ocd"]), ("cod", ["ocd"]), ("ocx", []), ("ocd", [])])
def test_of_three_letters_only_neighbors_may_have_been_swapped(typed, meant):
    KNOWN.recount([], ["ocd"])
    assert KNOWN.meant_by(typed) == meant


def test_of_words_equally_near_the_more_common_is_meant_first():
    KNOWN.recount([], ["pain", "paid", "paid"])
    assert KNOWN.meant_by("paix") == ["paid", "pain"]


def test_words_that_begin_so_stand_with_the_most_common_first():
    KNOWN.recount([], ["painful", "pain", "pain", "spain"])
    assert KNOWN.beginning_with("pai") == ["pain", "painful"]
    assert KNOWN.beginning_with("pa") == []
