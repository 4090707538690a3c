from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from directory.human_forms import LASTS, HumanForm, new_stamp


def later(seconds=0, **time):
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds, **time))


def refusal(**data):
    form = HumanForm(data)
    return "" if form.is_valid() else form.non_field_errors()[0]


def test_a_person_takes_some_seconds():
    stamp = new_stamp()
    with later(seconds=5):
        assert refusal(stamp=stamp) == ""


def test_one_that_is_sent_at_once_is_asked_for_again_with_the_same_stamp():
    stamp = new_stamp()
    form = HumanForm({"stamp": stamp})
    assert "very quick" in form.non_field_errors()[0]
    assert form.next_stamp == stamp


def test_one_that_was_open_for_days_gets_a_new_stamp():
    stamp = new_stamp()
    with later(seconds=LASTS.total_seconds() + 60):
        form = HumanForm({"stamp": stamp})
        assert "open for too long" in form.non_field_errors()[0]
        assert form.next_stamp != stamp


@pytest.mark.parametrize("stamp", ["", "x", "a" * 299, "é"])
def test_a_stamp_that_is_not_ours_is_refused(stamp):
    assert "open for too long" in refusal(stamp=stamp)


def test_what_nobody_sees_stays_empty():
    stamp = new_stamp()
    with later(seconds=5):
        assert "program" in refusal(stamp=stamp, company="Buy now")


def test_one_form_has_one_key_however_often_it_is_sent():
    stamp = new_stamp()
    with later(seconds=5):
        first, second = HumanForm({"stamp": stamp}), HumanForm({"stamp": stamp})
        assert first.is_valid()
        assert second.is_valid()
        assert first.cleaned_data["form_key"] == second.cleaned_data["form_key"]
