"""What a provider says with a photo."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory.models import Photo
from directory.photos.header import check_upload
from directory.photos.rules import MADE, Kind, Problem, Refused
from directory.photos.sentences import SENTENCES

NAME_OF_A_FILE = re.compile(r"\S*\.(jpe?g|png|webp|heic)|(img|dsc|image|photo|picture|screenshot)[\W_\d]*", re.I)
SHORTEST = 8
TYPES = ",".join([*(kind for _ending, kind in MADE.values()), f"image/{Kind.PNG.lower()}"])


class PhotoWordsForm(forms.Form):
    alt = forms.CharField(
        label=_("What does it show?"),
        help_text=_(
            "One sentence for people who cannot see it, as you would say it on the phone. For example: "
            "“A treatment room with a reclining chair beside a window, and a monitor for blood pressure.”"
        ),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Please say what the photo shows."),
            "max_length": _("Please keep it to %(limit_value)d characters; it has %(show_value)d."),
        },
    )
    caption = forms.CharField(
        label=_("Caption (if you like)"),
        help_text=_("Everybody reads it below the photo. A name of a room, or since when it looks like this."),
        max_length=200,
        required=False,
    )

    def clean_alt(self):
        alt = " ".join(self.cleaned_data["alt"].split())
        if len(alt) < SHORTEST or NAME_OF_A_FILE.fullmatch(alt):
            raise ValidationError(now("Please say it in a sentence, so that somebody who cannot see it knows."))
        return alt

    def clean_caption(self):
        return " ".join(self.cleaned_data["caption"].split())

    def describe(self, photo: Photo, *, by) -> bool:
        """False where it was refused; the form says why then."""
        try:
            photo.describe(by=by, alt=self.cleaned_data["alt"], caption=self.cleaned_data["caption"])
        except ValidationError as refusal:
            self.add_error(None, refusal)
        return self.is_valid()


class PhotoForm(PhotoWordsForm):
    file = forms.FileField(
        label=_("Photo"),
        help_text=_("A JPEG, PNG or WebP of up to 10 MB. Where and when it was taken is not kept."),
        widget=forms.FileInput(attrs={"accept": TYPES}),
        error_messages={
            "required": _("Please choose a file."),
            "empty": SENTENCES[Problem.UNREADABLE],
            "max_length": SENTENCES[Problem.UNREADABLE],
        },
    )
    no_patient = forms.BooleanField(
        label=_("No patient can be recognized, and everybody else in it agrees to be shown."),
        error_messages={"required": _("Please look whether somebody can be recognized, then say so here.")},
    )
    field_order = ["file", "alt", "caption", "no_patient"]

    def __init__(self, *args, is_too_large=False, **kwargs):
        super().__init__(*args, **kwargs)
        # Its reading was broken off, so that nothing of it is here.
        self.fields["file"].error_messages |= {"required": SENTENCES[Problem.TOO_LARGE]} if is_too_large else {}

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            check_upload(file.name, file.read())
        except Refused as refusal:
            raise ValidationError(SENTENCES[refusal.problem]) from None
        file.seek(0)
        return file

    def save(self, listing, *, by) -> bool:
        """False where it could not be kept; the form says why then."""
        words = {name: self.cleaned_data[name] for name in ("file", "alt", "caption")}
        try:
            Photo.upload(listing, by=by, **words)
        except ValidationError as refusal:
            self.add_error(None, refusal)
        except OSError:
            self.add_error(None, now("There is no room for this photo just now. Please send it again in an hour."))
            self.could_not_keep = True
        return self.is_valid()

    could_not_keep = False
