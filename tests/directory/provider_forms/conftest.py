import pytest

from directory.models import Listing, Term
from directory.provider_forms.said import Said
from directory.vocabulary import Vocabulary
from tests.factories.directory import EXPLANATION


@pytest.fixture
def said():
    """said({path: value}): a listing in memory that says these things, and a vocabulary of three facets."""
    facets = {"monitoring": ["ecg", "heart_rate", "not_stated"], "language": ["en", "es"], "insurer": ["aetna"]}
    pairs = [(facet, slug) for facet, slugs in facets.items() for slug in slugs]
    vocabulary = Vocabulary(
        Term(facet=facet, slug=slug, number=n, label=slug.title(), explanation=EXPLANATION)
        for n, (facet, slug) in enumerate(pairs, 1)
    )
    return lambda words=None: Said(Listing(name="Quiet Rooms"), words or {}, vocabulary)
