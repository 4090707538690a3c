"""What a visitor typed to search for, made safe to compare, to store and to show again."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.words.stems import words_of

LONGEST = 100  # characters; no place and no sensible question comes near


def readable(text: str) -> str:
    """One short line in plain characters."""
    text = unicodedata.normalize("NFKC", text[:LONGEST])
    text = "".join(_UNREADABLE.get(unicodedata.category(letter), letter) for letter in text)
    return " ".join(text.split())[:LONGEST].strip()


# Controls, lone surrogates and what means nothing part words; signs without a width, such as a change of direction, go.
_UNREADABLE = {"Cc": " ", "Cs": " ", "Co": " ", "Cn": " ", "Cf": ""}


class WordsField(forms.CharField):
    """Cleans to one short line in plain characters with at least one word in it, or to nothing."""

    default_error_messages = {
        "max_length": _("please type at most %(limit_value)s characters; these are %(show_value)s."),
        "null_characters_not_allowed": _("we cannot read this; please type it again."),
        "no_words": _("please type a word."),
    }

    def clean(self, value) -> str:
        typed = super().clean(value)
        text = readable(typed)
        if typed and not words_of(text):
            raise ValidationError(self.error_messages["no_words"], "no_words")
        return text
