"""Claims on one scale; the notation around them is in test_evidence."""

import re

import pytest

from articles.markdown.figures import figure
from tests.articles.markdown.test_evidence import claim, drawn, said


def test_a_plot_is_a_table_with_a_picture_and_the_figures_of_each_claim():
    rendered = drawn(
        "Table: On one scale.\n\n[[plot: mood, later]]",
        claim(),
        claim("later", time_point="7 days", effect="0.3", low="-0.1"),
    )
    assert '<table class="plot">\n<caption id="table-1">On one scale.</caption>' in rendered.html
    assert '<th scope="row">Depression, 24&nbsp;hours, against control</th>' in rendered.html
    assert ">0.3 (95% CI −0.1 to 0.72)<sup" in rendered.html
    assert "Right of the upright line is better with ketamine." in rendered.html
    assert "the scale runs from −0.1 to 0.72." in rendered.html
    assert "style=" not in rendered.html
    assert [cited.places for cited in rendered.cited] == [["a", "b"]]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "The whole range lies on the side where ketamine is better."),
        ({"higher_is_better": False}, "The whole range lies on the side where ketamine is worse."),
        ({"effect": "-2", "low": "-3", "high": "-1"}, "The whole range lies on the side where ketamine is worse."),
        ({"low": "0"}, "The range crosses the line of no difference."),
        ({"low": "-1"}, "The range crosses the line of no difference."),
    ],
)
def test_the_picture_has_a_name_and_says_in_words_what_an_eye_sees(fields, words):
    html = drawn("[[plot: mood]]", claim(**fields)).html
    name = figure(claim(**fields))
    assert f'role="img" viewBox="0 0 240 20"><title>{name}</title><desc>{words}</desc>' in html


def test_the_line_lies_where_its_figures_are():
    html = drawn("[[plot: mood]]", claim(effect="5", low="0", high="10")).html
    zero, _same, low, high = (float(x) for x in re.findall(r'x[12]="([\d.]+)"', html))
    effect = float(re.findall(r'cx="([\d.]+)"', html)[0])
    assert zero == low < effect < high
    assert effect - low == pytest.approx(high - effect)


def test_a_lower_figure_may_be_the_better_one():
    assert "Left of the upright line" in drawn("[[plot: mood]]", claim(higher_is_better=False)).html


def test_a_claim_without_a_range_is_in_no_plot():
    message = "Line 1: No claim with a range has the key “mood”."
    assert said("[[plot: mood]]", claim(low="", high="")) == [message]


@pytest.mark.parametrize("fields", [{"measure": "points"}, {"higher_is_better": False}])
def test_what_is_measured_in_different_ways_shares_no_scale(fields):
    assert said("[[plot: mood, pain]]", claim(), claim("pain", **fields)) == [
        "Line 1: These claims are measured in different ways: draw a plot for each."
    ]


@pytest.mark.parametrize("measure", ["odds ratio", "Risk ratio of relapse"])
def test_a_ratio_has_no_place_on_a_scale_around_zero(measure):
    assert said("[[plot: mood]]", claim(measure=measure)) == [
        "Line 1: A ratio shows no difference at 1 and has no place on this scale: use a table."
    ]
