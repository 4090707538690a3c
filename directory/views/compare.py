from django.shortcuts import render
from django.views.decorators.http import condition, require_safe

from directory.comparison.page import Comparison
from directory.etags import page_etag


@require_safe
@condition(etag_func=page_etag)
def compare(request):
    return render(request, "directory/compare.html", {"comparison": Comparison(request.GET)})
