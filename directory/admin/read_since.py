"""When staff opened a list, so that nothing is published that was written after they read it."""

from datetime import datetime

from django import forms
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import ValidationError
from django.utils import timezone


class ReadSince(ActionForm):
    read_since = forms.DateTimeField(
        label="", required=False, widget=forms.HiddenInput, initial=lambda: timezone.now().isoformat()
    )


def read_since(request) -> datetime | None:
    try:
        return forms.DateTimeField(required=False).clean(request.POST.get("read_since"))
    except ValidationError:
        return None
