"""What machines read of a guide: schema.org as JSON-LD, which says nothing that the page does not."""

import json

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

# A data block ends at the first "</script"; with these it never has one.
UNSAFE = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}
WORK_TYPES = {
    "article-journal": "ScholarlyArticle",
    "legislation": "Legislation",
    "report": "Report",
    "webpage": "WebPage",
}


def as_json_ld(data):
    """Safe to stand between <script type="application/ld+json"> and its end."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(UNSAFE))


def guide_page(edition, *, current):
    """The newest edition is the page at the guide's own address; an old one is a page of its own."""
    address = (edition.article if edition == current else edition).get_absolute_url()
    page = {
        "@type": "MedicalWebPage",
        "@id": absolute(address),
        "url": absolute(address),
        "name": edition.title,
        "description": edition.summary,
        "inLanguage": edition.article.language,
        "version": str(edition.number),
        "datePublished": edition.written_on.isoformat(),
        "dateModified": edition.published_on.isoformat(),
        "author": [_person(author) for author in edition.authors],
        "publisher": {"@type": "Organization", "name": "Psychly", "url": absolute("/")},
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "about": edition.about,
        "citation": [_work(entry) for entry in edition.entries],
    }
    if edition.reviewer:
        page |= {"reviewedBy": _person(edition.reviewer), "lastReviewed": edition.reviewed_on.isoformat()}
    graph = [{name: value for name, value in page.items() if value}, _trail(edition, address)]
    return as_json_ld({"@context": "https://schema.org", "@graph": graph})


def absolute(path):
    return settings.SITE_URL + path


def _person(named):
    person = {
        "@type": "Organization" if named["is_organization"] else "Person",
        "name": named["name"],
        "honorificSuffix": named["credentials"],
        "url": named["url"],
    }
    return {name: value for name, value in person.items() if value}


def _work(entry):
    work = {
        "@type": WORK_TYPES.get(entry.kind, "CreativeWork"),
        "name": entry.plain_title,
        "author": [_author(author) for author in entry.authors],
        "datePublished": "-".join(f"{part:02}" for part in entry.date_parts),
        "isPartOf": _container(entry),
        "url": entry.links[0][1] if entry.links else "",
    }
    return {name: value for name, value in work.items() if value}


def _container(entry):
    name = entry.csl.get("container-title")
    kind = "Periodical" if entry.kind == "article-journal" else "CreativeWork"
    return {"@type": kind, "name": name} if name else None


def _author(author):
    if literal := author.get("literal"):
        return {"@type": "Organization", "name": literal}
    parts = (author.get("given"), author.get("family"), author.get("suffix"))
    return {"@type": "Person", "name": " ".join(part for part in parts if part)}


def _trail(edition, address):
    topic = edition.article.topic
    steps = [
        (_("Home"), "/"),
        (_("Guides"), reverse("articles:article_list")),
        (topic.title, topic.get_absolute_url()),
        (edition.title, address),
    ]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": absolute(path)}
        for position, (name, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
