import pytest

from articles.search.asking import read


@pytest.mark.parametrize(
    ("typed", "needed"),
    [
        ("How much does it cost?", ("cost",)),
        ("what should I wear", ("wear",)),
        ("ketamine infusion for OCD", ("ocd",)),
        ("is ketamine safe in pregnancy", ("safe", "pregnancy")),
        ("esketamine vs ketamine", ("esketamine",)),
        ("ketamine infusion", ("ketamine", "infusion")),
        ("what is it", ("what", "is", "it")),
    ],
)
def test_the_words_that_ask_and_those_of_every_guide_need_not_be_found(typed, needed):
    assert read(typed).needed == needed


def test_a_generic_word_still_makes_a_place_better():
    assert read("ketamine and driving").words == ("ketamine", "driving")
