"""Rows that a shipped file keeps up to date until somebody changes them.

A loaded row remembers a fingerprint of what its file wrote last. The next run reads the row again: if its fingerprint
is still the remembered one, nobody has touched it and the file may write; otherwise a person has, and the row is left
as it is and named in the report.
"""

import hashlib
import json
from collections import defaultdict
from decimal import Decimal

from django.db import models

CREATED, UPDATED, UNCHANGED, LEFT = "created", "updated", "unchanged", "left as somebody changed it"


def fingerprint(values):
    return hashlib.sha256(json.dumps(values, sort_keys=True, default=_plain).encode()).hexdigest()


def load(report, model, *, key, values):
    """Bring the row that `key` names in line with `values`, unless somebody changed it.

    The value of a many-to-many field is a list of rows. Returns the row; `report` learns what became of it.
    """
    row = model._default_manager.filter(**key).first()
    if row is None:
        row, outcome = model(**key), CREATED
    else:
        outcome = _outcome(row, values)
    if outcome in (CREATED, UPDATED):
        _write(row, values)
    report.add(row, outcome)
    return row


class LoadReport:
    """What became of each row: `outcomes[model][outcome]` is a list of rows."""

    def __init__(self):
        self.outcomes: defaultdict[type[models.Model], defaultdict[str, list]] = defaultdict(lambda: defaultdict(list))

    def add(self, row, outcome):
        self.outcomes[type(row)][outcome].append(row)

    def rows(self, model, *outcomes):
        return [row for outcome in outcomes for row in self.outcomes[model].get(outcome, [])]

    def lines(self):
        """Sentences for the person who ran the command."""
        for model, outcomes in self.outcomes.items():
            counts = ", ".join(f"{len(rows)} {outcome}" for outcome, rows in outcomes.items())
            yield f"{str(model._meta.verbose_name_plural).capitalize()}: {counts}."
            for row in outcomes.get(LEFT, []):
                yield f"  Left as somebody changed it: {row}."


def _outcome(row, values):
    now, wanted = _fingerprint(row, _read(row, values)), _fingerprint(row, _wanted(row, values))
    if now == wanted:
        return UNCHANGED
    return UPDATED if now == row.loaded_hash else LEFT


def _write(row, values):
    many = {name for name in values if _is_many(row, name)}
    for name in values.keys() - many:
        setattr(row, name, values[name])
    row.loaded_hash = _fingerprint(row, _wanted(row, values))
    row.full_clean()
    row.save()
    for name in many:
        getattr(row, name).set(values[name])


def _fingerprint(row, values):
    """Empty values and defaults do not count, so a field that a file names for the first time changes no row."""
    empty: tuple = ("", None, [], {})
    return fingerprint({n: value for n, value in values.items() if value not in (*empty, _default(row, n))})


def _default(row, name):
    default = getattr(row._meta.get_field(name), "default", None)
    return None if callable(default) else default


def _read(row, names):
    return {name: _stored(row, name) for name in names}


def _stored(row, name):
    if _is_many(row, name):
        return sorted(getattr(row, name).values_list("pk", flat=True))
    return row._meta.get_field(name).value_from_object(row)


def _wanted(row, values):
    """The same values in the shape `_read` gives them back."""
    return {name: _as_stored(row, name, value) for name, value in values.items()}


def _as_stored(row, name, value):
    if _is_many(row, name):
        return sorted(item.pk for item in value)
    return row._meta.get_field(name).to_python(value.pk if isinstance(value, models.Model) else value)


def _is_many(row, name):
    return row._meta.get_field(name).many_to_many


def _plain(value):
    """JSON has no decimals and dates; 1.5 and 1.50 are the same price."""
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)
