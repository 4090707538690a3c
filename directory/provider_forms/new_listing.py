"""The least that makes a draft: a name, a kind and a place. All else is asked step by step."""

from typing import cast

from django import forms
from django.contrib.auth import get_user_model
from django.core.validators import RegexValidator
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from directory.models import FormerAddress, Listing, Membership, Place
from directory.models.listing_constraints import RESERVED_SLUGS

SLUG_LENGTH = 100
TRIES = 5


class NewListingForm(forms.ModelForm):
    by_video_only = forms.TypedChoiceField(
        label=_("Where do you see people?"),
        choices=[("no", _("At an address")), ("yes", _("By video only"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="no",
    )
    is_another = forms.BooleanField(label=_("None of these is mine: make a new listing"), required=False)

    class Meta:
        model = Listing
        fields = ["name", "practice_kind", "by_video_only", "zip5", "city", "state"]
        labels = {
            "name": _("Name of the practice"),
            "practice_kind": _("What kind of practice is it?"),
            "zip5": _("ZIP code"),
            "city": _("City"),
            "state": _("State"),
        }
        help_texts = {
            "name": _("As it stands on your door and your web site."),
            "practice_kind": _("Visitors search by this."),
            "zip5": _("Five digits. It is enough: we take the city and the state from it."),
            "city": _("Only if it is another than the post office of the ZIP code."),
            "state": "",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["city"].required = self.fields["state"].required = False
        states = cast(forms.ChoiceField, self.fields["state"])
        states.choices = [("", _("That of the ZIP code")), *cast(list, states.choices)[1:]]
        self.fields["zip5"].validators.append(RegexValidator(r"\A\d{5}\Z", _("A ZIP code has five digits.")))
        self.fields["zip5"].widget.attrs["inputmode"] = "numeric"

    def clean(self):
        super().clean()
        data = self.cleaned_data
        place = Place.objects.filter(kind=Place.Kind.ZIP, zip5=data.get("zip5", "")).first()
        if place:
            data["city"], data["state"] = data.get("city") or place.name, data.get("state") or place.state
        for name in ("city", "state"):
            if "zip5" in data and not data.get(name) and not self.has_error(name):
                self.add_error(name, _("We do not know this ZIP code, so please fill this in too."))
        return data

    def alike(self, *, by):
        """Listings that may be the same practice, others' only: their own drafts are found when it is saved."""
        if self.errors or self.cleaned_data["is_another"]:
            return Listing.objects.none()
        data = self.cleaned_data
        return Listing.objects.named_alike(data["name"], data["zip5"], data["state"]).not_editable_by(by)[:5]

    @transaction.atomic
    def begin(self, *, by) -> Listing:
        """A draft with its manager. Sent twice it is one draft: whoever sends it waits for the first to be made."""
        get_user_model().objects.select_for_update().get(pk=by.pk)
        data = self.cleaned_data
        begun = Listing.objects.editable_by(by).filter(name=data["name"], zip5=data["zip5"], status="draft").first()
        if begun:
            return begun
        listing = self._made()
        Membership.objects.create(listing=listing, user=by)
        return listing

    def _made(self) -> Listing:
        for _try in range(TRIES):
            self.instance.slug = free_slug(self.instance)
            try:
                with transaction.atomic():
                    self.instance.save()
                return self.instance
            except IntegrityError:
                # Somebody else took the address in the same moment.
                self.instance.pk = None
        raise IntegrityError("no address was free")


def free_slug(listing: Listing) -> str:
    """An address that is nobody's, and never was."""
    words = slugify(f"{listing.name} {listing.city}")[:SLUG_LENGTH].strip("-") or "listing"
    taken = set(Listing.objects.filter(slug__startswith=words).values_list("slug", flat=True))
    taken |= set(FormerAddress.objects.filter(slug__startswith=words).values_list("slug", flat=True))
    taken |= set(RESERVED_SLUGS)
    numbered = (f"{words}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in [words, *numbered] if slug not in taken)
