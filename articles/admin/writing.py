"""What the page of writing asks the server while somebody types: the same renderer and the same rules as publishing."""

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from articles.advice import advice_on
from articles.forms import with_cited
from articles.markdown import runs
from articles.models import Article, Edition, EvidenceClaim, Reference
from articles.reading import grade

PICKED = 8


@require_POST
def check(request):
    edition, references = typed(request)
    problems = Article.problems_in(edition.text, references, {edition.article.slug: edition.text})
    advice = advice_on(edition.text, edition.claims_by_key)
    return JsonResponse(
        {
            "html": edition.html_as_read,
            "words": edition.word_count,
            "minutes": edition.reading_minutes,
            "grade": grade([run.block.words for run in runs(edition.text, lambda key: "", lambda word: "")]),
            "outline": [heading for heading in edition.contents if heading["level"] < 4],
            "problems": [{"line": problem.line, "sentence": problem.sentence} for problem in problems],
            "advice": [{"line": each.line, "sentence": each.sentence} for each in advice],
        }
    )


@require_POST
def look(request):
    """What was typed as a page, saved nowhere: the preview for whoever has no script."""
    edition, references = typed(request)
    problems = Article.problems_in(edition.text, references, {edition.article.slug: edition.text})
    context = {"edition": edition, "current": edition, "article": edition.article, "problems": problems, "typed": True}
    return render(request, "admin/articles/article/preview.html", context)


def pick(request):
    """References for whoever typed “@” and some letters of a key, a name or a title."""
    wanted = request.GET.get("q", "")[:80].lower()
    said = {row.key: _said_of(row) for row in Reference.objects.all()}
    found = sorted(
        (key for key in said if wanted in said[key].lower()), key=lambda key: (not key.startswith(wanted), key)
    )
    return JsonResponse({"references": [{"key": key, "words": said[key]} for key in found[:PICKED]]})


def typed(request):
    """An edition of what stands in the form, not saved, and the references that it may cite."""
    text = request.POST.get("text", "")
    pks = [pk for pk in request.POST.getlist("references") if pk.isdecimal()]
    references = with_cited(text, Reference.objects.filter(pk__in=pks))
    article = Article(slug=request.POST.get("slug") or "draft", language=request.POST.get("language") or "en")
    article.pk = int(number) if (number := request.POST.get("article", "")).isdecimal() else None
    edition = Edition(
        article=article,
        number=1,
        title=request.POST.get("title", ""),
        summary=request.POST.get("summary", ""),
        text=text,
        written_on=article.written_on,
        next_review_on=article.next_review_on,
        references=[reference.as_csl() for reference in references],
        claims=list(EvidenceClaim.kept_for(text).values()),
    )
    edition.make()
    return edition, references


def _said_of(reference):
    record = reference.record
    names = ", ".join(author.get("family") or author.get("literal") or "" for author in record.authors[:2])
    return f"{reference.key} – {names} {record.year or ''}. {record.plain_title}"
