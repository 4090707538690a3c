"""What the published guide found for a condition or a route: how sure, and in one plain sentence. The directory adds no
word of its own, and what the guide has not judged stays blank. Search, comparison, pages of places and of listings all
ask here, so that a claim that is changed or withdrawn is changed or gone on all of them at once."""

import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import written
from articles.markdown.certainty import CERTAINTIES
from articles.models import Edition, Notice
from directory.models.vocabulary import GUIDE_SLUG
from directory.vocabulary import Vocabulary

# Which of a claim's fields names a term of which facet.
FACETS = ("route", "condition")


@dataclass(frozen=True)
class Evidence:
    """`retracted` says so where a source has been since."""

    certainty: str
    summary: str
    guide_url: str
    retracted: str = ""


@dataclass(frozen=True)
class Finding:
    """For one thing that somebody treats or gives, by the name it has here."""

    label: str
    evidence: Evidence


Found = Mapping[tuple[str, str], Evidence]
# The edition that readers have, and every notice about a source: what is said here changes with these two only.
Version = tuple[int, tuple]
NO_EDITION = 0


def findings(vocabulary: Vocabulary, named: Mapping[str, Collection[str]]) -> list[Finding]:
    """Of the slugs named of each facet, in the order of the vocabulary."""
    told = {facet: slugs for facet in FACETS if (slugs := named.get(facet))}
    found = found_by_the_guide() if told else {}
    return [
        Finding(choice.label, found[facet, slug])
        for facet, slugs in told.items()
        for slug, choice in vocabulary.choices_of(facet).items()
        if slug in slugs and (facet, slug) in found
    ]


def found_by_the_guide() -> Found:
    """By facet and slug. Read from the edition that readers have, so that the two pages cannot disagree."""
    read = _read if _in_transaction() else _remembered
    return read(version(), get_language())


def version() -> Version:
    """Looked up once a second, and at once after a change of this process."""
    if _in_transaction():
        return _look()
    return _looked_up(written.last(), int(time.monotonic()), get_language())


def _in_transaction() -> bool:
    """What one reads may never be true for others."""
    return transaction.get_connection().in_atomic_block


@lru_cache(maxsize=4)
def _looked_up(last_write: object, second: int, language: str | None) -> Version:
    return _look()


def _look() -> Version:
    notices = Notice.objects.order_by("pk").values_list("reference__key", "nature", "dated_on")
    editions = Edition.objects.of(GUIDE_SLUG).order_by("-number").values_list("pk", flat=True)
    return editions.first() or NO_EDITION, tuple(notices)


def _read(version: Version, language: str | None) -> Found:
    edition = Edition.objects.filter(pk=version[0]).only("claims", "references").first()
    if edition is None:
        return {}
    retracted = {key: each for key, each in edition.standings.items() if each.is_retracted}
    return {
        (facet, claim[facet]): _of(claim, retracted) for claim in edition.claims for facet in FACETS if claim[facet]
    }


def _of(claim, retracted) -> Evidence:
    return Evidence(
        str(CERTAINTIES.get(claim["certainty"], "")),
        claim["sentence"],
        f"{reverse('articles:article_detail', args=[GUIDE_SLUG])}#claim-{claim['key']}",
        _retraction(retracted[key].dated_on for key in claim["references"] if key in retracted),
    )


def _retraction(days: Iterable) -> str:
    first = min(days, default=None)
    return _("A source of this was retracted on %(date)s.") % {"date": date_format(first)} if first else ""


_remembered = lru_cache(maxsize=4)(_read)


def forget() -> None:
    _looked_up.cache_clear()
    _remembered.cache_clear()
