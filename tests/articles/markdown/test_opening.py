import pytest

from articles.markdown import render
from articles.markdown.opening import take_box

CRISIS = "::: crisis Now\nCall **988**.\n:::\n"


def taken_from(text):
    return take_box(render(text).html)


def test_a_box_before_every_heading_is_taken_out_of_the_text():
    opening = taken_from(f"Said.\n\n{CRISIS}\nMore.\n\n## A\n\n{CRISIS}")
    assert opening.box.startswith('<div class="callout callout-crisis">')
    assert opening.box.endswith("</div>")
    assert "988" in opening.box
    assert opening.rest.startswith("<p>Said.</p>\n<p>More.</p>\n<h2")
    assert opening.rest.count("988") == 1


@pytest.mark.parametrize(("before", "leads"), [("", True), ("Said.\n\n", False)])
def test_it_leads_where_the_text_begins_with_it(before, leads):
    assert taken_from(f"{before}{CRISIS}\nMore.").leads is leads


@pytest.mark.parametrize("text", ["Said.", f"## A\n\n{CRISIS}", "::: warning\nTake care.\n:::\n", ""])
def test_any_other_text_stays_as_it_is(text):
    html = render(text).html
    assert take_box(html) == ("", html, False)


def test_a_box_that_holds_other_boxes_is_taken_whole():
    table = "Table: Numbers.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    opening = taken_from(f"::: crisis\nCall.\n\n{table}\n\nLast.\n:::\n\nSaid.\n")
    assert opening.box.count("<div") == opening.box.count("</div>") > 1
    assert "Last." in opening.box
    assert opening.rest.strip() == "<p>Said.</p>"


@pytest.mark.parametrize("title", ["<h2", "</div>", "<div>"])
def test_what_looks_like_markup_in_an_attribute_is_none(title):
    opening = taken_from(f'[a](/b/ "{title}")\n\n::: crisis\n[Call]({"/c/"} "{title}").\n\nLast.\n:::\n\nSaid.\n')
    assert "Last." in opening.box
    assert opening.rest.strip().endswith("<p>Said.</p>")
