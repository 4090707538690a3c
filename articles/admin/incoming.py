"""References in: paste or upload, see each field beside what is on record, choose, save."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.citations.files import csl_json
from articles.incoming.items import Batch
from articles.incoming.read import read
from articles.incoming_forms import ANOTHER_TEXT, IncomingForm, choose, digest
from articles.intake.candidates import Choice, candidates_of
from articles.intake.gather import gather
from articles.intake.save import save

TEMPLATE = "admin/articles/reference/incoming.html"


def incoming(model_admin, request):
    if not (model_admin.has_add_permission(request) and model_admin.has_change_permission(request)):
        raise PermissionDenied
    form = IncomingForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return _page(model_admin, request, form)
    if "save" in request.POST:
        return _save(model_admin, request, form)
    return _look(model_admin, request, form)


def _look(model_admin, request, form):
    batch = gather(form.brought)
    fetched = csl_json([found.csl for found in batch.found]) if batch.looked_up else ""
    return _preview(model_admin, request, form, batch, fetched)


def _preview(model_admin, request, form, batch, fetched="", candidates=None, refusals=None):
    if candidates is None:
        candidates, refusals = candidates_of(batch)
    shown = IncomingForm(initial={"text": form.brought, "fetched": fetched})
    more = {"batch": batch, "candidates": candidates, "refusals": refusals, "looked_at": digest(form.brought + fetched)}
    return _page(model_admin, request, shown, **more, errors=form.non_field_errors(), remark=form.encoding_remark)


def _save(model_admin, request, form):
    fetched = form.cleaned_data["fetched"]
    batch = read(fetched or form.brought)
    candidates, refusals = candidates_of(batch)
    if request.POST.get("looked_at") != digest(form.brought + fetched) or request.FILES:
        form.add_error(None, ANOTHER_TEXT)
        return _look(model_admin, request, form)
    choose(candidates, request.POST)
    try:
        saved = save(candidates)
    except ValidationError as error:
        form.add_error(None, error)
        return _preview(model_admin, request, form, batch, fetched, candidates, refusals)
    _report(model_admin, request, saved)
    return redirect("admin:articles_reference_changelist")


def _report(model_admin, request, saved):
    for reference in saved[Choice.ADD]:
        model_admin.log_addition(request, reference, _("Brought in from a file"))
    for reference in _mended(saved):
        model_admin.log_change(request, reference, _("Mended from a file"))
    added, changed = len(saved[Choice.ADD]), len(_mended(saved))
    sentences = [
        ngettext("%d reference was added.", "%d references were added.", added) % added,
        ngettext("%d was mended.", "%d were mended.", changed) % changed,
    ]
    model_admin.message_user(request, " ".join(sentences))


def _mended(saved):
    return [*saved[Choice.FILL], *saved[Choice.REPLACE]]


def _page(model_admin, request, form, **more):
    context = model_admin.admin_site.each_context(request) | {
        "title": _("Bring references in"),
        "opts": model_admin.opts,
        "form": form,
        "batch": Batch(""),
        **more,
    }
    return render(request, TEMPLATE, context)
