"""An article becomes a folder as articles.importers reads it, so that a guide can live in version control.

What the folder holds already stays: another guide may be beside this one, and shares its references.
"""

import json
from pathlib import Path

from articles.models import Article, EvidenceClaim, Reference

PERSON = ("name", "is_organization", "credentials", "role", "conflicts", "biography", "url")
TOPIC = ("title", "summary", "position")


class CannotExport(Exception):
    """The message says why."""


def export_article(slug, folder, language="en"):
    """Writes the working copy. Returns the paths that were written."""
    article = Article.objects.filter(slug=slug, language=language).first()
    if article is None:
        raise CannotExport(f"There is no article {slug} in the language {language}.")
    terms = article.as_edition().terms
    files = {
        folder / "topics.json": _merged(folder / "topics.json", "slug", [_row(article.topic, TOPIC)]),
        folder / "people.json": _merged(
            folder / "people.json", "slug", [_row(row, PERSON) for row in _people(article)]
        ),
        folder / "references.json": _merged(folder / "references.json", "id", _references(article, terms)),
        folder / "claims.json": _merged(folder / "claims.json", "key", _claims(article)),
        folder / "glossary.json": _merged(folder / "glossary.json", "slug", [_entry(entry) for entry in terms]),
        folder / slug / "article.json": _about(article),
    }
    (folder / slug).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    # Byte for byte: the line ends of a text are part of it.
    (folder / slug / "article.md").write_bytes(article.text.encode())
    return [*files, folder / slug / "article.md"]


def _about(article):
    """Without a reason for an edition where readers have other words: those are not published elsewhere either."""
    said = _as_read(article)
    about = {
        "title": article.title,
        "summary": article.summary,
        "topic": article.topic.slug,
        "language": article.language,
        "authors": [person.slug for person in article.authors.all()],
        "written_on": article.written_on.isoformat(),
        "reviewer": article.reviewer.slug if article.reviewer else None,
        "reviewed_on": article.reviewed_on.isoformat() if article.reviewed_on else None,
        "next_review_on": article.next_review_on.isoformat(),
        "reason": said and said.reason,
        "correction": (said and said.correction) or None,
        "about": article.about,
    }
    return {name: value for name, value in about.items() if value is not None}


def _as_read(article):
    """The edition that readers have, if it has these very words."""
    current = article.current_edition
    return current if current and not article.as_edition().words_differ_from(current) else None


def _people(article):
    people = [*article.authors.all(), *([article.reviewer] if article.reviewer else [])]
    return {person.slug: person for person in people}.values()


def _references(article, terms):
    """Its own, and those of the words explained."""
    rows = [*article.references.all(), *Reference.objects.filter(glossary_entries__in=terms)]
    return [reference.as_csl() for reference in {row.key: row for row in rows}.values()]


def _entry(entry):
    return {
        "slug": entry.slug,
        "language": entry.language,
        "word": entry.word,
        "other_forms": entry.forms[1:],
        "explanation": entry.explanation,
    }


def _claims(article):
    """Those that its text shows; what is left empty is left out."""
    kept = EvidenceClaim.kept_for(article.text).values()
    return [{name: value for name, value in claim.items() if value != ""} for claim in kept]


def _row(row, names):
    return {"slug": row.slug} | {name: getattr(row, name) for name in names}


def _merged(path: Path, key, rows):
    """The rows of the file, with ours in the place of those with the same key, or at the end."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
        before = {row[key]: row for row in kept}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise CannotExport(f"{path} is there already and cannot be read: {error}") from error
    return list((before | {row[key]: row for row in rows}).values())
