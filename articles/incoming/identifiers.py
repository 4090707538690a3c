"""Lines that hold nothing but a DOI or a PubMed number."""

import re
from dataclasses import dataclass

from articles.citations.doi import DOI, bare_doi

PMID_LINE = re.compile(
    r"\s*(?:pmid:?\s*|(?:https?://)?pubmed\.ncbi\.nlm\.nih\.gov/)?([0-9]{1,8})/?(?:\?\S*)?\s*", re.IGNORECASE
)


@dataclass(frozen=True)
class Identifier:
    line: int
    doi: str = ""
    pmid: str = ""


def identifiers_in(text):
    """None unless every line that is not empty is one."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    found = [_identifier(number, line) for number, line in lines]
    return found if found and all(found) else None


def _identifier(number, line):
    doi = bare_doi(line)
    if DOI.fullmatch(doi):
        return Identifier(number, doi=doi)
    if pmid := PMID_LINE.fullmatch(line):
        return Identifier(number, pmid=pmid[1])
    return None
