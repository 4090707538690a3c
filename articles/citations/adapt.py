"""What a record needs before the AMA style can print it well; each step mends one thing the style cannot know."""

from articles.citations.journals import ABBREVIATIONS
from articles.citations.record import Record

ET_AL = {"literal": "et al"}
# Not for the printed entry: what we know about the record, and what the reader of citeproc-py does not know.
PRIVATE = {"custom", "keyword", "note", "PMID", "PMCID"}


def adapted(csl):
    """A copy of the item: strings and lists as CSL has them, whatever was left out of the record left out still."""
    item = {name: value for name, value in csl.items() if name not in PRIVATE and value not in (None, "", [], {})}
    record = Record(csl)
    item["type"] = record.kind
    item["author"] = _authors(record)
    if not item["author"]:
        del item["author"]
    if short := ABBREVIATIONS.get(str(item.get("container-title"))):
        item.setdefault("container-title-short", short)
    return item


def _authors(record):
    """An abridged list ends in “et al.” after three names; what bears its author's name as a title names it once."""
    authors = [_with_suffix(author) for author in record.authors if author.get("literal") != record.title]
    return authors if record.authors_complete or not authors else [*authors[:3], ET_AL]


def _with_suffix(author):
    """AMA prints “Zarate CA Jr”; the processor would put a comma into it."""
    suffix = author.get("suffix", "").rstrip(".")
    if not suffix:
        return author
    initials = "".join(part[0] for part in author.get("given", "").replace(".", " ").split())
    return {"literal": " ".join(part for part in (author.get("family", ""), initials, suffix) if part)}
