import pytest
from django import forms

from directory.models import Listing
from directory.provider_forms.controls import ClockTime, control
from directory.provider_forms.readable import readable


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (forms.CharField(), "", "not stated"),
        (forms.IntegerField(), 0, "0"),
        (forms.BooleanField(), True, "yes"),
        (forms.MultipleChoiceField(choices=[("a", "One"), ("b", "Two")]), ["a", "b"], "One, Two"),
        (forms.MultipleChoiceField(choices=[]), ["gone"], "gone"),
        (ClockTime(), "09:00:00", "09:00"),
        (control(Listing, "phone", "?"), "+13035550123", "(303) 555-0123"),
    ],
)
def test_a_value_reads_as_a_person_reads_it(field, value, words):
    assert readable(field, value) == words


def test_a_day_reads_as_in_prose():
    assert "January" in readable(control(Listing, "fees_as_of", "?"), "2026-01-05")
