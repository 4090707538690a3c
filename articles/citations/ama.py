"""A reference as the AMA Manual of Style prints it: safe HTML, without its number."""

import json
import re
import warnings
from functools import cache, lru_cache
from pathlib import Path

import nh3
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from articles.citations.adapt import adapted
from articles.citations.record import TITLE_TAG

STYLE = Path(__file__).resolve().parent.parent / "styles" / "american-medical-association.csl"
MOST_KEPT = 5000
SHOWN_TAGS = {"i", "b", "sub", "sup"}
# citeproc escapes nothing, and changes the case of words: what is no markup travels as private characters.
MARKUP = {"&": "\ue000", "<": "\ue001", ">": "\ue002"}
# The style takes whatever has no volume for something that is online only.
PRINTED = re.compile(r"Published online (?=(?:[A-Z][a-z]+ )?(?:[0-9]{1,2}, )?[0-9]{4}:)")
# It puts the editors of an author's book into brackets with a full stop too many.
EDITORS = re.compile(r"(?<=</i>\. )\(([^()]+, eds?)\.\)\.")
HIDDEN = {ord(character): private for character, private in MARKUP.items()}


def ama_entry(csl):
    """`csl` is one CSL-JSON item with an `id`. What was printed once is kept: the processor takes milliseconds."""
    return _printed(json.dumps(csl, sort_keys=True, default=str))


@lru_cache(maxsize=MOST_KEPT)
def _printed(record):
    item = _shielded(adapted(json.loads(record)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of every field that it does not know
        source = CiteProcJSON([item])
        bibliography = CitationStylesBibliography(_style(), source, formatter.html)
        bibliography.register(Citation([CitationItem(item["id"])]))
        text = "".join(str(part) for part in bibliography.bibliography()[0])
    return _tidy(nh3.clean(_unshielded(text), tags=SHOWN_TAGS, attributes={}))


@cache
def _style():
    return CitationStylesStyle(str(STYLE), validate=False)


def _tidy(text):
    """What has pages was printed; a title that ends in a question mark gets no second full stop."""
    text = EDITORS.sub(r"\1.", PRINTED.sub("", text))
    return re.sub(r"([?!…])\.(?=\s|</|$)", r"\1", text.strip())


def _shielded(value):
    if isinstance(value, dict):
        return {name: _shielded(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_shielded(part) for part in value]
    return _shield(value) if isinstance(value, str) else value


def _shield(text):
    pieces = TITLE_TAG.split(text)
    return "".join(piece if TITLE_TAG.fullmatch(piece) else piece.translate(HIDDEN) for piece in pieces)


def _unshielded(text):
    for character, private in MARKUP.items():
        text = text.replace(private, {"&": "&amp;", "<": "&lt;", ">": "&gt;"}[character])
    return text
