"""Many rows into a table at once: instances of models for them would take longer than all the rest of a benchmark."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models


def write(model: type[models.Model], **columns: Iterable[Any]) -> None:
    """For each field the values of all rows, as the database keeps them: a day is a text."""
    names = [model._meta.get_field(name).column for name in columns]
    table, rows = model._meta.db_table, zip(*columns.values(), strict=True)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join("?" * len(names))
            connection.connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
        else:
            with cursor.copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)


@contextmanager
def new_table(model: type[models.Model]) -> Iterator[None]:
    """In place of an older one. What is written meanwhile is indexed at the end, which takes a fraction of the time."""
    with connection.schema_editor() as editor:
        if model._meta.db_table in connection.introspection.table_names():
            editor.delete_model(model)
        editor.create_model(model)
        yield


def hurry() -> None:
    """A database that lives for one benchmark need not survive a power failure, nor think of others."""
    settings = {
        "sqlite": ["PRAGMA synchronous = OFF", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -200000"],
        "postgresql": ["SET statement_timeout = 0", "SET maintenance_work_mem = '256MB'"],
    }
    with connection.cursor() as cursor:
        for setting in settings[connection.vendor]:
            cursor.execute(setting)


def settle() -> None:
    """Tells the database what it holds now, so that it plans well."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
