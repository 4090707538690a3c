from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory import choices
from directory.choices import Answer, Route, answers_are_known
from directory.costs import Course, course_cost
from directory.freshness import PRICES_CURRENT_FOR
from directory.models.checks import at_least_one, check, not_in_the_future


def count(label):
    return models.PositiveSmallIntegerField(label, null=True, blank=True, validators=[at_least_one])


def dollars(label):
    return models.PositiveIntegerField(label, null=True, blank=True)


def dose_fits_into_the_visit(offering):
    dose, visit = offering.infusion_minutes, offering.visit_minutes
    if dose is not None and visit is not None and dose > visit:
        raise ValidationError({"infusion_minutes": now("The dose cannot take longer than the whole visit.")})


def review_has_its_number(offering):
    if offering.stop_rule == choices.StopRule.REVIEWED and not offering.stop_rule_sessions:
        raise ValidationError({"stop_rule_sessions": now("Say after how many sessions it is reviewed.")})


RULES = [
    dose_fits_into_the_visit,
    review_has_its_number,
    not_in_the_future("rems_checked_on", "prices_as_of"),
]


class Offering(models.Model):
    """One way of giving ketamine at one listing: what a course is, how long a visit takes, what it costs."""

    listing = models.ForeignKey("directory.Listing", on_delete=models.CASCADE, related_name="offerings")
    route = models.CharField(_("treatment"), max_length=40, choices=Route)

    # Is it the certified product?
    rems_certified = models.CharField(_("REMS certified"), max_length=40, choices=Answer, default=Answer.NOT_STATED)
    rems_checked_on = models.DateField(_("REMS: checked on"), null=True, blank=True)
    rems_source = models.CharField(_("REMS: seen where"), max_length=200, blank=True)

    # How long does it take?
    infusion_minutes = count(_("minutes of the dose"))
    visit_minutes = count(_("minutes of the whole visit"))
    observation_minutes = count(_("minutes watched afterwards"))

    # What is a course?
    protocol_kind = models.CharField(
        _("protocol"), max_length=40, choices=choices.ProtocolKind, default=choices.ProtocolKind.NOT_STATED
    )
    sessions_initial_series = count(_("sessions in a first course"))
    weeks_initial_series = count(_("weeks of a first course"))
    maintenance_offered = models.CharField(_("maintenance"), max_length=40, choices=Answer, default=Answer.NOT_STATED)
    stop_rule = models.CharField(
        _("when to stop"), max_length=40, choices=choices.StopRule, default=choices.StopRule.NONE_STATED
    )
    stop_rule_sessions = count(_("reviewed after this many sessions"))

    # What does it cost?
    price_session_min_usd = dollars(_("one session, from"))
    price_session_max_usd = dollars(_("one session, up to"))
    price_series_usd = dollars(_("first course as a package"))
    price_maintenance_usd = dollars(_("one maintenance session"))
    prices_as_of = models.DateField(_("prices stated on"), null=True, blank=True)

    class Meta:
        verbose_name = _("treatment offered")
        verbose_name_plural = _("treatments offered")
        ordering = ["pk"]
        constraints = [
            *answers_are_known(
                "offering",
                route=Route,
                rems_certified=Answer,
                protocol_kind=choices.ProtocolKind,
                maintenance_offered=Answer,
                stop_rule=choices.StopRule,
            ),
            models.UniqueConstraint(
                fields=["listing", "route"],
                name="one_offering_per_listing_and_route",
                violation_error_message=_("This treatment is listed twice."),
            ),
            models.CheckConstraint(
                condition=Q(price_session_max_usd__isnull=True)
                | Q(price_session_min_usd__isnull=False, price_session_min_usd__lte=F("price_session_max_usd")),
                name="offering_prices_are_in_order",
                violation_error_message=_("“From” must be filled and not above “up to”."),
            ),
            models.CheckConstraint(
                condition=Q(
                    price_session_min_usd__isnull=True,
                    price_session_max_usd__isnull=True,
                    price_series_usd__isnull=True,
                    price_maintenance_usd__isnull=True,
                )
                | Q(prices_as_of__isnull=False),
                name="offering_prices_have_a_date",
                violation_error_message=_("Say when these prices were stated."),
            ),
            models.CheckConstraint(
                condition=Q(rems_certified=Answer.NOT_STATED) | Q(route=Route.INTRANASAL_ESKETAMINE),
                name="only_esketamine_has_a_rems_answer",
                violation_error_message=_("Only esketamine nasal spray has a REMS program."),
            ),
        ]

    def __str__(self):
        return self.get_route_display()

    def clean(self):
        check(self, RULES)

    @property
    def price_session_usd(self) -> tuple[int, int] | None:
        """The range of one session's price, or None where it is not stated."""
        if self.price_session_min_usd is None:
            return None
        return self.price_session_min_usd, self.price_session_max_usd or self.price_session_min_usd

    @property
    def prices_are_old(self) -> bool:
        return self.prices_as_of is not None and timezone.localdate() - self.prices_as_of > PRICES_CURRENT_FOR

    @property
    def first_course_cost(self) -> Course | None:
        """The whole first course with its arithmetic, or None where a part of it is not stated."""
        return course_cost(
            consult_usd=self.listing.consult_fee_usd,
            session_usd=self.price_session_usd,
            sessions=self.sessions_initial_series,
            series_usd=self.price_series_usd,
        )
