import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.excerpts import LONGEST, excerpt, source
from articles.words.stems import stems_of

SECTION = "Cost and insurance.\nBladder pain is rare.\nThe bladder, and the liver, may be harmed by the drug."


def of(words, text=SECTION):
    return excerpt(text, stems_of(words))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("bladder", "Bladder pain is rare."),
        ("liver bladder", "The bladder, and the liver, may be harmed by the drug."),
        ("insured", "Cost and insurance."),
        ("otters", "Cost and insurance."),
    ],
)
def test_the_line_with_the_most_of_the_words_is_shown(words, shown):
    assert of(words) == shown


def test_a_line_that_is_short_enough_is_shown_whole():
    line = f"Speed · {'and so on ' * 15}liver"
    assert of("liver", line) == line


def test_a_long_line_is_cut_where_it_shows_the_most_of_them():
    line = f"The liver {'and so on ' * 40}then liver and bladder together {'and so on ' * 40}"
    shown = of("bladder liver", line)
    assert "liver and bladder together" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_a_section_without_words_has_no_excerpt():
    assert of("liver", "") == ""


@given(st.text(max_size=600), st.lists(st.sampled_from(["liver", "pain", "a"])))
def test_it_is_short_and_a_piece_of_the_text(text, words):
    shown = of(" ".join(words), text)
    assert len(shown) <= LONGEST + 2
    assert shown.strip("…") in text or "…" in text


def test_a_source_is_named_by_the_title_that_has_the_most_of_them():
    titles = "Pain in rats\nBladder pain in people"
    assert source(titles, stems_of("bladder pain")) == "Bladder pain in people"
    assert source(titles, stems_of("liver")) == source("", stems_of("liver")) == ""
