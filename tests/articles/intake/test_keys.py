import pytest

from articles.intake.keys import propose_key
from tests.factories.articles import make_csl


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({}, "doe2020"),
        ({"id": "price2022"}, "price2022"),
        ({"id": "http://zotero.org/x/1"}, "doe2020"),
        ({"id": "Price2022"}, "doe2020"),
        ({"author": [{"family": "Müller-Lüdenscheidt"}]}, "mullerludenscheidt2020"),
        ({"author": [{"literal": "U.S. Food and Drug Administration"}]}, "food2020"),
        ({"author": []}, "study2020"),
        ({"author": [], "title": "氯胺酮", "issued": None}, "source"),
        ({"author": [{"family": "x" * 100}]}, "x" * 60),
    ],
)
def test_the_first_author_and_the_year(changes, key):
    csl = make_csl(**changes)
    assert propose_key(csl, set()) == key


def test_one_that_is_taken_gets_a_letter():
    taken = set()
    for _number in range(28):
        taken.add(propose_key(make_csl(), taken))
    assert {"doe2020", "doe2020b", "doe2020z", "doe2020-27", "doe2020-28"} <= taken
    assert len(taken) == 28
