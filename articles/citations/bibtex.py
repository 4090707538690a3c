"""BibTeX out, in UTF-8."""

import re

from articles.citations.record import Record

ENTRY_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
# What BibTeX calls the place where a thing of this type appeared, and who brought it out.
CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}
SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # Written as words, because BibTeX counts braces even behind a backslash.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}


def bibtex(items):
    return "\n".join(_entry(Record(item)) for item in items)


def _entry(record):
    entry_type = ENTRY_TYPES.get(record.kind, "misc")
    fields = [f"  {name} = {{{value}}}" for name, value in _fields(record, entry_type) if value]
    return f"@{entry_type}{{{record.key},\n" + ",\n".join(fields) + "\n}\n"


def _fields(record, entry_type):
    csl = record.csl
    yield "author", _authors(record)
    yield "title", f"{{{_escaped(record.plain_title)}}}"  # the inner braces keep the case of the letters
    yield CONTAINERS.get(entry_type, "howpublished"), _escaped(csl.get("container-title", ""))
    yield PUBLISHERS.get(entry_type, "publisher"), _escaped(csl.get("publisher", ""))
    yield "type", record.kind if entry_type == "misc" else ""  # BibTeX has no word of its own for it
    yield from zip(("year", "month", "day"), map(str, record.date_parts), strict=False)
    yield "volume", _escaped(csl.get("volume", ""))
    yield "number", _escaped(csl.get("issue", ""))
    yield "pages", _escaped(csl.get("page", "")).replace("-", "--")
    yield "doi", _verbatim(csl.get("DOI", ""))
    yield "pmid", _verbatim(csl.get("PMID", ""))
    yield "pmcid", _verbatim(csl.get("PMCID", ""))
    yield "url", _verbatim(record.web_address)
    yield "note", _escaped(record.custom.get("standing", ""))
    yield "urldate", "-".join(f"{part:02}" for part in record.accessed_parts)


def _authors(record):
    names = [_name(author) for author in record.authors]
    return " and ".join(names if record.authors_complete else [*names, "others"])


def _name(author):
    if literal := author.get("literal"):
        return f"{{{_escaped(literal)}}}"
    parts = (author.get("family"), author.get("suffix"), author.get("given"))
    return ", ".join(_name_part(part) for part in parts if part)


def _name_part(text):
    """A comma and the word “and” part names, unless they stand in braces."""
    return f"{{{_escaped(text)}}}" if re.search(r",|\band\b", text) else _escaped(text)


def _escaped(text):
    """Hyphens in a row would become a dash."""
    text = "".join(SPECIAL.get(character, character) for character in " ".join(str(text).split()))
    return re.sub(r"-(?=-)", "-{}", text)


def _verbatim(text):
    """Addresses and numbers are not TeX; braces and blanks alone would break the entry."""
    return re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", str(text))
