"""The parameters of the search, one declaration each. They become a question for the index and never filter in SQL."""

from copy import deepcopy
from functools import lru_cache

import django_filters
from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.words.typed import LONGEST, WordsField
from directory.facets import FACET, FACETS
from directory.forms import DEFAULT_RADIUS, RADII, SORTS, PlaceField, SearchForm
from directory.models import Listing, Place
from directory.search.places import Found
from directory.search.query import Near, Query, Sort
from directory.shortlist import LISTING
from directory.vocabulary import Vocabulary

PAGE_SIZE = 20


class WordsFilter(django_filters.Filter):
    field_class = WordsField

    def __init__(self, **options):
        super().__init__(error_messages={"no_words": _("please type a name, a treatment or a condition.")}, **options)


class PlaceFilter(django_filters.Filter):
    field_class = PlaceField


class OneOfFilter(django_filters.Filter):
    field_class = forms.TypedChoiceField


class PageFilter(django_filters.Filter):
    field_class = forms.RegexField


class FacetFilter(django_filters.Filter):
    field_class = forms.MultipleChoiceField

    def __init__(self, facet):
        super().__init__(
            label=facet.label,
            error_messages={"invalid_choice": _("we do not know “%(value)s”.")},
        )


class ListingFilter(django_filters.FilterSet):
    """Blank and unknown parameters count as not given: a plain form sends `q=`, a newsletter `utm_source=`."""

    q = WordsFilter(
        label=_("Name, treatment or condition"),
        max_length=LONGEST,
        widget=forms.TextInput({"autocomplete": "off", "enterkeyhint": "search"}),
    )
    place = PlaceFilter(label=_("City, state or ZIP"), max_length=LONGEST)
    radius = OneOfFilter(
        label=_("Within"),
        choices=[(miles, _("%(n)s miles") % {"n": miles}) for miles in RADII],
        coerce=int,
        empty_value=DEFAULT_RADIUS,
        error_messages={"invalid_choice": _("please choose 5, 10, 25, 50 or 100 miles.")},
    )
    sort = OneOfFilter(
        label=_("Sort"),
        choices=list(SORTS.items()),
        coerce=Sort,
        empty_value=Sort.BEST,
        error_messages={"invalid_choice": _("we cannot sort by “%(value)s”.")},
    )
    page = PageFilter(
        label=_("Page"),
        regex=r"^[1-9][0-9]{0,5}$",
        empty_value="1",
        error_messages={"invalid": _("there is no such page.")},
    )

    # Those of the class are all that there are; those of one search are what it asks.
    base_filters: dict[str, django_filters.Filter]

    class Meta:
        model = Listing
        fields: list[str] = []
        form = SearchForm

    @classmethod
    def get_filters(cls):
        return super().get_filters() | {facet.name: FacetFilter(facet) for facet in FACETS if facet.in_form}

    def __init__(self, data: QueryDict, vocabulary: Vocabulary, chosen_to_compare: list[str] | None = None):
        known = self.readable(data)
        if chosen_to_compare:
            # Asks for nothing, and goes wherever the search goes.
            known.setlist(LISTING, chosen_to_compare)
        # Of the facets, those that there is something to read of.
        names = tuple(name for name in self.base_filters if name in known or name not in FACET)
        # To copy the filters and make a form of them takes longer than the search.
        self.base_filters = {}
        super().__init__(known, Listing.objects.none())
        self.filters, self.form_class = _read_by(vocabulary, names)

    def get_form_class(self):
        return self.form_class

    def filter_queryset(self, queryset):
        # For a form that it cannot read, django-filter would give every row.
        return queryset.none()

    @classmethod
    def readable(cls, data: QueryDict) -> QueryDict:
        known = QueryDict(mutable=True)
        for name in sorted(cls.base_filters, key=_as_read):
            values = dict.fromkeys(value for value in data.getlist(name) if value.strip())
            if values:
                known.setlist(name, list(values))
        return known

    @property
    def words(self) -> str:
        return self.form.cleaned_data.get("q", "")

    @property
    def place_found(self) -> Found | None:
        return self.form.cleaned_data.get("place")

    @property
    def page_number(self) -> int:
        return int(self.form.cleaned_data["page"])

    @property
    def chosen(self) -> dict[str, list[str]]:
        """The slugs chosen of each facet, as far as they can be read."""
        data = self.form.cleaned_data
        return {facet.name: data[facet.name] for facet in FACETS if data.get(facet.name)}

    def query(self) -> Query:
        """Only for a form that is valid."""
        data = self.form.cleaned_data
        return Query(
            today=timezone.localdate(),
            words=self.words,
            chosen={name: frozenset(slugs) for name, slugs in self.chosen.items()},
            sort=data["sort"],
            offset=(self.page_number - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
            **_where(data["place"], data["radius"]),
        )


@lru_cache(maxsize=64)
def _read_by(
    vocabulary: Vocabulary, names: tuple[str, ...]
) -> tuple[dict[str, django_filters.Filter], type[SearchForm]]:
    """The filters of these names and their form, the same for all searches that have them."""
    filters = {name: deepcopy(ListingFilter.base_filters[name]) for name in names}
    for name in FACET.keys() & filters.keys():
        filters[name].extra["choices"] = [(one.slug, one.label) for one in vocabulary.choices_of(name).values()]
    return filters, type("ListingForm", (SearchForm,), {name: each.field for name, each in filters.items()})


def _as_read(name: str) -> tuple[bool, bool]:
    """What and where first, the order and the page last: an address reads as the page does."""
    return name in {"sort", "page"}, name not in {"q", "place", "radius"}


def _where(place: Found | None, radius_miles: int) -> dict:
    if place is None:
        return {}
    if place.kind == Place.Kind.STATE:
        return {"state": place.state.lower()}
    return {"near": Near(place.latitude, place.longitude, radius_miles)}
