import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("dose", 1),
        ("based", 1),
        ("needed", 2),
        ("table", 2),
        ("ketamine", 3),
        ("infusion", 3),
        ("nurses", 2),
        ("the", 1),
        ("I", 1),
        ("hm", 1),
    ],
)
def test_syllables_are_counted_by_rule_of_thumb(word, count):
    assert syllables(word) == count


def test_plain_words_in_short_sentences_ask_for_little_school():
    plain = grade(["The drug helps some of us. It does not last. Ask how long it takes."])
    dense = grade(
        ["Randomized investigations demonstrate considerable heterogeneity regarding antidepressant durability."]
    )
    assert plain < 3
    assert dense > 15


def test_a_decimal_point_ends_no_sentence_and_a_run_ends_one():
    assert grade(["It was 0.58 points more than that."]) == grade(["It was 0 58 points more than that."])
    assert grade(["Short words here", "And some more"]) == grade(["Short words here. And some more."])


def test_nothing_has_no_grade():
    assert grade([]) is None
    assert grade(["1 2 3 ..."]) is None


@given(st.lists(st.text(max_size=80), max_size=5))
def test_it_never_fails(passages):
    made = grade(passages)
    assert made is None or made >= 0
