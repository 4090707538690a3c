"""The ways through the pages of who is signed in."""

from django import template

from directory.mine import closing
from directory.mine.links import MANAGERS, NAVIGATION, SIGN_OUT, Link, link, links

register = template.Library()


@register.simple_tag
def provider_links() -> list[Link]:
    return links(NAVIGATION)


@register.simple_tag
def sign_out_link() -> Link | None:
    return link(SIGN_OUT)


@register.simple_tag
def managers_link(listing) -> Link | None:
    return link(MANAGERS, slug=listing.slug)


@register.simple_tag
def stays_until(listing) -> str:
    return closing.stays_until(listing)
