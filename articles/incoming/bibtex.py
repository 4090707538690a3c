"""BibTeX in: bibtexparser reads each entry; it leaves out in silence what is broken, so entries are counted here."""

import re
from urllib.parse import unquote

import bibtexparser
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import InvalidName, splitname
from django.utils.translation import gettext as _

from articles.citations.bibtex import ENTRY_TYPES
from articles.incoming.dates import csl_date, split_date
from articles.incoming.items import Batch, Unreadable, line_place
from articles.incoming.names import ENDINGS, person
from articles.incoming.tex import plain, plain_pages
from articles.incoming.tidy import tidy

START = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(]", re.MULTILINE)
NOT_A_REFERENCE = {"comment", "preamble", "string"}
CSL_TYPES = {
    **{"article": "article-journal", "book": "book", "booklet": "book", "collection": "book", "manual": "book"},
    **{"incollection": "chapter", "inbook": "chapter", "inproceedings": "paper-conference"},
    **{"conference": "paper-conference", "techreport": "report", "report": "report"},
    **{"phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis"},
    **{"online": "webpage", "www": "webpage", "electronic": "webpage", "unpublished": "article"},
}
# The mark of an accent would be taken for the blank that it is elsewhere.
TILDED = re.compile(r"\\~\s*(\{[A-Za-z]\}|[A-Za-z])")
assert set(ENTRY_TYPES.values()) <= CSL_TYPES.keys()


def read_bibtex(text):
    batch = Batch("BibTeX")
    strings = ""
    for number, kind, entry in _entries(text):
        if kind == "string":
            strings += entry
        elif kind not in NOT_A_REFERENCE:
            batch.take(line_place(number), lambda entry=entry, strings=strings: tidy(_item(_parsed(strings + entry))))
    return batch


def _entries(text):
    """(line, kind, text) of each."""
    starts = [*START.finditer(text)]
    ends = [start.start() for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        yield text.count("\n", 0, start.start()) + 1, start[1].lower(), text[start.start() : end]


def _parsed(text):
    """Months stay words; types that BibTeX did not know are read as well."""
    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False, interpolate_strings=True)
    try:
        entries = bibtexparser.loads(text, parser).entries
    except Exception as error:  # its grammar fails in many ways on what is no BibTeX
        raise Unreadable(_("It cannot be read as BibTeX.")) from error
    if len(entries) != 1:
        raise Unreadable(_("It cannot be read as BibTeX: a brace or a comma may be missing."))
    return entries[0]


def _item(entry):
    def first(*names):
        return next((plain(entry[name]) for name in names if entry.get(name)), "")

    kind = _kind(entry)
    return {
        "id": entry["ID"],
        "type": kind,
        "title": first("title"),
        "author": _names(entry.get("author", "")),
        "editor": _names(entry.get("editor", "")),
        "container-title": first("journal", "journaltitle", "booktitle") or _published_as(entry, kind),
        "publisher": first("publisher", "institution", "school", "organization"),
        "publisher-place": first("address", "location"),
        "issued": split_date(entry.get("date", "")) or csl_date(*map(first, ("year", "month", "day"))),
        "volume": first("volume"),
        "issue": first("number", "issue"),
        "page": plain_pages(entry.get("pages", "")),
        "edition": first("edition"),
        "ISBN": first("isbn"),
        "DOI": _identifier(entry.get("doi", "")),
        "PMID": _address(entry.get("pmid", "") or (entry.get("eprint", "") if _is_pubmed(entry) else "")),
        "PMCID": _address(entry.get("pmcid", "")),
        "URL": _address(entry.get("url", "")) or _address_within(entry.get("howpublished", "")),
        "accessed": split_date(entry.get("urldate", "")),
    }


def _kind(entry):
    """Our own files name CSL's type where BibTeX has none; elsewhere a page is what has an address and a day."""
    kind = entry["ENTRYTYPE"].lower()
    if kind in CSL_TYPES:
        return CSL_TYPES[kind]
    said = entry.get("type", "")
    if re.fullmatch(r"[a-z][a-z_-]*", said):
        return said
    if _address_within(entry.get("howpublished", "")):
        return "webpage"
    return "webpage" if entry.get("url") and entry.get("urldate") else "document"


def _published_as(entry, kind):
    """A page belongs to a site, which BibTeX calls its organization; many files write an address where words belong."""
    if _address_within(entry.get("howpublished", "")):
        return ""
    return plain(entry.get("howpublished", "") or (entry.get("organization", "") if kind == "webpage" else ""))


def _address_within(text):
    found = re.search(r"https?://[^\s{}]+", text)
    return _address(found[0]) if found else ""


def _is_pubmed(entry):
    return entry.get("eprinttype", entry.get("archiveprefix", "")).lower() == "pubmed"


def _address(text):
    """Not TeX, though some programs escape it all the same."""
    return re.sub(r"\\([_&%#~$])", r"\1", text.strip())


def _identifier(text):
    """Our own files write braces as %7B, which no DOI means."""
    text = _address(text)
    return re.sub(r"%(?:7B|7D|5C|20|0A)", lambda found: unquote(found[0]), text)


def _names(text):
    """“and” between names and commas within them count outside braces only."""
    names = _split_on_and(" ".join(text.split()))
    return [_name(name) for name in names if name.strip()]


def _split_on_and(text):
    found, depth, start = [], 0, 0
    for mark in re.finditer(r"[{}]|\s+and\s+", text, re.IGNORECASE):
        if mark[0] in "{}":
            depth += 1 if mark[0] == "{" else -1
        elif depth == 0:
            found.append(text[start : mark.start()])
            start = mark.end()
    return [*found, text[start:]]


def _name(text):
    text = TILDED.sub(lambda found: plain(found[0]), text.strip())
    if re.fullmatch(r"\{[^{}]*(\{[^{}]*\}[^{}]*)*\}", text) or text.lower() == "others":
        return {"literal": plain(text)}
    try:
        parts = {name: plain(" ".join(words)) for name, words in splitname(text).items()}
    except InvalidName as error:
        raise Unreadable(_("The name “%(name)s” cannot be read.") % {"name": text}) from error
    if ENDINGS.match(parts["first"]) and "," in text:
        return {"literal": plain(text)}
    family = " ".join(part for part in (parts["von"], parts["last"]) if part)
    return person(family, parts["first"], parts["jr"])
