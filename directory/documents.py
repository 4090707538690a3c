"""The words that find a listing, by where they stand, with other words for what it says about itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from articles.words.spelling import is_spellable
from articles.words.stems import stem, words_of
from directory.choices import Role
from directory.place_names import spell_out
from directory.states import full_name
from directory.synonyms import synonyms_of

# What visitors ask for in words. Other facts (a price, the width of a door) they choose.
TAGGED = {
    "route", "condition", "setting", "language", "population", "insurer", "payment", "prescriber", "monitor", "lead",
    "psychotherapy", "sign_language", "telehealth",
}  # fmt: skip
# A listing that says it has none of something is not found by the name of it.
NOTHING_TO_FIND = {"none", "no", "not_stated"}


@dataclass(frozen=True)
class Document:
    """Stems, parted by spaces; `spelled` are whole words that may be meant by one that is spelled wrong."""

    name: str
    headline: str
    text: str
    tags: str
    spelled: str


def document_of(listing, labels: Mapping[tuple[str, str], str]) -> Document:
    """Of a listing with its people at hand, and the labels of its terms by facet and slug."""
    positions = list(listing.positions.all())
    people = [position.clinician.name for position in positions]
    place = [listing.city, spell_out(listing.city), full_name(listing.state), listing.state, listing.zip5]
    terms = [Said.of_term(*term, label) for term, label in sorted(labels.items())]
    spelled = [Said.of(listing.name, *people, *place), *terms]
    return Document(
        name=joined(Said.of(listing.name)),
        headline=joined(Said.of(listing.headline, *people)),
        text=joined(Said.of(listing.description, listing.legal_name, listing.partner_clinics, *map(_job, positions))),
        tags=joined(Said.of(*place), *terms),
        spelled=" ".join(sorted(frozenset().union(*(said.spellable for said in spelled)))),
    )


@dataclass(frozen=True)
class Said:
    stems: tuple[str, ...]
    spellable: frozenset[str]

    @classmethod
    def of(cls, *texts: str) -> "Said":
        words = [word for text in texts for word in words_of(text)]
        return cls(tuple(map(stem, words)), frozenset(filter(is_spellable, words)))

    @classmethod
    @lru_cache(maxsize=2**12)
    def of_term(cls, facet: str, slug: str, label: str) -> "Said":
        """What people call it; nothing where nobody asks for it in words."""
        if facet not in TAGGED or slug in NOTHING_TO_FIND:
            return cls.of()
        return cls.of(label, synonyms_of(facet, slug))


def joined(*said: Said) -> str:
    """A word counts once, however often it is said."""
    return " ".join(dict.fromkeys(chain.from_iterable(each.stems for each in said)))


def _job(position) -> str:
    """What somebody is, and does there."""
    clinician = position.clinician
    role = "" if clinician.role == Role.NOT_STATED else Role(clinician.role).label
    return f"{clinician.post_nominals} {role} {position.title} {position.does}"
