from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import get_language

from articles.finality import refuse_changed_words, refuse_deletion


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
        return self.annotate(readers_told_due_on=due).filter(readers_told_due_on__lte=timezone.localdate())


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
