"""Figures against a plain reckoning, over directories and questions that hypothesis makes up."""

from datetime import timedelta

from hypothesis import given
from hypothesis.extra.django import TestCase

from directory.search.figures import Figures, Prices, figures
from directory.search.load import refreshed
from directory.search.query import Query
from tests.directory.search.rows import TODAY, Known, Plainly, make_vocabulary, write
from tests.directory.search.test_answer import listings, queries


def plainly(known, today):
    prices = sorted(each.price_usd for each in known if each.price_usd is not None)
    ages = sorted((today - each.confirmed_on).days for each in known)
    return Figures(
        total=len(known),
        recent=sum(age <= 90 for age in ages),
        middle_age_days=ages[(len(ages) - 1) // 2] if ages else None,
        prices=Prices(len(prices), prices[0], prices[(len(prices) - 1) // 2], prices[-1]) if prices else None,
    )


class FiguresTests(TestCase):
    def setup_example(self):
        super().setup_example()
        make_vocabulary()

    @given(listings(), queries())
    def test_they_are_those_of_a_plain_reckoning(self, listings, query):
        write(confirmed := [each for each in listings if each.confirmed_on])
        self.assertEqual(figures(refreshed(None), query), plainly(Plainly(confirmed, query).found(), query.today))


class MiddleTests(TestCase):
    def of(self, **columns):
        (name, values), *_ = columns.items()
        write([Known(n, **{name: value}) for n, value in enumerate(values, start=1)])
        return figures(refreshed(None), Query(today=TODAY))

    def test_at_least_half_ask_the_middle_price_or_less(self):
        make_vocabulary()
        for prices, middle in (([450], 450), ([400, 800], 400), ([400, 500, 800], 500), ([1, 2, 3, 4], 2)):
            self.assertEqual(self.of(price_usd=prices).prices.middle, middle)

    def test_at_least_half_were_confirmed_within_the_middle_age(self):
        make_vocabulary()
        for ages, middle in (([3], 3), ([3, 80], 3), ([3, 5, 80], 5)):
            days = [TODAY - timedelta(days=age) for age in ages]
            self.assertEqual(self.of(confirmed_on=days).middle_age_days, middle)

    def test_of_nobody_there_is_no_middle(self):
        make_vocabulary()
        self.assertEqual(self.of(price_usd=[]), Figures(0, 0, None, None))
