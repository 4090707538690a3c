"""A license of somebody who works here that is not on record yet. It waits for our staff, who look it up."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models import Clinician, License
from directory.provider_forms.controls import control
from directory.provider_forms.part import Block, Part, Text, Words
from directory.provider_forms.team import people_of

ASKED = {
    "jurisdiction": Words(_("State"), "", {"nothing": _("Choose a state")}),
    "license_type": Words(_("Type"), _("Such as “MD” or “RN”.")),
    "number": Words(_("Number"), _("Public: patients look it up at the board.")),
}


@dataclass(frozen=True)
class MoreLicenses(Part):
    @property
    def covers(self):
        return {"licenses"}

    def fields(self, said):
        return {_name(pk, name): made for pk in people_of(said) for name, made in _controls().items()}

    def values(self, said):
        return {_name(pk, name): "" for pk in people_of(said) for name in ASKED}

    def paths(self, said, values):
        made = {}
        for pk in people_of(said):
            state, kind, number = (values[_name(pk, name)] for name in ASKED)
            if state and kind and number:
                made[f"licenses.{pk}.{state}.{number}"] = kind
        return made

    def problems(self, said, values):
        found: dict[str, Text] = {}
        for pk in people_of(said):
            typed = {name: values[_name(pk, name)] for name in ASKED}
            if any(typed.values()):
                found |= {_name(pk, name): _("A license needs all three.") for name in ASKED if not typed[name]}
        return found

    def blocks(self, said):
        names = dict(Clinician.objects.filter(pk__in=people_of(said)).values_list("pk", "name"))
        return [self._block(said, pk, names.get(pk, "")) for pk in people_of(said)]

    def _block(self, said, pk, name) -> Block:
        waiting = [path.split(".", 3)[2:] for path in said.under(f"licenses.{pk}")]
        numbers = ", ".join(f"{state} {number}" for state, number in waiting)
        return Block(
            [_name(pk, field) for field in ASKED],
            legend=_("A license of %(name)s that we do not show yet") % {"name": name},
            help=_("Waits for our staff: %(numbers)s.") % {"numbers": numbers} if numbers else "",
            folded=True,
        )


def _controls() -> dict[str, forms.Field]:
    return {name: control(License, name, words.label, words.why, **words.options) for name, words in ASKED.items()}


def _name(pk: int, name: str) -> str:
    return f"license{pk}__{name}"
