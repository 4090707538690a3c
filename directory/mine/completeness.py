"""How much of what visitors look for a listing says, and what it does not."""

from dataclasses import dataclass

from directory.mine.gaps import Gaps, asked_of, open_among


@dataclass(frozen=True)
class Completeness:
    stated: int
    gaps: Gaps

    @property
    def total(self) -> int:
        return self.stated + self.gaps.count

    @property
    def percent(self) -> int:
        """Rounded down: only all is all."""
        return 100 * self.stated // self.total


def completeness_of(listing) -> Completeness:
    """The listing comes with its page facts."""
    asked = asked_of(listing)
    return Completeness(sum(each.is_stated for each in asked), open_among(asked))
