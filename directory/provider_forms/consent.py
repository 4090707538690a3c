"""The yes without which nothing is public."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory import terms


class ConsentForm(forms.Form):
    agrees = forms.BooleanField(
        label=_("I may speak for this practice, what stands here is true, and it may be published under these terms."),
        error_messages={"required": _("Without your consent we cannot publish it.")},
    )
    version = forms.CharField(widget=forms.HiddenInput, max_length=20, required=False)

    def clean_version(self) -> str:
        """What they agreed to is what they had in view."""
        if self.cleaned_data["version"] != terms.VERSION:
            raise ValidationError(_("The terms have changed since you opened this page. Please read them again."))
        return terms.VERSION

    @property
    def terms_version(self) -> str:
        return terms.VERSION
