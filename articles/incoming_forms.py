"""What staff bring, and what they chose: one page, and nothing is kept on the server between its two steps."""

import codecs
import hashlib

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.incoming.read import MOST_CHARACTERS
from articles.intake.candidates import Choice

ANOTHER_TEXT = _("The text is another than the one whose entries are shown. Look at them again before you save.")
ANOTHER_RECORD = _("The record on file has changed since you looked: see again what differs.")
NO_CHOICE = _("Choose what is to become of it.")
NO_TEXT = _("The file is no text that we can read. Export it again in UTF-8, or paste its text.")
OLD_WINDOWS = _(
    "The file is not in UTF-8, and was read as Windows wrote texts before (Windows-1252): look at each letter with an "
    "accent."
)


class IncomingForm(forms.Form):
    """`fetched` is what a look-up brought: CSL-JSON, so that nothing is asked for twice."""

    text = forms.CharField(
        label=_("References, DOIs or PubMed numbers"),
        help_text=_("CSL-JSON, BibTeX, RIS or PubMed’s NBIB; or DOIs and PubMed numbers, one a line."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a file with them"), help_text=_("It takes the place of the text."), required=False
    )
    fetched = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    encoding_remark = ""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if not file:
            return ""
        if file.size > MOST_CHARACTERS:
            raise ValidationError(_("The file is too long. Bring it in parts."))
        text, self.encoding_remark = decoded(file.read())
        return text

    def clean(self):
        super().clean()
        self.brought = self.cleaned_data.get("file") or self.cleaned_data.get("text", "")
        if not self.errors and not self.brought.strip():
            raise ValidationError(_("Paste some references, or choose a file."))


def decoded(data):
    """(text, what to tell the person): UTF-8, UTF-16 where its mark says so, and else what Windows wrote before."""
    encodings = ["utf-16"] if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, OLD_WINDOWS if encoding == "cp1252" else ""
    raise ValidationError(NO_TEXT)


def digest(text):
    """Browsers send line ends as they like."""
    return hashlib.sha256("\n".join(text.splitlines()).encode()).hexdigest()


def choose(candidates, data):
    """Puts what `data` says into the candidates, with a problem where it is not what one may choose."""
    for candidate in candidates:
        candidate.choice = data.get(f"choice-{candidate.number}", "")
        candidate.key = data.get(f"key-{candidate.number}", candidate.key).strip()
        if candidate.choice not in candidate.choices:
            candidate.choice = Choice.LEAVE.value
            candidate.problems.append(str(NO_CHOICE))
        if data.get(f"state-{candidate.number}", "") != candidate.state:
            candidate.problems.append(str(ANOTHER_RECORD))
