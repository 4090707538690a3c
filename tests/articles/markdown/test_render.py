"""What holds for every text, whatever was typed."""

import re
from collections import Counter

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from articles.markdown import render
from articles.markdown.sanitize import sanitized

KEYS = ["price2022", "a", "a-b", "a-b-c", "ketamine-label"]
PIECES = [
    *(f"[@{key}]" for key in KEYS),
    *["[@a; @a-b]", "[@nobody]", "[@", "]", "[", "{high}", "{very low}", "{x}", "{#a}", "{#ref-a}"],
    *["## Words\n", "### ref-a\n", "# x\n", "\n", "\n\n", "::: warning Title\n", "\n:::\n", "::: nothing\n"],
    *["| a | b |\n|---|---|\n| c | d |\n", "Table: words\n\n", "- ", "1. ", "> ", "    ", "Term\n: ", "`", "**", "*"],
    *["](/directory/)", "](javascript:alert(1))", "![x](", "<script>", "<img src=x onerror=alert(1)>", "&#60;", "\\"],
    *["words ", "5 mg", '"quoted"', "<https://example.com>", "\x00", "é"],
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30).map("".join)


def tree_of(html):
    return html5lib.HTMLParser(namespaceHTMLElements=False).parseFragment(html)


@given(texts)
def test_it_never_raises_and_what_comes_out_is_safe(text):
    html = render(text, known=set(KEYS)).html
    assert sanitized(html) == html
    tags = {element.tag for element in tree_of(html).iter()}
    assert not tags & {"script", "img", "iframe", "style", "svg", "form", "input"}


@given(texts)
def test_no_attribute_runs_code_or_paints(text):
    for element in tree_of(render(text).html).iter():
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        assert not element.get("href", "").lower().lstrip().startswith(("javascript:", "data:", "vbscript:"))


@given(texts)
def test_numbers_and_ways_back_agree(text):
    rendered = render(text, known=set(KEYS))
    cited = {cited.key: cited for cited in rendered.cited}
    assert [cited.number for cited in rendered.cited] == list(range(1, len(cited) + 1))
    shown = re.findall(r'id="cite-([a-z0-9-]+)-([a-z]+)"><a href="#ref-([a-z0-9-]+)"[^>]*>(\d+)</a>', rendered.html)
    assert all(key == target and cited[key].number == int(number) for key, _, target, number in shown)
    assert {(key, place) for key, place, _, _ in shown} == {
        (cited.key, place) for cited in rendered.cited for place in cited.places
    }


@given(texts)
def test_numbers_appear_in_order(text):
    first_uses = dict.fromkeys(re.findall(r'href="#ref-[a-z0-9-]+"[^>]*>(\d+)</a>', render(text, known=set(KEYS)).html))
    assert list(first_uses) == [str(number) for number in range(1, len(first_uses) + 1)]


@given(texts)
def test_no_id_is_given_twice(text):
    ids = Counter(element.get("id") for element in tree_of(render(text).html).iter() if element.get("id"))
    assert [id for id, times in ids.items() if times > 1] == []


@given(texts)
def test_no_link_lies_within_another(text):
    for link in tree_of(render(text).html).iter("a"):
        assert not list(link.iter("button"))
        assert list(link.iter("a")) == [link]


@given(texts)
def test_every_problem_has_a_line_of_the_text(text):
    lines = len(text.splitlines()) + 1
    assert all(1 <= problem.line <= lines for problem in render(text, known=set(KEYS)).problems)


def test_words_are_counted_as_a_reader_counts_them():
    assert render("Two words.[@a]{high}\n\n## And three more\n\n| a | b |\n|---|---|\n| c | d |").word_count == 9


def test_problems_come_in_the_order_of_their_lines():
    problems = render("# One\n\n[@nobody]\n\n#### Four\n\n::: nothing", known=set()).problems
    assert [problem.line for problem in problems] == [1, 3, 5, 7]
    assert problems[0].sentence.startswith("Line 1: ")
