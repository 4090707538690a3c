"""Two states of a listing's words, control by control, in the order of the form."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from directory.models.proposing import Moved
from directory.provider_forms.readable import readable
from directory.provider_forms.said import Said
from directory.provider_forms.step import Step
from directory.provider_forms.step_form import control_of
from directory.provider_forms.steps import STEPS
from directory.provider_forms.team import left


@dataclass(frozen=True)
class Difference:
    """One control whose words are others; `public` is what visitors read there now, empty where they read nothing."""

    legend: str
    label: str
    public: str
    latest: str


@dataclass(frozen=True)
class StepDifferences:
    step: Step
    differences: list[Difference]


def differences(said: Said, before: Said, fields: Moved, *, is_seen: bool) -> list[StepDifferences]:
    """Of `said`, which is `before` and these fields; `is_seen` where visitors read what was before."""
    found = ((step, list(_of_step(step, said, before, fields, is_seen))) for step in STEPS)
    return [StepDifferences(step, lines) for step, lines in found if lines]


def _of_step(step: Step, said: Said, before: Said, fields: Moved, is_seen: bool) -> Iterable[Difference]:
    latest, earlier = step.values(said) | _left(fields), step.values(before)
    moving, strangers = _controls(fields) | _left(fields).keys(), _controls(fields, "people.")
    legends = _legends(step, before) | _legends(step, said)
    for name, field in (step.fields(said) | step.fields(before)).items():
        # A row that is only here, or only there, has controls of its own: of these, those whose words move. The room
        # for one more person is none, and a row that goes says so in one.
        if name not in moving and not (name in latest and name in earlier):
            continue
        was, now = (readable(field, values.get(name)) for values in (earlier, latest))
        if was != now:
            is_public = is_seen and name in earlier and name not in strangers
            yield Difference(legends.get(name, ""), str(field.label), was if is_public else "", now)


def _controls(fields: Moved, prefix: str = "") -> set[str]:
    return {control_of(path) for path in fields if path.startswith(prefix)}


def _left(fields: Moved) -> dict[str, Any]:
    """Whoever does not work here any more has no words left that would say so."""
    return {left(path): True for path, (_old, new) in fields.items() if path.startswith("positions.") and new is None}


def _legends(step: Step, said: Said) -> dict[str, str]:
    return {name: str(block.legend) for block in step.blocks(said) for name in [*block.names, *block.more]}
