"""A listing before it is sent, and what of it waits afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from directory import vocabulary
from directory.editing.gaps import Gaps, gaps_of
from directory.editing.missing import Missing, missing
from directory.mine.sent_back import sent_back
from directory.mine.states import has_a_page
from directory.models import Listing
from directory.models.snapshot import snapshot
from directory.profile.latest import as_said
from directory.provider_forms.readable import readable
from directory.provider_forms.said import Said
from directory.provider_forms.step import Step
from directory.provider_forms.step_form import control_of
from directory.provider_forms.steps import STEPS
from directory.provider_forms.team import left

MOST_ALIKE = 5


@dataclass(frozen=True)
class Difference:
    """One control whose words wait; `public` is what visitors read there now, empty where they read nothing of it."""

    legend: str
    label: str
    public: str
    latest: str


@dataclass(frozen=True)
class Waiting:
    step: Step
    differences: list[Difference]


class Review:
    """Templates read it by name."""

    def __init__(self, listing: Listing):
        self.listing = listing
        self.said = Said(listing, listing.latest_words(), vocabulary.current())

    @property
    def may_be_sent(self) -> bool:
        return self.listing.status == Listing.Status.DRAFT and not self.problems

    @property
    def alike(self):
        """Listings of others that may be the same practice, before there are two of it."""
        return Listing.objects.alike(self.listing)[:MOST_ALIKE] if self.is_draft else []

    @property
    def is_draft(self) -> bool:
        return self.listing.status == Listing.Status.DRAFT

    @property
    def waits_for_review(self) -> bool:
        return self.listing.status == Listing.Status.PENDING_REVIEW

    @property
    def is_seen(self) -> bool:
        """Whether visitors read any of it."""
        return has_a_page(self.listing)

    @cached_property
    def problems(self) -> list[Missing]:
        return missing(self.listing)

    @cached_property
    def gaps(self) -> Gaps:
        return gaps_of(as_said(self.listing, self.said.words))

    @property
    def steps(self) -> list[tuple[Step, int]]:
        return [(step, self.gaps.count_of(step)) for step in STEPS]

    @cached_property
    def change(self):
        return self.listing.changes.waiting().first()

    @property
    def sent_back(self) -> str:
        """Why our staff could not take what was sent last."""
        return sent_back(self.listing)

    @cached_property
    def waiting(self) -> list[Waiting]:
        if not self.change:
            return []
        found = ((step, list(self._differences(step))) for step in STEPS)
        return [Waiting(step, differences) for step, differences in found if differences]

    def _differences(self, step: Step) -> Iterable[Difference]:
        """In the order of the form."""
        said, public = step.values(self.said) | self._left, step.values(self._public)
        legends = _legends(step, self._public) | _legends(step, self.said)
        for name, field in (step.fields(self.said) | step.fields(self._public)).items():
            if not self._may_differ(name, said, public):
                continue
            before, after = (readable(field, values.get(name)) for values in (public, said))
            if before != after:
                yield Difference(legends.get(name, ""), str(field.label), self._seen(name, public, before), after)

    def _may_differ(self, name: str, said: dict[str, Any], public: dict[str, Any]) -> bool:
        """A row that is only here, or only there, has controls of its own: of these, those whose words wait. The room
        for one more person is none, and a row that goes says so in one."""
        return (name in said and name in public) or name in self._moving

    def _seen(self, name: str, public: dict[str, Any], words: str) -> str:
        return words if self.is_seen and name in public and name not in self._of_strangers else ""

    @cached_property
    def _moving(self) -> set[str]:
        return {control_of(path) for path in self.change.fields} | self._left.keys()

    @cached_property
    def _of_strangers(self) -> set[str]:
        """What is asked of people whom nobody reads of yet."""
        return {control_of(path) for path in self.change.fields if path.startswith("people.")}

    @cached_property
    def _left(self) -> dict[str, bool]:
        """Whoever does not work here any more has no words left that would say so."""
        moves = self.change.fields.items()
        return {left(path): True for path, (_old, new) in moves if path.startswith("positions.") and new is None}

    @cached_property
    def _public(self) -> Said:
        return self.said.but(snapshot(self.listing.pk))


def _legends(step: Step, said: Said) -> dict[str, str]:
    return {name: str(block.legend) for block in step.blocks(said) for name in [*block.names, *block.more]}
