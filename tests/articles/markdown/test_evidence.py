import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.markdown import blocks, render
from articles.markdown.evidence import figure, keys_in


def claim(key="mood", **fields):
    return {
        "key": key,
        "subject": "Depression",
        "studies": "2 trials",
        "measure": "standardized effect",
        "effect": "0.58",
        "low": "0.44",
        "high": "0.72",
        "comparator": "control",
        "time_point": "24 hours",
        "higher_is_better": True,
        "certainty": "moderate",
        "references": ["a"],
    } | fields


def drawn(text, *claims):
    return render(text, known={"a", "b"}, claims={each["key"]: each for each in claims or [claim()]})


def said(text, *claims):
    return [problem.sentence for problem in drawn(text, *claims).problems]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "0.58 (95% CI 0.44–0.72)"),
        ({"effect": "-3.16", "low": "-8.54", "high": "2.22"}, "−3.16 (95% CI −8.54 to 2.22)"),
        ({"low": "", "high": ""}, "0.58"),
    ],
)
def test_a_figure_is_written_as_papers_do(fields, words):
    assert figure(claim(**fields)) == words
    assert f"<p>It was {words} here.</p>" in drawn("It was [[mood]] here.", claim(**fields)).html


def test_a_figure_counts_as_words_and_is_compared():
    assert drawn("It was [[mood]].").word_count == 6
    assert blocks("It was [[mood]].", str, {"mood": claim()})[0].words == "It was 0.58 (95% CI 0.44–0.72)."


def test_a_table_has_a_row_for_each_claim_with_its_source_and_certainty():
    rendered = drawn("Table: Differences.\n\n[[table: mood, pain]]\n", claim(), claim("pain", subject="Pain | limb"))
    assert '<caption id="table-1">Differences.</caption>' in rendered.html
    assert '<th scope="row">Pain | limb</th>' in rendered.html
    assert "2&nbsp;trials, compared with control, 24&nbsp;hours" in rendered.html
    assert [(cited.key, cited.places) for cited in rendered.cited] == [("a", ["a", "b"])]
    assert rendered.certainties == ["moderate"]
    assert rendered.problems == []


def test_a_plot_shows_each_claim_as_a_line_with_its_figure_in_words():
    html = drawn("[[plot: mood, later]]", claim(), claim("later", time_point="7 days", effect="0.3", low="-0.1")).html
    assert html.count("<svg") == 2
    assert "Depression, 24 hours, compared with control" in html
    assert "0.3 (95% CI −0.1 to 0.72)" in html
    assert "Right of the upright line is better with ketamine." in html
    assert 'role="group"' in html
    assert "style=" not in html


def test_the_line_lies_where_its_figures_are():
    html = drawn("[[plot: mood]]", claim(effect="5", low="0", high="10")).html
    zero, _same, low, high = (float(x) for x in re.findall(r'x[12]="([\d.]+)"', html))
    effect = float(re.findall(r'cx="([\d.]+)"', html)[0])
    assert zero == low < effect < high
    assert effect - low == pytest.approx(high - effect)


def test_a_lower_figure_may_be_the_better_one():
    assert "Left of the upright line" in drawn("[[plot: mood]]", claim(higher_is_better=False)).html


def test_each_claim_has_an_address_where_it_is_first_drawn():
    rendered = drawn("[[plot: mood]]\n\n[[plot: mood]]\n\n[see](#claim-mood)")
    assert rendered.html.count('id="claim-mood"') == 1
    assert rendered.has_place("claim-mood")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("One.\n\nIt was [[nobody]].", "Line 3: No claim with figures has the key “nobody”."),
        ("One.\n\n[[table: mood, nobody]]", "Line 3: No claim with figures has the key “nobody”."),
        ("[[plot: nobody]]", "Line 1: No claim with figures has the key “nobody”."),
        ("## A {#claim-mood}", "Line 1: The anchor “claim-mood” is taken."),
    ],
)
def test_what_cannot_be_drawn_is_a_problem_with_its_line(text, message):
    assert message in said(text)


def test_a_claim_without_figures_is_not_drawn():
    assert said("[[plot: mood]]", claim(effect="", low="", high="")) == [
        "Line 1: No claim with figures has the key “mood”."
    ]


@pytest.mark.parametrize("fields", [{"measure": "points"}, {"higher_is_better": False}])
def test_what_is_measured_in_different_ways_shares_no_scale(fields):
    assert said("[[plot: mood, pain]]", claim(), claim("pain", **fields)) == [
        "Line 1: These claims are measured in different ways: draw a plot for each."
    ]


def test_lines_after_a_table_keep_their_numbers():
    assert said("[[table: mood]]\n\nSaid.[@nobody]\n") == ["Line 3: No reference has the key “nobody”."]


def test_the_keys_that_a_text_names():
    assert keys_in("[[a]] [[b-c]]\n\n[[table: d, a]]\n\n[[plot: e]] [x](y) [[No]]") == ["a", "b-c", "d", "e"]


@given(
    st.fixed_dictionaries(
        {name: st.text(max_size=20) for name in ("subject", "studies", "measure", "comparator", "time_point")}
    )
)
def test_what_a_claim_says_is_never_markup(words):
    html = drawn("[[table: mood]]\n\n[[plot: mood]]", claim(**words)).html
    assert "<script" not in drawn("[[plot: mood]]", claim(subject="<script>alert(1)</script>")).html
    assert html.count("<svg") == 1
    assert not re.search(
        r"<(?!/?(?:div|table|caption|thead|tbody|tr|th|td|sup|span|a|button|svg|line|circle|p|br)\b)\w", html
    )


@given(st.text(alphabet="[]:,tableplot mood-\n|", max_size=60))
def test_it_never_raises(text):
    drawn(text)
    render(text)
