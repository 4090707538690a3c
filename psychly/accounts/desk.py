"""The desk opens for staff who have shown a second factor in this session; everybody else is led to the next step."""

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as now
from django.views.decorators.cache import never_cache

from psychly.accounts.second_factor import has_second_factor, used_second_factor


class StaffDesk(AdminSite):
    def has_permission(self, request):
        """Asked several times for one page, and answered from the first."""
        if not hasattr(request, "may_open_desk"):
            request.may_open_desk = super().has_permission(request) and used_second_factor(request)
        return request.may_open_desk

    def get_urls(self):
        own = self.admin_view(self.view_on_site)
        return [path("r/<int:content_type_id>/<path:object_id>/", own, name="view_on_site"), *super().get_urls()]

    def view_on_site(self, request, content_type_id, object_id):
        """Django leads whoever is at the desk to the page of any row; some addresses are a secret, as of a report."""
        model = get_object_or_404(ContentType, pk=content_type_id).model_class()
        if model not in self._registry or not self._registry[model].has_view_permission(request):
            raise PermissionDenied
        return shortcut(request, content_type_id, object_id)

    # Django's views take what they add to every page as `extra_context`; ours are redirects and add nothing.

    def login(self, request, extra_context=None):
        return login(request)

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")


@never_cache
def login(request):
    goal = wanted(request)
    if not request.user.is_authenticated:
        return redirect(with_goal("account_login", goal))
    if not request.user.is_staff:
        raise PermissionDenied
    if used_second_factor(request):
        return redirect(goal)
    if has_second_factor(request.user):
        return redirect(with_goal("mfa_reauthenticate", goal))
    messages.info(
        request, now("The staff desk needs a second step at sign-in. Set one up here, then open the desk again.")
    )
    return redirect("mfa_index")


def wanted(request) -> str:
    """Which page of the desk; never one of another site."""
    goal = request.GET.get("next") or reverse("admin:index")
    is_ours = url_has_allowed_host_and_scheme(goal, allowed_hosts=None)
    return goal if is_ours and goal != reverse("admin:login") else reverse("admin:index")


def with_goal(name: str, goal: str) -> str:
    return f"{reverse(name)}?{urlencode({'next': goal})}"
