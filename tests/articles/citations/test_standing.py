from datetime import date

import pytest

from articles.citations.standing import Nature, standing_of

RETRACTION, CONCERN, CORRECTION, REINSTATEMENT = Nature


def notice(nature, year, doi=""):
    return {"nature": nature.value, "dated_on": date(year, 1, 2), "doi": doi}


@pytest.mark.parametrize(
    ("notices", "sentence"),
    [
        ([(RETRACTION, 2020)], "Retracted on 2 January 2020"),
        ([(CONCERN, 2020)], "Expression of concern of 2 January 2020"),
        ([(CORRECTION, 2020)], "Corrected on 2 January 2020"),
        ([(CORRECTION, 2021), (CONCERN, 2020)], "Expression of concern of 2 January 2020"),
        ([(CONCERN, 2021), (RETRACTION, 2020)], "Retracted on 2 January 2020"),
        ([(RETRACTION, 2020), (RETRACTION, 2022)], "Retracted on 2 January 2022"),
        ([(RETRACTION, 2022), (REINSTATEMENT, 2021)], "Retracted on 2 January 2022"),
        ([(REINSTATEMENT, 2021), (RETRACTION, 2020), (CORRECTION, 2019)], "Corrected on 2 January 2019"),
    ],
)
def test_the_gravest_that_is_in_force_is_said(notices, sentence):
    assert standing_of([notice(*each) for each in notices]).sentence == sentence


@pytest.mark.parametrize("before", [RETRACTION, CONCERN])
def test_a_reinstatement_leaves_nothing_to_say(before):
    assert standing_of([notice(REINSTATEMENT, 2020), notice(before, 2020)]) is None
    assert standing_of([notice(REINSTATEMENT, 2020)]) is None


def test_without_notices_nothing_is_said():
    assert standing_of([]) is None


def test_a_note_names_the_notice():
    standing = standing_of([notice(RETRACTION, 2020, "10.1000/a<b>")])
    assert standing.note == "Retracted on 2 January 2020. https://doi.org/10.1000/a<b>"
    assert standing_of([notice(RETRACTION, 2020)]).note == "Retracted on 2 January 2020."
    assert standing.is_retracted
    assert not standing_of([notice(CONCERN, 2020)]).is_retracted
