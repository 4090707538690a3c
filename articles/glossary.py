"""The glossary as its page shows it: all entries as one text, so that sources are numbered through and listed once."""

import json
from functools import cached_property, lru_cache
from itertools import groupby

from articles.citations.ama import ama_entry
from articles.markdown import render
from articles.markdown.retracted import mark_retracted
from articles.models import GlossaryEntry, Notice, Reference
from articles.models.entry import Entry, made_of
from articles.querysets import standings


class Glossary:
    def __init__(self):
        self.words = list(GlossaryEntry.objects.in_language())

    @cached_property
    def letters(self):
        """(letter, entries)"""
        return [(letter, list(rows)) for letter, rows in groupby(self.words, key=lambda row: row.word[0].upper())]

    @property
    def html(self):
        return mark_retracted(self.rendered.html, self._retracted)

    @property
    def certainties(self):
        return self.rendered.certainties

    @cached_property
    def rendered(self):
        return render("\n\n".join(self._written()), known=self._references.keys())

    @cached_property
    def entries(self):
        """The reference list."""
        standing = standings(Notice.objects.about(self._references.keys()))
        made = made_of(self.rendered.cited, self._references, _printed)
        return [Entry(self._references[each["key"]], each, standing.get(each["key"])) for each in made]

    @property
    def _retracted(self):
        return {entry.key for entry in self.entries if entry.standing and entry.standing.is_retracted}

    @cached_property
    def _references(self):
        cited = Reference.objects.filter(glossary_entries__in=self.words).distinct()
        return {reference.key: reference.as_csl() for reference in cited}

    def _written(self):
        for letter, rows in self.letters:
            yield f"## {letter} {{#letter-{letter.lower()}}}"
            for row in rows:
                yield f"### {row.word[0].upper()}{row.word[1:]} {{#{row.slug}}}"
                yield row.explanation


def _printed(csl):
    return _printed_once(json.dumps(csl, sort_keys=True))


@lru_cache(maxsize=512)
def _printed_once(csl):
    return ama_entry(json.loads(csl))
