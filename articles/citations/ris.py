"""RIS out: one tag a line, CRLF between lines, as its importers expect."""

from articles.citations.record import Record

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "article": "UNPB",
    "book": "BOOK",
    "chapter": "CHAP",
    "legislation": "STAT",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}


def ris(items):
    return "\r\n".join(_entry(Record(item)) for item in items)


def _entry(record):
    lines = [f"{tag}  - {' '.join(str(value).split())}" for tag, value in _tags(record) if value]
    return "\r\n".join([f"TY  - {TYPES.get(record.kind, 'GEN')}", *lines, "ER  - ", ""])


def _tags(record):
    csl = record.csl
    yield "ID", record.key
    for author in record.authors:
        yield "AU", _name(author)
    yield "TI", record.plain_title
    yield "JO" if record.kind == "article-journal" else "T2", csl.get("container-title")
    yield "PB", csl.get("publisher")
    yield "PY", record.year
    yield "DA", _date(record.date_parts)
    yield "VL", csl.get("volume")
    yield "IS", csl.get("issue")
    first, _dash, last = str(csl.get("page", "")).partition("-")
    yield "SP", first
    yield "EP", last
    yield "DO", csl.get("DOI")
    yield "AN", csl.get("PMID")
    yield "C2", csl.get("PMCID")
    yield "M3", "" if record.kind in TYPES else record.kind
    yield "UR", record.web_address
    yield "Y2", _date(record.accessed_parts)
    for note in record.notes:
        yield "N1", note


def _name(author):
    parts = (author.get("family"), author.get("given"), author.get("suffix"))
    return author.get("literal") or ", ".join(part for part in parts if part)


def _date(parts):
    """2025/09/22; what is not known is left empty, its slash stays."""
    return "/".join(f"{part:02}" for part in parts) + "/" * (3 - len(parts)) if parts else ""
