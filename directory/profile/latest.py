"""A listing as its provider last said it: in memory, to look at before anybody else does. Nothing of it is saved."""

from copy import copy

from directory.models import Listing, Offering, OpeningHours, Statement, Term
from directory.models.snapshot import Snapshot

PEOPLE = ["clinician__licenses", "clinician__languages", "clinician__board_certifications"]


def as_said(listing: Listing, words: Snapshot) -> Listing:
    """All that a page of it asks for is at hand."""
    shown = copy(listing)
    shown._state = copy(listing._state)
    vars(shown)["_prefetched_objects_cache"] = {}
    _fill(shown, {path: value for path, value in words.items() if "." not in path})
    _at_hand(shown, "offerings", _offerings(shown, words))
    _at_hand(shown, "statements", _statements(shown, words))
    _at_hand(shown, "hours", _hours(shown, words))
    _at_hand(shown, "positions", _positions(shown, words))
    return shown


def _at_hand(listing, name: str, rows: list) -> None:
    """As Django keeps what it has fetched before."""
    found = getattr(listing, name).all()
    found._result_cache, found._prefetch_done = rows, True
    vars(listing)["_prefetched_objects_cache"][name] = found


def _fill(row, values: Snapshot) -> None:
    for name, value in values.items():
        field = row._meta.get_field(name)
        setattr(row, field.attname, field.to_python(value))


def _offerings(listing, words) -> list[Offering]:
    routes = [path.split(".")[1] for path, value in words.items() if _is_row(path, "offerings", 2) and value]
    stored = {row.route: row.pk for row in listing.offerings.all()}
    rows = [Offering(pk=stored.get(route), listing=listing, route=route) for route in routes]
    for row in rows:
        _fill(row, _fields(words, f"offerings.{row.route}"))
    return sorted(rows, key=lambda row: (row.pk is None, row.pk))


def _statements(listing, words) -> list[Statement]:
    terms = {(term.facet, term.slug): term for term in Term.objects.all()}
    rows = []
    for path, answer in words.items():
        kind, *rest = path.split(".")
        term = terms.get((rest[0], rest[1])) if kind == "statements" else None
        if term and answer:
            rows.append(Statement(listing=listing, term=term, answer=answer, detail="".join(rest[2:])))
    return rows


def _hours(listing, words) -> list[OpeningHours]:
    rows = []
    for path, note in sorted(words.items()):
        if _is_row(path, "hours", 3) and note:
            _kind, weekday, stretch = path.split(".")
            opens_at, closes_at = stretch.split("-")
            row = OpeningHours(listing=listing, note=note if isinstance(note, str) else "")
            _fill(row, {"weekday": weekday, "opens_at": opens_at, "closes_at": closes_at})
            rows.append(row)
    return rows


def _positions(listing, words) -> list:
    """Of people on record; whom staff have not looked up yet no page shows."""
    rows = listing.positions.select_related("clinician").prefetch_related(*PEOPLE)
    kept = [row for row in rows if words.get(f"positions.{row.clinician_id}")]
    for row in kept:
        _fill(row, _fields(words, f"positions.{row.clinician_id}"))
    return kept


def _fields(words, prefix: str) -> Snapshot:
    return {path.rpartition(".")[2]: value for path, value in words.items() if path.startswith(f"{prefix}.")}


def _is_row(path: str, kind: str, parts: int) -> bool:
    return path.startswith(f"{kind}.") and path.count(".") == parts - 1
