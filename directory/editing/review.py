"""A listing before it is sent, and what of it waits afterwards."""

from functools import cached_property

from directory import vocabulary
from directory.editing.differences import StepDifferences, differences
from directory.editing.missing import Missing, missing
from directory.mine.gaps import Gaps, gaps_of
from directory.mine.sent_back import sent_back
from directory.models import Listing
from directory.models.proposing import laid_over
from directory.models.returned import returned
from directory.models.snapshot import snapshot
from directory.profile.latest import as_said
from directory.provider_forms.said import Said
from directory.provider_forms.step import Step
from directory.provider_forms.steps import STEPS

MOST_ALIKE = 5


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
        return self.listing.has_a_page

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
    def waiting(self) -> list[StepDifferences]:
        return differences(self.said, self._public, self.change.fields, is_seen=self.is_seen) if self.change else []

    @property
    def came_back(self) -> bool:
        """Whether something of a change lies with its writer again."""
        return bool(self.returned) or bool(self.sent_back and returned(self.listing))

    @cached_property
    def returned(self) -> list[StepDifferences]:
        """What our staff sent back and nobody has sent again or given up: beside what is said without it."""
        fields = self.listing.returned_words()
        said = self.said.but(laid_over(self.said.words, {path: new for path, (_old, new) in fields.items()}))
        return differences(said, self.said, fields, is_seen=False) if fields else []

    @cached_property
    def _public(self) -> Said:
        return self.said.but(snapshot(self.listing.pk))
