"""Whether an address on this site leads somewhere for readers: what a guide links to must be there for them.

Of pages outside the guides, which this app does not know, only the form of the address is asked.
"""

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve

from articles.citations.files import FORMATS
from articles.markdown import render
from articles.models.edition import Edition
from articles.models.glossary import GlossaryEntry
from articles.models.people import Topic


def leads_to_page(href, coming):
    """`coming` are the guides that readers get together with the linking one: {slug: text}."""
    parts = urlsplit(href)
    try:
        match = resolve(unquote(parts.path))
    except Resolver404:
        return False
    if match.view_name not in PAGES:
        return True
    return PAGES[match.view_name](coming, unquote(parts.fragment), **match.kwargs)


def _topic(coming, fragment, slug):
    with_guides = Topic.objects.with_guides().filter(slug=slug)
    return with_guides.exists() or Topic.objects.filter(slug=slug, articles__slug__in=coming).exists()


def _guide(coming, fragment, slug):
    text = coming.get(slug, _text(Edition.objects.published().filter(article__slug=slug)))
    return _has_place(text, fragment)


def _changes(coming, fragment, slug):
    return slug in coming or Edition.objects.published().filter(article__slug=slug).exists()


def _checklist(coming, fragment, slug):
    text = coming.get(slug, _text(Edition.objects.published().filter(article__slug=slug)))
    return bool(text and render(text).checklists)


def _references(coming, fragment, slug, extension):
    return extension in FORMATS and _changes(coming, fragment, slug)


def _edition(coming, fragment, slug, number):
    return _has_place(_text(Edition.objects.of(slug).filter(number=number)), fragment)


def _edition_references(coming, fragment, slug, number, extension):
    return extension in FORMATS and _edition(coming, "", slug, number)


def _text(editions):
    return editions.values_list("text", flat=True).first()


def _has_place(text, fragment):
    return text is not None and (not fragment or render(text).has_place(fragment))


def _glossary(coming, fragment):
    """Whether it explains that word; its letters and its list of sources come and go."""
    return not fragment or GlossaryEntry.objects.in_language().filter(slug=fragment).exists()


PAGES: dict[str, Callable[..., bool]] = {
    "articles:topic_detail": _topic,
    "articles:glossary": _glossary,
    "articles:article_detail": _guide,
    "articles:article_changes": _changes,
    "articles:article_checklist": _checklist,
    "articles:article_references": _references,
    "articles:edition_preview": lambda *_, **__: False,  # for nobody but a reviewer, and not for long
    "articles:edition_detail": _edition,
    "articles:edition_references": _edition_references,
    "articles:edition_citation": _edition_references,
}
