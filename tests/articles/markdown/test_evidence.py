import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.markdown import blocks, render
from articles.markdown.evidence import keys_in
from articles.markdown.figures import figure


def claim(key="mood", **fields):
    return {
        "key": key,
        "subject": "Depression",
        "sentence": "Mood rose.",
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
        ({"effect": "", "low": "", "high": "", "result": "63% and 32%"}, "63% and 32%"),
    ],
)
def test_a_figure_is_written_as_papers_do(fields, words):
    assert figure(claim(**fields)) == words
    html = drawn("It was [[mood]] here.", claim(**fields)).html
    assert f'<p>It was <span id="claim-mood">{words}</span> here.</p>' in html


def test_a_sentence_stands_with_its_source_and_certainty():
    rendered = drawn("[[sentence: mood]] And more.", claim())
    assert rendered.html.startswith('<p><span id="claim-mood">Mood rose.</span><sup class="cites">')
    assert "moderate certainty</a> And more.</p>" in rendered.html
    assert [cited.key for cited in rendered.cited] == ["a"]
    assert rendered.certainties == ["moderate"]


def test_a_sentence_needs_no_figures_and_what_was_not_judged_says_no_certainty():
    rendered = drawn("[[sentence: mood]]", claim(effect="", low="", high="", certainty=""))
    assert "Mood rose." in rendered.html
    assert (rendered.certainties, rendered.problems) == ([], [])


def test_a_figure_counts_as_words_and_is_compared():
    assert drawn("It was [[mood]].").word_count == 6
    assert blocks("It was [[mood]].", str, {"mood": claim()})[0].words == "It was 0.58 (95% CI 0.44–0.72)."


def test_a_table_has_a_row_for_each_claim_with_its_source_and_certainty():
    rendered = drawn("Table: Differences.\n\n[[table: mood, pain]]\n", claim(), claim("pain", subject="Pain | limb"))
    assert '<caption id="table-1">Differences.</caption>' in rendered.html
    assert '<th scope="row">Pain | limb</th>' in rendered.html
    assert "2&nbsp;trials, against control, 24&nbsp;hours" in rendered.html
    assert [(cited.key, cited.places) for cited in rendered.cited] == [("a", ["a", "b"])]
    assert rendered.certainties == ["moderate"]
    assert rendered.problems == []


def test_a_result_in_words_has_a_row_and_names_no_more_than_is_known():
    claims = claim(effect="", low="", high="", result="too few to say", measure="", comparator="", time_point="")
    html = drawn("[[table: mood]]", claims).html
    assert ">2&nbsp;trials</td>" in html
    assert ">Too few to say<sup" in html


@pytest.mark.parametrize(
    "text",
    [
        "[[plot: mood]]\n\n[[plot: mood]]",
        "[[table: mood]]\n\n[[plot: mood]]",
        "It was [[mood]].\n\n[[table: mood]]",
        "[[mood]] [[mood]] [[sentence: mood]]",
    ],
)
def test_each_claim_has_one_address_whatever_shows_it(text):
    rendered = drawn(f"{text}\n\n[see](#claim-mood)")
    assert rendered.html.count('id="claim-mood"') == 1
    assert rendered.has_place("claim-mood")


def test_the_address_is_a_row_where_there_is_one():
    assert '<tr id="claim-mood">' in drawn("It was [[mood]].\n\n[[table: mood]]").html


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("One.\n\nIt was [[nobody]].", "Line 3: No claim with figures has the key “nobody”."),
        ("One.\n\n[[table: mood, nobody]]", "Line 3: No claim with figures has the key “nobody”."),
        ("[[plot: nobody]]", "Line 1: No claim with a range has the key “nobody”."),
        ("One.\n\n[[sentence: nobody]]", "Line 3: No claim has the key “nobody”."),
        ("## A {#claim-mood}", "Line 1: The anchor “claim-mood” is taken."),
    ],
)
def test_what_cannot_be_drawn_is_a_problem_with_its_line(text, message):
    assert message in said(text)


@pytest.mark.parametrize("text", ["[[table: mood]]", "[[mood]]"])
def test_a_claim_without_figures_is_not_drawn(text):
    message = "Line 1: No claim with figures has the key “mood”."
    assert said(text, claim(effect="", low="", high="")) == [message]


def test_lines_after_a_table_keep_their_numbers():
    assert said("[[table: mood]]\n\nSaid.[@nobody]\n") == ["Line 3: No reference has the key “nobody”."]


def test_the_keys_that_a_text_names():
    text = "[[a]] [[b-c]] [[sentence: f]]\n\n[[table: d, a]]\n\n[[plot: e]] [x](y) [[No]]"
    assert keys_in(text) == ["a", "b-c", "f", "d", "e"]


@given(
    st.fixed_dictionaries(
        {
            name: st.text(max_size=20)
            for name in ("subject", "sentence", "studies", "measure", "comparator", "time_point", "result")
        }
    )
)
def test_what_a_claim_says_is_never_markup(words):
    html = drawn("[[table: mood]]\n\n[[plot: mood]]\n\n[[sentence: mood]]", claim(**words)).html
    drawn("[[table: mood]] [[mood]]", claim(**words, effect="", low="", high=""))
    assert "<script" not in drawn("[[plot: mood]]", claim(subject="<script>alert(1)</script>")).html
    assert html.count("<svg") == 1
    assert not re.search(
        r"<(?!/?(?:div|table|caption|thead|tbody|tr|th|td|sup|span|a|button|svg|title|desc|line|circle|p|br)\b)\w", html
    )


@given(st.text(alphabet="[]:,tableplot sentence mood-\n|", max_size=60))
def test_it_never_raises(text):
    drawn(text)
    render(text)


BROKEN = (
    "This cannot be read as a claim. Write [[key]] or [[sentence: key]] in a sentence, or [[table: key, key]] or "
    "[[plot: key, key]] on a line of its own."
)


@pytest.mark.parametrize(
    "notation",
    [
        *["[[table: mood", "[[plot: ]]", "[[table]] [[", "[[Table: mood]]", "[[table: mood;pain]]", "[[Mood]]", "[[]]"],
        *["See [[table: mood]].", "[[sentence: mood, pain]]", "- Mood [[plot: mood]]"],
    ],
)
@pytest.mark.parametrize("claims", [None, {"mood": claim(), "table": claim("table")}])
def test_a_notation_that_cannot_be_read_is_named(notation, claims):
    problems = render(f"Words.\n\n{notation}", claims=claims).problems
    # A claim of the name "table" is read in its place, where it lacks its source.
    unsourced = [problem for problem in problems if "[[table]] stands here without its source" in problem.message]
    assert [(problem.line, problem.message) for problem in problems if problem not in unsourced] == [(3, BROKEN)]


@pytest.mark.parametrize(
    "text", [r"\[\[words\]\]", "`[[table: mood`", "[words] [more](https://example.com)", "a[1][2]"]
)
def test_other_brackets_are_words(text):
    assert render(text).problems == []
