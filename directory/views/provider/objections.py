"""Behind the link in the letter to the old contact: GET shows who asks for what, POST objects."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from directory.keeping_forms import ObjectionForm
from directory.models import Claim
from directory.objection_links import claim_of

GONE = 410


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def claim_objection(request, slug, token):
    pk = claim_of(token)
    claim = pk and Claim.objects.filter(pk=pk, listing__slug=slug).select_related("listing", "user").first()
    if not claim:
        return _page(request, {"is_void": True}, status=GONE)
    form = ObjectionForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, {"claim": claim, "form": form})
    try:
        claim.object(form.cleaned_data["words"])
    except ValidationError as refusal:
        return _page(request, {"claim": claim, "form": form, "refusal": " ".join(refusal.messages)})
    return redirect(request.path)


def _page(request, context, status=200):
    context |= {"crumbs": [(_("Object to a claim"), None)]}
    return render(request, "directory/claim_objection.html", context, status=status)
