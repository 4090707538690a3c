"""What is in the database, so that two looks at it can be compared; and what an answer wrote there."""

import hashlib
import re
from contextlib import contextmanager

from django.db import connection

# What asking leaves behind: who is signed in, and how often what was shown.
LEFT_BY_ASKING = {"django_session", "directory_sighting", "usersessions_usersession"}
WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)', re.IGNORECASE)


def digest() -> dict[str, str]:
    """By table."""
    with connection.cursor() as cursor:
        tables = sorted(set(connection.introspection.table_names(cursor)) - LEFT_BY_ASKING)
        return {table: digest_of(cursor, table) for table in tables}


def digest_of(cursor, table) -> str:
    cursor.execute(f'SELECT * FROM "{table}"')
    rows = sorted(repr(row) for row in cursor.fetchall())
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


@contextmanager
def writes():
    """The tables that were written to."""
    written: list[str] = []

    def look(execute, sql, params, many, context):
        found = WRITES.match(sql)
        if found and found[1] not in LEFT_BY_ASKING:
            written.append(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield written
