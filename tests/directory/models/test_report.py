import pytest
from django.core.exceptions import ValidationError

from directory.models import Check, Letter, Report
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


def make_report(about="price", **fields):
    listing = fields.pop("listing", None) or make_listing(email="office@quiet.example")
    return Report.objects.create(listing=listing, about=about, text="It is $500 now.", **fields)


def test_its_code_cannot_be_guessed_or_misread():
    codes = {make_report().code for _number in range(20)}
    assert len(codes) == 20
    assert not set("".join(codes)) & set("01ILOU")


def test_the_clinic_is_asked_by_letter(staff):
    report = make_report()
    report.ask_clinic(by=staff)
    letter = Letter.objects.get()
    assert letter.to == "office@quiet.example"
    assert "It is $500 now." in letter.text
    assert "It is $500 now." in letter.html
    assert Report.objects.get().status == "asked_clinic"


def test_one_without_an_address_has_to_be_called(staff):
    with pytest.raises(ValidationError, match="please call"):
        make_report(listing=make_listing(email="")).ask_clinic(by=staff)


@pytest.mark.parametrize(
    ("about", "claim"),
    [
        ("price", "price"),
        ("accepting", "accepting_status"),
        ("closed", "address_phone"),
        ("monitoring", "monitoring"),
        ("people", None),
        ("other", None),
    ],
)
def test_one_that_is_right_contradicts_the_fact_in_the_ledger(staff, about, claim):
    report = make_report(about)
    report.confirm(by=staff)
    found = Check.objects.about(report.listing).contradicted()
    assert [row.claim for row in found] == ([claim] if claim else [])
    assert Report.objects.get().confirmed_at is not None


def test_it_is_confirmed_once(staff):
    report = make_report()
    report.confirm(by=staff)
    with pytest.raises(ValidationError, match="confirmed already"):
        Report.objects.get().confirm(by=staff)
    assert Check.objects.count() == 1


@pytest.mark.parametrize(("verb", "status"), [("fix", "fixed"), ("dismiss", "not_confirmed")])
def test_a_decision_needs_an_answer(staff, verb, status):
    report = make_report()
    with pytest.raises(ValidationError, match="Write first"):
        getattr(report, verb)(by=staff)
    report.answer = "They charge $500 since May."
    report.save()
    getattr(report, verb)(by=staff)
    stored = Report.objects.get()
    assert (stored.status, stored.closed_by) == (status, staff)
    assert stored.closed_at


@pytest.mark.parametrize("verb", ["ask_clinic", "confirm", "fix", "dismiss", "mark_duplicate"])
def test_a_decision_is_final(staff, verb):
    report = make_report(answer="Mended.")
    report.fix(by=staff)
    with pytest.raises(ValidationError, match="decided already: Mended"):
        getattr(Report.objects.get(), verb)(by=staff)


def test_the_oldest_open_one_comes_first(staff):
    first, second, closed = make_report(), make_report(), make_report()
    closed.mark_duplicate(by=staff)
    assert list(Report.objects.open()) == [first, second]
    assert list(Report.objects.decided()) == [closed]
