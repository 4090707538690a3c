"""Pages of neither app: home, how we work, and what is shown when something fails."""

import sys

from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.models import Edition
from directory.models import Listing
from directory.models.vocabulary import GUIDE_SLUG
from psychly import style_guide

SECONDS_UNTIL_ANOTHER_TRY = 30


@require_safe
def home(request):
    context = {
        "figures": Listing.objects.figures(),
        "guide": _main_guide(),
    }
    return render(request, "home.html", context)


def _main_guide():
    """The guide that the directory refers to; without it, the newest."""
    guides = Edition.objects.published().newest_first()
    return guides.of(GUIDE_SLUG).first() or guides.first()


@require_safe
def about(request):
    return render(request, "about.html", {"crumbs": [(_("About us"), None)]})


@require_safe
def editorial_policy(request):
    return render(request, "editorial_policy.html", {"crumbs": [(_("Editorial policy"), None)]})


@require_safe
def how_we_verify(request):
    return render(request, "how_we_verify.html", {"crumbs": [(_("How we verify"), None)]})


@require_safe
def how_we_rank(request):
    return render(request, "how_we_rank.html", {"crumbs": [(_("How we rank"), None)]})


@require_safe
def for_providers(request):
    return render(request, "for_providers.html", {"crumbs": [(_("For providers"), None)]})


@require_safe
def privacy(request):
    return render(request, "privacy.html", {"crumbs": [(_("Privacy"), None)]})


@require_safe
def accessibility(request):
    return render(request, "accessibility.html", {"crumbs": [(_("Accessibility"), None)]})


@require_safe
def style(request):
    return render(request, "style.html", style_guide.specimens())


# When something fails. The first two must stand without a database, so they get no request and no context processors.


def server_error(request):
    if isinstance(sys.exception(), OperationalError):
        page = HttpResponse(failure_page("503.html"), status=503)
        page.headers["Retry-After"] = str(SECONDS_UNTIL_ANOTHER_TRY)
        return page
    return HttpResponse(failure_page("500.html"), status=500)


def bad_request(request, exception):
    return HttpResponse(failure_page("400.html"), status=400)


def failure_page(template: str) -> str:
    return render_to_string(template, {"contact_email": settings.CONTACT_EMAIL})


def permission_denied(request, exception):
    return render(request, "403.html", status=403)


def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", status=403)


def too_many_requests(request, exception=None):
    return render(request, "429.html", status=429)


def page_not_found(request, exception):
    return render(request, "404.html", status=404)
