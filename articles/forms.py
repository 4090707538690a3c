import json
from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.differences import Words, word_differences
from articles.lint import LINE_END
from articles.markdown import render
from articles.models import Article, Comment, EvidenceClaim, Person, Reference

OVERTAKEN = _(
    "Somebody has saved this article since you opened it. What you typed is still here and not saved yet. "
    "See what differs, and bring the two together: when you save once more, your text takes the place of theirs."
)


class ArticleForm(forms.ModelForm):
    """The working copy. A draft may have problems, which keep it from being reviewed and published and not from being
    saved. `theirs` is what somebody else saved meanwhile."""

    opened = forms.CharField(required=False, widget=forms.HiddenInput)
    theirs = None

    class Meta:
        model = Article
        fields = [
            *["title", "slug", "language", "topic", "summary", "text", "references", "about"],
            *["authors", "written_on", "next_review_on"],
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 40, "class": "vLargeTextField", "spellcheck": "true"}),
            "summary": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
            "about": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["opened"] = state_of(self.instance)

    def clean_summary(self):
        return _as_before(self.cleaned_data["summary"], self.instance.summary)

    def clean_text(self):
        return _as_before(self.cleaned_data["text"], self.instance.text)

    def clean_about(self):
        return self.cleaned_data["about"] or []

    def clean(self):
        super().clean()
        self._refuse_to_overwrite()
        if "text" in self.cleaned_data and "references" in self.cleaned_data:
            self._add_cited_references()

    def _refuse_to_overwrite(self):
        stored = Article.objects.select_for_update().filter(pk=self.instance.pk).first()
        if stored and state_of(stored) != self.cleaned_data.get("opened"):
            self.theirs = stored
            self.add_error(None, ValidationError(OVERTAKEN))
            # Who saves once more has seen what differs, as it is now.
            data: Any = copy(self.data)
            data["opened"] = state_of(stored)
            self.data = data

    @property
    def differences(self):
        """What saving would change in what somebody else has saved."""
        mine = {name: self.data.get(name, "") for name in ("title", "summary", "text")}
        return word_differences(Words.of(self.theirs), Words(**mine)) if self.theirs else []

    def _add_cited_references(self):
        self.cleaned_data["references"] = with_cited(self.cleaned_data["text"], self.cleaned_data["references"])


def _as_before(typed, before):
    """Browsers write line ends of their own, and blanks at the ends go: neither makes other words, which would take a
    review away."""
    typed = "\n".join(LINE_END.split(typed))
    return before if typed.strip() == "\n".join(LINE_END.split(before)).strip() else typed


def with_cited(text, chosen):
    """The chosen references, and those that the text cites."""
    cited = {cited.key for cited in render(text, claims=EvidenceClaim.kept_for(text)).cited}
    pks = [reference.pk for reference in chosen]
    return Reference.objects.filter(key__in=cited) | Reference.objects.filter(pk__in=pks)


def state_of(article):
    """What tells one saved state of an article from another."""
    return article.updated_at.isoformat() if article.updated_at else ""


class PublishForm(forms.Form):
    reason = forms.CharField(
        label=_("What changed, and why"),
        help_text=_("Readers see this in the list of changes. The first edition can say “First edition”."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    correction = forms.CharField(
        label=_("If it corrects a mistake: what was wrong, and what is right"),
        help_text=_("Stands at the top of the guide for 12 months, and in the feed."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    at = forms.DateTimeField(
        label=_("If it comes out later: when"),
        help_text=_("New York time, before its next review is due. Leave it empty to publish now."),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class PublishWithoutReviewForm(PublishForm):
    because = forms.CharField(
        label=_("Why nobody has reviewed it"),
        help_text=_("Readers see this at the top of the guide, beside the sentence that no clinician has reviewed it."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AskForm(forms.Form):
    """Whom to ask for a review, and until when."""

    reviewer = forms.ModelChoiceField(
        Person.objects.filter(is_organization=False),
        label=_("Reviewer"),
        help_text=_("A person on record, with credentials and a word on conflicts of interest."),
    )
    due_on = forms.DateField(label=_("Answer due on"), widget=forms.DateInput(attrs={"type": "date"}))


class SignForm(forms.Form):
    reviewed_on = forms.DateField(
        label=_("Reviewed on"),
        help_text=_("The day on which this person told you that they stand for the text as it is now."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class SendBackForm(forms.Form):
    note = forms.CharField(label=_("What has to change"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class CommentForm(forms.ModelForm):
    class Meta:
        model = Comment
        fields = ["anchor", "quote", "words"]
        widgets = {
            "anchor": forms.HiddenInput,
            "quote": forms.Textarea(attrs={"rows": 2}),
            "words": forms.Textarea(attrs={"rows": 3}),
        }


class Indented(json.JSONEncoder):
    """A record that a person can read and mend."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs | {"indent": 2, "ensure_ascii": False})


class ReferenceForm(forms.ModelForm):
    csl = forms.JSONField(
        label=_("Record"),
        help_text=Reference._meta.get_field("csl").help_text,
        encoder=Indented,
        widget=forms.Textarea(attrs={"rows": 24, "class": "vLargeTextField"}),
    )

    class Meta:
        model = Reference
        fields = ["key", "csl", "doi", "pmid", "study_type", "authors_complete", "checked_on", "unchecked_details"]
