import pytest

from articles.overclaims import overclaims


@pytest.mark.parametrize(
    "phrase",
    [
        "miracle drug",
        "game-changer",
        "life-changing",
        "cures depression",
        "guaranteed results",
        "100% safe",
        "risk-free",
        "no side effects",
        "FDA-approved infusions",
        "ketamine is FDA-approved for depression",
        "FDA-approved ketamine therapy",
        "FDA-approved IV ketamine treatment",
        "cure for depression",
        "cured her depression",
        "repairs the brain",
        "wonder drug",
    ],
)
def test_it_is_found_wherever_it_stands(phrase):
    assert overclaims(f"They say that this is {phrase.title()}, always.") == [phrase.title()]


def test_a_quotation_may_name_it():
    assert overclaims('Be wary of “guaranteed results” and "risk-free" offers.') == []


@pytest.mark.parametrize(
    "words",
    [
        *["There is no FDA-approved ketamine therapy for depression.", "It is not risk-free.", "Never a miracle cure."],
        *["It is not a cure for depression.", "No ketamine infusion is FDA-approved for depression."],
    ],
)
def test_what_is_denied_is_no_promise(words):
    assert overclaims(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It is not only risk-free, it is cheap.", "risk-free"),
        ("There is no doubt that ketamine is FDA-approved for depression.", "ketamine is FDA-approved for depression"),
        ("There is no better FDA-approved ketamine infusion.", "FDA-approved ketamine infusion"),
        ("No other wonder drug exists.", "wonder drug"),
    ],
)
def test_not_every_no_is_a_denial(words, found):
    assert overclaims(words) == [found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("FDA-approved ketamine for depression", "FDA-approved ketamine for depression"),
        ("Ask for FDA\u2011approved ketamine therapy.", "FDA\u2011approved ketamine therapy"),
        ("Ask for FDA-approved\xa0ketamine therapy.", "FDA-approved\xa0ketamine therapy"),
        ("It is the FDA’s choice: ketamine is approved for PTSD.", "ketamine is approved for PTSD"),
        *[
            (f"{sentence}.", sentence)
            for sentence in [
                "Ketamine is approved by the FDA for depression",
                "Ketamine has been approved by the US FDA since 2019 for treatment-resistant depression",
                "Ketamine is now FDA approved to treat severe depression",
                "Ketamine for depression is FDA-approved",
                "Ketamine is an FDA-approved treatment for depression",
                "Ketamine is FDA-approved for anesthesia and depression",
                "Infusions are FDA-approved for pain",
                "FDA has approved ketamine for depression",
                "Ketamine has FDA approval for depression",
                "FDA approval of ketamine for depression",
                "Ketamine infusions are FDA-approved",
                "Ketamine prevents suicide",
                "Ketamine can prevent suicide attempts",
                "not addictive",
                "isn’t addictive",
                "no side-effects",
                "without any side effects",
            ]
        ],
    ],
)
def test_what_is_approved_for_nothing_or_prevents_nothing_is_found_in_other_words(words, found):
    assert overclaims(words) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "Ketamine is not approved by the FDA for depression.",
        "Ketamine is not an FDA-approved treatment for depression.",
        "Ketamine is an FDA-approved anesthetic.",
        "Ketamine is FDA-approved, but not for depression.",
        "Ketamine has never been FDA-approved for depression.",
        "Ketamine isn't approved for depression.",
        "The FDA has not approved ketamine for depression.",
        "No form of ketamine is FDA-approved for pain.",
        "Neither ketamine infusions nor lozenges are FDA-approved for depression.",
        "Esketamine is FDA-approved.",
        "Esketamine is approved by the FDA for depression.",
        "The FDA approved esketamine for depression.",
        "Esketamine, a relative of ketamine, is FDA-approved for depression.",
        "The only form of ketamine that is approved by the FDA for depression is esketamine.",
        "Ketamine is approved by the FDA for anesthesia.",
        "Ketamine is approved for anesthesia and esketamine for depression.",
        "Ketamine infusions are FDA-approved as an anesthetic.",
        "Is ketamine FDA-approved for depression?",
        "Red flags: claims that ketamine is approved for depression.",
        "What is not shown. That ketamine prevents suicide.",
        "There is no proof that ketamine prevents suicide attempts.",
        "Ketamine is not shown to prevent suicide.",
        "Ketamine does not prevent suicide.",
        "A safety plan helps to prevent suicide.",
        "It is not true that ketamine is not addictive.",
        "Ketamine is addictive for some.",
        "It is not without side effects.",
    ],
)
def test_what_is_true_of_approvals_and_suicide_may_be_said(words):
    assert overclaims(words) == []


def test_it_stays_quick_however_long_the_words_are():
    assert overclaims("ketamine infusions is approved in it for mine " * 4000) == []


@pytest.mark.parametrize(
    "words", ["The FDA has approved esketamine.", "It may ease depression.", "Infusions are not approved for mood.", ""]
)
def test_plain_words_are_none(words):
    assert overclaims(words) == []
