"""Pages of states and cities. Like every public page, they do not look at who asks."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles.structured_data import as_json_ld
from directory import jsonld
from directory.landing import addresses
from directory.landing.city import CityPage
from directory.landing.page import Landing
from directory.landing.state import StatePage
from directory.states import state_code
from directory.views.kept import kept


@require_safe
@kept
def in_state(request, state):
    code = _known_state(state)
    if request.path != (path := addresses.of_state(code)):
        return redirect(path, permanent=True)
    return render(request, "directory/in_state.html", _context(StatePage(code)))


@require_safe
@kept
def in_city(request, state, city):
    place = addresses.city_at(_known_state(state), city)
    if place is None:
        raise Http404
    if request.path != (path := addresses.of_city(place)):
        return redirect(path, permanent=True)
    return render(request, "directory/in_city.html", _context(CityPage(place)))


def _known_state(text):
    if code := state_code(text):
        return code
    raise Http404


def _context(landing: Landing):
    json_ld = as_json_ld(jsonld.landing_page(landing, settings.SITE_URL))
    return {"landing": landing, "crumbs": landing.crumbs, "json_ld": json_ld}
