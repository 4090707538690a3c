"""One screen for one change that waits: approve what is chosen, or send it back with a reason."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from directory.changelog.review import Line, lines
from directory.choices import LicenseStatus
from directory.models import Change, License, contact_news
from directory.models.new_people import LookedUp
from directory.models.proposable import CONTACTS, MOVES_HOUSE


class BoardForm(forms.Form):
    """What the board says of one license today."""

    status = forms.ChoiceField(label=gettext_lazy("status"), choices=LicenseStatus, initial=LicenseStatus.ACTIVE)
    expires_on = forms.DateField(
        label=gettext_lazy("expires"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    source_url = forms.URLField(
        label=License._meta.get_field("source_url").verbose_name, required=False, assume_scheme="https"
    )


def decide_change(request, change: Change):
    """Behind `admin_view` of the changes' admin, for those who may decide."""
    shown = lines(change)
    boards = {line.path: _board(request, line) for line in shown if line.needs_board}
    refusals: list[str] = []
    if request.method == "POST":
        try:
            with transaction.atomic():
                words = _decide(request, change, boards)
        except ValidationError as refusal:
            refusals = _sentences(refusal, shown)
        else:
            messages.success(request, words)
            return redirect(reverse("admin:directory_change_changelist") + "?queue=waiting")
    return render(request, "admin/directory/change/decide.html", _context(request, change, shown, boards, refusals))


def _board(request, line: Line) -> BoardForm:
    return BoardForm(request.POST if request.method == "POST" else None, prefix=line.path)


def _decide(request, change: Change, boards: dict[str, BoardForm]) -> str:
    if request.POST.get("decision") == "send_back":
        change.send_back(by=request.user, reason=request.POST.get("reason", ""))
        return _("Sent back.")
    chosen = request.POST.getlist("path")
    applied = change.approve(
        by=request.user,
        paths=chosen,
        overwrite=request.POST.getlist("overwrite"),
        looked_up={path: _seen(path, form) for path, form in boards.items() if path in chosen},
        as_of=forms.DateTimeField().clean(request.POST.get("as_of")),
    )
    number = len(applied.fields)
    return ngettext("%d line is part of the listing now.", "%d lines are part of the listing now.", number) % number


def _seen(path: str, form: BoardForm) -> LookedUp:
    if not form.is_valid():
        raise ValidationError({path: [sentence for errors in form.errors.values() for sentence in errors]})
    return LookedUp(**form.cleaned_data)


def _sentences(refusal: ValidationError, shown: list[Line]) -> list[str]:
    labels = {line.path: line.label for line in shown}
    if not hasattr(refusal, "error_dict"):
        return refusal.messages
    return [
        sentence if path == NON_FIELD_ERRORS else f"{labels.get(path, path)}: {sentence}"
        for path, sentences in refusal.message_dict.items()
        for sentence in sentences
    ]


def _context(request, change: Change, shown: list[Line], boards: dict[str, BoardForm], refusals: list[str]) -> dict:
    asked = request.method == "POST"
    chosen = set(request.POST.getlist("path")) if asked else {line.path for line in shown if line.is_easy}
    return admin.site.each_context(request) | {
        "title": _("Decide a change"),
        "opts": Change._meta,
        "original": change,
        "rows": [
            {
                "line": line,
                "is_chosen": line.path in chosen,
                "overwrites": line.path in request.POST.getlist("overwrite"),
                "board": boards.get(line.path),
            }
            for line in shown
        ],
        "as_of": request.POST.get("as_of") or change.at.isoformat(),
        "reason": request.POST.get("reason", ""),
        "refusals": refusals,
        "moves_contact": not CONTACTS.isdisjoint(change.fields),
        "told": contact_news.letters_of(change),
        "moves_house": not MOVES_HOUSE.isdisjoint(change.fields),
    }
