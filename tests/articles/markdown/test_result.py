import pytest

from articles.markdown import Problem, render


def test_a_problem_is_a_sentence_with_its_line_and_how_the_line_begins():
    assert Problem(0, "Wrong.").sentence == "Wrong."
    assert Problem(3, "Wrong.").sentence == "Line 3: Wrong."
    assert Problem(3, "Wrong.", "So it begins").sentence == "Line 3, “So it begins”: Wrong."


@pytest.mark.parametrize(("id", "there"), [("cost", True), ("references", True), ("ref-a", True), ("ref-b", False)])
def test_a_link_may_go_to_headings_to_cited_references_and_to_what_the_page_gives(id, there):
    assert render("## Cost\n\nSaid.[@a]").has_place(id) is there
