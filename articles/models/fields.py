from django.core.validators import URLValidator
from django.db import models


class WebAddressField(models.URLField):
    """A page on the web: http or https, and https where somebody types no scheme."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def formfield(self, **options):
        return super().formfield(**{"assume_scheme": "https"} | options)
