"""What an outsider may say, field by field, and the sentence for what we cannot read."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from directory.models import Place
from directory.search.places import Ambiguous, Found, Reason, find_place
from directory.search.query import Sort

RADII = [5, 10, 25, 50, 100]
DEFAULT_RADIUS = 25
SORTS = {
    Sort.BEST: _("best match"),
    Sort.DISTANCE: _("distance"),
    Sort.PRICE: _("price of a session"),
    Sort.CONFIRMED: _("recently confirmed"),
    Sort.NAME: _("name"),
}
assert set(SORTS) == set(Sort), "a sort has no label"

UNKNOWN_PLACES = {
    Reason.EMPTY: _("Please type a city, a state or a ZIP code."),
    Reason.ZIP: _("We do not know the ZIP code %(text)s."),
    Reason.NAME: _("We do not know a place called “%(text)s”. Please type a city, a state or a ZIP code."),
    Reason.OUTSIDE: _("%(text)s is outside the United States, where all our listings are."),
}
assert set(UNKNOWN_PLACES) == set(Reason), "a reason has no sentence"


class PlaceField(forms.CharField):
    """Cleans to a Found, or to None. An error carries the places that may have been meant as `params["choices"]`."""

    def clean(self, value) -> Found | None:
        text = super().clean(value)
        answer = find_place(text) if text else None
        if answer is None or isinstance(answer, Found):
            return answer
        if isinstance(answer, Ambiguous):
            found = {"text": answer.text, "choices": answer.choices}
            raise ValidationError(_("Which “%(text)s” do you mean?"), "ambiguous", found)
        sentence = UNKNOWN_PLACES[answer.reason]
        raise ValidationError(sentence, "unknown", {"text": answer.text, "choices": answer.suggestions})


class SearchForm(forms.Form):
    """What the parameters have to say to each other."""

    ONCE = ["q", "place", "radius", "sort", "page"]

    data: QueryDict

    def clean(self):
        super().clean()
        data = self.cleaned_data
        for name in self.ONCE:
            if len(self.data.getlist(name)) > 1:
                self.add_error(name, _("the address gives two different values."))
        if data.get("sort") == Sort.DISTANCE and "place" in data and not _has_point(data["place"]):
            self.add_error("sort", _("to sort by distance, we need a city or a ZIP code to measure from."))


def _has_point(place: Found | None) -> bool:
    return place is not None and place.kind != Place.Kind.STATE
