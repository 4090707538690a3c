"""The words of each section in the full text of the database, as stems."""

from enum import Enum

import numpy as np
from django.db import connections, models
from numpy.typing import NDArray

from articles.words.full_text import Groups, in_fts5, in_tsquery, numbers
from articles.words.stems import stems_of

# Stems of one section. PostgreSQL takes a megabyte of different ones, which no section that a person wrote comes near.
MOST_STEMS = 15_000
MOST_BESIDE_THE_TEXT = 2_000


class Column(Enum):
    """Where to look, the best place first: the columns of SQLite, and the one of PostgreSQL with the words of them."""

    TITLE = "title", "in_title"
    HEADING = "heading above", "in_heading"
    TEXT = "title heading above text", "in_text"
    ANYWHERE = "title heading above text sources", "anywhere"


class SectionTextManager(models.Manager["SectionText"]):
    def write(self, sections) -> None:
        """Of sections that have none yet."""
        self.bulk_create(map(_text_of, sections))

    def having(self, groups: Groups, column: Column) -> NDArray[np.int64]:
        """The numbers of the sections that have any stem of each group there, in no order."""
        connection = connections[self.db]
        sql, words = (_in_sqlite if connection.vendor == "sqlite" else _in_postgresql)(groups, column)
        with connection.cursor() as cursor:
            cursor.execute(sql, [words])
            (listed,) = cursor.fetchone()
        return numbers(listed)


class SectionText(models.Model):
    """On SQLite this is a full-text table, whose key has no other name than rowid, and which can refer to no other; on
    PostgreSQL one more column for each place, which the database fills, holds the same words for its full text."""

    section_id = models.BigIntegerField(primary_key=True, db_column="rowid")
    title = models.TextField()
    heading = models.TextField()
    above = models.TextField()
    text = models.TextField()
    sources = models.TextField()
    stressed = models.TextField()

    objects = SectionTextManager()

    def __str__(self):
        return f"{self.section_id}: {self.title or self.heading}"


def _text_of(section) -> SectionText:
    return SectionText(
        section_id=section.pk,
        title="" if section.anchor else _stems(section.title),
        heading=_stems(section.title) if section.anchor else "",
        above=_stems(section.above),
        text=_stems(section.words, MOST_STEMS),
        sources=_stems(section.sources),
        stressed=_stems(section.stressed),
    )


def _stems(words: str, most: int = MOST_BESIDE_THE_TEXT) -> str:
    """In their order, as often as they are said: how often, and what stands beside what, makes a place better."""
    return " ".join(stems_of(words)[:most])


def _in_sqlite(groups: Groups, column: Column) -> tuple[str, str]:
    columns, _ = column.value
    sql = "SELECT group_concat(rowid) FROM articles_sectiontext WHERE articles_sectiontext MATCH %s"
    return sql, in_fts5(groups, columns)


def _in_postgresql(groups: Groups, column: Column) -> tuple[str, str]:
    _, place = column.value
    sql = f"SELECT string_agg(rowid::text, ',') FROM articles_sectiontext WHERE {place} @@ %s::tsquery"
    return sql, in_tsquery(groups)
