import pytest

from articles.incoming.dates import csl_date, split_date


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2022/12/01/", [2022, 12, 1]),
        ("2022/12/", [2022, 12]),
        ("2022///", [2022]),
        ("2022-12-01", [2022, 12, 1]),
        ("2022 Dec 1", [2022, 12, 1]),
        ("2022 Nov-Dec", [2022, 11]),
        ("2022 Spring", [2022]),
        ("20221201", [2022, 12, 1]),
        ("2022/02/31", [2022, 2]),
        ("2022/13/01", [2022]),
    ],
)
def test_it_keeps_what_is_known(text, parts):
    assert split_date(text) == {"date-parts": [parts]}


@pytest.mark.parametrize("text", ["", "in press", "forthcoming", "n.d.", "0000", "99999999"])
def test_without_a_year_there_is_no_date(text):
    assert split_date(text) is None


def test_a_month_is_a_number_or_a_word():
    assert csl_date("2020", "September", "3") == csl_date("2020", "9", "3") == {"date-parts": [[2020, 9, 3]]}
    assert csl_date("2020", "soon", "3") == {"date-parts": [[2020]]}
