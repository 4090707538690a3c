"""Who keeps a listing: invited, removed, handed over, left. Whoever is no manager of it gets 404."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from directory.keeping_forms import InviteForm, LeaveForm
from directory.limits import Limit
from directory.mine.crumbs import crumbs
from directory.models import Listing, ManagerInvitation
from directory.views.provider.typed import keeps_typed, sent_from, typed

TOO_MANY = 429
INVITATIONS_OF_ONE = Limit("invitations-person", 20)
INVITATIONS_TO_ONE = Limit("invitations-listing", 20)
TOO_OFTEN = gettext_lazy("Too many invitations for one day. Please try again tomorrow.")


@never_cache
@keeps_typed
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_managers(request, slug):
    listing = _own(request, slug)
    form = InviteForm(typed(request))
    if request.method != "POST" or not form.is_valid():
        return _page(request, listing, form)
    if not (INVITATIONS_OF_ONE.allows(str(request.user.pk)) and INVITATIONS_TO_ONE.allows(str(listing.pk))):
        form.add_error(None, TOO_OFTEN)
        return _page(request, listing, form, status=TOO_MANY)
    try:
        ManagerInvitation.invite(listing, by=request.user, **form.cleaned_data)
    except ValidationError as refusal:
        form.add_error("email", refusal)
        return _page(request, listing, form)
    messages.success(request, _("The invitation to %(email)s is on its way.") % form.cleaned_data)
    return redirect(request.path)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_manager_remove(request, slug, pk):
    listing = _own(request, slug)
    membership = get_object_or_404(listing.memberships.but(request.user).select_related("user"), pk=pk)
    if request.method == "POST":
        return _do(request, listing, lambda: membership.remove(by=request.user), _("Removed. We have told everybody."))
    context = {"listing": listing, "membership": membership, "crumbs": crumbs(listing, _("Remove"))}
    return render(request, "directory/my_manager_remove.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_leave(request, slug):
    listing = _own(request, slug)
    membership = listing.memberships.get(user=request.user)
    is_last = not membership.others().exists()
    form = LeaveForm(request.POST if request.method == "POST" else None, is_last=is_last)
    if form.is_valid():
        return _leave(request, listing, membership, gives_up=form.cleaned_data.get("gives_up", False))
    context = {"listing": listing, "form": form, "is_last": is_last, "crumbs": crumbs(listing, _("Leave"))}
    return render(request, "directory/my_leave.html", context)


@never_cache
@sent_from("directory:my_managers")
@login_required
@require_POST
def my_invitation_withdraw(request, slug, pk):
    listing = _own(request, slug)
    invitation = get_object_or_404(listing.invitations.open(), pk=pk)
    return _do(request, listing, invitation.withdraw, _("The invitation is taken back."))


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_invitation(request, token):
    """Behind the link of a letter. Only the page that accepts says what it is about, to the one who was meant."""
    invitation = ManagerInvitation.behind(token)
    problem = invitation.problem_for(request.user) if invitation else _("This link does not work. Ask for a new one.")
    if request.method == "POST" and invitation and not problem:
        return _accept(request, invitation)
    context = {"invitation": None if problem else invitation, "problem": problem, "email": request.user.email}
    context["crumbs"] = [(_("Invitation"), None)]
    return render(request, "directory/my_invitation.html", context, status=410 if problem else 200)


def _accept(request, invitation):
    try:
        invitation.accept(by=request.user)
    except ValidationError:
        # Somebody was quicker; the page says so.
        return redirect(request.path)
    messages.success(request, _("Welcome. From now on you keep this listing true."))
    return redirect("directory:my_listing", invitation.listing.slug)


def _leave(request, listing, membership, *, gives_up):
    try:
        membership.leave(gives_up=gives_up)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(request.path)
    context = {"listing": listing, "has_left": True, "crumbs": [(_("Left"), None)]}
    return render(request, "directory/my_leave.html", context)


def _own(request, slug) -> Listing:
    return get_object_or_404(Listing.objects.editable_by(request.user), slug=slug)


def _do(request, listing, verb, done: str):
    try:
        verb()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, done)
    return redirect("directory:my_managers", listing.slug)


def _page(request, listing, form, status=200):
    context = {
        "listing": listing,
        "memberships": listing.memberships.select_related("user"),
        "invitations": listing.invitations.open(),
        "form": form,
        "crumbs": crumbs(listing, _("Who keeps it")),
    }
    return render(request, "directory/my_managers.html", context, status=status)
