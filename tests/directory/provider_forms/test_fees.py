from django.utils import timezone

from directory.provider_forms.fees import Fees

WORDS = {"consult_fee_usd": 150, "integration_fee_usd": None, "fees_as_of": "2026-01-05"}


def day(said, **typed):
    words = said(WORDS)
    return Fees().paths(words, Fees().values(words) | typed)["fees_as_of"]


def test_a_fee_that_stays_keeps_its_day(said):
    assert day(said) == "2026-01-05"


def test_one_that_moves_is_stated_today_unless_they_say_when(said):
    assert day(said, consult_fee_usd=0) == timezone.localdate().isoformat()
    assert day(said, consult_fee_usd=0, fees_as_of="2026-02-01") == "2026-02-01"


def test_without_a_fee_there_is_no_day(said):
    assert day(said, consult_fee_usd=None) is None


def test_a_fee_needs_its_day(said):
    words = said(WORDS)
    assert list(Fees().problems(words, Fees().values(words) | {"fees_as_of": None})) == ["fees_as_of"]
