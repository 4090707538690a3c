"""A DOI as people copy it, and as we keep it; pure."""

import re

DOI = re.compile(r"10\.[0-9]{4,9}/\S+")
BEFORE = re.compile(r"^\s*(doi\s*:\s*|doi\s+|(https?://)?(dx\.|www\.)?doi\.org/)+", re.IGNORECASE)
# A sentence goes on behind it; in an address its slash may be written as %2F.
AFTER = re.compile(r"(?<=[\w)>])[.,;]+$")
HIDDEN_SLASH = re.compile(r"^(10\.[0-9]{4,9})%2F", re.IGNORECASE)


def bare_doi(text):
    """Without what people copy around it; not yet known to be one."""
    return HIDDEN_SLASH.sub(r"\1/", AFTER.sub("", BEFORE.sub("", text).strip()))


def doi_of_address(url):
    """Of https://doi.org/…; empty for every other page."""
    doi = bare_doi(url)
    return doi if doi != url.strip() and DOI.fullmatch(doi) else ""
