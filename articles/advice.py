"""What a writer should look at again, with its line. Advice keeps nothing from being published: it can be wrong."""

import re

from django.utils.translation import gettext as _

from articles.lint import quoting
from articles.markdown import Problem, runs

CITED = "\N{SUPERSCRIPT ONE}"
UNITS = r"%|percent(?:age)?|points?|people|patients|trials|studies|mg|times|minutes?|hours?|days?|weeks?|months?|years?"
NUMBER = re.compile(rf"\d[\d.,]*\s?(?:{UNITS})(?!\w)", re.IGNORECASE)
# Figures on how well something works.
RESULT = re.compile(r"\b(?:effects?|respon\w+|remission|relaps\w+|improv\w+|scores?)\b", re.IGNORECASE)
SIZE = re.compile(r"\d[\d.,]*\s?(?:%|percent|points?)|\b\d+\.\d+\b", re.IGNORECASE)
COMPARED = re.compile(
    r"\b(?:than|compared|comparison|versus|vs|placebo|midazolam|saline|control|another|before)\b", re.IGNORECASE
)
WHEN = re.compile(r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|sessions?|end of treatment)\b", re.IGNORECASE)


def advice_on(text):
    found = []
    for line, is_heading, block in runs(text, lambda key: CITED, lambda word: ""):
        if not is_heading:
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
