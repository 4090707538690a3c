from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.human_forms import new_stamp
from directory.models import Report
from directory.report_form import ReportForm
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def stamp():
    stamp = new_stamp()
    with time_machine.travel(timezone.now() + timedelta(seconds=10)):
        yield stamp


def form(stamp, **data):
    return ReportForm({"about": "price", "text": "It is $500 now.", "stamp": stamp} | data)


def test_what_is_said_is_kept_once(stamp):
    listing = make_listing()
    for _time in range(2):
        sent = form(stamp)
        assert sent.is_valid()
        report = sent.save(listing)
    assert Report.objects.get() == report
    assert (report.about, report.text, report.status) == ("price", "It is $500 now.", "new")


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"about": ""}, "about", "choose one"),
        ({"about": "weather"}, "about", "valid choice"),
        ({"text": " "}, "text", "say what is wrong"),
        ({"text": "x" * 501}, "text", "it has 501"),
        ({"text": "a\x00b"}, "text", "Null"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(stamp, data, field, sentence):
    sent = form(stamp, **data)
    assert sentence in sent.errors[field][0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=600), st.text(max_size=20))
def test_any_text_is_read_or_refused(stamp, text, about):
    assert form(stamp, text=text, about=about).is_valid() in (True, False)
