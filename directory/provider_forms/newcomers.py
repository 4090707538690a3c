"""People whom we do not list yet. They wait for our staff, who look up who they are and how they are licensed."""

from dataclasses import dataclass

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from directory.models import Clinician, License
from directory.models.proposable import NEW_PERSON_FIELDS
from directory.provider_forms.controls import control
from directory.provider_forms.part import Block, Part, Words
from directory.provider_forms.team import ASKED as AT_WORK
from directory.provider_forms.team import control_of

WHO: dict[str, tuple[type[Model], str, Words]] = {
    "name": (Clinician, "name", Words(_("Name"))),
    "post_nominals": (Clinician, "post_nominals", Words(_("Letters after the name"), _("Such as “MD” or “CRNA”."))),
    "role": (Clinician, "role", Words(_("Trained as"))),
    "npi": (Clinician, "npi", Words(_("NPI"), _("Ten digits. With it we find the right person."))),
    "license_jurisdiction": (License, "jurisdiction", Words(_("License: state"), "", {"nothing": _("Choose a state")})),
    "license_type": (License, "license_type", Words(_("License: type"), _("Such as “MD” or “RN”."))),
    "license_number": (License, "number", Words(_("License: number"), _("Public: patients look it up at the board."))),
}
assert {*WHO, *AT_WORK} == NEW_PERSON_FIELDS, "what may be said of a new person has no question, or is asked in vain"
BOXES = {"prescribes", "monitors"}


@dataclass(frozen=True)
class Newcomers(Part):
    """As many as wait, and room for one more."""

    @property
    def covers(self):
        return {"people"}

    def fields(self, said):
        return {_name(n, field): made for n in self._numbers(said) for field, made in _controls().items()}

    def values(self, said):
        return {
            _name(n, field): said.words.get(f"people.new.{n}.{field}", _nothing(field))
            for n in self._numbers(said)
            for field in [*WHO, *AT_WORK]
        }

    def paths(self, said, values):
        made: dict = {}
        for n in self._numbers(said):
            if values[_name(n, "name")]:
                made |= {f"people.new.{n}": True, **self._said_of(said, n, values)}
            else:
                made[f"people.new.{n}"] = None
        return made

    def _said_of(self, said, n, values):
        """What was left empty and never filled is not said at all."""
        pairs = {f"people.new.{n}.{field}": values[_name(n, field)] for field in [*WHO, *AT_WORK]}
        return {
            path: value or None
            for path, value in pairs.items()
            if path in said.words or value not in ("", False, "not_stated")
        }

    def problems(self, said, values):
        found = {}
        for n in self._numbers(said):
            others = [values[_name(n, field)] for field in [*WHO, *AT_WORK] if field not in {"name", "role"}]
            if not values[_name(n, "name")] and not _waits(said, n) and any(others):
                found[_name(n, "name")] = _("Who is it?")
        return found

    def blocks(self, said):
        return [
            Block(
                [_name(n, field) for field in [*WHO, *AT_WORK]],
                legend=said.words.get(f"people.new.{n}.name") or _("Add a person"),
                help=_("Our staff look up who it is. Empty the name to take it back.") if _waits(said, n) else "",
                folded=not _waits(said, n),
            )
            for n in self._numbers(said)
        ]

    def _numbers(self, said) -> list[int]:
        paths = said.under("people.new")
        waiting = {int(path.split(".")[2]) for path in paths if path.split(".")[2].isdigit()}
        waiting = {n for n in waiting if _waits(said, n)}
        return [*sorted(waiting), max(waiting, default=0) + 1]


def _waits(said, n: int) -> bool:
    return bool(said.words.get(f"people.new.{n}"))


def _controls() -> dict[str, forms.Field]:
    asked = {
        name: control(model, field, words.label, words.why, **words.options)
        for name, (model, field, words) in WHO.items()
    }
    return asked | {name: control_of(name) for name in AT_WORK}


def _nothing(field: str):
    return False if field in BOXES else "not_stated" if field == "role" else ""


def _name(n: int, field: str) -> str:
    return f"new{n}__{field}"
