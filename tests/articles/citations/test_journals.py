import pytest

from articles.citations.journals import ABBREVIATIONS, short_title


@pytest.mark.parametrize(
    "name", ["British Journal of Psychiatry", "The British journal of psychiatry", " BRITISH  JOURNAL OF PSYCHIATRY"]
)
def test_a_journal_is_known_however_its_name_is_written(name):
    assert short_title(name) == "Br J Psychiatry"


def test_and_may_be_a_sign():
    assert short_title("Anesthesia and analgesia") == short_title("Anesthesia & Analgesia") == "Anesth Analg"


def test_a_journal_without_a_row_has_none():
    assert short_title("Journal of Things") is None
    assert short_title("") is None


def test_they_stand_in_the_order_of_the_alphabet():
    assert list(ABBREVIATIONS) == sorted(ABBREVIATIONS)
