"""The conditions of a row, asked of the database all at once. Django asks for each, and a listing has seventy."""

from django.db.models import BooleanField, Q, Value
from django.db.models.functions import Coalesce


def one_may_be_broken(row, exclude) -> bool:
    """Of the check constraints whose fields are all at hand. True also where the database cannot tell: asked for each,
    it says which."""
    values = {field.name: Value(getattr(row, field.attname), field) for field in row._meta.concrete_fields}
    values["pk"] = Value(row.pk, row._meta.pk)
    known = {name: value for name, value in values.items() if name not in (exclude or ())}
    conditions = [each.condition for each in row._meta.constraints]
    told = [condition for condition in conditions if condition.referenced_base_fields <= known.keys()]
    # What is unknown is not broken, as in a constraint of the table.
    return bool(told) and (~Q(*[Coalesce(each, True, output_field=BooleanField()) for each in told])).check(known)
