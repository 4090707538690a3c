"""PubMed's NBIB in (its “MEDLINE” layout).

The one package that reads it has had no release since 2021 and drops what it does not understand in silence, so the
layout is read here, strictly: a tag of up to four letters, “- ”, a value; six blanks continue the line above.
"""

import re

from django.utils.translation import gettext as _

from articles.citations.record import StudyType
from articles.incoming.dates import split_date
from articles.incoming.items import Batch, Unreadable, line_place
from articles.incoming.names import OTHERS, SUFFIX, name_of, person
from articles.incoming.tidy import tidy

TAGGED = re.compile(r"([A-Z0-9]{2,4}) {0,2}- ?(.*)")
# PubMed's kinds of publication that say what kind of study it is, the most telling first.
STUDIES = {
    "Systematic Review": StudyType.SYSTEMATIC_REVIEW,
    "Meta-Analysis": StudyType.SYSTEMATIC_REVIEW,
    "Randomized Controlled Trial": StudyType.RANDOMIZED_TRIAL,
    "Practice Guideline": StudyType.GUIDELINE,
    "Guideline": StudyType.GUIDELINE,
    "Observational Study": StudyType.OBSERVATIONAL,
    "Review": StudyType.REVIEW,
}


def read_nbib(text):
    batch = Batch("NBIB")
    for number, lines in _entries(text.splitlines()):
        batch.take(line_place(number), lambda lines=lines, number=number: tidy(_item(_tags(lines, number))))
    return batch


def _entries(lines):
    """(number of the first line, lines): an entry begins with its PMID, and an empty line ends one."""
    current: list[str] = []
    first = 0
    for number, line in enumerate([*lines, ""], start=1):
        begins = re.match(r"PMID ?- ", line.lstrip("\ufeff"))
        if current and (begins or not line.strip()):
            yield first, current
            current = []
        if line.strip():
            first = first if current else number
            current.append(line.lstrip("\ufeff"))


def _tags(lines, first):
    """[(tag, value)] in the order of the file: people and bodies alternate among authors."""
    tags: list[tuple[str, str]] = []
    for number, line in enumerate(lines, start=first):
        if line.startswith("      ") and tags:
            tags[-1] = (tags[-1][0], f"{tags[-1][1]} {line.strip()}")
        elif found := TAGGED.fullmatch(line.rstrip()):
            tags.append((found[1], found[2].strip()))
        else:
            raise Unreadable(_("Line %(number)s has no tag, such as “TI  - ”.") % {"number": number})
    return tags


def _item(tags):
    first = dict(reversed(tags))
    ahead = first.get("PST") == "aheadofprint"
    return {
        "type": "book" if "BTI" in first and "TI" not in first else "article-journal",
        "title": _title(first.get("TI") or first.get("BTI") or ""),
        "author": _authors(tags),
        "container-title": first.get("JT") or first.get("TA"),
        "container-title-short": first.get("TA"),
        "publisher": first.get("PB"),
        # Ahead of print there is no issue to be dated by.
        "issued": (split_date(first.get("DEP", "")) if ahead else None) or split_date(first.get("DP", "")),
        "volume": first.get("VI"),
        "issue": first.get("IP"),
        "page": first.get("PG"),
        "DOI": _doi(tags),
        "PMID": first.get("PMID"),
        "PMCID": first.get("PMC"),
        "custom": {"study-type": _study(tags)},
    }


def _title(text):
    """PubMed ends a title with a full stop, and puts a translated one into brackets."""
    text = text.removesuffix(".")
    return text[1:-1] if re.fullmatch(r"\[[^\[\]]*\]", text) else text


def _authors(tags):
    person = "FAU" if any(tag == "FAU" for tag, _value in tags) else "AU"
    return [_name(tag, value) for tag, value in tags if tag in (person, "CN")]


def _name(tag, value):
    if tag == "CN" or OTHERS.match(value):
        return {"literal": value}
    if tag == "AU":
        return _short_name(value)
    return name_of(value)


def _short_name(text):
    """“Smith JA 2nd”: the suffix comes last, and each initial stands for a name of its own."""
    words = text.split()
    suffix = words.pop() if len(words) > 2 and SUFFIX.match(words[-1]) else ""
    *family, initials = words
    given = re.sub(r"(?<=[A-Z])(?=[A-Z])", " ", initials)
    return person(" ".join(family), given, suffix) if family else {"literal": text}


def _doi(tags):
    values = [value for tag, value in tags if tag in ("LID", "AID") and value.endswith("[doi]")]
    return values[0].removesuffix("[doi]").strip() if values else None


def _study(tags):
    kinds = [value for tag, value in tags if tag == "PT"]
    return next((study.value for kind, study in STUDIES.items() if kind in kinds), "")
