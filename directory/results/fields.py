"""What the fields above the results say: words, place, distance, and what goes along unseen."""

from typing import NamedTuple

from directory.filters import ListingFilter
from directory.forms import DEFAULT_RADIUS
from directory.search.query import Sort


class Fields(NamedTuple):
    """`words` and `place` are as they were typed. `wrong` has the names of the fields that cannot be read; what was
    chosen of the facets is in `chosen` only where no check boxes say it."""

    words: str
    place: str
    radius: int
    sort: str
    listings: tuple[str, ...]
    wrong: frozenset[str] = frozenset()
    is_ambiguous: bool = False
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()


def fields_of(asked: ListingFilter, listings: list[str]) -> Fields:
    """Of a search that was answered."""
    data = asked.form.cleaned_data
    return Fields(
        words=asked.data.get("q", ""),
        place=asked.data.get("place", ""),
        radius=data.get("radius", DEFAULT_RADIUS),
        sort=data.get("sort", Sort.BEST),
        listings=tuple(listings),
    )


def fields_in_question(asked: ListingFilter, listings: list[str], *, is_ambiguous: bool) -> Fields:
    """Of one that was not."""
    said = fields_of(asked, listings)
    chosen = tuple((name, tuple(slugs)) for name, slugs in asked.chosen.items())
    return said._replace(wrong=frozenset(asked.form.errors), is_ambiguous=is_ambiguous, chosen=chosen)
