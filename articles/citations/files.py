"""The reference list as files that reference managers import. Each writer takes CSL-JSON items and returns text."""

import json

from articles.citations.bibtex import bibtex
from articles.citations.record import Record
from articles.citations.ris import ris


def csl_json(items):
    return json.dumps([_public(item) for item in items], ensure_ascii=False, indent=2) + "\n"


def _public(item):
    """Without our own remarks, which an importer would not know; what it must know is said in a note."""
    public = {name: value for name, value in item.items() if name not in ("custom", "keyword")}
    notes = Record(item).notes
    return {**public, "note": " ".join(notes)} if notes else public


# extension: (media type, writer)
FORMATS = {
    "bib": ("application/x-bibtex; charset=utf-8", bibtex),
    "ris": ("application/x-research-info-systems; charset=utf-8", ris),
    "json": ("application/vnd.citationstyles.csl+json; charset=utf-8", csl_json),
}
