import re

import pytest

from articles.markdown import render
from articles.markdown.citing import letters


def numbers(html):
    """The groups of numbers a reader sees."""
    groups = re.findall(r'<sup class="cites">(.*?)</sup>', html)
    return [re.findall(r">(\d+)</a>", group) for group in groups]


def messages(text, known=None):
    return [(problem.line, problem.message) for problem in render(text, known).problems]


def test_numbers_follow_the_order_of_first_use():
    assert numbers(render("One.[@b] Two.[@a] One again.[@b]").html) == [["1"], ["2"], ["1"]]


def test_a_group_stands_in_the_order_of_its_numbers():
    assert numbers(render("One.[@b] Two.[@c] Both and more.[@a; @c;@b]").html)[-1] == ["1", "2", "3"]


def test_each_number_has_a_link_to_its_reference_and_a_button_for_its_preview():
    html = render("One.[@price2022]").html
    assert 'id="cite-price2022-a"' in html
    assert 'href="#ref-price2022"' in html
    assert 'popovertarget="preview-price2022"' in html
    assert 'aria-label="Reference 1"' in html


def test_a_reference_knows_every_place_that_cites_it():
    [first, second] = render("A.[@a] B.[@b] C.[@a]\n\nD.[@a]").cited
    assert (first.key, first.number, first.places) == ("a", 1, ["a", "b", "c"])
    assert (second.key, second.number, second.places) == ("b", 2, ["a"])


def test_places_go_on_after_z():
    assert [letters(n) for n in (0, 25, 26, 27, 51, 52, 701, 702)] == ["a", "z", "aa", "ab", "az", "ba", "zz", "aaa"]


def test_the_same_key_twice_in_a_group_is_one_citation():
    assert numbers(render("A.[@a; @a]").html) == [["1"]]


@pytest.mark.parametrize("text", ["A day. [@a]", "A day.[@a]", "A day.  [@a]", "A day.\n[@a]"])
def test_a_number_stands_close_to_its_word(text):
    assert "A day.<sup" in render(text).html


def test_it_works_in_tables_lists_call_outs_and_captions():
    table = "Table: Words [@a]\n\n| A |\n|---|\n| x[@b] |\n\n"
    text = f"{table}- item[@c]\n\n::: summary\nwords[@d]\n:::\n\nTerm\n: said[@e]\n"
    assert numbers(render(text).html) == [["1"], ["2"], ["3"], ["4"], ["5"]]


def test_an_unknown_key_is_a_problem_with_its_line():
    assert messages("One.\nTwo.[@known]\n\n- three\n- four.[@nobody]", {"known"}) == [
        (5, "No reference has the key “nobody”.")
    ]


def test_readers_never_see_a_key():
    assert "nobody" not in render("Said.[@nobody]", known=set()).html


@pytest.mark.parametrize("text", ["[@]", "[@Upper]", "[@a, @b]", "[@a; b]", "[@a;]", "[ @a"])
def test_what_is_no_citation_stays_text(text):
    assert render(text).cited == []


@pytest.mark.parametrize("text", ["[@]", "[@Upper]", "[@a, @b]", "[@a; b]"])
def test_what_looks_like_a_citation_and_is_none_is_a_problem(text):
    [(line, message)] = messages(f"Fine.\n\nSaid.{text}")
    assert line == 3
    assert message.startswith("A citation cannot be read.")


def test_code_is_left_alone():
    rendered = render("Write `[@a]` to cite.")
    assert (rendered.cited, rendered.problems) == ([], [])


def test_a_citation_within_the_words_of_a_link_is_a_problem_and_never_a_link_in_a_link():
    rendered = render("See [the trial[@a]](/directory/).")
    assert rendered.problems
    assert 'href="/directory/"' not in rendered.html
