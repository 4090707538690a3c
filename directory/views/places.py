"""Places as somebody types them, for the script of the place field; no page."""

from dataclasses import asdict

from django.http import JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from directory.etags import data_etag
from directory.search.atlas import live as atlas
from directory.search.suggestions import suggested

ONE_HOUR = 3600


@require_safe
@cache_control(public=True, max_age=ONE_HOUR)
@condition(etag_func=data_etag)
def places(request):
    found = suggested(request.GET.get("q", ""), atlas.current())
    return JsonResponse({"places": [asdict(place) for place in found]}, headers={"X-Robots-Tag": "noindex"})
