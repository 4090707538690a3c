"""What the published guide found for a condition or a route: how sure, and in one plain sentence. The directory adds no
word of its own, and what the guide has not judged stays blank."""

from dataclasses import dataclass

from articles.markdown.certainty import CERTAINTIES
from articles.models import Edition
from directory.models.vocabulary import GUIDE_SLUG

# Which of a claim's fields names a term of which facet.
FACETS = ("condition", "route")


@dataclass(frozen=True)
class Evidence:
    certainty: str
    summary: str


def found_by_the_guide() -> dict[tuple[str, str], Evidence]:
    """By facet and slug. Read from the edition that readers have, so that the two pages cannot disagree."""
    published = Edition.objects.published().filter(article__slug=GUIDE_SLUG)
    claims = published.values_list("claims", flat=True).first() or []
    return {(facet, claim[facet]): _of(claim) for claim in claims for facet in FACETS if claim[facet]}


def _of(claim) -> Evidence:
    return Evidence(str(CERTAINTIES.get(claim["certainty"], "")), claim["sentence"])
