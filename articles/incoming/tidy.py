"""Every entry, whatever file it came from, becomes one shape here: CSL's own names and types, blank parts left out."""

import re

from django.utils.translation import gettext as _

from articles.citations.doi import DOI, bare_doi, doi_of_address
from articles.citations.record import ABRIDGED, StudyType
from articles.incoming.items import Unreadable
from articles.incoming.names import person, without_others

# What a record keeps, in the order in which it is shown; other parts (abstracts, files, keywords) stay outside.
KEPT = (
    *("type", "title", "author", "editor", "container-title", "container-title-short", "issued"),
    *("volume", "issue", "page", "number", "edition", "genre", "publisher", "publisher-place"),
    *("DOI", "PMID", "PMCID", "ISBN", "URL", "accessed"),
)
NAMES = ("author", "editor")
DATES = ("issued", "accessed")
NAME_PARTS = ("family", "given", "suffix", "dropping-particle", "non-dropping-particle", "literal")
BEFORE_PMID = re.compile(r"^pmid\s*:?\s*", re.IGNORECASE)
TYPE = re.compile(r"[a-z][a-z_-]*")
LONGEST = 2000


def tidy(raw):
    """`raw` is a dict with CSL's names; raises Unreadable with the reason."""
    item = {name: made for name in KEPT if (made := _value(name, raw.get(name)))}
    if not item.get("title"):
        raise Unreadable(_("It has no title."))
    if not TYPE.fullmatch(item.get("type", "")):
        raise Unreadable(_("It does not say what kind of thing it is (CSL's “type”)."))
    if raw.get("id"):
        item["id"] = _text(raw["id"])
    _tidy_identifiers(item)
    return item | {"custom": _custom(item, raw)}


def _value(name, value):
    if name in NAMES:
        return _names(name, value or [])
    if name in DATES:
        return _date(name, value)
    return _text(value)


def _text(value):
    """Some programs write a list where CSL has one text."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if value is None or isinstance(value, dict):
        return ""
    text = " ".join(str(value).replace("\0", "").split())
    if len(text) > LONGEST:
        raise Unreadable(_("One of its parts is longer than %(number)s characters.") % {"number": LONGEST})
    return text


def _names(part, names):
    if not isinstance(names, list) or not all(isinstance(name, dict) for name in names):
        raise Unreadable(_("Its list “%(part)s” is no list of names.") % {"part": part})
    return [made for name in names if (made := _name(name))]


def _name(name):
    """Crossref calls a body `name`."""
    made = {part: text for part in NAME_PARTS if (text := _text(name.get(part) or ""))}
    if body := made.get("literal") or _text(name.get("name") or ""):
        return {"literal": body}
    if "family" not in made:
        return {"literal": made["given"]} if made.get("given") else None
    return made | person(made["family"], made.get("given", ""), made.get("suffix", ""))


def _date(part, value):
    if not value:
        return None
    parts = (value.get("date-parts") or [[]]) if isinstance(value, dict) else None
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list):
        raise Unreadable(_("Its date “%(part)s” is not written as CSL writes dates.") % {"part": part})
    numbers = [int(number) for number in parts[0] if str(number).isascii() and str(number).isdigit()]
    return {"date-parts": [numbers[:3]]} if numbers and numbers[0] else None


def _tidy_identifiers(item):
    if "DOI" not in item and (doi := doi_of_address(item.get("URL", ""))):
        item["DOI"] = doi
        del item["URL"]
    if "DOI" in item:
        item["DOI"] = bare_doi(item["DOI"])
        if not DOI.fullmatch(item["DOI"]) or len(item["DOI"]) > 200:
            raise Unreadable(_("“%(doi)s” is no DOI.") % {"doi": item["DOI"]})
    if "PMID" in item:
        item["PMID"] = BEFORE_PMID.sub("", item["PMID"])
        if not re.fullmatch(r"[0-9]{1,8}", item["PMID"]):
            raise Unreadable(_("“%(pmid)s” is no PubMed number.") % {"pmid": item["PMID"]})
    if not item.get("URL", "https://").startswith(("https://", "http://")):
        raise Unreadable(_("“%(url)s” is no address of a page.") % {"url": item["URL"]})


def _custom(item, raw):
    """Whether all authors are named, and what kind of study it is, as far as the file says."""
    authors, complete = without_others(item.get("author", []))
    if "author" in item:
        item["author"] = authors
        if not authors:
            del item["author"]
    custom = raw.get("custom") if isinstance(raw.get("custom"), dict) else {}
    complete = complete and custom.get("authors-complete", True) and ABRIDGED not in str(raw.get("note", ""))
    made = {"authors-complete": bool(complete)}
    if custom.get("study-type") in StudyType.values:
        made["study-type"] = custom["study-type"]
    return made
