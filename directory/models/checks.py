"""What rows of several tables check alike before they are saved from a form."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

OLDEST_YEAR = 1950

at_least_one = MinValueValidator(1, gettext_lazy("This must be at least 1; leave it empty if it is not stated."))
an_age = MaxValueValidator(120, gettext_lazy("An age is at most 120."))


def check(row, rules) -> None:
    """Every rule's refusal at once, each at its field."""
    refused: dict = {}
    for rule in rules:
        try:
            rule(row)
        except ValidationError as refusal:
            refusal.update_error_dict(refused)
    if refused:
        raise ValidationError(refused)


def not_in_the_future(*fields):
    """A rule: these days have been."""

    def rule(row):
        today = timezone.localdate()
        ahead = [field for field in fields if (day := getattr(row, field)) and day > today]
        if ahead:
            raise ValidationError({field: _("This day is still to come.") for field in ahead})

    return rule


def a_year_so_far(field):
    """A rule: this year has begun, and is not too long ago to be true."""

    def rule(row):
        year, this_year = getattr(row, field), timezone.localdate().year
        if year is not None and not OLDEST_YEAR <= year <= this_year:
            bounds = {"first": OLDEST_YEAR, "last": this_year}
            raise ValidationError({field: _("The year must be from %(first)d to %(last)d.") % bounds})

    return rule
