"""The end of an account: a page that says what happens, and what is typed to mean it."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from directory.closing_form import ClosingForm
from directory.mine.closing import Leaving, close_account


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_close(request):
    leaving = Leaving(request.user)
    sent = request.POST if request.method == "POST" else None
    form = ClosingForm(sent, email=request.user.email, listings=leaving.to_be_decided)
    if leaving.is_refused or not form.is_valid():
        return _page(request, {"leaving": leaving, "form": form})
    email = request.user.email
    close_account(request.user, withdrawing=form.withdrawn)
    logout(request)
    return _page(request, {"closed_email": email})


def _page(request, context):
    return render(request, "directory/my_close.html", context | {"crumbs": [(_("Close your account"), None)]})
