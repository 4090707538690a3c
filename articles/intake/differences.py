"""An entry and the record it may be, part by part, in words that fit a table."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from articles.citations.record import DETAILS, StudyType
from articles.incoming.items import Unreadable
from articles.incoming.tidy import KEPT, tidy

LABELS = {
    **DETAILS,
    "type": _("type"),
    "editor": _("editors"),
    "container-title-short": _("journal, short"),
    "number": _("number"),
    "edition": _("edition"),
    "genre": _("genre"),
    "publisher-place": _("place"),
    "PMCID": _("PubMed Central number"),
    "ISBN": "ISBN",
    "accessed": _("looked at on"),
    "study-type": _("study type"),
}
assert LABELS.keys() >= set(KEPT)
ET_AL = {"literal": "et al."}
UNKNOWN = {"type": "document", "title": "–"}


@dataclass(frozen=True)
class Part:
    """`state` is new, same, differs, or kept: on record, and the entry is silent about it."""

    name: str
    incoming: str
    stored: str
    state: str

    @property
    def label(self):
        return LABELS[self.name]


def parts_of(csl, stored=None):
    """`stored` is the whole record as CSL, or None."""
    new, old = flat(csl), flat(_readable(stored)) if stored else {}
    names = [name for name in (*KEPT, "study-type") if name in new or name in old]
    return [_part(name, new, old, stored) for name in names]


def _readable(stored):
    """Without the parts that no file could bring: what was typed into a record by hand may be anything."""
    return tidy(UNKNOWN | {name: value for name, value in stored.items() if _can_be_read(name, value)})


def _can_be_read(name, value):
    try:
        tidy(UNKNOWN | {name: value})
    except Unreadable:
        return False
    return True


def flat(csl):
    """With the study type among the other parts, and a list of authors that is abridged ending in “et al.”."""
    custom = csl.get("custom") or {}
    made = {name: csl[name] for name in KEPT if csl.get(name)}
    if custom.get("study-type"):
        made["study-type"] = custom["study-type"]
    if "author" in made and custom.get("authors-complete") is False:
        made["author"] = [*made["author"], ET_AL]
    return made


def _part(name, new, old, stored):
    incoming, kept = shown(name, new.get(name)), shown(name, old.get(name))
    if stored is None or (name in new and name not in old):
        state = "new"
    elif name not in new:
        state = "kept"
    else:
        state = "same" if _alike(name, new[name], old[name]) else "differs"
    return Part(name, incoming, kept, state)


def _alike(name, new, old):
    return new.lower() == old.lower() if name == "DOI" else new == old


def shown(name, value):
    if value is None:
        return ""
    if name in ("author", "editor"):
        return "; ".join(_name(person) for person in value)
    if name in ("issued", "accessed"):
        return "-".join(f"{part:02}" for part in value["date-parts"][0])
    return str(StudyType(value).label) if name == "study-type" else str(value)


def _name(person):
    if person.get("literal"):
        return person["literal"]
    particle = person.get("non-dropping-particle") or person.get("dropping-particle")
    family = " ".join(part for part in (particle, person.get("family")) if part)
    return ", ".join(part for part in (family, person.get("given"), person.get("suffix")) if part)
