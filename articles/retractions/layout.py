"""A row of the Retraction Watch CSV, as far as we use it."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from articles.citations.doi import DOI, bare_doi
from articles.citations.standing import Nature

COLUMNS = (
    *("Record ID", "RetractionDate", "RetractionDOI", "OriginalPaperDOI", "OriginalPaperPubMedID"),
    *("RetractionNature", "Reason"),
)
NATURES = {
    "retraction": Nature.RETRACTION,
    "expression of concern": Nature.CONCERN,
    "correction": Nature.CORRECTION,
    "reinstatement": Nature.REINSTATEMENT,
}
# What stands where nothing is known.
NOTHING = {"", "0", "unavailable", "n/a"}
DATES = ("%m/%d/%Y %H:%M", "%m/%d/%Y", "%Y-%m-%d")


class FaultyRow(Exception):
    """The message is the reason."""


@dataclass(frozen=True)
class Refused:
    """`cells` are those that may name the paper."""

    line: int
    reason: str
    cells: list[str]


@dataclass(frozen=True)
class Row:
    """`line` is where it begins in the file."""

    line: int
    source_id: str
    nature: str
    dated_on: date
    doi: str
    reasons: str
    paper_doi: str
    paper_pmid: str

    @property
    def values(self):
        return {"nature": self.nature, "dated_on": self.dated_on, "doi": self.doi, "reasons": self.reasons}


def row_from(cells, line):
    """`cells` is {column: text}."""
    return Row(
        line=line,
        source_id=_source_id(cells["Record ID"]),
        nature=_nature(cells["RetractionNature"]),
        dated_on=_date(cells["RetractionDate"]),
        doi=_notice_doi(cells["RetractionDOI"]),
        reasons="; ".join(part.strip(" +") for part in cells["Reason"].split(";") if part.strip(" +")),
        paper_doi=doi_in(cells["OriginalPaperDOI"]),
        paper_pmid=_pmid(cells["OriginalPaperPubMedID"]),
    )


def naming(cells):
    """Those of a whole row that say which paper it is about."""
    return [cells["OriginalPaperDOI"], cells["OriginalPaperPubMedID"]]


def doi_in(text):
    return _known(bare_doi(text)).lower()


def pmids_in(text):
    """However they are surrounded; what has a slash is an address or a DOI."""
    return [] if "/" in text else re.findall(r"[0-9]{1,8}", text)


def _known(text):
    return "" if text.strip().lower() in NOTHING else text.strip()


def _source_id(text):
    if not re.fullmatch(r"[0-9]{1,20}", text.strip()):
        raise FaultyRow(_("“%(text)s” is no record number.") % {"text": text.strip()[:60]})
    return text.strip()


def _nature(text):
    nature = NATURES.get(" ".join(text.lower().split()))
    if nature is None:
        raise FaultyRow(_("“%(text)s” is no kind of notice that we know.") % {"text": text.strip()[:60]})
    return nature.value


def _date(text):
    for layout in DATES:
        try:
            return datetime.strptime(text.strip(), layout).date()
        except ValueError:
            continue
    raise FaultyRow(_("“%(text)s” is no date such as 10/16/2023 0:00.") % {"text": text.strip()[:60]})


def _notice_doi(text):
    """Kept only where it can be opened."""
    doi = bare_doi(_known(text))
    return doi if DOI.fullmatch(doi) and len(doi) <= 200 else ""


def _pmid(text):
    pmid = _known(text)
    if pmid and not re.fullmatch(r"[0-9]{1,8}", pmid):
        raise FaultyRow(_("“%(text)s” is no PubMed number.") % {"text": pmid[:60]})
    return pmid
