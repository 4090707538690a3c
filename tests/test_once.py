from types import SimpleNamespace

import pytest
from django.test import SimpleTestCase, TestCase, TransactionTestCase

from bin.parts import CLOSING_LINE
from bin.test import WHAT_A_DATABASE_CHANGES
from tests.once import closing_line, runs_nowhere, uses_the_database


@pytest.fixture
def a_row(db):
    return "made"


def item(*fixtures, cls=None, marks=()):
    return SimpleNamespace(
        fixturenames=fixtures, cls=cls, get_closest_marker=lambda name: name if name in marks else None
    )


@pytest.mark.parametrize(
    "one",
    [
        item(marks=["django_db"]),
        item("client", "db"),
        item("transactional_db"),
        item("live_server"),
        item(cls=TestCase),
        item(cls=TransactionTestCase),
    ],
)
def test_what_opens_the_database_uses_it(one):
    assert uses_the_database(one)


@pytest.mark.parametrize("one", [item("monkeypatch"), item(cls=SimpleTestCase), item(cls=SimpleNamespace)])
def test_what_does_not_open_it_cannot_use_it(one):
    assert not uses_the_database(one)


def test_a_plain_test_is_marked(request):
    assert request.node.get_closest_marker("without_database")


def test_one_is_found_through_its_fixtures(request, a_row):
    assert uses_the_database(request.node)
    assert not request.node.get_closest_marker("without_database")


def test_the_second_run_leaves_out_these_and_nothing_else():
    assert WHAT_A_DATABASE_CHANGES[-2:] == ["-m", "not corpora and not without_database"]


def test_what_only_postgresql_can_pass_must_run_there():
    assert runs_nowhere(item(marks=["without_database"]), "only on PostgreSQL: it has no such file")
    assert not runs_nowhere(item(marks=["without_database"]), "only on SQLite")
    assert not runs_nowhere(item(), "only on PostgreSQL")


def test_the_closing_line_says_how_many_and_is_kept():
    pure = SimpleNamespace(passed=True, nodeid="tests/a.py::b", duration=0.25, keywords={"without_database": 1})
    asking = SimpleNamespace(passed=True, duration=9, keywords={})
    drawn = SimpleNamespace(passed=True, nodeid="tests/browser/a.py::b", duration=9, keywords={"without_database": 1})
    line = closing_line([pure, pure, asking, drawn])
    assert line == "2 passed in 0.50s that ask no database: they run once, on SQLite"
    assert CLOSING_LINE.fullmatch(f"==== {line} ====")
    assert closing_line([asking]) == ""
