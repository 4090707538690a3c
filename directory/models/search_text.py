"""The words of each listing that the public may see, in the full text of the database."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from enum import Enum

import numpy as np
from django.db import connections, models
from numpy.typing import NDArray

from articles.words.full_text import Groups, in_fts5, in_tsquery, numbers
from directory.documents import Document
from directory.models.search_word import SearchWord


class Column(Enum):
    """Where to look: the columns of SQLite, and the one of PostgreSQL that holds the words of all of these."""

    NAME = "name", "in_name"
    HEADLINE = "name headline", "in_headline"
    ANYWHERE = "name headline text tags", "anywhere"


class SearchTextManager(models.Manager["SearchText"]):
    def write(self, pks: Sequence[int], documents: Mapping[int, Document]) -> None:
        """Of these listings, those that have a document; the others have no words any longer."""
        stored = {row.pk: row for row in self.filter(pk__in=pks)}
        fresh = {pk: self.model(pk=pk, **asdict(document)) for pk, document in documents.items()}
        changed = [pk for pk in pks if not _are_same(stored.get(pk), fresh.get(pk))]
        if not changed:
            return
        before, after = ([rows[pk] for pk in changed if pk in rows] for rows in (stored, fresh))
        self.filter(pk__in=[row.pk for row in before]).delete()
        self.bulk_create(after)
        SearchWord.objects.recount([row.spelled for row in before], [row.spelled for row in after])

    def having(self, groups: Groups, column: Column = Column.ANYWHERE) -> NDArray[np.int64]:
        """The numbers of the listings that have any stem of each group there, in no order."""
        connection = connections[self.db]
        sql, parameters = (_in_sqlite if connection.vendor == "sqlite" else _in_postgresql)(groups, column)
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            (listed,) = cursor.fetchone()
        return numbers(listed)


class SearchText(models.Model):
    """No foreign key, as with SearchRow. On SQLite this is a full-text table, whose key has no other name than rowid;
    on PostgreSQL one more column, which the database fills, holds the same words for its full text."""

    listing_id = models.BigIntegerField(primary_key=True, db_column="rowid")
    name = models.TextField()
    headline = models.TextField()
    text = models.TextField()
    tags = models.TextField()
    spelled = models.TextField()

    objects = SearchTextManager()

    def __str__(self):
        return self.name


def _are_same(one: SearchText | None, other: SearchText | None) -> bool:
    if one is None or other is None:
        return one is other
    return all(getattr(one, field.attname) == getattr(other, field.attname) for field in SearchText._meta.fields)


def _in_sqlite(groups: Groups, column: Column) -> tuple[str, list[str]]:
    columns, _ = column.value
    sql = "SELECT group_concat(rowid) FROM directory_searchtext WHERE directory_searchtext MATCH %s"
    return sql, [in_fts5(groups, columns)]


def _in_postgresql(groups: Groups, column: Column) -> tuple[str, list[str]]:
    _, place = column.value
    return "SELECT directory_listings_having(%s, %s::tsquery)", [place, in_tsquery(groups)]
