import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.words.stems import LONGEST, highlighted, stem, stems_of, words_of

anything = st.text(st.characters(), max_size=80)  # lone surrogates included


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("infusions", "Infusion"),
        ("therapies", "therapy"),
        ("Anesthesiologists", "anesthesiologist"),
        ("depressed", "depression"),
        ("ketamine", "ketamin"),
        ("Women’s", "womens"),
        ("Kāneʻohe", "kaneohe"),
        ("D.C.", "dc"),
        ("８０２０２", "80202"),
    ],
)
def test_forms_of_one_word_have_one_stem(one, other):
    assert stems_of(one) == stems_of(other) != []


def test_no_stem_is_one_letter_of_a_longer_word():
    assert stems_of("a AED") == ["a", "aed"]


@pytest.mark.parametrize(("one", "other"), [("pain", "paint"), ("anesthesia", "anesthesiologist"), ("東京", "京都")])
def test_different_words_have_different_stems(one, other):
    assert stems_of(one) != stems_of(other)


def test_a_text_has_its_stems_in_its_order():
    assert stems_of("IV infusions, & more: “Spravato”") == ["iv", "infus", "and", "more", "spravato"]


@given(anything)
def test_a_stem_is_one_short_word_for_every_database(text):
    for each in stems_of(text):
        assert each.isascii()
        assert each.isalnum()
        assert each == each.lower()
        assert 0 < len(each) <= LONGEST + 1


def test_a_word_without_end_has_an_end():
    assert len(stem("a" * 5000)) <= LONGEST


def pieces(text, words):
    return highlighted(text, frozenset(stems_of(words)))


def test_every_form_of_the_words_searched_for_is_highlighted():
    assert pieces("Infusions for pain. An infusion, painted.", "infusion pain") == [
        ("Infusions", True),
        (" for ", False),
        ("pain", True),
        (". An ", False),
        ("infusion", True),
        (", painted.", False),
    ]


@pytest.mark.parametrize("text", ["O’Fallon", "Café", "cafe\u0301", "D.C", "Kāneʻohe"])
def test_signs_inside_a_word_do_not_part_it(text):
    assert pieces(f"in {text}!", text) == [("in ", False), (text, True), ("!", False)]


def test_one_part_of_a_hyphened_word_is_highlighted_alone():
    assert pieces("ketamine-assisted", "assisted") == [("ketamine-", False), ("assisted", True)]


def test_nothing_is_highlighted_without_words():
    assert highlighted("An infusion.", frozenset()) == [("An infusion.", False)]
    assert highlighted("", frozenset(["infus"])) == []


def test_a_letter_before_a_longer_word_is_no_initial_of_it():
    assert pieces("a.a'b", "a") == [("a", True), (".a'b", False)]


@given(anything, anything)
def test_the_pieces_joined_are_the_text(text, words):
    assert "".join(piece for piece, _ in pieces(text, words)) == text


@given(st.text(st.sampled_from("abc -.,’'é&"), max_size=40), st.text(st.sampled_from("abc é"), max_size=5))
def test_what_is_highlighted_is_one_of_the_words_and_the_rest_is_not(text, words):
    wanted = set(stems_of(words))
    for piece, is_hit in pieces(text, words):
        assert is_hit != wanted.isdisjoint(stems_of(piece)), (piece, words_of(piece))
