"""Many rows into a table at once, from plain values: instances of models for them take longer than all the rest."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db import connections, models, router
from phonenumber_field.modelfields import PhoneNumberField

# What databases and Python keep differently; numbers are the same everywhere.
KEPT_OTHERWISE = (models.DateField, models.TimeField, models.JSONField, PhoneNumberField)
TEXTS = (models.CharField, models.TextField)


def insert(model: type[models.Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Each row by the names of its columns' attributes, such as `listing_id`; what one leaves out has its default. The
    keys that the database gives them are not told."""
    connection = connections[router.db_for_write(model)]
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    readers = [_reader(field, connection) for field in fields]
    values = [[read(row) for read in readers] for row in rows]
    if values:
        (_by_many if connection.vendor == "sqlite" else _by_copy)(connection, model, fields, values)


def _reader(field: models.Field, connection: Any) -> Callable[[Mapping[str, Any]], Any]:
    name, default = field.attname, field.get_default()
    if isinstance(field, KEPT_OTHERWISE):
        return lambda row: field.get_db_prep_save(row.get(name, default), connection)
    if isinstance(field, TEXTS):
        return lambda row: _text(row.get(name, default))
    return lambda row: row.get(name, default)


def _text(value: str | None) -> str | None:
    """Of one of several choices, what is kept of it."""
    return value if value is None or type(value) is str else str(value)


def _by_many(connection: Any, model: type[models.Model], fields: list, rows: list) -> None:
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {model._meta.db_table} ({_columns(fields)}) VALUES ({marks})", rows)


def _by_copy(connection: Any, model: type[models.Model], fields: list, rows: list) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {model._meta.db_table} ({_columns(fields)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _columns(fields: list) -> str:
    return ", ".join(f'"{field.column}"' for field in fields)
