from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.reviewing import review
from articles.admin.writing import check, look, pick
from articles.forms import ArticleForm, PublishForm, PublishWithoutReviewForm
from articles.models import Article

MOST_TOLD = 5


class OverdueFilter(admin.SimpleListFilter):
    title = gettext_lazy("what readers are told")
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [("overdue", gettext_lazy("Review overdue"))]

    def queryset(self, request, queryset):
        return queryset.with_overdue_review() if self.value() == "overdue" else queryset


class FiguresFilter(admin.SimpleListFilter):
    title = gettext_lazy("figures")
    parameter_name = "figures"

    def lookups(self, request, model_admin):
        return [("changed", gettext_lazy("Changed since the last edition"))]

    def queryset(self, request, queryset):
        return queryset.with_moved_claims() if self.value() == "changed" else queryset


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """The working copy: write it, look at it as a reader would, publish it."""

    form = ArticleForm
    list_display = ["title", "status", "topic", "language", "edition", "reviewer", "next_review_on", "updated_at"]
    list_filter = ["status", OverdueFilter, FiguresFilter, "topic", "language", "next_review_on"]
    search_fields = ["title", "summary", "text"]
    autocomplete_fields = ["topic", "authors", "references"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "language", "topic", "summary", "text", "opened"]}),
        (
            gettext_lazy("References, and what machines are told"),
            {"fields": ["references", "about"], "classes": ["collapse"]},
        ),
        (
            gettext_lazy("Who stands for it, and until when"),
            {"fields": ["authors", "written_on", "status", "reviewer", "reviewed_on", "next_review_on"]},
        ),
    ]

    def get_queryset(self, request):
        guides: Any = super().get_queryset(request)
        return guides.noting_moved_claims()

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Where two wrote at once, who the other is."""
        form = context["adminform"].form
        context["last_entry"] = _last_entry(obj) if getattr(form, "theirs", None) else None
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=gettext_lazy("edition"))
    def edition(self, article):
        current, scheduled = article.current_edition, article.scheduled_edition
        said = [str(current.number) if current else _("not published")]
        said += [_said_of(scheduled)] if scheduled else []
        said += [_("figures have changed since")] if article.has_moved_claims else []
        return "; ".join(said)

    def get_readonly_fields(self, request, article=None):
        """Readers keep an address once they have it; a review is recorded on its own page."""
        decided = ["status", "reviewer", "reviewed_on"]
        return [*decided, "slug", "language"] if article and article.current_edition else decided

    def get_prepopulated_fields(self, request, article=None):
        return {} if article and article.current_edition else {"slug": ["title"]}

    def view_on_site(self, article):
        return article.get_absolute_url() if article.current_edition else None

    def save_related(self, request, form, formsets, change):
        """A draft is saved with its problems, and whoever saved it is told."""
        super().save_related(request, form, formsets, change)
        if sentences := [problem.sentence for problem in form.instance.problems()]:
            said = ngettext(
                "It is saved. One thing keeps it from being published: %(sentences)s",
                "It is saved. %(count)s things keep it from being published: %(sentences)s",
                len(sentences),
            )
            told = {"count": len(sentences), "sentences": " ".join(sentences[:MOST_TOLD])}
            self.message_user(request, said % told, messages.WARNING)

    def get_urls(self):
        own = [
            path("<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="articles_article_preview"),
            path("check/", self.admin_site.admin_view(self._for_writers(check)), name="articles_article_check"),
            path("look/", self.admin_site.admin_view(self._for_writers(look)), name="articles_article_look"),
            path("pick/", self.admin_site.admin_view(self._for_writers(pick)), name="articles_article_pick"),
            path("<int:pk>/review/", self.admin_site.admin_view(self.review), name="articles_article_review"),
            path("<int:pk>/withdraw/", self.admin_site.admin_view(self.withdraw), name="articles_article_withdraw"),
            path("<int:pk>/publish/", self.admin_site.admin_view(self.publish), name="articles_article_publish"),
        ]
        return own + super().get_urls()

    def preview(self, request, pk):
        article = self._article(request, pk, self.has_view_permission)
        edition = article.as_edition()
        context = {"edition": edition, "current": edition, "article": article, "problems": article.problems()}
        return render(request, "admin/articles/article/preview.html", context)

    def review(self, request, pk):
        allows = self.has_change_permission if request.method == "POST" else self.has_view_permission
        return review(self, request, self._article(request, pk, allows))

    def publish(self, request, pk):
        article = self._article(request, pk, self.has_change_permission)
        form_class, verb = PublishForm, article.publish
        if not article.is_reviewed:
            form_class, verb = PublishWithoutReviewForm, article.publish_without_review
        form = form_class(request.POST or None)
        if form.is_valid():
            try:
                edition = verb(by=request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                self.log_change(request, article, _("Published edition %(number)s: %(reason)s") % vars(edition))
                self.message_user(request, _said_of(edition))
                return redirect("admin:articles_article_change", article.pk)
        context = self.admin_site.each_context(request) | {
            "title": _("Publish an edition"),
            "opts": self.opts,
            "original": article,
            "form": form,
            "problems": article.problems(),
            "open_review": article.open_review,
            "scheduled": article.scheduled_edition,
            "change_address": reverse("admin:articles_article_change", args=[article.pk]),
        }
        return render(request, "admin/articles/article/publish.html", context)

    def withdraw(self, request, pk):
        article = self._article(request, pk, self.has_change_permission)
        edition = get_object_or_404(article.editions.scheduled())
        if request.method == "POST":
            edition.withdraw(by=request.user)
            self.log_change(request, article, _("Withdrew edition %(number)s before it came out") % vars(edition))
            self.message_user(request, _("Edition %(number)s does not come out.") % vars(edition))
        return redirect("admin:articles_article_publish", article.pk)

    def _for_writers(self, view):
        def guarded(request):
            if not (self.has_add_permission(request) or self.has_change_permission(request)):
                raise PermissionDenied
            return view(request)

        return guarded

    def _article(self, request, pk, allows):
        article = get_object_or_404(Article, pk=pk)
        if not allows(request, article):
            raise PermissionDenied
        return article


def _last_entry(article):
    return LogEntry.objects.filter(content_type=get_content_type_for_model(article), object_id=article.pk).first()


def _said_of(edition):
    named = {"number": edition.number, "at": date_format(localtime(edition.published_at), "DATETIME_FORMAT")}
    if edition.is_scheduled:
        return _("Edition %(number)s comes out on %(at)s.") % named
    return _("Edition %(number)s is published.") % named
