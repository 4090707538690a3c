import pytest
from django.utils import timezone

from directory.choices import Route
from directory.provider_forms.offered import OfEachRoute, PricesOfEachRoute, Routes
from directory.provider_forms.part import Words
from directory.provider_forms.steps import STEP

OFFERED = {"offerings.iv_infusion": True, "offerings.intranasal_esketamine": True}
COURSE = OfEachRoute(
    {"rems_certified": Words("REMS?"), "infusion_minutes": Words("Dose"), "visit_minutes": Words("Visit")},
    only={"rems_certified": Route.INTRANASAL_ESKETAMINE},
)
PRICES = next(part for part in STEP["prices"].parts if isinstance(part, PricesOfEachRoute))


def today():
    return timezone.localdate().isoformat()


def test_a_treatment_that_is_not_ticked_any_more_goes(said):
    assert Routes("Which?").paths(said(OFFERED), {"route": ["iv_infusion"]}) == {
        "offerings.iv_infusion": True,
        "offerings.intranasal_esketamine": None,
    }


def test_only_the_treatments_that_they_offer_are_asked_about(said):
    assert COURSE.fields(said()) == {}
    assert "im_injection__visit_minutes" not in COURSE.fields(said(OFFERED))


def test_a_question_of_one_treatment_is_not_asked_of_others(said):
    fields = COURSE.fields(said(OFFERED))
    assert "intranasal_esketamine__rems_certified" in fields
    assert "iv_infusion__rems_certified" not in fields


def test_what_was_never_written_and_is_not_now_is_no_news(said):
    words = said({"offerings.iv_infusion": True})
    assert COURSE.paths(words, COURSE.values(words)) == {}


def test_what_rules_a_row_is_told_at_its_control(said):
    words = said({"offerings.iv_infusion": True})
    values = COURSE.values(words) | {"iv_infusion__infusion_minutes": 90, "iv_infusion__visit_minutes": 60}
    assert list(COURSE.problems(words, values)) == ["iv_infusion__infusion_minutes"]


class TestPrices:
    WORDS = {
        "offerings.iv_infusion": True,
        "offerings.iv_infusion.price_session_min_usd": 400,
        "offerings.iv_infusion.prices_as_of": "2026-01-05",
    }

    def paths(self, said, **typed):
        words = said(self.WORDS)
        values = PRICES.values(words) | {f"iv_infusion__{name}": value for name, value in typed.items()}
        return {path.rpartition(".")[2]: value for path, value in PRICES.paths(words, values).items()}

    def test_a_price_that_stays_keeps_its_day(self, said):
        assert self.paths(said)["prices_as_of"] == "2026-01-05"

    def test_one_that_moves_is_stated_today(self, said):
        assert self.paths(said, price_session_min_usd=450)["prices_as_of"] == today()

    def test_unless_they_say_when(self, said):
        moved = self.paths(said, price_session_min_usd=450, prices_as_of="2026-02-01")
        assert moved["prices_as_of"] == "2026-02-01"

    def test_without_a_price_there_is_no_day(self, said):
        assert self.paths(said, price_session_min_usd=None)["prices_as_of"] is None

    @pytest.mark.parametrize(
        ("typed", "at"),
        [
            ({"price_session_max_usd": 300}, "price_session_max_usd"),
            ({"price_session_min_usd": None, "price_session_max_usd": 300}, "price_session_max_usd"),
            ({"prices_as_of": None}, "prices_as_of"),
            ({"prices_as_of": "2999-01-01"}, "prices_as_of"),
        ],
    )
    def test_what_does_not_fit_is_told_at_its_control(self, typed, at, said):
        words = said(self.WORDS)
        values = PRICES.values(words) | {f"iv_infusion__{name}": value for name, value in typed.items()}
        assert list(PRICES.problems(words, values)) == [f"iv_infusion__{at}"]
