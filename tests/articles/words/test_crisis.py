import pytest

from articles.words.crisis import speaks_of_suicide


@pytest.mark.parametrize(
    "words",
    [
        "suicide",
        "Suicidal thoughts",
        "i want to die",
        "how to kill myself",
        "end my life",
        "self-harm",
        "it’s better off dead",
        "better dead",
        "i wish i was dead",
        "I want to be dead",
        "take my own life",
        "i want to end it",
        "i feel like dying",
        "i don’t want to live",
        "i dont want to live",
        "no reason to live",
        "sucidal",
        "suiside",
    ],
)
def test_words_of_somebody_who_may_think_of_ending_their_life(words):
    assert speaks_of_suicide(words)


@pytest.mark.parametrize(
    "words", ["", "life insurance", "self pay", "kills pain", "die", "harm", "Sunside clinic", "no side effects"]
)
def test_words_of_anybody_else(words):
    assert not speaks_of_suicide(words)
