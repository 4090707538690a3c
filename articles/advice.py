"""What a writer should look at again, with its line. Advice keeps nothing from being published: it can be wrong."""

import re

from django.utils.translation import gettext as _

from articles.lint import LINE_END, quoting
from articles.markdown import Problem, runs

CITED = "\N{SUPERSCRIPT ONE}"
UNITS = r"%|percent(?:age)?|points?|people|patients|trials|studies|mg|times|minutes?|hours?|days?|weeks?|months?|years?"
COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
# Two thirds, half of them, a majority, one in three, 3 out of 4; a quarter of an hour is none.
SHARE = (
    rf"\b(?:(?:an?|one|two|three|four)[ -](?:third|quarter|fifth|tenth)s?|half (?:of|the)"
    rf"|{COUNT} (?:in|out of) {COUNT})\b(?! (?:of )?an? \w+)"
)
NUMBER = re.compile(rf"\d[\d.,]*\s?(?:{UNITS})(?!\w)|{SHARE}", re.IGNORECASE)
# Figures on how well something works.
RESULT = re.compile(
    r"\b(?:effects?|respon(?:d\w*|se\w*)|remi(?:ssions?|t\w*)|relaps\w+|improv\w+|scores?|recover\w*|reliev\w+|relief"
    r"|eased?|benefit\w*|helped|worked|(?:got|gets?|feel|felt|were) (?:much )?(?:better|worse|well))\b",
    re.IGNORECASE,
)
SIZE = re.compile(rf"\d[\d.,]*\s?(?:%|percent|points?)|\b\d+\.\d+\b|{SHARE}", re.IGNORECASE)
COMPARED = re.compile(
    r"\b(?:than|compared|comparison|versus|vs|against|placebo|midazolam|saline|control|another|before|open-label)\b"
    # 63% with one and 46% with the other
    r"|\d ?%[^.;%]* and [\d.]+ ?%",
    re.IGNORECASE,
)
WHEN = re.compile(r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|sessions?|end of treatment)\b", re.IGNORECASE)
# Drawn from claims, which have a comparison and a time of their own.
DRAWN = re.compile(r"\[\[(?:table|plot):")


def advice_on(text, claims=None):
    """`claims` are what `[[key]]` draws from: a figure is one, whether it was typed or drawn."""
    found, lines = [], LINE_END.split(text)
    for line, is_heading, block in runs(text, lambda key: CITED, lambda word: "", claims=claims):
        if not is_heading and not DRAWN.search(lines[line - 1]):
            found += [Problem(line, message) for message in _on(block.words)]
    return quoting(found, text)


def _on(words):
    if NUMBER.search(_after_last_citation(words)):
        yield _("A number stands here without a source. Cite one, or say that it is general knowledge.")
    if RESULT.search(words) and SIZE.search(words):
        if not COMPARED.search(words):
            yield _("A result stands here without what it was compared with.")
        if not WHEN.search(words):
            yield _("A result stands here without when it was measured.")


def _after_last_citation(words):
    """A citation covers the sentences before it in its paragraph."""
    return words.rpartition(CITED)[2]
