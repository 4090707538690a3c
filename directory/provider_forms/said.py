"""What a form is opened on: a listing's words, path by path, and the choices there are."""

from dataclasses import dataclass, replace

from directory.choices import Route
from directory.models import Listing
from directory.models.snapshot import Snapshot
from directory.vocabulary import Vocabulary


@dataclass(frozen=True)
class Said:
    listing: Listing
    words: Snapshot
    vocabulary: Vocabulary

    def but(self, words: Snapshot) -> "Said":
        return replace(self, words=words)

    @property
    def routes(self) -> list[Route]:
        """What they offer, in our order."""
        return [route for route in Route if self.words.get(f"offerings.{route}")]

    def offers(self, facet: str) -> dict[str, str]:
        """{slug: label} of a facet, without "not stated"."""
        terms = self.vocabulary.choices_of(facet).items()
        return {slug: term.label for slug, term in terms if slug != "not_stated"}

    def under(self, prefix: str) -> Snapshot:
        """What stands below one path, such as `hours.0`."""
        return {path: value for path, value in self.words.items() if path.startswith(f"{prefix}.")}
