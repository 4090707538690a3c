from articles.markdown import render

TABLE = "| Way | Share |\n|---|--:|\n| IV | 100% |\n| Mouth | 20% |\n"


def test_a_paragraph_right_above_is_the_caption():
    html = render(f"Table: How “much” arrives\n\n{TABLE}").html
    assert '<caption id="table-1">How “much” arrives</caption>' in html
    assert "Table:" not in html


def test_any_other_paragraph_is_not():
    assert "<caption" not in render(f"A table: words\n\n{TABLE}").html


def test_it_scrolls_by_itself_and_can_be_reached_with_the_keyboard():
    html = render(f"Table: Words\n\n{TABLE}\n\nwords\n\n{TABLE}").html
    assert '<div class="table-wrap" role="region" aria-label="Words" tabindex="0">' in html
    assert 'aria-label="Table 2"' in html


def test_the_heads_of_columns_and_rows_say_so():
    html = render(TABLE).html
    assert '<th scope="col">Way</th>' in html
    assert '<th scope="row">Mouth</th>' in html


def test_a_cell_says_which_column_it_is_of():
    assert '<td class="align-right" data-label="Share">20%</td>' in render(TABLE).html


def test_an_empty_cell_is_no_head():
    html = render("| | Share |\n|---|---|\n| | 1 |\n").html
    assert html.count("<th") == 2  # thead, and the one column with a name
    assert '<th scope="col">Share</th>' in html


def test_cells_are_aligned_without_a_style_attribute():
    assert "style" not in render("| A | B |\n|:-:|--:|\n| 1 | 2 |").html
