"""States or cities as links, with how many are there. A large state has a thousand cities, and a template takes ten
times as long for them."""

from collections.abc import Iterable
from typing import Protocol

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


class Link(Protocol):
    @property
    def label(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def total(self) -> int | None: ...


@register.simple_tag
def area_links(links: Iterable[Link]) -> SafeString:
    return mark_safe("\n".join(_item(link) for link in links))


def _item(link: Link) -> str:
    distance = getattr(link, "distance", "")
    after = f' <span class="soft numeric">{escape(distance)}</span>' if distance else ""
    return (
        f'<li><a href="{escape(link.url)}">{escape(link.label)}</a> '
        f'<span class="numeric">{link.total:,}</span>{after}</li>'
    )
