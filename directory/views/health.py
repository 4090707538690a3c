from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.ghost_rate import GhostRate


@require_safe
def health(request):
    """How fresh the directory is, published whatever it says."""
    crumbs = [(_("How fresh this directory is"), None)]
    return render(request, "directory/health.html", {"rate": GhostRate(), "crumbs": crumbs})
