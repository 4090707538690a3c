"""The vocabulary's file becomes terms. It only grows: the search index is full of numbers and trusts their meaning."""

import csv
from pathlib import Path

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction

from articles.loading import CREATED, UPDATED, LoadReport, load
from directory.models import SearchVersion, Term

VOCABULARY = Path(__file__).resolve().parent.parent / "data" / "vocabulary.csv"
COLUMNS = ["number", "facet", "slug", "label", "explanation", "guide_anchor", "position"]
FIELDS = {field.name: field for field in Term._meta.concrete_fields if field.name in COLUMNS}
NOT_IN_FILE = "no longer in the file"


class FaultyFile(Exception):
    """Nothing was loaded. `faults` are sentences that name the line."""

    def __init__(self, faults):
        super().__init__("\n".join(faults))
        self.faults = faults


class Numbers:
    """Which number is whose, in the database and in the lines read so far."""

    def __init__(self):
        self.of_term = Term.objects.numbers()
        self.owner = {number: term for term, number in self.of_term.items()}
        self.lines = {}

    def claim(self, facet, slug, number, line):
        """Raises ValidationError where the file breaks with what a number already means."""
        term = (facet, slug)
        if term in self.lines:
            raise ValidationError(f"{facet} {slug} is there already, in line {self.lines[term]}.")
        self.lines[term] = line
        if (was := self.of_term.setdefault(term, number)) != number:
            raise ValidationError(f"{facet} {slug} has the number {was}, not {number}, and a number never changes.")
        if (owner := self.owner.setdefault(number, term)) != term:
            raise ValidationError(f"Number {number} is that of {' '.join(owner)}, and a number is never used again.")

    def unclaimed(self):
        return [self.of_term[term] for term in self.of_term.keys() - self.lines.keys()]


def read(file):
    """Each line's number and its cells by column."""
    rows = csv.DictReader(file, strict=True)
    try:
        if rows.fieldnames != COLUMNS:
            raise FaultyFile([f"Line 1: the columns must be {','.join(COLUMNS)}."])
        for row in rows:
            yield rows.line_num, row
    except (csv.Error, UnicodeDecodeError) as error:
        raise FaultyFile([f"After line {rows.line_num}: not readable as CSV in UTF-8 ({error})."]) from error


def clean(row):
    """The cells as a Term's values, or ValidationError by column."""
    if None in row or None in row.values():
        raise ValidationError(f"A row has {len(COLUMNS)} cells.")
    values, faults = {}, {}
    for name, cell in row.items():
        try:
            values[name] = FIELDS[name].clean(cell, None)
        except ValidationError as error:
            faults[name] = error
    if faults:
        raise ValidationError(faults)
    return values


@transaction.atomic
def save(path=VOCABULARY):
    """Loads the whole file or, with FaultyFile, nothing of it."""
    report, numbers, faults = LoadReport(), Numbers(), []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, row in read(file):
            try:
                _save_line(line, clean(row), numbers, report)
            except ValidationError as error:
                faults += [f"Line {line}: {sentence}" for sentence in _sentences(error)]
    if faults:
        raise FaultyFile(faults)
    for term in Term.objects.filter(number__in=numbers.unclaimed()):
        report.add(term, NOT_IN_FILE)
    if {CREATED, UPDATED} & report.outcomes[Term].keys():
        SearchVersion.new_epoch()
    return report


def _save_line(line, values, numbers, report):
    numbers.claim(values["facet"], values["slug"], values["number"], line)
    key = {name: values.pop(name) for name in ("facet", "slug")}
    load(report, Term, key=key, values=values)


def _sentences(error):
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        message if name == NON_FIELD_ERRORS else f"{name}: {message}"
        for name, messages in error.message_dict.items()
        for message in messages
    ]
