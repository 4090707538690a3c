"""Tallies against a plain count, over directories that hypothesis makes up."""

from datetime import timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from directory.search.load import refreshed
from directory.search.tallies import Tally, by_city, by_state
from tests.directory.search.rows import TODAY, VOCABULARY, Known, make_vocabulary, write


@st.composite
def listings(draw):
    known = st.builds(
        Known,
        listing_id=st.integers(1, 60),
        terms=st.sampled_from(VOCABULARY["state"]).map(lambda state: {("state", state)}),
        confirmed_on=st.none() | st.integers(0, 130).map(lambda days: TODAY - timedelta(days=days)),
        live_until=st.none() | st.integers(-2, 9).map(lambda days: TODAY + timedelta(days=days)),
        is_demonstration=st.booleans(),
        city_id=st.none() | st.integers(1, 4),
    )
    return draw(st.lists(known, max_size=20, unique_by=lambda known: known.listing_id))


def plainly(known, today):
    seen = [each for each in known if each.live_until and each.live_until >= today]
    days = [each.confirmed_on for each in seen if each.confirmed_on and not each.is_demonstration]
    recent = [day for day in days if day >= today - timedelta(days=90)]
    return Tally(len(seen), len(recent), max(recent, default=None))


def of_each(known, key, today):
    groups = {key(each) for each in known} - {None}
    tallies = {group: plainly([each for each in known if key(each) == group], today) for group in groups}
    return {group: tally for group, tally in tallies.items() if tally.total}


class TallyTests(TestCase):
    def setup_example(self):
        super().setup_example()
        make_vocabulary()

    @given(listings(), st.integers(0, 5))
    def test_states_are_counted_as_a_plain_count_would(self, known, days):
        write(known)
        today = TODAY + timedelta(days=days)
        self.assertEqual(by_state(refreshed(None), today), of_each(known, state_of, today))

    @given(listings(), st.integers(0, 5), st.sets(st.sampled_from(VOCABULARY["state"])))
    def test_cities_are_counted_among_the_listings_asked_for(self, known, days, states):
        write(known)
        index, today = refreshed(None), TODAY + timedelta(days=days)
        asked = [each for each in known if state_of(each) in states]
        pks = [each.listing_id for each in asked]
        slots = np.flatnonzero(np.isin(index.columns.listing_id, pks))
        self.assertEqual(by_city(index, slots, today), of_each(asked, lambda each: each.city_id, today))


def state_of(known):
    ((_, state),) = known.terms
    return state
