"""What was checked of a listing, in words: how, when, with what result and until when; and what was only stated."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import wording
from directory.choices import Accepting, Answer, MonitorPresence, Role, Route
from directory.claims import Claim, Method, Result
from directory.models import Check
from directory.profile.people import people

BADGES = {
    Claim.ADDRESS_PHONE: gettext_lazy("address and phone"),
    Claim.ACCEPTING: gettext_lazy("accepting new patients"),
    Claim.PRICE: gettext_lazy("prices"),
    Claim.MONITORING: gettext_lazy("who monitors"),
    Claim.NPI: gettext_lazy("NPI"),
}


class State(StrEnum):
    PROVED = "proved"
    LAPSED = "lapsed"
    CONTRADICTED = "contradicted"
    OPEN = "open"  # looked at without a clear result
    STATED = "stated"  # by the provider, and checked by nobody


@dataclass(frozen=True)
class Line:
    label: str
    sentence: str
    state: State
    note: str = ""


class Ledger:
    def __init__(self, listing):
        self.listing = listing
        # The newest look at each claim about each subject.
        self.checks = {(row.subject, Claim(row.claim)): row for row in _current(listing)}

    @property
    def lines(self) -> list[Line]:
        return [*self._licenses(), *self._of_people(), *self._of_treatments(), *self._of_the_listing()]

    @property
    def badges(self) -> list[str]:
        """Never stored: each is there for as long as rows of the ledger prove it."""
        proved = [str(label) for claim, label in BADGES.items() if self._is_proved(self.listing, claim)]
        return [_("licenses"), *proved] if self._licenses_are_proved() else proved

    def _is_proved(self, subject, claim: Claim) -> bool:
        row = self.checks.get((subject, claim))
        return bool(row and row.counts)

    def _licenses_are_proved(self) -> bool:
        """Every license of those who prescribe here and are shown."""
        licenses = self._prescribers_licenses()
        return bool(licenses) and all(self._is_proved(each, Claim.LICENSE) for each in licenses)

    def _prescribers_licenses(self) -> list:
        prescribers = {position.clinician_id for position in self.listing.positions.all() if position.prescribes}
        return [
            license_
            for person in people(self.listing)
            if person.clinician.pk in prescribers
            for license_ in person.licenses
            if license_.jurisdiction == self.listing.state
        ]

    def _licenses(self) -> Iterable[Line]:
        for person in people(self.listing):
            for license_ in person.licenses:
                row = self.checks.get((license_, Claim.LICENSE))
                if row:
                    sentence = _license_sentence(license_, row)
                    yield Line(_license_label(license_), sentence, state_of(row), row.public_note)

    def _of_people(self) -> Iterable[Line]:
        for person in people(self.listing):
            for claim in (Claim.NPI, Claim.ACLS, Claim.BOARD_CERT):
                if row := self.checks.get((person.clinician, claim)):
                    yield _line(f"{person.clinician}: {claim.label}", row)

    def _of_treatments(self) -> Iterable[Line]:
        for offering in self.listing.offerings.all():
            label = offering.get_route_display()
            for claim in (Claim.REMS, Claim.PRICE):
                if row := self.checks.get((offering, claim)):
                    yield _line(f"{label}: {wording.mid_sentence(str(claim.label))}", row)
            if (offering, Claim.REMS) not in self.checks and _says_rems(offering):
                yield _stated(f"{label}: {wording.mid_sentence(str(Claim.REMS.label))}", self.listing.confirmed_on)

    def _of_the_listing(self) -> Iterable[Line]:
        for claim, stated_on in STATED_ON.items():
            row = self.checks.get((self.listing, claim))
            if row:
                yield _line(str(claim.label), row)
            elif day := stated_on(self.listing):
                yield _stated(str(claim.label), day)


def state_of(row: Check) -> State:
    if row.result == Result.CONTRADICTED:
        return State.CONTRADICTED
    if row.result != Result.CONFIRMED:
        return State.OPEN
    if row.has_lapsed:
        return State.LAPSED
    return State.PROVED if row.counts else State.STATED


def _current(listing) -> Iterable[Check]:
    subjects = ("listing", "offering", "clinician", "license")
    return Check.objects.about(listing).current().select_related(*subjects)


def _line(label: str, row: Check) -> Line:
    return Line(label, _sentence(row), state_of(row), row.public_note)


def _stated(label: str, day: date) -> Line:
    return Line(label, _("stated by the provider on %(day)s, not checked") % {"day": wording.a_date(day)}, State.STATED)


def _sentence(row: Check) -> str:
    """ "confirmed, asked by phone on 3 September 2026, counts until 2 December 2026"."""
    result, method, day = Result(row.result).label, Method(row.method).label, wording.a_date(row.checked_on)
    words = {"result": result, "method": method, "day": day}
    return ", ".join([_("%(result)s, %(method)s on %(day)s") % words, *_validity(row)])


def _validity(row: Check) -> Iterable[str]:
    if row.result != Result.CONFIRMED or row.valid_until is None:
        return
    words = _("no longer counts since %(day)s") if row.has_lapsed else _("counts until %(day)s")
    yield words % {"day": wording.a_date(row.valid_until)}


def _license_label(license_) -> str:
    words = {"license": f"{license_.license_type} {license_.number}", "state": license_.get_jurisdiction_display()}
    return _("License %(license)s, %(state)s") % words


def _license_sentence(license_, row: Check) -> str:
    """ "active, looked up at the state board on 3 September 2026, expires 31 January 2028"."""
    if row.result != Result.CONFIRMED:
        return _sentence(row)
    words = {
        "status": wording.mid_sentence(license_.get_status_display()),
        "method": Method(row.method).label,
        "day": wording.a_date(row.checked_on),
        "expiry": wording.a_date(license_.expires_on),
    }
    return _("%(status)s, %(method)s on %(day)s, expires %(expiry)s") % words


def _says_rems(offering) -> bool:
    return offering.route == Route.INTRANASAL_ESKETAMINE and offering.rems_certified == Answer.YES


def _oldest_price(listing) -> date | None:
    days = [offering.prices_as_of for offering in listing.offerings.all() if offering.prices_as_of]
    return min([*days, *([listing.fees_as_of] if listing.consult_fee_usd is not None else [])], default=None)


def _if_stated(field: str, silence) -> Callable:
    return lambda listing: None if getattr(listing, field) == silence else listing.confirmed_on


# Of each claim about the listing itself: since when the provider says it, or None where nothing is said.
STATED_ON = {
    Claim.ADDRESS_PHONE: lambda listing: listing.confirmed_on if listing.phone else None,
    Claim.ACCEPTING: _if_stated("accepting", Accepting.NOT_STATED),
    Claim.PRICE: _oldest_price,
    Claim.MONITORING: lambda listing: (
        listing.confirmed_on
        if (listing.session_monitor_role, listing.monitor_presence) != (Role.NOT_STATED, MonitorPresence.NOT_STATED)
        else None
    ),
    Claim.NPI: lambda listing: listing.confirmed_on if listing.npi else None,
    Claim.CLOSURE: lambda listing: None,
}
