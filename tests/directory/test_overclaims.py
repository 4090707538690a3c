import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.overclaims import RULES, overclaims


def slugs(text):
    return [finding.rule.slug for finding in overclaims(text)]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Our treatment is FDA approved.", "fda_approved"),
        ("FDA-approved ketamine", "fda_approved"),
        ("fdaapproved", "fda_approved"),
        ("F​DA approved", "fda_approved"),
        ("ＦＤＡ approved", "fda_approved"),
        ("FDА approved", "fda_approved"),  # a Cyrillic А
        ("with FDA approval", "fda_approved"),
        ("approved by the FDA", "fda_approved"),
        ("cleared by the Food and Drug Administration", "fda_approved"),
        ("We cure depression.", "cure"),
        ("a curative dose", "cure"),
        ("It heals your brain", "cure"),
        ("Results guaranteed", "guaranteed"),
        ("we guarantee relief", "guaranteed"),
        ("100% effective", "guaranteed"),
        ("It is not addictive", "not_addictive"),
        ("non-addictive", "not_addictive"),
        ("nonaddictive", "not_addictive"),
        ("no risk of addiction", "not_addictive"),
        ("without any side effects", "no_side_effects"),
        ("No side\neffects", "no_side_effects"),
        ("side-effect-free", "no_side_effects"),
        ("completely safe", "no_side_effects"),
        ("risk-free", "no_side_effects"),
        ("a MIRACLE", "miracle"),
        ("a miraculous recovery", "miracle"),
        ("We are HIPAA certified", "hipaa_certified"),
        ("HIPAA-certified", "hipaa_certified"),
    ],
)
def test_a_forbidden_phrase_is_found_however_it_is_written(text, slug):
    assert slug in slugs(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A secure building with secured parking.",
        "Dr. Curephone and Nurse Miraclette work here.",
        "We tell you about side effects before each session.",
        "Ketamine can be addictive.",
        "Covered by your insurer, approved by the board of Colorado.",
        "We follow HIPAA.",
        "Our staff are certified in advanced life support.",
        "There are no risky shortcuts.",
        "We cannot promise a result.",
    ],
)
def test_plain_words_are_left_alone(text):
    assert slugs(text) == []


def test_what_is_found_is_quoted_as_it_was_written():
    (finding,) = overclaims("Yes: FDA\n-Approved!")
    assert finding.phrase == "FDA -Approved"
    assert finding.sentence.startswith("“FDA -Approved”: Whether a treatment is approved")
    assert finding.sentence.endswith(".")


def test_a_phrase_that_is_repeated_is_named_once():
    assert slugs("A cure. A CURE. A cure.") == ["cure"]


def test_they_stand_in_the_order_of_the_text():
    assert slugs("guaranteed, a miracle, a cure") == ["guaranteed", "miracle", "cure"]


def test_each_rule_has_its_own_name():
    assert len({rule.slug for rule in RULES}) == len(RULES)


@given(st.text())
def test_any_text_can_be_read(text):
    for finding in overclaims(text):
        assert finding.phrase
