from itertools import pairwise

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import conditional_page, require_safe

from articles.citations.files import FORMATS
from articles.differences import differences
from articles.glossary import Glossary
from articles.models import Edition, Review, Topic
from articles.page_citation import PageCitation
from articles.preview_links import read_token
from articles.search.page import GuideSearch
from articles.structured_data import absolute, guide_page


@require_safe
@conditional_page
def article_list(request):
    """All guides, or with `q` the places in them that have these words."""
    search = GuideSearch(request.GET) if "q" in request.GET else None
    context = {
        "editions": Edition.objects.published().newest_first().without_text(),
        "topics": Topic.objects.with_guides(),
        "search": search,
        "crumbs": [_guides(), (_("Search"), None)] if search else [(_("Guides"), None)],
    }
    return render(request, "articles/article_list.html", context)


@require_safe
@conditional_page
def topic_detail(request, slug):
    topic = get_object_or_404(Topic.objects.with_guides(), slug=slug)
    editions = Edition.objects.published().about(topic).newest_first().without_text()
    context = {"topic": topic, "editions": editions, "crumbs": [_guides(), (topic.title, None)]}
    return render(request, "articles/topic_detail.html", context)


@require_safe
@conditional_page
def glossary(request):
    context = {"glossary": Glossary(), "crumbs": [_guides(), (_("Glossary"), None)]}
    return render(request, "articles/glossary.html", context)


@require_safe
@conditional_page
def article_detail(request, slug):
    edition = get_object_or_404(Edition.objects.published().with_notices_noted(), article__slug=slug)
    return _guide(request, "articles/article_detail.html", edition, current=edition)


@require_safe
@conditional_page
def edition_detail(request, slug, number):
    edition = get_object_or_404(Edition.objects.of(slug).with_notices_noted(), number=number)
    current = Edition.objects.published().get(article=edition.article)
    return _guide(request, "articles/edition_detail.html", edition, current=current)


@require_safe
@never_cache
def edition_preview(request, token):
    """The working copy, for somebody who was asked to review it and has no account here."""
    review = Review.objects.open().select_related("article").filter(pk=read_token(token)).first()
    edition = review.article.as_edition() if review else None
    context = {"edition": edition, "current": edition, "review": review}
    response = render(request, "articles/edition_preview.html", context, status=200 if review else 410)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@require_safe
@conditional_page
def article_changes(request, slug):
    current = get_object_or_404(Edition.objects.published(), article__slug=slug)
    editions = list(Edition.objects.of(slug).order_by("-number").defer("html", "contents"))
    changes = [(new, differences(old, new)) for new, old in pairwise(editions)]
    changes.append((editions[-1], []))
    crumbs = [*_trail(current), (current.title, current.article.get_absolute_url()), (_("Changes"), None)]
    context = {"current": current, "changes": changes, "crumbs": crumbs}
    return render(request, "articles/article_changes.html", context)


@require_safe
@conditional_page
def article_checklist(request, slug):
    """The lists to tick of a guide that has some, on a page of their own for paper."""
    edition = get_object_or_404(Edition.objects.published(), article__slug=slug)
    if not edition.checklists:
        raise Http404
    crumbs = [*_trail(edition), (edition.title, edition.article.get_absolute_url()), (_("Checklist"), None)]
    context = {"edition": edition, "crumbs": crumbs}
    return _dated(render(request, "articles/article_checklist.html", context), edition.modified_at)


@require_safe
@conditional_page
def article_references(request, slug, extension):
    edition = get_object_or_404(Edition.objects.published().with_notices_noted(), article__slug=slug)
    return _reference_file(edition, slug, extension)


@require_safe
@conditional_page
def edition_references(request, slug, number, extension):
    edition = get_object_or_404(Edition.objects.of(slug).with_notices_noted(), number=number)
    return _reference_file(edition, f"{slug}-{number}", extension)


@require_safe
@conditional_page
def edition_citation(request, slug, number, extension):
    """The page itself for a reference manager."""
    edition = get_object_or_404(Edition.objects.of(slug), number=number)
    return _file([PageCitation(edition).csl], f"{slug}-{number}", extension, edition)


def _guide(request, template, edition, *, current):
    context = {
        "edition": edition,
        "current": current,
        "citation": PageCitation(edition),
        "address": absolute(edition.article.get_absolute_url()),
        "json_ld": guide_page(edition, current=current),
        "crumbs": [*_trail(edition), (edition.title, None)],
    }
    return _dated(render(request, template, context), edition.page_modified_at)


def _reference_file(edition, name, extension):
    return _file(edition.references_as_read, f"{name}-references", extension, edition)


def _file(items, name, extension, edition):
    if extension not in FORMATS:
        raise Http404
    media_type, written = FORMATS[extension]
    response = HttpResponse(written(items), content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    return _dated(response, edition.modified_at)


def _dated(response, moment):
    """For caches and crawlers; the ETag over the whole page still catches what changes around the words."""
    response["Last-Modified"] = http_date(moment.timestamp())
    return response


def _guides():
    return _("Guides"), reverse("articles:article_list")


def _trail(edition):
    return [_guides(), (edition.article.topic.title, edition.article.topic.get_absolute_url())]
