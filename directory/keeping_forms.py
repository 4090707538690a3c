"""What somebody says who claims a listing, objects to a claim, or looks after those who keep one."""

from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from phonenumber_field.formfields import PhoneNumberField

from directory.models import Claim, Listing
from directory.models.claim import LONGEST
from directory.models.claim_rules import ways_of


class ClaimForm(forms.Form):
    """`listing` decides which ways are open."""

    way = forms.ChoiceField(
        label=_("How can you show that it is yours?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )
    address = forms.EmailField(
        label=_("Address at the practice's own web site"),
        help_text=_(
            "Only if you chose that way. An address at Gmail or another provider for everybody proves nothing."
        ),
        required=False,
    )
    note = forms.CharField(
        label=_("Who are you at this practice?"),
        help_text=_("Your name and what you do there. Only our staff read it. Please write nothing about a patient."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Please say who you are.")},
    )

    def __init__(self, listing, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.listing = listing
        self.ways = ways_of(listing)
        way = cast("forms.ChoiceField", self.fields["way"])
        way.choices = [(each.value, each.label) for each in self.ways]
        if Claim.Way.OWN_SITE not in self.ways:
            del self.fields["address"]

    def clean(self):
        super().clean()
        is_left_out = not self.cleaned_data.get("address") and not self.has_error("address")
        if self.cleaned_data.get("way") == Claim.Way.OWN_SITE and is_left_out:
            self.add_error("address", now("Please name the address."))
        return self.cleaned_data

    def save(self, user) -> Claim:
        return Claim.open(self.listing, user, **self.cleaned_data)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code from the letter"),
        help_text=_("Ten letters and digits. Spaces and small letters do not matter."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
        error_messages={"required": _("Please type the code.")},
    )


class ObjectionForm(forms.Form):
    words = forms.CharField(
        label=_("Do you want to tell our staff why?"),
        help_text=_("You do not have to. Please write nothing about a patient."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class InviteForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("They sign in with this very address. The letter names you."),
        error_messages={"required": _("Please type an address.")},
    )
    hands_over = forms.BooleanField(
        label=_("I hand the listing over: once they accept, I no longer keep it"), required=False
    )


class AwayForm(forms.Form):
    """`deeds` are the verbs of a listing that may be done now; the last of them asks whether it is meant."""

    PAUSE, RESUME, WITHDRAW = "pause", "resume", "withdraw"
    DEEDS = {
        Listing.Status.PUBLISHED: [PAUSE, WITHDRAW],
        Listing.Status.TEMPORARILY_CLOSED: [RESUME, WITHDRAW],
    }
    deed = forms.ChoiceField(error_messages={"invalid_choice": _("Somebody was quicker. Please look again.")})
    is_sure = forms.BooleanField(label=_("Yes, take this listing down"), required=False)

    def __init__(self, listing, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.deeds = self.DEEDS.get(listing.status, [])
        cast(forms.ChoiceField, self.fields["deed"]).choices = [(deed, deed) for deed in self.deeds]

    def clean(self):
        super().clean()
        if self.cleaned_data.get("deed") == self.WITHDRAW and not self.cleaned_data.get("is_sure"):
            self.add_error("is_sure", now("Please tick this first, if you mean it."))
        return self.cleaned_data


class LeaveForm(forms.Form):
    """`is_last` asks whoever is the only one to say that they give the listing up."""

    gives_up = forms.BooleanField(
        label=_("Yes, I give this listing up, and I know that nobody keeps it then"),
        error_messages={"required": _("Please tick this, or invite somebody first.")},
    )

    def __init__(self, *args, is_last, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_last:
            del self.fields["gives_up"]


class SecondAddressForm(forms.ModelForm):
    phone = PhoneNumberField(
        label=_("Phone"), region="US", help_text=_("The number that people call for this address.")
    )

    class Meta:
        model = Listing
        fields = ["street", "unit", "city", "state", "zip5", "phone"]

    def __init__(self, listing, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.listing = listing
        self.fields["street"].required = True
        self.fields["state"].initial = listing.state
        self.fields["zip5"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "postal-code"}

    def clean(self):
        super().clean()
        if self._is_first_address():
            raise ValidationError(now("This is the address that the listing has already."))
        return self.cleaned_data

    def _is_first_address(self) -> bool:
        return all(
            str(self.cleaned_data.get(name, "")).casefold() == str(getattr(self.listing, name)).casefold()
            for name in ("street", "unit", "zip5")
        )
