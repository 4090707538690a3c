"""The people at this listing. What each does here is its provider's word; who they are is staff's."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models import Clinician, Position
from directory.models.snapshot import POSITION_FIELDS
from directory.provider_forms.controls import control, default_of
from directory.provider_forms.part import Block, Part, Text

ASKED: dict[str, tuple[Text, Text]] = {
    "title": (_("Title here"), _("As patients know it: “Medical director”.")),
    "prescribes": (_("Prescribes here"), ""),
    "monitors": (_("Monitors sessions here"), ""),
    "days": (_("Days"), _("Such as “Monday to Thursday”.")),
    "does": (_("What they do here"), _("One plain sentence. Visitors ask whom they will meet.")),
}
GONE = "gone"
assert set(ASKED) == set(POSITION_FIELDS), "a field of a position has no question"


@dataclass(frozen=True)
class Team(Part):
    @property
    def covers(self):
        return {"positions"}

    def fields(self, said):
        return {
            _name(pk, name): made for pk in people_of(said) for name, made in {**_asked(), GONE: _has_left()}.items()
        }

    def values(self, said):
        said_of = {
            _name(pk, name): said.words.get(f"positions.{pk}.{name}", default_of(Position, name))
            for pk in people_of(said)
            for name in ASKED
        }
        return said_of | {_name(pk, GONE): False for pk in people_of(said)}

    def paths(self, said, values):
        made: dict = {}
        for pk in people_of(said):
            if values[_name(pk, GONE)]:
                made[f"positions.{pk}"] = None
            else:
                made |= {f"positions.{pk}.{name}": values[_name(pk, name)] for name in ASKED}
        return made

    def blocks(self, said):
        names = dict(Clinician.objects.filter(pk__in=people_of(said)).values_list("pk", "name"))
        return [Block([_name(pk, name) for name in [*ASKED, GONE]], legend=names.get(pk, "")) for pk in people_of(said)]


def people_of(said) -> list[int]:
    keys = {path.split(".")[1] for path in said.under("positions") if said.words[path] is not None}
    return sorted(int(key) for key in keys if key.isdigit() and said.words.get(f"positions.{key}"))


def left(path: str) -> str:
    """The control by which whoever stands at this path leaves."""
    return _name(int(path.split(".")[1]), GONE)


def _asked() -> dict[str, forms.Field]:
    return {name: control_of(name) for name in ASKED}


def _has_left() -> forms.BooleanField:
    return forms.BooleanField(label=_("Does not work here any more"), required=False)


def control_of(name: str) -> forms.Field:
    label, why = ASKED[name]
    return control(Position, name, label, why)


def _name(pk: int, name: str) -> str:
    return f"person{pk}__{name}"
