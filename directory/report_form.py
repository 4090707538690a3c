"""What anybody may say is wrong in a listing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.human_forms import HumanForm
from directory.models import Report
from directory.models.report import LONGEST


class ReportForm(HumanForm):
    about = forms.ChoiceField(
        label=_("What is it about?"),
        choices=Report.About.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )
    text = forms.CharField(
        label=_("What is wrong, and what is right?"),
        help_text=_(
            "At most 500 characters. Please write nothing about your own health, and no names of patients: "
            "the clinic may read it."
        ),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": _("Please say what is wrong."),
            "max_length": _("Please keep it to %(limit_value)d characters; it has %(show_value)d."),
        },
    )

    def save(self, listing) -> Report:
        """The same form sent twice gives the same report."""
        data = self.cleaned_data
        words = {"listing": listing, "about": data["about"], "text": data["text"]}
        return Report.objects.get_or_create(form_key=data["form_key"], defaults=words)[0]
