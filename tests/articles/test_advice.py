import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.advice import advice_on

SOURCE, COMPARED, WHEN = "without a source", "what it was compared with", "when it was measured"


def said(text):
    return [next(word for word in (SOURCE, COMPARED, WHEN) if word in each.message) for each in advice_on(text)]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("About 20% felt sick.", [SOURCE]),
        ("About 20% felt sick.[@a]", []),
        ("It takes 40 minutes. So they say.[@a]", []),
        ("As they say.[@a] It takes 40 minutes.", [SOURCE]),
        ("Status in 2026.", []),
        ("Scores fell 5 points.[@a]", [COMPARED, WHEN]),
        ("Scores fell 5 points more than on placebo.[@a]", [WHEN]),
        ("Scores fell 5 points in a week.[@a]", [COMPARED]),
        ("Scores fell 5 points more than on placebo at day 7, within a week.[@a]", []),
        ("On day 3, 63% with ECT and 46.5% with ketamine were in remission.[@a]", []),
        ("On day 3, 63% and in the end 46.5 were in remission.[@a]", [COMPARED]),
        ("64% of people got better.[@a]", [COMPARED, WHEN]),
        ("46% remitted.[@a]", [COMPARED, WHEN]),
        ("Two thirds of people responded.", [SOURCE, COMPARED, WHEN]),
        ("Half of them recovered within a day.[@a]", [COMPARED]),
        ("It helped one in three more than placebo.[@a]", [WHEN]),
        ("Wait for a quarter of an hour until you feel better.", []),
        ("Many got better. Responsible staff watch you, 2 in all.", []),
        ("It helped many.", []),
        ("## 20% of what", []),
        ("| A | B |\n|---|---|\n| x | 20 people |\n", [SOURCE]),
    ],
)
def test_a_number_needs_its_source_and_a_result_its_comparison_and_time(text, advice):
    assert said(text) == advice


def test_it_names_the_line():
    [problem] = advice_on("First.\n\nThen 20% of them.\n")
    assert problem.sentence.startswith("Line 3, “Then 20% of them.”: ")


DRAWN = dict.fromkeys(["key", "subject", "sentence", "studies", "measure", "effect", "low", "high", "result"], "")
DRAWN |= dict.fromkeys(["comparator", "time_point", "certainty"], "") | {"higher_is_better": True, "references": ["a"]}


@pytest.mark.parametrize("typed", ["70.8%", "[[share]]"])
def test_a_figure_that_is_drawn_from_a_claim_is_one_as_if_it_were_typed(typed):
    claims = {"share": DRAWN | {"key": "share", "result": "70.8%"}}
    assert [each.line for each in advice_on(f"Of them {typed} responded.[@a]", claims)] == [1, 1]
    assert advice_on(f"Of them {typed} responded within a day, without a comparison group.[@a]", claims) == []


def test_a_table_of_claims_says_by_itself_what_it_needs_to():
    claims = {"share": DRAWN | {"key": "share", "subject": "Response", "result": "70.8%"}}
    assert advice_on("[[table: share]]", claims) == []


@given(st.text(alphabet="ab 1%.\n|-#[@]{}:", max_size=80))
def test_it_never_fails(text):
    advice_on(text)
