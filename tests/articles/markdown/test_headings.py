import pytest

from articles.markdown import render


def messages(text):
    return [(problem.line, problem.message) for problem in render(text).problems]


def contents(text):
    return [tuple(heading) for heading in render(text).contents]


def test_an_anchor_may_be_given():
    assert contents("## Cost and insurance {#cost}") == [(2, "cost", "Cost and insurance")]


def test_otherwise_the_words_make_it():
    assert contents("## What “it” costs, today") == [(2, "what-it-costs-today", "What “it” costs, today")]


def test_the_same_words_twice_get_two_addresses():
    assert [id for _, id, _ in contents("## Cost\n\n## Cost\n\n## Cost")] == ["cost", "cost-2", "cost-3"]


@pytest.mark.parametrize("anchor", ["references", "main", "certainty-key", "ref-price2022", "cite-a-a", "table-1"])
def test_an_address_that_the_page_gives_out_is_refused(anchor):
    assert messages(f"## Words {{#{anchor}}}") == [(1, f"The anchor “{anchor}” is taken.")]
    assert contents(f"## {anchor}")[0][1] == f"section-{anchor}"


def test_an_anchor_twice_is_a_problem():
    assert messages("## A {#a}\n\n## B {#a}") == [(3, "The anchor “a” is taken.")]


def test_a_text_begins_at_the_second_level():
    assert messages("# Title") == [(1, "The title is the page's one first-level heading: begin with “##”.")]
    assert messages("### Part") == [(1, "A heading level is skipped: “###” where “##” comes next.")]


def test_a_level_skipped_is_named_with_its_line():
    assert messages("## A\n\nwords\n\n#### B") == [(5, "A heading level is skipped: “####” where “###” comes next.")]
    assert messages("## A\n\n### B\n\n## C\n\n### D") == []


def test_citations_and_marks_stay_out_of_the_contents():
    assert contents("## Cost [@a]{high}") == [(2, "cost", "Cost")]


def test_a_heading_within_a_box_has_an_address_and_is_not_in_the_contents():
    rendered = render("::: summary\n## In a box\n:::")
    assert 'id="in-a-box"' in rendered.html
    assert rendered.contents == []


@pytest.mark.parametrize("text", ["## ", "##", "## {#cost}", "## [@a]{high}", "::: summary\n##\n:::"])
def test_a_heading_without_words_is_named_and_is_not_in_the_contents(text):
    line = 2 if ":::" in text else 1
    assert (line, "This heading has no words.") in messages(text)
    assert contents(text) == []


@pytest.mark.parametrize(("text", "line", "mark"), [("##Cost", 1, "##"), ("Words\n###Cost {#cost}", 2, "###")])
def test_a_heading_that_lacks_its_space_is_named(text, line, mark):
    assert messages(text) == [(line, f"A heading has a space after its “{mark}”.")]


@pytest.mark.parametrize("text", ["Rank #1 of ##2", "`##Cost`", "    ##Cost", "\\##Cost", "#hashtag"])
def test_other_number_signs_are_words(text):
    assert messages(text) == []
