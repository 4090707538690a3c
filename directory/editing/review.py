"""A listing before it is sent, and what of it waits afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from directory import vocabulary
from directory.editing.missing import Missing, missing
from directory.mine.gaps import Gaps, gaps_of
from directory.mine.sent_back import sent_back
from directory.models import Listing
from directory.models.snapshot import snapshot
from directory.profile.latest import as_said
from directory.provider_forms.readable import readable
from directory.provider_forms.said import Said
from directory.provider_forms.step import Step
from directory.provider_forms.steps import STEPS

MOST_ALIKE = 5


@dataclass(frozen=True)
class Difference:
    """One control whose words wait, beside what is public."""

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
        said, public = step.values(self.said), step.values(self._public)
        fields = step.fields(self._public) | step.fields(self.said)
        legends = {name: str(block.legend) for block in step.blocks(self.said) for name in [*block.names, *block.more]}
        for name in said.keys() | public.keys():
            before, after = public.get(name), said.get(name)
            if before != after:
                words = [readable(fields[name], value) for value in (before, after)]
                if words[0] != words[1]:
                    yield Difference(legends.get(name, ""), str(fields[name].label), *words)

    @cached_property
    def _public(self) -> Said:
        return self.said.but(snapshot(self.listing.pk))
