"""The words for a path of a Change, such as `offerings.iv_infusion.price_session_min_usd`, and for its values."""

from typing import Any

from django.db.models import DateField, Field
from django.utils.dateparse import parse_date
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from directory import wording
from directory.choices import Route
from directory.models import Clinician, License, Listing, Offering, OpeningHours, Photo, Position, Statement
from directory.models.proposable import POSITION_FIELDS
from directory.states import STATE_NAMES
from directory.vocabulary import Vocabulary

USD = "_usd"


def label_of(path: str, vocabulary: Vocabulary, people: dict[int, str]) -> str:
    """`people` are the names of those who work there now, by their key."""
    kind, *rest = path.split(".")
    match kind, rest:
        case "offerings", [route, *field]:
            return _after(str(Route(route).label), _field_label(Offering, field))
        case "statements", [facet, slug, *detail]:
            return _statement_label(vocabulary, facet, slug, detail)
        case "hours", [weekday, stretch]:
            return f"{OpeningHours.Weekday(int(weekday)).label}, {stretch.replace('-', '–')}"
        case "positions", [pk, *field]:
            return _after(_name(people, pk), _field_label(Position, field))
        case "people", [_new, number, *field]:
            return _after(_("New person %(number)s") % {"number": number}, _new_person_label(field))
        case "licenses", [pk, state, *number]:
            return _after(_name(people, pk), _license_label(state, ".".join(number)))
        case "managers", _:
            return _("Who keeps this listing")
        case "photos", [_pk, *field]:
            return _after(_("A photo"), _field_label(Photo, field))
    return capfirst(str(_field(Listing, path).verbose_name))


def words_of(path: str, value: Any) -> str:
    """Empty words where nothing was stated."""
    if value in (None, "", "not_stated"):
        return ""
    if value in (True, False):
        return _("yes") if value else _("no")
    field = field_of(path)
    if field is None:
        return str(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.name.endswith(USD):
        return wording.dollars(value)
    day = parse_date(value) if isinstance(field, DateField) and isinstance(value, str) else None
    return wording.a_date(day) if day else str(value)


def field_of(path: str) -> Field | None:
    """The field of a model that holds it; None for the row as a whole."""
    kind, *rest = path.split(".")
    match kind, rest:
        case "offerings", [_route, name]:
            return _field(Offering, name)
        case "positions", [_pk, name]:
            return _field(Position, name)
        case "people", [_new, _number, name]:
            return _new_person_field(name)
        case "statements", _:
            return _field(Statement, "answer")
        case "photos", [_pk, name]:
            return _field(Photo, name)
        case (("offerings" | "positions" | "hours" | "people" | "licenses" | "photos" | "managers"), _):
            return None
    return _field(Listing, path)


def _field(model, name: str) -> Field:
    return model._meta.get_field(name)


def _field_label(model, field: list[str]) -> str:
    return str(_field(model, field[0]).verbose_name) if field else ""


def _name(people: dict[int, str], pk: str) -> str:
    return people.get(int(pk), _("Somebody who works there no more"))


def _new_person_field(name: str) -> Field:
    if name.startswith("license_"):
        return _field(License, name if name == "license_type" else name.removeprefix("license_"))
    return _field(Position if name in POSITION_FIELDS else Clinician, name)


def _new_person_label(field: list[str]) -> str:
    if not field:
        return ""
    label = str(_new_person_field(field[0]).verbose_name)
    return _("license, %(what)s") % {"what": label} if field[0].startswith("license_") else label


def _license_label(state: str, number: str) -> str:
    return _("license %(number)s in %(state)s") % {"number": number, "state": STATE_NAMES.get(state, state)}


def _statement_label(vocabulary: Vocabulary, facet: str, slug: str, detail: list[str]) -> str:
    choice = vocabulary.find(facet, slug)
    label = choice.label if choice else slug.replace("_", " ")
    how = dict(_field(Statement, "detail").flatchoices)
    return f"{label} ({how.get(detail[0], detail[0])})" if detail else label


def _after(name: str, label: str) -> str:
    return f"{name}: {label}" if label else str(name)
