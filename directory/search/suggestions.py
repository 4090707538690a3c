"""Places that somebody may be typing: names that begin so by how many people live there, then those with a mistake."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from articles.words.typed import readable
from directory.place_names import key_of, one_edit_from, without_doubles
from directory.search import gazetteer
from directory.search.atlas.names import Names
from directory.search.atlas.table import Atlas
from directory.search.place_choice import Choice, choices_of
from directory.search.typed_places import Reading, county_of, readings

MOST = 8
# A name that is typed to its end counts this much more than one that goes on.
WHOLE_NAME = 10
# A name typed to its end with its state is meant, however small the place and however large those that begin so.
NAME_AND_STATE = 1_000_000
SHORTEST_TO_CORRECT = 4  # letters
MUCH_SMALLER = 1000

_ZIP_BEGINNING = re.compile(r"(?:.*[\s,](?=[0-9]{3}))?([0-9]{1,5})(?:[- ]?[0-9]{0,4})?")


class Scored(NamedTuple):
    """Rows of an atlas, each perhaps several times."""

    rows: NDArray[np.uint32]
    scores: NDArray[np.float32]


def suggested(text: str, atlas: Atlas) -> list[Choice]:
    """Best first. Typing the value of one finds that place and no other."""
    text = readable(text)
    if match := _ZIP_BEGINNING.fullmatch(text):
        return _zip_codes(match[1])
    meant, county = list(readings(text)), county_of(text)
    found = _found(atlas, atlas.names, [(reading, reading.keys) for reading in meant])
    rows = _ranked(atlas, found, county)
    if len(rows) < MOST:
        near = {keys: _nearby(keys, anyhow=not rows) for keys in {reading.keys for reading in meant}}
        mistyped = _found(atlas, atlas.misspelled, [(reading, near[reading.keys]) for reading in meant])
        rows += _ranked(atlas, _believed(mistyped, found), county)
    return [Choice(atlas.values[row], atlas.values[row], atlas.kinds[row]) for row in dict.fromkeys(rows)][:MOST]


def _zip_codes(digits: str) -> list[Choice]:
    places = gazetteer.zip_codes_beginning(digits)[:MOST] or gazetteer.zip_codes_near(digits, MOST)
    return choices_of(places)


def _found(atlas: Atlas, names: Names, asked: Sequence[tuple[Reading, Collection[str]]]) -> Scored:
    parts = [part for reading, keys in asked for part in _of_reading(atlas, names, reading, keys)]
    return Scored(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _of_reading(atlas: Atlas, names: Names, reading: Reading, keys: Collection[str]) -> list[Scored]:
    found = [(names.whole(keys), NAME_AND_STATE if reading.names_its_state else WHOLE_NAME * reading.merit)]
    if not reading.is_whole:
        found.append((names.beginning(keys), reading.merit))
    found = [(rows[atlas.are_in(rows, reading.states)], merit) for rows, merit in found]
    return [Scored(rows, atlas.weights[rows] * merit) for rows, merit in found]


def _nearby(keys: Collection[str], *, anyhow: bool) -> set[str]:
    """With one mistake, and letters doubled or not."""
    return {near for key in keys if len(key) >= SHORTEST_TO_CORRECT for near in _near(key, anyhow)}


def _near(key: str, anyhow: bool) -> Iterable[str]:
    typed, *near = without_doubles([key, key, *one_edit_from(key)])
    if anyhow:
        return near
    # Few mistake a first letter, and a last one may begin what follows, as in "springfield i".
    return (other for other in near if other[:1] == typed[:1] and (other == typed or not typed.startswith(other)))


def _believed(mistyped: Scored, found: Scored) -> Scored:
    """A mistake is one only where it leads to a larger place than what is typed, and not to much smaller ones too."""
    least = max(found.scores.max(initial=0), mistyped.scores.max(initial=0) / MUCH_SMALLER)
    larger = mistyped.scores > least
    return Scored(mistyped.rows[larger], mistyped.scores[larger])


def _ranked(atlas: Atlas, found: Scored, county: str) -> list[int]:
    order = np.lexsort((found.rows, -found.scores))
    rows = list(dict.fromkeys(found.rows[order].tolist()))
    in_county = [row for row in rows if _says(atlas.values[row], county)] if county else rows
    return (in_county or rows)[:MOST]


def _says(value: str, county: str) -> bool:
    """Only what shares its name with another of its state says its county."""
    return key_of(value.partition("(")[2]).startswith(county)
