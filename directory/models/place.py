from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.loaded import LoadedRow
from directory.place_names import key_of, slug_of
from directory.querysets import PlaceQuerySet
from directory.states import STATE_NAMES, full_name


class Place(LoadedRow):
    """Somewhere in the United States that a visitor may name: the point that distances are measured from."""

    class Kind(models.TextChoices):
        ZIP = "zip", _("ZIP code")
        CITY = "city", _("City")
        COUNTY = "county", _("County")
        STATE = "state", _("State")

    # Which place is it?
    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    name = models.CharField(_("name"), max_length=80, help_text=_("Of a ZIP code: its post office."))
    state = models.CharField(_("state"), max_length=2, choices=sorted(STATE_NAMES.items()))
    county = models.CharField(_("county"), max_length=80, blank=True, help_text=_("In full: “Cook County”."))
    zip5 = models.CharField(_("ZIP code"), max_length=5, blank=True)

    # How is it found?
    slug = models.SlugField(
        _("address"),
        max_length=120,
        blank=True,
        db_index=False,
        help_text=_("With the county where the state has two cities of the name: “gurley-madison-county”."),
    )
    key = models.CharField(_("name as it is compared"), max_length=80, editable=False)
    population = models.PositiveIntegerField(
        _("population"), default=0, help_text=_("0 where it is not known. Larger places are suggested first.")
    )

    # Where is it?
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))
    is_approximate = models.BooleanField(
        _("approximate"),
        default=False,
        help_text=_("The middle of all ZIP codes that begin with the same three digits."),
    )
    time_zone = models.CharField(
        _("time zone"), max_length=40, blank=True, help_text=_("Blank where there are several.")
    )

    # Where does it come from?
    geonameid = models.PositiveIntegerField(_("GeoNames number"), null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        indexes = [
            models.Index(fields=["kind", "key"], name="place_by_name"),
            models.Index(fields=["zip5"], name="place_by_zip_code"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "state", "slug"], name="one_place_per_kind_state_and_slug"),
            models.UniqueConstraint(fields=["zip5"], condition=~Q(zip5=""), name="one_place_per_zip_code"),
            models.CheckConstraint(
                condition=Q(kind__in=["zip", "city", "county", "state"]), name="place_kind_is_known"
            ),
            models.CheckConstraint(condition=Q(state__in=sorted(STATE_NAMES)), name="place_state_is_known"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(key=""), name="place_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind="zip", zip5__regex=r"^[0-9]{5}$") | ~Q(kind="zip") & Q(zip5=""),
                name="only_a_zip_code_has_five_digits",
            ),
            models.CheckConstraint(condition=Q(latitude__range=(-90, 90)), name="place_latitude_is_on_the_globe"),
            models.CheckConstraint(condition=Q(longitude__range=(-180, 180)), name="place_longitude_is_on_the_globe"),
            models.CheckConstraint(condition=Q(is_approximate=False) | Q(kind="zip"), name="only_a_zip_is_approximate"),
        ]

    def __str__(self):
        return self.label

    def clean(self):
        self._fill_in()

    def save(self, *args, **kwargs):
        self._fill_in()
        super().save(*args, **kwargs)

    def _fill_in(self):
        own = self.zip5 or (self.state.lower() if self.kind == self.Kind.STATE else slug_of(self.name))
        self.slug = self.slug or own
        self.key = key_of(self.name)

    @property
    def value(self) -> str:
        """What a visitor types to mean this place and no other."""
        if self.kind == self.Kind.ZIP:
            return self.zip5
        if self.kind == self.Kind.STATE:
            return full_name(self.state)
        return f"{self.name}, {self.state}" + (f" ({self.county})" if self._shares_its_name else "")

    @property
    def label(self) -> str:
        return f"{self.zip5} ({self.name}, {self.state})" if self.kind == self.Kind.ZIP else self.value

    @property
    def _shares_its_name(self) -> bool:
        return self.kind == self.Kind.CITY and self.slug != slug_of(self.name)
