"""The mix of questions, put to the index and to the plain tables: equal answers, different times."""

import math
from datetime import date
from functools import partial
from statistics import median

from articles.words.answer import How
from directory.search import live
from directory.search.query import Query, Results
from tests.bench import plain
from tests.bench.measure import median_ms, seconds
from tests.bench.mix import in_words, questions

TIMES = 20

Row = tuple[str, float, float | None]


def measure(today: date, *, with_plain: bool) -> None:
    rows = [_measured(name, queries, with_plain) for name, queries in questions(today).items()]
    print(f"  {'medians in milliseconds':<36}{'index':>9}{'plain ORM':>12}{'ratio':>9}")
    for row in [*rows, ("the median of these", *_middle(rows))]:
        _print_row(row)
    for name, queries in in_words(today).items():
        _print_row(_measured_in_words(name, queries, with_plain))
    print(f"  {'f, before its counts are remembered':<36}{_unremembered(today):>9.2f}", flush=True)


def _measured(name: str, queries: list[Query], with_plain: bool) -> Row:
    ours = median(median_ms(partial(live.search, query), TIMES) for query in queries)
    theirs = median(_plain_ms(query) for query in queries) if with_plain else None
    return name, ours, theirs


def _print_row(row: Row) -> None:
    name, ours, theirs = row
    ratio = f"{theirs:>12.1f}{theirs / ours:>8.0f}×" if theirs else ""
    print(f"  {name:<36}{ours:>9.2f}{ratio}", flush=True)


def _measured_in_words(name: str, queries: list[Query], with_plain: bool) -> Row:
    """As for the first time: words are remembered. The plain way is asked once where it reads every text for each of
    its counts; it finds nobody whose name is misspelt, so that only exact words have equal answers."""

    def ask(query: Query) -> Results:
        live.index().day(query.today).having_words.cache_clear()
        return live.search(query)

    ours = median(median_ms(partial(ask, query), TIMES) for query in queries)
    asked = [query for query in queries if query.state] or queries[:1]
    theirs = median(_plain_words_ms(query, ask(query)) for query in asked) if with_plain else None
    return name, ours, theirs


def _plain_words_ms(query: Query, ours: Results) -> float:
    answers: list[Results] = []
    spent = seconds(lambda: answers.append(plain.search(query)))
    if query.state:
        assert_same_listings(ours, answers[0])
    else:
        assert ours.total
        assert ours.words
        assert ours.words.how == How.CORRECTED
    return spent * 1000


def _plain_ms(query: Query) -> float:
    answers: list[Results] = []
    spent = seconds(lambda: answers.append(plain.search(query)))
    assert_equal(live.search(query), answers[0])
    return spent * 1000


def assert_equal(ours: Results, theirs: Results) -> None:
    """The same listings in the same order, as far away, the same total, and the same numbers at every value."""
    assert_same_listings(ours, theirs)
    for hit, other in zip(ours.hits, theirs.hits, strict=True):
        assert hit.listing_id == other.listing_id, (hit, other)
        assert (hit.band_miles, hit.is_recently_confirmed) == (other.band_miles, other.is_recently_confirmed)
        assert math.isclose(hit.distance_miles or 0, other.distance_miles or 0, abs_tol=1e-6), (hit, other)


def assert_same_listings(ours: Results, theirs: Results) -> None:
    assert ours.total == theirs.total, (ours.total, theirs.total)
    for facet, counts in ours.counts.items():
        assert {slug: number for slug, number in counts.items() if number} == theirs.counts[facet], facet


def _unremembered(today: date) -> float:
    day = live.index().day(today)

    def ask() -> None:
        day.counts = None
        live.search(Query(today))

    return median_ms(ask, TIMES)


def _middle(rows: list[Row]) -> tuple[float, float | None]:
    theirs = [row[2] for row in rows if row[2]]
    return median(row[1] for row in rows), median(theirs) if theirs else None
