import pytest

from directory.search.asking import read


@pytest.mark.parametrize(
    ("typed", "needed"),
    [
        ("psychiatrist who takes medicare", ("psychiatrist", "medicare")),
        ("my son has depression", ("depression",)),
        ("treats ptsd", ("ptsd",)),
        ("does anyone speak spanish", ("spanish",)),
        ("not spravato", ("spravato",)),
        ("will carter", ("will", "carter")),
        ("ketamine clinic", ("ketamine",)),
        ("clinic", ("clinic",)),
        ("who", ("who",)),
    ],
)
def test_words_that_only_ask_are_not_looked_for(typed, needed):
    assert read(typed).needed == needed
