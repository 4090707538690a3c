"""What studies found for what a practice treats and how, in the guide's words."""

from dataclasses import dataclass

from directory.evidence import Evidence, found_by_the_guide
from directory.profile.rows import terms_stated


@dataclass(frozen=True)
class Finding:
    label: str
    evidence: Evidence
    guide_url: str


def findings(listing) -> list[Finding]:
    found = found_by_the_guide()
    terms = {(term.facet, term.slug): term for term in terms_stated(listing, "condition")}
    routes = {("route", offering.route): offering for offering in listing.offerings.all()}
    of_terms = [Finding(term.label, found[key], term.guide_url) for key, term in terms.items() if key in found]
    return of_terms + [
        Finding(str(offering.get_route_display()), found[key], "") for key, offering in routes.items() if key in found
    ]
