import pytest

from articles.markdown import render

LOOSE = "This is a row of no table. The second line of a table is |---|---|, with a part for each column."
CAPTION = "“Table:” names the table right below it, and here is none. Begin with other words."


def messages(text, claims=None):
    return [(problem.line, problem.message) for problem in render(text, claims=claims).problems]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("|a|b|\n|1|2|", 1),
        ("| a | b |", 1),
        ("Words\n\n- |a|b|\n  |1|2|", 3),
        ("Words\n|a|b|\n|1|2|", 2),
        ("|a|b|\n|---|\n|1|2|", 1),
        ("a | b\n--- | --- | ---\n1 | 2", 2),
    ],
)
def test_rows_without_a_table_are_named_once(text, line):
    assert messages(text) == [(line, LOOSE)]


@pytest.mark.parametrize(
    ("row", "cells"), [("| 1 |", 1), ("| 1 | 2 | 3 |", 3), ("words right below", 1), ("| 1", 1), (r"| 1 \| 2 |", 1)]
)
def test_a_row_with_more_or_fewer_cells_than_its_table_is_named(row, cells):
    said = f"Cells in this row: {cells}; columns of its table: 2. Below a table comes an empty line."
    assert messages(f"|a|b|\n|---|---|\n|1|2|\n{row}") == [(4, said)]
    assert messages(f"> |a|b|\n> |---|---|\n> {row}") == [(3, said)]


@pytest.mark.parametrize(
    "table",
    [
        "|a|b|\n|---|:-:|\n| 1 | |\n| | 2 |",
        "a | b\n--- | ---\n1 | 2\n3 |  4 ",
        "- Words\n\n  | a | b |\n  |---|---|\n  | 1 | `x` \\| y |",
        "|a|b|\n|---|---|\n|1|2|\n\n|a|b|c|\n|---|---|---|\n|1|2|3|",
        "|a|\n|---|\n|1|\n| |",
    ],
)
def test_a_whole_table_is_fine(table):
    assert messages(table) == []


@pytest.mark.parametrize(
    "text", ["Either | or", "|x| is its size", "`|a|b|`", "    |a|b|", "a -- b", "- - -", r"\|a\|b\|"]
)
def test_other_bars_are_words(text):
    assert messages(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Table: Words",
        "Table: Words\n\nMore.",
        "Table:\n\n## Cost",
        "Table: Words\n\nMore.\n\n|a|\n|---|\n|1|",
        "- Table: Words",
    ],
)
def test_a_caption_of_no_table_is_named(text):
    assert messages(f"## A\n\n{text}")[0] == (3, CAPTION)


@pytest.mark.parametrize(
    "text", ["Table: Words\n\n|a|\n|---|\n|1|", "Table: Words\n|a|\n|---|\n|1|", "A Table: words", "Table of words"]
)
def test_a_caption_of_a_table_is_fine(text):
    assert messages(text) == []


@pytest.mark.parametrize("claims", [None, {}])
def test_claims_that_make_a_table_take_a_caption(claims):
    for kind in ("table", "plot"):
        assert CAPTION not in [message for _line, message in messages(f"Table: Words\n\n[[{kind}: mood]]", claims)]
