"""A key for a new reference: its own where it is one of ours, else the first author and the year."""

import re
import unicodedata
from itertools import count

from articles.citations.record import Record
from articles.models.reference import KEY

LONGEST = 60


def propose_key(csl, taken):
    own = str(csl.get("id", ""))
    wanted = own if re.fullmatch(KEY.strip("^$"), own) and len(own) <= LONGEST else _from_names(Record(csl))
    return next(key for key in _with_letters(wanted) if key not in taken)


def _from_names(record):
    first = record.authors[0] if record.authors else {}
    # A body is called by its first word, and what nobody signed by the first of its title that says something.
    words = [first["family"]] if first.get("family") else re.split(r"\W+", first.get("literal") or record.plain_title)
    name = next((plain for word in words if len(plain := _plain(word)) > 2), "source")
    return f"{name}{record.year or ''}"[:LONGEST]


def _plain(text):
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9]", "", decomposed)


def _with_letters(key):
    """price2022, price2022b, … price2022z, price2022-27 and on."""
    yield key
    for number in count(2):
        yield f"{key}{chr(ord('a') + number - 1)}" if number <= 26 else f"{key}-{number}"
