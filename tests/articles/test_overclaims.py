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
    "words", ["The FDA has approved esketamine.", "It may ease depression.", "Infusions are not approved for mood.", ""]
)
def test_plain_words_are_none(words):
    assert overclaims(words) == []
