from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from directory.admin.deciding import decide
from directory.models import Photo
from directory.photos.rules import WIDTHS
from directory.photos.serving import picture

SMALL, LARGE = WIDTHS[0], WIDTHS[1]
# The buttons of its page, and what each does with the reason that was typed there.
VERBS = {
    "_approve": lambda photo, by: photo.approve(by=by),
    "_refuse": lambda photo, by: photo.refuse(by=by, reason=photo.reason),
}


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin):
    """The queue. The picture and its words are the provider's; the decision and its reason are ours."""

    list_display = ["thumbnail", "alt", "listing", "status", "uploaded_at"]
    list_display_links = ["alt"]
    list_filter = ["status"]
    list_select_related = ["listing", "uploaded_by"]
    search_fields = ["alt", "listing__name", "uploaded_by__email"]
    date_hierarchy = "uploaded_at"
    ordering = ["uploaded_at", "pk"]
    readonly_fields = [
        "listing", "alt", "caption", "status", "size", "uploaded_at", "uploaded_by", "decided_at", "decided_by",
        "removed_at", "removed_by",
    ]  # fmt: skip
    fields = [*readonly_fields, "reason"]
    actions = ["approve", "refuse"]
    # Its own address is the provider's, where staff are strangers.
    view_on_site = False

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        own = self.admin_site.admin_view(self.picture)
        return [path("<int:pk>/picture/<int:width>/", own, name="directory_photo_picture"), *super().get_urls()]

    def picture(self, request, pk, width):
        """Before readers see it, only those who decide do."""
        photo = self.get_object(request, pk)
        if photo is None or not photo.variants or not self.has_view_permission(request, photo):
            raise Http404
        return picture(*photo.open_picture(width))

    def save_model(self, request, obj, form, change):
        """The reason is written by the verb alone."""

    def response_change(self, request, obj):
        verb = next((VERBS[name] for name in VERBS if name in request.POST), None)
        if verb is None:
            return redirect("admin:directory_photo_changelist")
        try:
            # As it is stored, with nothing but the reason of this form.
            photo = Photo.objects.select_related("listing").get(pk=obj.pk)
            photo.reason = obj.reason
            verb(photo, request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return redirect(request.path)
        messages.success(request, _done(1))
        return redirect(f"{reverse('admin:directory_photo_changelist')}?status__exact={Photo.Status.WAITING}")

    @admin.action(description=_("Approve: readers see it"), permissions=["change"])
    def approve(self, request, queryset):
        decide(request, queryset, partial(Photo.approve, by=request.user), _done)

    @admin.action(description=_("Refuse, with the reason that is written there"), permissions=["change"])
    def refuse(self, request, queryset):
        decide(request, queryset, lambda photo: photo.refuse(by=request.user, reason=photo.reason), _done)

    @admin.display(description=_("photo"))
    def thumbnail(self, photo):
        if not photo.variants:
            return "–"
        address = reverse("admin:directory_photo_picture", args=[photo.pk, SMALL])
        return format_html('<img class="photo-small" src="{}" alt="" loading="lazy">', address)

    @admin.display(description=_("size"))
    def size(self, photo):
        return f"{photo.width} × {photo.height}" if photo.width else "–"


def _done(number: int) -> str:
    return ngettext("%d photo decided.", "%d photos decided.", number) % number
