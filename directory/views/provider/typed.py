"""Whoever was signed out while a form was open signs in and finds it again as they typed it.

What comes without a session cannot be saved, for nobody knows whose it is. It waits in the session of that browser and
is shown once, unsaved, to whoever signs in there and may open the page.
"""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from directory.limits import Limit, address_of

KEY = "typed"
# Ten times what the longest step holds; a session is a row of the database.
LONGEST = 100_000
FROM_ONE_ADDRESS = Limit("typed-address", 50)


def keeps_typed(view):
    """Stands above `login_required` wherever people write: the view reads what was kept with `typed`."""

    @wraps(view)
    def kept(request, *args, **kwargs):
        if request.method == "POST" and not request.user.is_authenticated:
            _keep(request)
        return view(request, *args, **kwargs)

    return kept


def sent_from(page: str):
    """Stands above `login_required` where something is only ever sent: sign-in leads to the page it is sent from."""

    def guard(view):
        @wraps(view)
        def sent(request, slug, **kwargs):
            if request.method == "POST" and not request.user.is_authenticated:
                return redirect_to_login(reverse(page, args=[slug]))
            return view(request, slug, **kwargs)

        return sent

    return guard


def typed(request) -> QueryDict | None:
    """What a form shows: what is sent now, or what was sent before its writer was signed out."""
    if request.method == "POST":
        return request.POST
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[KEY]
    messages.info(request, _("Here is what you typed before you were signed out. It is not saved yet: send it again."))
    return QueryDict(kept["typed"])


def _keep(request) -> None:
    words = request.POST.copy()
    words.pop("csrfmiddlewaretoken", None)
    written = words.urlencode()
    if len(written) > LONGEST or not FROM_ONE_ADDRESS.allows(address_of(request)):
        messages.warning(request, _("You were signed out, and we could not keep what you typed. Go back and copy it."))
        return
    request.session[KEY] = {"path": request.path, "typed": written}
    messages.info(request, _("You were signed out meanwhile. Please sign in: what you typed waits for you."))
