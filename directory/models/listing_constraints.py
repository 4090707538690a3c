"""What must be true of one row of a listing, whoever writes it. What a form explains before that is in `rules`."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from directory import choices
from directory.choices import Answer, answers_are_known
from directory.states import STATE_NAMES

RESERVED_SLUGS = ["compare", "confirm", "health", "in", "mine", "places", "reports"]
LISTING_CONSTRAINTS: list[models.BaseConstraint] = [
    *answers_are_known(
        "listing",
        status=choices.ListingStatus,
        provenance=choices.Provenance,
        practice_kind=choices.PracticeKind,
        accreditation=choices.Accreditation,
        location_precision=choices.LocationPrecision,
        address_is_treatment_site=Answer,
        phone_answered_by=choices.PhoneAnsweredBy,
        accepting=choices.Accepting,
        next_new_patient=choices.NextNewPatient,
        telehealth=choices.Telehealth,
        sign_language=choices.SignLanguage,
        evaluation_mode=choices.EvaluationMode,
        referral_required=choices.ReferralRequired,
        prescriber_role=choices.Role,
        session_monitor_role=choices.Role,
        lead_clinician_role=choices.Role,
        monitor_presence=choices.MonitorPresence,
        physician_on_site=choices.PhysicianOnSite,
        anesthesia_trained_on_site=Answer,
        psychiatric_clinician_involved=choices.PsychiatricClinician,
        bp_timing=choices.BloodPressureTiming,
        life_support_cert=choices.LifeSupport,
        discharge_rule=choices.DischargeRule,
        adverse_event_contact_24h=Answer,
        coordinates_with_my_clinician=Answer,
        follow_up_interval=choices.FollowUpInterval,
        psychotherapy=choices.Psychotherapy,
        group_option=Answer,
        seat=choices.Seat,
        companion_policy=choices.CompanionPolicy,
        driving_rule=choices.DrivingRule,
        fasting=choices.Fasting,
        chaperone_available=Answer,
        price_not_disclosed=Answer,
        prepayment=choices.Prepayment,
        refund_policy=choices.RefundPolicy,
    ),
    models.CheckConstraint(
        condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
        name="listing_slug_is_plain",
        violation_error_message=_("The address on this site is lower-case letters and digits, joined by hyphens."),
    ),
    models.CheckConstraint(
        condition=~Q(slug__in=RESERVED_SLUGS),
        name="listing_slug_is_not_a_page",
        violation_error_message=_("This address belongs to another page of this site."),
    ),
    models.CheckConstraint(
        condition=Q(zip5__regex=r"^\d{5}$"),
        name="listing_zip_has_five_digits",
        violation_error_message=_("A ZIP code has five digits."),
    ),
    models.CheckConstraint(condition=Q(state__in=sorted(STATE_NAMES)), name="listing_state_is_known"),
    models.CheckConstraint(
        condition=Q(npi="") | Q(npi__regex=r"^[12]\d{9}$"),
        name="listing_npi_has_ten_digits_or_is_blank",
        violation_error_message=_("An NPI has ten digits and begins with 1 or 2."),
    ),
    models.CheckConstraint(
        condition=Q(latitude__isnull=True, longitude__isnull=True)
        | Q(latitude__isnull=False, longitude__isnull=False)
        & Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
        name="listing_point_is_whole_and_on_earth",
        violation_error_message=_("A point needs both its latitude (-90 to 90) and its longitude (-180 to 180)."),
    ),
    models.CheckConstraint(
        condition=Q(min_age__isnull=True) | Q(max_age__isnull=True) | Q(min_age__lte=F("max_age")),
        name="listing_ages_are_in_order",
        violation_error_message=_("The youngest age must not be above the oldest."),
    ),
    models.CheckConstraint(
        condition=~Q(session_monitor_role=choices.Role.UNLICENSED_GUIDE),
        name="listing_monitor_is_licensed",
        violation_error_message=_("A guide without a license cannot be the one who monitors."),
    ),
    models.CheckConstraint(
        condition=Q(patients_per_monitor_max__isnull=True) | Q(patients_per_monitor_max__range=(1, 5)),
        name="listing_patients_per_monitor_is_1_to_5",
        violation_error_message=_("Patients per person who monitors: from 1 to 5, where 5 means 5 or more."),
    ),
    models.CheckConstraint(
        condition=~Q(status="closed") | Q(closed_on__isnull=False),
        name="closed_listing_has_a_date",
        violation_error_message=_("Say when it closed."),
    ),
    models.CheckConstraint(
        condition=Q(successor__isnull=True) | ~Q(successor=F("pk")),
        name="listing_does_not_succeed_itself",
        violation_error_message=_("It cannot have moved to itself."),
    ),
    models.CheckConstraint(
        condition=Q(consult_fee_usd__isnull=True, integration_fee_usd__isnull=True) | Q(fees_as_of__isnull=False),
        name="listing_fees_have_a_date",
        violation_error_message=_("Say when these fees were stated."),
    ),
    models.CheckConstraint(
        condition=~Q(status="published") | Q(consent_at__isnull=False, confirmed_on__isnull=False),
        name="published_listing_was_consented_and_confirmed",
        violation_error_message=_("A published listing needs the provider's consent and confirmation."),
    ),
]
# All of them are asked at once, by Listing.validate_constraints().
assert all(isinstance(each, models.CheckConstraint) for each in LISTING_CONSTRAINTS)
