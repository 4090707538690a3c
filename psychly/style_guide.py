"""What the style page shows. Tokens are read from the stylesheet, so that the page cannot fall behind it."""

import re
from dataclasses import dataclass
from pathlib import Path

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parent.parent
DECLARATION = re.compile(r"^    --([a-z0-9-]+): (.+?);$", re.MULTILINE)
COLORS = ("paper", "raised", "ink", "line", "spruce", "accent", "on-accent", "clay", "moss", "berry", "focus")
SIZES = ("gutter", "measure", "width", "target", "mark", "radius", "hairline", "rule", "shadow")
GROUPS = {
    "colors": COLORS,
    "spaces": ("space",),
    "sizes_of_text": ("text",),
    "others": ("font", "leading", "weight", *SIZES, "move"),
}


@dataclass(frozen=True)
class Token:
    name: str
    value: str


class SampleForm(forms.Form):
    place = forms.CharField(label=_("City, state or ZIP"), help_text=_("Such as Denver, CO or 80202."))
    letter = forms.EmailField(label=_("E-mail address"))
    radius = forms.ChoiceField(label=_("Within"), choices=[("25", _("25 miles")), ("50", _("50 miles"))])
    words = forms.CharField(label=_("What is wrong?"), widget=forms.Textarea(attrs={"rows": 3}))


def specimens() -> dict:
    return {
        **groups(),
        "marks": sorted(path.stem.removeprefix("_") for path in (ROOT / "templates/components/marks").glob("_*.html")),
        "form": SampleForm({"place": "Nowhereville", "letter": "not an address", "radius": "25"}, auto_id="sample_%s"),
        "page": Paginator(range(60), 20).page(2),
        "sample_crumbs": [(_("Find a provider"), "#"), (_("Colorado"), "#"), (_("Denver"), None)],
    }


def groups() -> dict[str, list[Token]]:
    return {group: [t for t in tokens() if t.name.startswith(beginnings)] for group, beginnings in GROUPS.items()}


def tokens() -> list[Token]:
    """The tokens of `:root`, in the order of the file; what print and reduced motion change stays out."""
    return [Token(name, value) for name, value in DECLARATION.findall((ROOT / "static/css/tokens.css").read_text())]
