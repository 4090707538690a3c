from collections import defaultdict
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import get_language

from articles.citations.standing import Nature, standing_of
from articles.finality import refuse_changed_words, refuse_deletion

# How long a look at a source, or at the list of retracted papers, counts.
CHECK_COUNTS_FOR = timedelta(days=365)


class EditionQuerySet(QuerySet):
    def published(self):
        """What readers see: the newest edition of each article in the language of the page."""
        readable = self.model._base_manager.filter(published_at__lte=timezone.now())
        newer = readable.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
        return self.in_language().readable().filter(~Exists(newer)).select_related("article__topic")

    def readable(self):
        """Out already, and not only scheduled."""
        return self.filter(published_at__lte=timezone.now())

    def scheduled(self):
        return self.filter(published_at__gt=timezone.now())

    def in_language(self):
        return self.filter(article__language=(get_language() or "en").split("-")[0])

    def of(self, slug):
        """Every edition of one article that is out."""
        return self.in_language().readable().filter(article__slug=slug).select_related("article__topic")

    def about(self, topic):
        return self.filter(article__topic=topic)

    def with_notices_noted(self):
        """`is_noted` says whether a notice was published about a source, so that most pages need not ask again."""
        quoted = Concat(Value('"'), F("reference__key"), Value('"'))
        listed = all_notices().annotate(list=Cast(OuterRef("references"), TextField()), quoted=quoted)
        return self.annotate(is_noted=Exists(listed.filter(list__contains=F("quoted"))))

    def citing(self, key):
        """Whether any does. SQLite cannot look into a list of JSON, so Python does."""
        lists = self.values_list("references", flat=True).iterator(chunk_size=20)
        return any(csl["id"] == key for references in lists for csl in references)

    def due_for_review(self):
        return self.filter(next_review_on__lte=timezone.localdate())

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def without_text(self):
        """For lists: the words of twenty guides are a megabyte."""
        return self.defer("text", "html", "claims", "references", "entries_made", "contents")

    def update(self, **values):
        refuse_changed_words(values)
        return super().update(**values)

    def delete(self):
        refuse_deletion()


class ArticleQuerySet(QuerySet):
    def published(self):
        return self.filter(editions__published_at__lte=timezone.now()).distinct()

    def waiting_for_review(self):
        """A clinician has been asked, and has not answered yet."""
        return self.filter(status="in_review")

    def with_overdue_review(self):
        """What readers see of them says so."""
        editions: Any = self.model._meta.get_field("editions").related_model
        newest = editions.objects.readable().filter(article=OuterRef("pk"))
        due = Subquery(newest.order_by("-number").values("next_review_on")[:1])
        return self.annotate(readers_told_due_on=due).filter(readers_told_due_on__lt=timezone.localdate())

    def with_moved_claims(self, of=None):
        """Whose newest edition has a claim as it is no more: one with these keys, or any."""
        return self.filter(pk__in=self._moved(of))

    def noting_moved_claims(self):
        """The same as `has_moved_claims` of each."""
        return self.annotate(has_moved_claims=Case(When(pk__in=self._moved(), then=True), default=False))

    def _moved(self, of=None):
        """Editions keep claims as JSON, so Python compares."""
        editions: Any = self.model._meta.get_field("editions").related_model
        newer = editions.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
        newest = editions.objects.filter(~Exists(newer)).exclude(claims=[])
        said = [(pk, kept) for pk, claims in newest.values_list("article", "claims") for kept in claims]
        now = apps.get_model("articles.EvidenceClaim").kept_now({kept["key"] for _pk, kept in said})
        return {pk for pk, kept in said if (not of or kept["key"] in of) and kept != now.get(kept["key"])}


class ReviewQuerySet(QuerySet):
    def open(self):
        return self.filter(status="asked")


class CommentQuerySet(QuerySet):
    def open(self):
        return self.filter(resolved_at=None)


class TopicQuerySet(QuerySet):
    def with_guides(self):
        """Topics that have something to read."""
        return self.filter(articles__editions__published_at__lte=timezone.now()).distinct()


class ReferenceQuerySet(QuerySet):
    def due_for_check(self):
        """Never compared with its source, not in every detail, or not for a year."""
        looked_long_ago = Q(checked_on__lte=timezone.localdate() - CHECK_COUNTS_FOR)
        return self.filter(Q(checked_on=None) | ~Q(unchecked_details="") | looked_long_ago)

    def due_for_retraction_check(self):
        """Never looked for among retracted papers, or not for a year; without a DOI and a PMID nobody can."""
        looked_long_ago = Q(retraction_checked_on__lte=timezone.localdate() - CHECK_COUNTS_FOR)
        return self.identified().filter(Q(retraction_checked_on=None) | looked_long_ago)

    def identified(self):
        return self.exclude(doi="", pmid="")

    def unidentified(self):
        return self.filter(doi="", pmid="")

    def wholly_checked(self):
        return self.filter(checked_on__isnull=False, unchecked_details="")

    def partly_checked(self):
        return self.filter(checked_on__isnull=False).exclude(unchecked_details="")

    def unchecked(self):
        return self.filter(checked_on__isnull=True)

    def retracted(self):
        """By a retraction that no later reinstatement takes back."""
        notices = all_notices()
        same = notices.filter(reference=OuterRef("reference"), nature=Nature.REINSTATEMENT)
        taken_back = Exists(same.filter(dated_on__gte=OuterRef("dated_on")))
        in_force = notices.filter(~taken_back, reference=OuterRef("pk"), nature=Nature.RETRACTION)
        return self.filter(Exists(in_force))

    def cited_by_guides(self):
        """By what readers get of them, and by the words explained beside them."""
        by_edition = Q(articles__editions__published_at__lte=timezone.now())
        return self.filter(by_edition | Q(glossary_entries__isnull=False)).distinct()


class GlossaryQuerySet(QuerySet):
    def in_language(self, language=None):
        """Of the page, unless another is named."""
        return self.filter(language=(language or get_language() or "en").split("-")[0])


class NoticeQuerySet(QuerySet):
    def about(self, keys):
        """As dicts, each with the `key` of its reference."""
        fields = ("nature", "dated_on", "doi", "recorded_at")
        return self.filter(reference__key__in=keys).values(*fields, key=F("reference__key"))


def standings(notices):
    """{key: Standing} of the references about which something is to be said; `notices` as about() gives them."""
    by_key = defaultdict(list)
    for notice in notices:
        by_key[notice["key"]].append(notice)
    found = {key: standing_of(of_one) for key, of_one in by_key.items()}
    return {key: standing for key, standing in found.items() if standing}


def all_notices():
    """Of a model that this module cannot import, because it imports this one."""
    return apps.get_model("articles.Notice")._base_manager
