"""Opening hours: for each day one or two stretches, and a note."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models import OpeningHours
from directory.provider_forms.controls import ClockTime
from directory.provider_forms.part import Block, Part

LEAST_STRETCHES = 2
MONDAY = OpeningHours.Weekday.MONDAY
LIKE_MONDAY = [day for day in OpeningHours.Weekday if MONDAY < day < OpeningHours.Weekday.SATURDAY]
NOTE_LENGTH = OpeningHours._meta.get_field("note").max_length


@dataclass(frozen=True)
class Week(Part):
    @property
    def covers(self):
        return {"hours"}

    def fields(self, said):
        made: dict[str, forms.Field] = {}
        for day in OpeningHours.Weekday:
            for number in range(self._stretches(said, day)):
                made[_opens(day, number)] = ClockTime(label=_("Opens"), required=False)
                made[_closes(day, number)] = ClockTime(label=_("Closes"), required=False)
            made[_note(day)] = forms.CharField(label=_("Note"), max_length=NOTE_LENGTH, required=False)
            if day == MONDAY:
                made["like_monday"] = forms.BooleanField(label=_("The same from Tuesday to Friday"), required=False)
        return made

    def values(self, said):
        made: dict[str, Any] = {"like_monday": False}
        for day in OpeningHours.Weekday:
            rows = sorted(said.under(f"hours.{day}").items())
            for number in range(self._stretches(said, day)):
                opens, closes = _times(rows[number][0]) if number < len(rows) else (None, None)
                made |= {_opens(day, number): opens, _closes(day, number): closes}
            made[_note(day)] = next((note for _path, note in rows if isinstance(note, str)), "")
        return made

    def paths(self, said, values):
        before, made = self.values(said), dict.fromkeys(said.under("hours"))
        for day in OpeningHours.Weekday:
            typed = MONDAY if values["like_monday"] and day in LIKE_MONDAY else day
            is_touched = typed != day or any(values[name] != before[name] for name in self._names(said, day))
            # A day that nobody touched keeps all that it says, a note of each stretch included.
            made |= self._of(said, day, values) if is_touched else said.under(f"hours.{day}")
        return made

    def problems(self, said, values):
        found = {}
        for day in OpeningHours.Weekday:
            ends = ""
            for number in range(self._stretches(said, day)):
                opens, closes = values[_opens(day, number)], values[_closes(day, number)]
                if bool(opens) != bool(closes):
                    missing = _opens if closes else _closes
                    found[missing(day, number)] = _("Say both when it opens and when it closes.")
                elif opens and opens >= closes:
                    found[_closes(day, number)] = _("It must open before it closes.")
                elif opens and opens < ends:
                    found[_opens(day, number)] = _("The second stretch must begin after the first has ended.")
                ends = closes or ends
            if values[_note(day)] and not self._of(said, day, values):
                found[_note(day)] = _("A note needs hours to stand beside.")
        return found

    def blocks(self, said):
        return [self._block(said, day) for day in OpeningHours.Weekday]

    def _block(self, said, day) -> Block:
        template, more = "directory/mine/_day.html", self._more(said, day)
        return Block(self._first(day), legend=day.label, template=template, more=more)

    def _first(self, day) -> list[str]:
        return [_opens(day, 0), _closes(day, 0), *(["like_monday"] if day == MONDAY else [])]

    def _names(self, said, day) -> list[str]:
        return [_opens(day, 0), _closes(day, 0), *self._more(said, day)]

    def _more(self, said, day) -> list[str]:
        later = range(1, self._stretches(said, day))
        return [name for number in later for name in (_opens(day, number), _closes(day, number))] + [_note(day)]

    def _of(self, said, day, values) -> dict[str, str | bool]:
        """The paths of one day."""
        typed = MONDAY if values["like_monday"] and day in LIKE_MONDAY else day
        note = values[_note(typed)] or True
        pairs = [(values[_opens(typed, n)], values[_closes(typed, n)]) for n in range(self._stretches(said, typed))]
        return {f"hours.{day}.{opens[:5]}-{closes[:5]}": note for opens, closes in pairs if opens and closes}

    def _stretches(self, said, day) -> int:
        return max(LEAST_STRETCHES, len(said.under(f"hours.{day}")))


def _times(path: str) -> tuple[str, str]:
    """In the form in which plain values keep a time."""
    opens, closes = path.rpartition(".")[2].split("-")
    return f"{opens}:00", f"{closes}:00"


def _opens(day, number) -> str:
    return f"day{day:d}__opens{number}"


def _closes(day, number) -> str:
    return f"day{day:d}__closes{number}"


def _note(day) -> str:
    return f"day{day:d}__note"
