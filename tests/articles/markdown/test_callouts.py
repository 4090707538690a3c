import pytest

from articles.markdown import render
from articles.markdown.callouts import KINDS


def messages(text):
    return [(problem.line, problem.message) for problem in render(text).problems]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_a_box_that_says_what_it_is(kind):
    html = render(f"::: {kind}\nWords.\n:::").html
    assert f'<div class="callout callout-{kind}">\n<p class="callout-title">{KINDS[kind]}</p>' in html


def test_its_title_may_be_given_and_is_no_heading():
    rendered = render("::: warning Call <before> you go\nWords.\n:::")
    assert '<p class="callout-title">Call &lt;before&gt; you go</p>' in rendered.html
    assert rendered.contents == []


def test_one_that_is_never_closed_is_a_problem():
    assert messages("One.\n\n::: warning\nWords.")[0][0] == 3
    assert messages("::: warning\nWords.\n:::\n") == []


def test_an_unknown_kind_is_a_problem():
    [(line, message), (closing, _)] = messages("One.\n\n::: note\nWords.\n:::")
    assert (line, closing) == (3, 5)
    assert "summary, warning, crisis, evidence" in message
