"""What a record needs before the AMA style can print it well; each step mends one thing the style cannot know."""

import re

from articles.citations.journals import short_title
from articles.citations.record import Record

ET_AL = {"literal": "et al"}
MOST_NAMED = 6
# Not for the printed entry: what we know about the record, and what the reader of citeproc-py does not know.
PRIVATE = {"custom", "keyword", "note", "PMID", "PMCID"}


def adapted(csl):
    """A copy of the item: strings and lists as CSL has them, whatever was left out of the record left out still."""
    item = {name: value for name, value in csl.items() if name not in PRIVATE and value not in (None, "", [], {})}
    record = Record(csl)
    item["type"] = record.kind
    item["author"] = _authors(record) or _editors(item)
    if not item["author"]:
        del item["author"]
    if short := short_title(str(item.get("container-title", ""))):
        item.setdefault("container-title-short", short)
    return item


def _authors(record):
    """An abridged list ends in “et al.” after three names; what bears its author's name as a title names it once."""
    authors = [author for author in record.authors if author.get("literal") != record.title]
    people, body = _people_and_body(authors)
    shown = [_with_suffix(author) for author in people]
    if shown and (not record.authors_complete or (body and len(shown) > MOST_NAMED)):
        shown = [*shown[:3], ET_AL]
    return [*shown[:-1], {"literal": f"{_name(shown[-1])}; {body}"}] if body else shown


def _people_and_body(authors):
    """AMA sets the body that people wrote for apart from them: “Price RB, Kissel N; KARMA-Dep Study Group”."""
    *people, last = authors or [{}]
    is_body = last.get("literal") and any(author.get("family") for author in people)
    return (people, last["literal"]) if is_body else (authors, "")


def _editors(item):
    """In the place of authors they are named once, as the processor does not; of many, the first three."""
    editors = [_with_suffix(editor) for editor in item.get("editor", [])] if item["type"] == "book" else []
    if not editors:
        return []
    del item["editor"]
    named = [*editors[:3], ET_AL] if len(editors) > MOST_NAMED else editors
    return [*named, {"literal": "ed" if len(editors) == 1 else "eds"}]


def _with_suffix(author):
    """AMA prints “Zarate CA Jr”; the processor would put a comma into it."""
    return {"literal": _name(author)} if author.get("suffix") else author


def _name(author):
    """As AMA prints it."""
    if author.get("literal"):
        return author["literal"]
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", author.get("given", "")) if part)
    particle = author.get("non-dropping-particle") or author.get("dropping-particle")
    parts = (particle, author.get("family"), initials, author.get("suffix", "").rstrip("."))
    return " ".join(part for part in parts if part)
