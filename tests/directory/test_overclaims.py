import time

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
        ("F.D.A. approved", "fda_approved"),
        ("F.D.A.-approved", "fda_approved"),
        ("F D A approved", "fda_approved"),
        ("FDA_approved", "fda_approved"),
        ("*FDA* “approved”", "fda_approved"),
        ("FDA     approved", "fda_approved"),
        ("FDA ap-\nproved", "fda_approved"),
        ("FDA\u2060approved", "fda_approved"),  # a word joiner
        ("FDA\u3164approved", "fda_approved"),  # a filler of Hangul
        ("F\u0336D\u0336A\u0336 approved", "fda_approved"),  # struck through
        ("𝐅𝐃𝐀 approved", "fda_approved"),
        ("ꜰᴅᴀ approved", "fda_approved"),
        ("🅵🅳🅰 approved", "fda_approved"),
        ("FᎠA approved", "fda_approved"),  # a Cherokee Ꭰ
        ("U.S. F.D.A.-approved", "fda_approved"),
        ("The FDA has approved it", "fda_approved"),
        ("FDA registered", "fda_approved"),
        ("with FDA approval", "fda_approved"),
        ("approved by the FDA", "fda_approved"),
        ("cleared by the Food and Drug Administration", "fda_approved"),
        ("We cure depression.", "cure"),
        ("It cures", "cure"),
        ("a curable illness", "cure"),
        ("a curative dose", "cure"),
        ("c-u-r-e", "cure"),
        ("ϲurе", "cure"),  # a Greek ϲ and a Cyrillic е
        ("It heals your brain", "cure"),
        ("Results guaranteed", "guaranteed"),
        ("we guarantee relief", "guaranteed"),
        ("a money-back guarantee", "guaranteed"),
        ("gu4r4nteed", "guaranteed"),
        ("100% effective", "guaranteed"),
        ("It is not addictive", "not_addictive"),
        ("non-addictive", "not_addictive"),
        ("nonaddictive", "not_addictive"),
        ("non‑addictive", "not_addictive"),  # a hyphen that does not break
        ("isn’t addictive", "not_addictive"),
        ("not physically addictive", "not_addictive"),
        ("no longer addictive", "not_addictive"),
        ("non-addicting", "not_addictive"),
        ("It does not cause addiction", "not_addictive"),
        ("addiction-free", "not_addictive"),
        ("no risk of addiction", "not_addictive"),
        ("without any side effects", "no_side_effects"),
        ("No side\neffects", "no_side_effects"),
        ("side-effect-free", "no_side_effects"),
        ("Side effects: none", "no_side_effects"),
        ("no adverse effects", "no_side_effects"),
        ("completely safe", "no_side_effects"),
        ("risk-free", "no_side_effects"),
        ("a MIRACLE", "miracle"),
        ("a miraculous recovery", "miracle"),
        ("a m1racle", "miracle"),
        ("We are HIPAA certified", "hipaa_certified"),
        ("HIPAA-certified", "hipaa_certified"),
        ("H.I.P.A.A. certified", "hipaa_certified"),
        ("HIPPA certified", "hipaa_certified"),
        ("a HIPAA certificate", "hipaa_certified"),
        ("ΗΙΡΑΑ certified", "hipaa_certified"),  # all Greek
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
        "The FDA has not approved this use.",
        "Do you see people without an appointment? No. Side effects are explained at each visit.",
        "We explain every side effect. Free parking at the door.",
        "We treat depression, not addiction.",
        "Never alone. Addictive medicines are locked away.",
    ],
)
def test_plain_words_are_left_alone(text):
    assert slugs(text) == []


def test_what_is_found_is_quoted_as_it_was_written():
    (finding,) = overclaims("Yes: FDA\n-Approved!")
    assert finding.phrase == "FDA -Approved"
    assert finding.sentence.startswith("“FDA -Approved”: Whether a treatment is approved")
    assert finding.sentence.endswith(".")


@pytest.mark.parametrize("text", ["no ", "f.d.a. ", "free of any risk of ", "f - d - ", " ", "\u200b", "isn't at all "])
def test_no_text_takes_long_to_read(text):
    started = time.perf_counter()
    overclaims((text * 4000)[:4000])
    assert time.perf_counter() - started < 1


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
