from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from directory.admin.meanwhile import last_change, refuse_unseen
from directory.models import Listing


class UnfitToShow(ValidationError):
    """A published listing would become one that may not be published, or would lose what somebody else wrote."""


class PublishedStaysFit(admin.ModelAdmin):
    """What readers see stays what may be published: a save that breaks this is undone, and its form comes back."""

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except UnfitToShow as refusal:
            # The save is rolled back. Asked again with the refusal at hand, the form is invalid and shows all as typed.
            request.refusal = refusal
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return refused(form, refusal) if refusal else form

    def save_model(self, request, obj, form, change):
        if change:
            # Neither is in the form: a decision that somebody took while it was open stands.
            obj.refresh_from_db(fields=["status", "confirmed_on"], from_queryset=Listing.objects.select_for_update())
            self._refuse_unseen(request, obj)
        super().save_model(request, obj, form, change)

    def _refuse_unseen(self, request, listing):
        try:
            refuse_unseen(listing, request.POST.get("last_change"))
        except ValidationError as refusal:
            raise UnfitToShow(refusal.messages) from refusal

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["last_change"] = last_change(obj) if obj else ""
        return super().render_change_form(request, context, add=add, change=change, form_url=form_url, obj=obj)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if problems := form.instance.problems_for_readers():
            raise UnfitToShow(
                [
                    _("Nothing is saved: readers see this listing, and as it stands here it may not be published."),
                    *problems,
                ]
            )


def refused(form, refusal) -> type:
    class RefusedForm(form):
        def clean(self):
            super().clean()
            raise refusal

    return RefusedForm
