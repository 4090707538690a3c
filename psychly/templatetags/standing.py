"""Parts that every page has and that are the same on all of them: filled in once a process."""

from functools import cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def standing(part: str, **inputs: str) -> SafeString:
    make = _made.__wrapped__ if settings.DEBUG else _made
    return make(part, get_language(), **inputs)


@cache
def _made(part: str, language: str | None, **inputs: str) -> SafeString:
    return render_to_string(part, inputs)
