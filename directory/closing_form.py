"""What is asked before an account is closed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory.models import Listing

KEEP, WITHDRAW = "keep", "withdraw"


class ClosingForm(forms.Form):
    """One choice for each listing that visitors read and nobody else manages, and the own address as a signature."""

    email = forms.CharField(
        label=_("Type the e-mail address of your account"),
        help_text=_("So that nobody closes it by accident."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Please type your e-mail address.")},
    )

    def __init__(self, *args, email: str, listings: list[Listing], **kwargs):
        super().__init__(*args, **kwargs)
        self.own_email = email
        self.listings = {f"listing_{listing.pk}": listing for listing in listings}
        choices = {
            name: forms.ChoiceField(
                label=str(listing),
                choices=[(KEEP, _("Leave it on the site")), (WITHDRAW, _("Take it off the site now"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Please choose what becomes of it.")},
            )
            for name, listing in self.listings.items()
        }
        self.fields = choices | self.fields

    def clean_email(self) -> str:
        typed = self.cleaned_data["email"].strip()
        if typed.casefold() != self.own_email.casefold():
            raise ValidationError(now("This is not the e-mail address of your account."))
        return typed

    @property
    def choices(self):
        """(listing, its field) for each that has to be decided."""
        return [(listing, self[name]) for name, listing in self.listings.items()]

    @property
    def withdrawn(self) -> list[Listing]:
        return [listing for name, listing in self.listings.items() if self.cleaned_data[name] == WITHDRAW]
