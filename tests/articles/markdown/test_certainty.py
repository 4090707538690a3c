import pytest

from articles.markdown import render
from articles.markdown.certainty import CERTAINTIES


@pytest.mark.parametrize("word", CERTAINTIES)
def test_each_of_the_six_words_is_a_mark_with_words_of_its_own(word):
    html = render(f"Claim.[@a]{{{word}}} More.").html
    assert f'class="certainty certainty-{word.replace(" ", "-")}" href="#certainty-key">{CERTAINTIES[word]}</a>' in html


@pytest.mark.parametrize("text", ["{High}", "{certain}", "{ high }", "{very  low}", "{}", "{#cost}"])
def test_any_other_braces_are_plain_text(text):
    rendered = render(f"Claim {text}.")
    assert rendered.certainties == []
    assert text in rendered.html


def test_the_words_in_use_are_known_in_their_own_order():
    assert render("A.{expert} B.{low} C.{high} D.{low}").certainties == ["high", "low", "expert"]


def test_it_works_in_tables():
    assert "certainty-low" in render("| A |\n|---|\n| x[@a]{low} |").html


def test_within_a_link_it_is_text():
    assert "{high}</a>" in render("[words {high}](/directory/)").html


@pytest.mark.parametrize(
    "typed",
    ["{modrate}", "{very high}", "{High}", "{ high }", "{}", " {modrate}", "\n{modrate}", "{high}{lo}", "{high"],
)
def test_a_mistyped_word_right_after_a_citation_is_a_problem_with_its_line(typed):
    [problem] = render(f"One.\n\nClaim.[@a]{typed} More.").problems
    assert problem.line == 3 + typed.count("\n")
    assert "Write one of {high}, {moderate}, {low}, {very low}, {official}, {expert}." in problem.message


def test_the_problem_names_what_was_typed():
    [problem] = render("Claim.[@a]{modrate} More.").problems
    assert problem.message.startswith("“{modrate}” after a citation is no mark of certainty.")


@pytest.mark.parametrize(
    "text", ["Claim.[@a]{high} More {x}.", "Claim.[@a] More {x}.", "## Claim[@a] {#cost}", "Claim.[@a]\n\n{x}"]
)
def test_braces_elsewhere_are_no_problem(text):
    assert render(text).problems == []
