"""The index against a plain answer, over directories and questions that hypothesis makes up."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from directory.search.answer import answer
from directory.search.load import refreshed
from directory.search.query import Near, Query, Sort
from tests.directory.search.rows import TERMS, TODAY, VOCABULARY, Known, Plainly, make_vocabulary, write

DAYS = st.integers(-130, 10).map(lambda days: TODAY + timedelta(days=days))
# Around Denver, where a circle crosses the antimeridian, and where it holds the pole.
CENTERS = [(39.74, -104.98), (51.9, 179.9), (51.9, -179.9), (89.9, 0.0), (0.0, 0.0)]
OFFSETS = st.floats(-1, 1, allow_nan=False)


@st.composite
def points(draw):
    latitude, longitude = draw(st.sampled_from(CENTERS))
    latitude, longitude = min(90, latitude + draw(OFFSETS)), longitude + draw(OFFSETS)
    return latitude, longitude - 360 * (longitude > 180) + 360 * (longitude < -180)


def listings():
    known = st.builds(
        Known,
        listing_id=st.integers(1, 40),
        point=st.none() | points(),
        terms=st.sets(st.sampled_from(sorted(TERMS))),
        price_usd=st.none() | st.sampled_from([0, 400, 500]),
        confirmed_on=st.none() | DAYS,
        live_until=st.none() | st.just(TODAY) | st.integers(-2, 9).map(lambda days: TODAY + timedelta(days=days)),
        name=st.sampled_from(
            ["Alpha", "alpha", "Álpha Two", "Beta", "Ωmega", "Ketamine Clinic of the Far West, Denver"]
        ),
        shuffle=st.integers(0, 3) | st.integers(0, 2**31 - 1),
    )
    return st.lists(known, max_size=14, unique_by=lambda known: known.listing_id)


def queries():
    chosen = st.fixed_dictionaries(
        {},
        optional={
            facet: st.frozensets(st.sampled_from(slugs), min_size=1)
            for facet, slugs in VOCABULARY.items()
            if facet != "state"
        },
    )
    radius = st.sampled_from([5, 10, 25, 50, 100])
    near = st.builds(lambda point, miles: Near(point[0], point[1], miles), points(), radius)
    return st.builds(
        Query,
        today=st.sampled_from([TODAY, TODAY + timedelta(days=3)]),
        chosen=chosen,
        near=st.none() | near,
        state=st.none() | st.sampled_from(VOCABULARY["state"]),
        sort=st.sampled_from(Sort),
        limit=st.just(100),
    )


class AnswerTests(TestCase):
    def setup_example(self):
        super().setup_example()
        make_vocabulary()

    def assert_answers(self, index, listings, query):
        plainly, results = Plainly(listings, query), answer(index, query)
        self.assertEqual([hit.listing_id for hit in results.hits], plainly.ids())
        self.assertEqual(results.total, len(plainly.found()))
        self.assertEqual({facet: results.counts[facet] for facet in VOCABULARY}, plainly.counts())
        known = {known.listing_id: known for known in listings}
        for hit in results.hits:
            self.assert_hit_says_why(hit, known[hit.listing_id], plainly)

    def assert_hit_says_why(self, hit, known, plainly):
        self.assertAlmostEqual(float("inf") if hit.distance_miles is None else hit.distance_miles, plainly.miles(known))
        self.assertEqual(hit.band_miles, plainly.band(known))
        self.assertEqual(hit.is_recently_confirmed, plainly.is_recent(known))

    @given(listings(), queries())
    def test_a_loaded_index_answers_like_plain_python(self, listings, query):
        write(listings)
        self.assert_answers(refreshed(None), listings, query)

    @given(listings(), listings(), queries())
    def test_a_patched_index_answers_like_plain_python(self, before, changed, query):
        write(before)
        old = refreshed(None)
        write(changed)
        new = refreshed(old)
        gone = {known.listing_id for known in changed}
        after = [known for known in before if known.listing_id not in gone] + changed
        self.assert_answers(new, after, query)
        self.assert_answers(old, before, query)

    @given(listings(), queries(), st.integers(1, 5))
    def test_pages_put_together_are_the_whole_order(self, listings, query, limit):
        write(listings)
        index, whole = refreshed(None), Plainly(listings, query).ids()
        pages = []
        for offset in range(0, len(whole) + limit, limit):
            page = Query(**{**vars(query), "offset": offset, "limit": limit})
            pages += [hit.listing_id for hit in answer(index, page).hits]
        self.assertEqual(pages, whole)
