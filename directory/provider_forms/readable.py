"""A value of a control as a person reads it."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from directory import wording


def readable(field: forms.Field, value: Any) -> str:
    if value in (None, "", []):
        return _("not stated")
    if isinstance(field, forms.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, forms.ChoiceField):
        labels = {str(slug): str(label) for slug, label in cast(list, field.choices)}
        return ", ".join(labels.get(str(each), str(each)) for each in (value if isinstance(value, list) else [value]))
    if isinstance(field, forms.DateField) and isinstance(day := parse_date(str(value)), date):
        return wording.a_date(day)
    if isinstance(field, forms.TimeField):
        return str(value)[:5]
    return str(field.prepare_value(value))
