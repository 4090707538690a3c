"""Rows of the guide for tests. `make_edition()` is one that readers see."""

from datetime import date
from itertools import count

from django.utils import timezone
from django.utils.text import slugify

from articles.models import Article, EvidenceClaim, GlossaryEntry, Notice, Person, Reference, Topic

numbers = count(1)
TEXT = "Ketamine is an anesthetic.[@{key}]{{official}}\n\n## What it is\n\nAn old drug.[@{key}]\n"


def make_topic(**fields):
    number = next(numbers)
    return Topic.objects.create(**{"title": f"Topic {number}", "slug": f"topic-{number}"} | fields)


def make_person(**fields):
    number = next(numbers)
    return Person.objects.create(
        **{"name": f"Person {number}", "slug": f"person-{number}", "conflicts": "None."} | fields
    )


def make_csl(**fields):
    record = {
        "type": "article-journal",
        "title": "A study of something",
        "author": [{"family": "Doe", "given": "Jane A."}],
        "container-title": "Pain",
        "issued": {"date-parts": [[2020, 5]]},
        "volume": "7",
        "page": "1-9",
    }
    return record | fields


def make_reference(key=None, **fields):
    key = key or f"doe{next(numbers)}"
    return Reference.objects.create(**{"key": key, "csl": make_csl(), "checked_on": date(2026, 11, 1)} | fields)


def make_notice(reference, **fields):
    """A retraction, unless told otherwise."""
    return Notice.objects.create(reference=reference, **{"nature": "retraction", "dated_on": date(2026, 3, 2)} | fields)


def make_claim(key=None, *, references=None, **fields):
    """With a figure, and a reference of its own."""
    values = {
        "key": key or f"claim-{next(numbers)}",
        "subject": "Depression",
        "sentence": "Symptoms eased more with ketamine.",
        "certainty": "moderate",
        "measure": "standardized effect",
        "effect": "0.58",
        "low": "0.44",
        "high": "0.72",
        "comparator": "control",
        "time_point": "24 hours",
    }
    claim = EvidenceClaim.objects.create(**values | fields)
    claim.references.set([make_reference()] if references is None else references)
    return claim


def make_entry(word="placebo", **fields):
    values = {"slug": slugify(word), "explanation": "A look-alike without a drug in it."}
    return GlossaryEntry.objects.create(word=word, **values | fields)


def make_article(*, references=None, authors=None, **fields):
    """With one reference that its text cites, unless both are given."""
    number = next(numbers)
    references = [make_reference()] if references is None else references
    values = {
        "slug": f"guide-{number}",
        "title": f"Guide {number}",
        "summary": "What a reader will learn.",
        "text": TEXT.format(key=references[0].key) if references else "## Nothing cited\n",
        "written_on": date(2026, 11, 1),
        "next_review_on": date(2099, 1, 1),
    }
    article = Article.objects.create(**{"topic": fields.pop("topic", None) or make_topic(), **values} | fields)
    article.references.set(references)
    article.authors.set([make_person(name="The Team", is_organization=True)] if authors is None else authors)
    return article


def make_review(article=None, *, reviewer=None, by=None, **fields):
    """A round that is open."""
    reviewer = reviewer or make_person(credentials="MD")
    return (article or make_article()).send_to_review(
        by=by, reviewer=reviewer, **{"due_on": timezone.localdate()} | fields
    )


def make_comment(article=None, **fields):
    article = article or make_article()
    values = {"anchor": "what-it-is", "quote": "An old drug.", "words": "Please explain.", **fields}
    return article.comments.create(**values)


def publish(article, *, by=None, reason="First edition", **how):
    """By the verb that fits: an article made with a reviewer and a date brings that review along."""
    if not article.reviewer:
        return article.publish_without_review(by=by, reason=reason, because="Nobody was free.", **how)
    if not article.is_reviewed:
        article.bring_review()
    return article.publish(by=by, reason=reason, **how)


def make_edition(article=None, *, by=None, reason="First edition", **fields):
    return publish(article or make_article(**fields), by=by, reason=reason)


def make_next_edition(edition, *, reason="Something was better said", how=None, **changes):
    """The same article published again, with these fields changed; `how` goes to the verb that publishes."""
    article = edition.article
    for name, value in (changes or {"summary": f"Summary {next(numbers)}."}).items():
        setattr(article, name, value)
    article.save()
    return publish(article, reason=reason, **(how or {}))
