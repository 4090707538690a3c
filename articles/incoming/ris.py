"""RIS in: rispy reads each entry; entries are told apart here, because a broken one would take the next with it."""

import re

import rispy
from django.utils.translation import gettext as _

from articles.citations.record import ABRIDGED
from articles.citations.ris import TYPES
from articles.incoming.dates import csl_date, split_date
from articles.incoming.items import Batch, Unreadable, line_place
from articles.incoming.names import OTHERS, name_of
from articles.incoming.tidy import tidy

START, END = re.compile(r"\s*TY  ?- ?"), re.compile(r"\s*ER  ?-")
CSL_TYPES = {code: kind for kind, code in TYPES.items()} | {
    **{"EJOU": "article-journal", "JFULL": "article-journal", "INPR": "article-journal", "ABST": "article-journal"},
    **{"EBOOK": "book", "ECHAP": "chapter", "CONF": "paper-conference", "GOVDOC": "report", "BLOG": "webpage"},
    **{"WEB": "webpage", "LEGAL": "legislation", "BILL": "legislation", "GEN": "document"},
}


def read_ris(text):
    batch = Batch("RIS")
    for number, lines in _entries(text.splitlines()):
        batch.take(line_place(number), lambda lines=lines: tidy(_item(_parsed(lines))))
    return batch


def _entries(lines):
    """(number of the first line, lines) of each; text before, between and after is an entry that will be refused."""
    current: list[str] = []
    first = 1
    for number, line in enumerate(lines, start=1):
        if START.match(line) and current:
            yield first, current
            current = []
        if line.strip() or current:
            first = first if current else number
            current.append(line.strip("\ufeff").lstrip())
        if END.match(line) and current:
            yield first, current
            current = []
    if any(line.strip() for line in current):
        yield first, current


def _parsed(lines):
    if not START.match(lines[0]):
        raise Unreadable(_("An entry begins with a line “TY  - ” and its type."))
    if not END.match(lines[-1]):
        raise Unreadable(_("The entry has no last line “ER  - ”."))
    try:
        [entry] = rispy.loads("\n".join(lines), delimiter_tags_mapping={}, newline="\n")
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise Unreadable(_("A line of it cannot be read as RIS.")) from error
    return entry


def _item(entry):
    kind = CSL_TYPES.get(entry.get("type_of_reference", "").strip(), "document")
    return {
        "id": entry.get("id"),
        "type": entry.get("type_of_work") if kind == "document" and entry.get("type_of_work") else kind,
        "title": entry.get("title") or entry.get("primary_title"),
        "author": [_name(name) for name in entry.get("authors") or entry.get("first_authors") or []],
        "container-title": _container(entry),
        "container-title-short": entry.get("alternate_title1") or entry.get("alternate_title2"),
        "publisher": entry.get("publisher"),
        "publisher-place": entry.get("place_published"),
        "issued": split_date(entry.get("date", "")) or _year(entry),
        "volume": entry.get("volume"),
        "issue": entry.get("number"),
        "page": "-".join(page for page in (entry.get("start_page"), entry.get("end_page")) if page),
        "DOI": entry.get("doi"),
        "PMID": _pmid(entry),
        "PMCID": entry["custom2"] if re.fullmatch(r"PMC[0-9]+", entry.get("custom2", "")) else None,
        "URL": next(iter(entry.get("urls") or []), None),
        "accessed": split_date(entry.get("access_date", "")),
        "note": ABRIDGED if ABRIDGED in entry.get("notes", []) else "",
    }


def _name(text):
    return {"literal": text} if OTHERS.match(text.strip()) else name_of(text)


def _container(entry):
    return next(
        (entry[name] for name in ("journal_name", "alternate_title3", "secondary_title") if entry.get(name)), ""
    )


def _year(entry):
    text = entry.get("year") or entry.get("publication_year") or ""
    return split_date(text) if "/" in text else csl_date(text)


def _pmid(entry):
    """The accession number is PubMed's where the entry names no other database."""
    database = " ".join([entry.get("name_of_database", ""), entry.get("database_provider", "")]).lower()
    number = entry.get("accession_number", "")
    ours = not database.strip() or "pubmed" in database or "medline" in database
    return number if ours and re.fullmatch(r"[0-9]{1,8}", number) else None
