"""How much of what visitors look for a listing says, and what it does not."""

from dataclasses import dataclass

from directory.profile.page import Profile
from directory.profile.sections import Section


@dataclass(frozen=True)
class Gap:
    """Under a heading of the page, what visitors read as "not stated"."""

    title: str
    unstated: list[str]


@dataclass(frozen=True)
class Completeness:
    stated: int
    gaps: list[Gap]

    @property
    def total(self) -> int:
        return self.stated + sum(len(gap.unstated) for gap in self.gaps)

    @property
    def percent(self) -> int:
        """Rounded down: only all is all."""
        return 100 * self.stated // self.total


def completeness_of(listing) -> Completeness:
    """The listing comes with its page facts."""
    sections = Profile(listing).sections
    stated = sum(row.is_stated for section in sections for row in section.rows)
    gaps = [Gap(section.title, unstated) for section in sections if (unstated := _unstated(section))]
    return Completeness(stated, gaps)


def _unstated(section: Section) -> list[str]:
    return [*(row.label for row in section.rows if not row.is_stated), *section.unstated]
