import pytest

from articles.markdown import render
from tests.articles.markdown.test_evidence import claim

CLAIMS = {"mood": claim(), "sleep": claim("sleep", references=["b", "c"])}
HERE = "The figure [[{}]] stands here without its source. Write [{}] after it."
ROW = "The figure [[{}]] stands in this row without its source. Cite [{}] beside it."
HEAD = "| A | B |\n|---|---|\n"


def said(text, claims=CLAIMS):
    return [(problem.line, problem.message) for problem in render(text, claims=claims).problems]


@pytest.mark.parametrize(
    "text",
    [
        "It was [[mood]].[@a]",
        "It was [[mood]] here. That comes from 2 trials.[@a]",
        "It was [[mood]] and [[sleep]].[@a; @c]",
        "It was [[mood]] and [[sleep]].[@a]{low}[@b]",
        "It was [[mood]].[@a]{low}\n[@b] Then [[mood]].[@a]",
        "[[sentence: mood]]",
        "[[table: mood, sleep]]",
        f"{HEAD}| 2 trials[@a] | [[mood]] |",
        f"{HEAD}| 2 trials | [[mood]][@a] |",
        "It was [[nothing]].[@a]",
    ],
)
def test_a_figure_whose_source_follows_is_fine(text):
    assert [each for each in said(text) if "source" in each[1]] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("It was [[mood]].", (1, HERE.format("mood", "@a"))),
        ("First.\n\nIt was\nas much as [[sleep]].", (4, HERE.format("sleep", "@b; @c"))),
        ("Said before.[@a] It was [[mood]].", (1, HERE.format("mood", "@a"))),
        ("It was [[mood]].[@b]", (1, HERE.format("mood", "@a"))),
        ("It was [[mood]].[@b] And so on.[@a]", (1, HERE.format("mood", "@a"))),
        ("It was [[mood]].\n\nMore.[@a]", (1, HERE.format("mood", "@a"))),
        ("- It was [[mood]].\n- More.[@a]", (1, HERE.format("mood", "@a"))),
        (f"{HEAD}| x | [[mood]] |\n| y[@a] | z |", (3, ROW.format("mood", "@a"))),
    ],
)
def test_a_figure_without_its_source_is_named_with_its_line(text, problem):
    assert said(text) == [problem]


def test_where_nobody_knows_the_claims_nothing_is_said():
    assert said("It was [[mood]].", None) == []
