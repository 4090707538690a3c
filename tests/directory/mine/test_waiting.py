import pytest

from directory.mine.waiting import asked, waiting
from directory.models import Listing, Report
from tests.factories.directory import make_draft, make_listing

pytestmark = pytest.mark.django_db


def test_a_listing_that_our_staff_read_waits():
    waits = make_draft(status="pending_review")
    make_draft()
    found = waiting(list(Listing.objects.all()))
    assert {pk: [item.title for item in items] for pk, items in found.items()} == {waits.pk: ["The listing itself"]}


def test_a_report_is_shown_once_the_clinic_was_asked_and_until_it_is_closed():
    listing = make_listing(email="office@quiet.example")
    report = Report.objects.create(listing=listing, about="price", text="It costs more.", answer="Thank you.")
    assert asked([listing]) == {}
    report.ask_clinic(by=None)
    (item,) = asked([listing])[listing.pk]
    assert "“It costs more.”" in item.sentence
    assert "prices or insurance" in item.sentence
    assert item.since
    assert asked([make_listing()]) == {}
    report.fix(by=None)
    assert asked([listing]) == {}
