"""An answer, or that there is none: silence is shown as such wherever a fact is shown."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def stated(words: object) -> object:
    return words or format_html('<span class="not-stated">{}</span>', _("not stated"))
