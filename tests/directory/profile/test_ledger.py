import pytest

from directory.claims import Claim, Method, Result
from directory.models import Check
from directory.profile.ledger import Ledger, State
from tests.factories.directory import days_ago, make_clinician, make_listing, make_offering

pytestmark = pytest.mark.django_db
NBSP = "\N{NO-BREAK SPACE}"


def look(subject, claim, *, result=Result.CONFIRMED, method=Method.PHONE_CALL, on=None, **words):
    return Check.record(subject, claim, method=method, result=result, by=None, on=on, **words)


def lines(listing):
    return {line.label: line for line in Ledger(listing).lines}


def day(days):
    when = days_ago(days)
    return f"{when.day}{NBSP}{when:%B}{NBSP}{when.year}"


def test_a_license_says_what_was_found_where_when_and_until_when():
    listing = make_listing()
    license_ = listing.licenses_of_prescribers().get()
    look(license_, Claim.LICENSE, method=Method.STATE_BOARD, on=days_ago(10))
    line = lines(listing)[f"License MD {license_.number}, Colorado"]
    assert line.sentence == f"active, looked up at the state board on {day(10)}, expires {day(-365)}"
    assert line.state == State.PROVED


def test_what_nobody_checked_is_stated_and_says_since_when():
    listing = make_listing(routes=())
    make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(50))
    line = lines(listing)["Prices"]
    assert line.sentence == f"stated by the provider on {day(50)}, not checked"
    assert line.state == State.STATED


def test_what_nobody_stated_is_not_in_the_ledger():
    assert "Prices" not in lines(make_listing())
    assert "NPI" not in lines(make_listing())


@pytest.mark.parametrize(
    ("how", "state", "words"),
    [
        ({}, State.PROVED, "counts until"),
        ({"on": days_ago(91)}, State.LAPSED, "no longer counts since"),
        ({"result": Result.CONTRADICTED}, State.CONTRADICTED, "contradicted, asked by phone on"),
        ({"result": Result.NOT_REACHED}, State.OPEN, "nobody could be reached, asked by phone on"),
        ({"method": Method.PROVIDER}, State.STATED, "confirmed, stated by the provider on"),
    ],
)
def test_each_result_is_told_as_it_is(how, state, words):
    listing = make_listing()
    look(listing, Claim.ACCEPTING, **how)
    line = lines(listing)["Accepting new patients"]
    assert line.state == state
    assert words in line.sentence


def test_a_note_for_readers_stands_with_it_and_the_evidence_does_not():
    listing = make_listing()
    look(listing, Claim.ACCEPTING, note="From June on.", evidence="Said Sam.")
    line = lines(listing)["Accepting new patients"]
    assert line.note == "From June on."
    assert "Sam" not in repr(line)


def test_what_was_checked_of_people_and_treatments_names_them():
    listing = make_listing()
    clinician = listing.positions.get().clinician
    look(clinician, Claim.NPI, method=Method.NPPES)
    look(listing.offerings.get(), Claim.PRICE)
    assert {f"{clinician}: NPI", "IV infusion: prices"} <= lines(listing).keys()


def test_the_certificate_for_esketamine_is_stated_until_it_is_checked():
    listing = make_listing(routes=("intranasal_esketamine",))
    label = next(label for label in lines(listing) if "REMS" in label)
    assert lines(listing)[label].state == State.STATED
    look(listing.offerings.get(), Claim.REMS, method=Method.MANUFACTURER)
    assert lines(listing)[label].state == State.PROVED


def test_people_who_are_not_shown_are_not_in_it():
    listing = make_listing()
    license_ = listing.licenses_of_prescribers().get()
    look(license_, Claim.LICENSE, method=Method.STATE_BOARD)
    type(license_).objects.update(status="suspended")
    assert not [label for label in lines(listing) if label.startswith("License")]


class TestBadges:
    def badges(self, listing):
        return Ledger(listing).badges

    def test_without_a_check_there_is_none(self):
        assert self.badges(make_listing()) == []

    def test_each_proof_makes_one(self):
        listing = make_listing()
        look(listing, Claim.ADDRESS_PHONE)
        look(listing, Claim.PRICE)
        assert self.badges(listing) == ["address and phone", "prices"]

    @pytest.mark.parametrize(
        "how", [{"on": days_ago(91)}, {"result": Result.CONTRADICTED}, {"method": Method.PROVIDER}], ids=str
    )
    def test_what_proves_nothing_makes_none(self, how):
        listing = make_listing()
        look(listing, Claim.ADDRESS_PHONE, **how)
        assert self.badges(listing) == []

    def test_a_contradiction_takes_it_away(self):
        listing = make_listing()
        look(listing, Claim.ADDRESS_PHONE, on=days_ago(3))
        look(listing, Claim.ADDRESS_PHONE, result=Result.CONTRADICTED)
        assert self.badges(listing) == []

    def test_licenses_count_when_all_of_those_who_prescribe_were_looked_up(self):
        listing = make_listing()
        first = listing.licenses_of_prescribers().get()
        look(first, Claim.LICENSE, method=Method.STATE_BOARD)
        assert self.badges(listing) == ["licenses"]
        second = make_listing().positions.get()
        second.listing = listing
        second.save()
        assert self.badges(listing) == []
        look(second.clinician.licenses.get(), Claim.LICENSE, method=Method.STATE_BOARD)
        assert self.badges(listing) == ["licenses"]

    def test_one_who_does_not_prescribe_need_not_be_looked_up(self):
        listing = make_listing()
        listing.positions.create(clinician=make_clinician())
        look(listing.licenses_of_prescribers().get(), Claim.LICENSE, method=Method.STATE_BOARD)
        assert self.badges(listing) == ["licenses"]
