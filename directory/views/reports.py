"""Anybody says what is wrong in a listing, and follows what becomes of it."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from directory.limits import Limit, address_of
from directory.models import Listing, Report
from directory.report_form import ReportForm

TOO_MANY = 429
# A household that means it, and a listing that many look at; more on one day is somebody playing.
FROM_ONE_ADDRESS = Limit("reports-address", 8)
OF_ONE_LISTING = Limit("reports-listing", 40)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, slug):
    listing = get_object_or_404(Listing.objects.with_a_page(), slug=slug)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _form(request, listing, form)
    if not (FROM_ONE_ADDRESS.allows(address_of(request)) and OF_ONE_LISTING.allows(str(listing.pk))):
        form.add_error(None, _("Too many reports came from here today. Please try again tomorrow, or write to us."))
        return _form(request, listing, form, status=TOO_MANY)
    return redirect(form.save(listing))


@never_cache
@require_safe
def report_status(request, code):
    report = get_object_or_404(Report.objects.select_related("listing"), code=code.upper())
    crumbs = [(_("Error report"), None)]
    return render(request, "directory/report_status.html", {"report": report, "crumbs": crumbs})


def _form(request, listing, form, status=200):
    crumbs = [(listing.name, listing.get_absolute_url()), (_("Report an error"), None)]
    context = {"listing": listing, "form": form, "crumbs": crumbs}
    return render(request, "directory/report.html", context, status=status)
