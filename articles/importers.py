"""A folder of Markdown and CSL-JSON becomes articles and editions.

    topics.json  people.json  references.json (CSL-JSON)  claims.json  glossary.json
    <slug>/article.md  <slug>/article.json

articles.exporters writes such a folder. An article whose article.json gives no reason stays a draft; where it
mends a mistake, its correction says which.

read, clean, save: nothing is written until every file has been read and made sense of, and everything or nothing is.
"""

import json
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.loading import CREATED, LEFT, UPDATED, LoadReport, load
from articles.markdown import render
from articles.markdown.evidence import keys_in
from articles.models import Article, EvidenceClaim, GlossaryEntry, Person, Reference, Topic

# True of every guide in a folder: files hold no review, because a review is recorded by staff.
NO_REVIEWER = gettext_lazy("No clinician reviews for us yet. Until one does, the sources let you check it yourself.")


class BrokenFolder(Exception):
    """A file is missing, or says something that cannot be taken in; the message says which and what."""


@dataclass
class Guide:
    slug: str
    text: str
    about: dict


@dataclass
class Folder:
    topics: list[dict]
    people: list[dict]
    references: list[dict]
    claims: list[dict]
    glossary: list[dict]
    guides: list[Guide]


def load_folder(path):
    folder = read(path)
    clean(folder)
    return save(folder)


def read(path):
    guides = [
        Guide(about.parent.name, _text(about.parent / "article.md"), _json(about))
        for about in sorted(path.glob("*/article.json"))
    ]
    if not guides:
        raise BrokenFolder(f"There is no guide in {path}: each is a folder with article.md and article.json.")
    return Folder(
        topics=_json(path / "topics.json"),
        people=_json(path / "people.json"),
        references=_json(path / "references.json"),
        claims=_json_if_there(path / "claims.json"),
        glossary=_json_if_there(path / "glossary.json"),
        guides=guides,
    )


def clean(folder):
    """What one file says of another must be there. A draft may name sources and claims that are still to come."""
    topics = {topic["slug"] for topic in folder.topics}
    people = {person["slug"] for person in folder.people}
    keys = {reference["id"] for reference in folder.references}
    claims = {claim["key"]: claim for claim in folder.claims}
    for claim in folder.claims:
        _require(claim["key"], "reference", set(claim["references"]), keys)
    for entry in folder.glossary:
        _require(entry["slug"], "reference", {cited.key for cited in render(entry["explanation"]).cited}, keys)
    for guide in folder.guides:
        _require(guide.slug, "topic", {guide.about["topic"]}, topics)
        _require(guide.slug, "author", set(guide.about["authors"]), people)
        _require(guide.slug, "reviewer", {guide.about.get("reviewer")} - {None}, people)
        if guide.about.get("reviewer") and not guide.about.get("reviewed_on"):
            raise BrokenFolder(f"{guide.slug} names a reviewer and no reviewed_on.")
        if guide.about.get("reason"):
            _require(guide.slug, "claim", set(keys_in(guide.text)), claims.keys())
            _require(guide.slug, "reference", {cited.key for cited in render(guide.text).cited}, keys)


@transaction.atomic
def save(folder):
    report = LoadReport()
    for topic in folder.topics:
        load(report, Topic, key={"slug": topic["slug"]}, values=_without(topic, "slug"))
    for person in folder.people:
        load(report, Person, key={"slug": person["slug"]}, values=_without(person, "slug"))
    for reference in folder.references:
        load(report, Reference, key={"key": reference["id"]}, values=reference_values(reference))
    for claim in folder.claims:
        load(report, EvidenceClaim, key={"key": claim["key"]}, values=_claim_values(claim))
    for entry in folder.glossary:
        _save_entry(report, entry)
    # All working copies first: a guide may link to the one after it.
    articles = [(_save_article(report, guide), guide.about) for guide in folder.guides]
    together = [article for article, _about in articles]
    for article, about in articles:
        _publish_if_words_changed(report, article, about, together)
    return report


def reference_values(csl):
    """One CSL-JSON item with our remarks under `custom`, as the fields of a Reference."""
    custom = csl.get("custom", {})
    checked_on = custom.get("checked-on")
    return {
        "csl": _without(csl, "id", "DOI", "PMID", "custom", "keyword"),
        "doi": csl.get("DOI", ""),
        "pmid": csl.get("PMID", ""),
        "study_type": custom.get("study-type", ""),
        "authors_complete": custom.get("authors-complete", True),
        "checked_on": date.fromisoformat(checked_on) if checked_on else None,
        "unchecked_details": ", ".join(custom.get("unverified-fields", [])),
    }


def _claim_values(claim):
    references = list(Reference.objects.filter(key__in=claim["references"]))
    return _without(claim, "key", "references") | {"references": references}


def _save_entry(report, entry):
    """No edition comes of it: words explained are laid over those of a guide."""
    values = _without(entry, "slug", "language", "other_forms") | {"other_forms": "\n".join(entry["other_forms"])}
    try:
        load(report, GlossaryEntry, key={"slug": entry["slug"], "language": entry["language"]}, values=values)
    except ValidationError as error:
        raise BrokenFolder("\n".join([f"{entry['slug']} cannot be explained.", *error.messages])) from error


def _cited_in(text):
    """What a text cites itself, and what its claims bring along."""
    cited = render(text, claims=EvidenceClaim.kept_for(text)).cited
    return Reference.objects.filter(key__in={each.key for each in cited})


def _save_article(report, guide):
    about = guide.about
    values = {
        "topic": Topic.objects.get(slug=about["topic"]),
        "title": about["title"],
        "summary": about["summary"],
        "text": guide.text,
        "about": about.get("about", []),
        "authors": list(Person.objects.filter(slug__in=about["authors"])),
        "references": list(_cited_in(guide.text)),
        "written_on": date.fromisoformat(about["written_on"]),
        "next_review_on": date.fromisoformat(about["next_review_on"]),
    }
    if about.get("reviewer"):
        values["reviewer"] = Person.objects.get(slug=about["reviewer"])
        values["reviewed_on"] = date.fromisoformat(about["reviewed_on"])
    return load(report, Article, key={"slug": guide.slug, "language": about["language"]}, values=values)


def _publish_if_words_changed(report, article, about, together):
    """Only what the files wrote is published, and only with a reason: what staff still work on is theirs to publish.
    The reason says what is new since the words that shipped before; where nobody has read those, it is a first edition.
    """
    current = article.current_edition
    if (
        not about.get("reason")
        or article in report.rows(Article, LEFT)
        or (current and not _has_new_words(report, article, current))
    ):
        return
    if article.reviews.open().exists():  # somebody reads it just now: staff publish it afterwards
        return
    try:
        report.add(_publish(article, _said(article, about), together), CREATED)
    except ValidationError as error:
        raise BrokenFolder("\n".join([f"{article.slug} cannot be published.", *error.messages])) from error


def _said(article, about):
    """What was wrong is told once, to those who may have read it."""
    if not article.current_edition:
        return {"reason": _("First edition")}
    correction = about.get("correction", "")
    told = article.editions.filter(correction=correction).exists()
    return {"reason": about["reason"], "correction": "" if told else correction}


def _publish(article, said, together):
    if article.reviewer:
        article.bring_review()
    if article.is_reviewed:
        return article.publish(by=None, beside=together, **said)
    return article.publish_without_review(by=None, because=str(NO_REVIEWER), beside=together, **said)


def _has_new_words(report, article, current):
    references = set(report.rows(Reference, CREATED, UPDATED))
    written = article in report.rows(Article, CREATED, UPDATED) or references & set(article.references.all())
    claims = {claim.key for claim in report.rows(EvidenceClaim, CREATED, UPDATED)}
    written = written or claims & set(keys_in(article.text))
    return written and article.as_edition().words_differ_from(current)


def _require(slug, what, wanted, known):
    if missing := sorted(wanted - known):
        raise BrokenFolder(f"{slug} names an unknown {what}: {', '.join(missing)}.")


def _text(path):
    """Byte for byte: the line ends of a text are part of it."""
    try:
        return path.read_bytes().decode()
    except (OSError, ValueError) as error:
        raise BrokenFolder(f"{path} cannot be read: {error}") from error


def _json(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenFolder(f"{path} cannot be read: {error}") from error


def _json_if_there(path):
    return _json(path) if path.exists() else []


def _without(mapping, *names):
    return {name: value for name, value in mapping.items() if name not in names}
