from articles.markdown import render
from articles.parts import lines, parts_of

TITLES = {"doe": "A study of something", "roe": "Another study"}
TEXT = """Before.[@doe]{low}

## Risks {#risks}

- **Bladder.** It can hurt.[@roe]

### Liver & eyes {#liver}

Take 5 mg.

#### Eyes

See.

## Cost {#cost}

Table: What it costs.

| Kind | Price |
|---|---|
| Spray | $1 |
"""


def parts(text=TEXT, title="The guide", summary="In short & plain."):
    return list(parts_of(title, summary, render(text).html, TITLES))


def test_a_guide_is_cut_at_its_headings_and_begins_with_its_summary():
    assert [(part.anchor, part.title, part.above) for part in parts()] == [
        ("", "The guide", ""),
        ("risks", "Risks", ""),
        ("liver", "Liver & eyes", "Risks"),
        ("eyes", "Eyes", "Risks › Liver & eyes"),
        ("cost", "Cost", ""),
    ]
    assert parts()[0].words == "In short & plain.\nBefore."


def test_a_line_is_a_paragraph_a_point_or_a_row():
    words = {part.anchor: part.words for part in parts()}
    assert words["risks"] == "Bladder. It can hurt."
    assert words["cost"] == "What it costs.\nKind · Price\nSpray · $1"


def test_a_number_keeps_to_its_unit():
    assert parts()[2].words == "Take 5\N{NO-BREAK SPACE}mg."


def test_the_first_words_of_a_point_the_head_of_a_row_and_a_caption_stand_out():
    stressed = {part.anchor: part.stressed for part in parts()}
    assert (stressed["risks"], stressed["cost"]) == ("Bladder.", "What it costs. Spray")


def test_each_has_the_titles_of_what_it_cites_itself():
    assert [part.sources for part in parts()] == ["A study of something", "Another study", "", "", ""]


def test_a_section_within_a_box_is_one_too():
    text = "::: warning\n## Take care\n\nSlowly.\n:::\n"
    assert [(part.anchor, part.title, part.words) for part in parts(text)[1:]] == [
        ("take-care", "Take care", "Slowly.")
    ]


def test_empty_cells_and_lines_are_none():
    assert lines("<table><tr><td></td><td></td></tr><tr><td>a</td><td></td></tr></table><p> </p>") == "a ·"
