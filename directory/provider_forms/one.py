"""One field of the listing itself."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from directory.facets import NOT_STATED
from directory.models import Listing
from directory.provider_forms.controls import control, default_of
from directory.provider_forms.part import Part, Text


@dataclass(frozen=True)
class One(Part):
    """`dated` is the field that keeps on which day this was stated."""

    name: str
    label: Text
    why: Text = ""
    options: dict[str, Any] = field(default_factory=dict)
    dated: str = ""

    @property
    def covers(self):
        return {name for name in (self.name, self.dated) if name}

    def fields(self, said):
        return {self.name: control(Listing, self.name, self.label, self.why, **self.options)}

    def values(self, said):
        return {self.name: said.words.get(self.name, default_of(Listing, self.name))}

    def paths(self, said, values):
        value = values[self.name]
        if value == "" and default_of(Listing, self.name) == NOT_STATED:
            value = NOT_STATED
        return {self.name: value} | self._day(said, value)

    def _day(self, said, value):
        if not self.dated:
            return {}
        if value in (NOT_STATED, None):
            return {self.dated: None}
        moved = value != self.values(said)[self.name]
        return {self.dated: timezone.localdate().isoformat() if moved else said.words.get(self.dated)}


@dataclass(frozen=True)
class YesOrNo(One):
    """A field that is true or false, as two sentences to choose from."""

    true: Text = ""
    false: Text = ""

    def fields(self, said):
        choices = [("no", self.false), ("yes", self.true)]
        return {self.name: control(Listing, self.name, self.label, self.why, choices=choices)}

    def values(self, said):
        return {self.name: "yes" if said.words.get(self.name) else "no"}

    def paths(self, said, values):
        return {self.name: values[self.name] == "yes"}
