from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.comparison.page import Comparison
from directory.views.kept import kept


@require_safe
@kept
def compare(request):
    return render(request, "directory/compare.html", {"comparison": Comparison(request.GET)})
