"""What a constraint of one row cannot see: the rules of a listing, and what it needs before readers may see it."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from directory import geo
from directory.choices import Accepting, Answer, ListingStatus, LocationPrecision, Provenance, Role, Route
from directory.models.change import Actor
from directory.models.checks import a_year_so_far, not_in_the_future
from directory.models.place import Place
from directory.models.proposable import OWN_WORDS, POSITION_WORDS
from directory.overclaims import overclaims

FARTHEST_FROM_ZIP_MILES = 60


def fill_in_from_zip(listing) -> None:
    """What nobody typed and its ZIP code tells: the time zone, and a point that says it is not exact. Who sees people
    by video only may work at home: searches around many points would find an exact one, though no page shows it."""
    place = _zip_place(listing)
    if place is None:
        return
    listing.time_zone = listing.time_zone or place.time_zone
    if listing.by_video_only or (listing.latitude is None and listing.longitude is None):
        listing.latitude, listing.longitude = place.latitude, place.longitude
        listing.location_precision = LocationPrecision.ZIP_CENTROID


def reason_given(typed: str) -> str:
    """For its managers, who read it in a letter. Raises ValidationError where there is none."""
    if not typed.strip():
        raise ValidationError(_("Say why: its managers read it."))
    return typed.strip()


def _zip_place(listing):
    return Place.objects.filter(kind=Place.Kind.ZIP, zip5=listing.zip5).first()


def point_is_near_its_zip(listing):
    if listing.latitude is None or listing.longitude is None:
        return
    zip_place = _zip_place(listing)
    if zip_place is None:
        return
    if zip_place.state != listing.state:
        raise ValidationError({"zip5": _("ZIP %(zip)s is in another state.") % {"zip": listing.zip5}})
    miles = geo.distance_miles(listing.latitude, listing.longitude, zip_place.latitude, zip_place.longitude)
    if miles > FARTHEST_FROM_ZIP_MILES:
        raise ValidationError(
            {"latitude": _("This point is %(miles)d miles from the ZIP code of the address.") % {"miles": miles}}
        )


# The form that staff fill in has neither the status nor the day of the last confirmation: a rule that reads one of them
# stands here, because a form skips constraints of fields that it lacks.


def published_keeps_its_consent(listing):
    if listing.status == ListingStatus.PUBLISHED and not listing.consent_at:
        raise ValidationError(
            {"consent_at": _("It is published, so the consent must stay. Return it to draft first to take it back.")}
        )


def closed_keeps_its_date(listing):
    if listing.status == ListingStatus.CLOSED and not listing.closed_on:
        raise ValidationError({"closed_on": _("It is closed, so the day when it closed must stay.")})


def closed_day_has_been(listing):
    if listing.closed_on and listing.closed_on > timezone.localdate():
        raise ValidationError(_("The day when it closes is still to come."))


def phone_is_dialed_as_it_stands(listing):
    """What is stored of a number has no room for an extension, and a caller would land elsewhere without it."""
    if getattr(listing.phone, "extension", None):
        raise ValidationError({"phone": _("An extension cannot be shown. Give a number that reaches you directly.")})


def reopening_day_is_to_come(listing):
    """Asked of a day that is new: one that was to come when it was written keeps nobody from mending other words."""
    day = listing.reopens_on
    if not day or day >= timezone.localdate():
        return
    if not type(listing).objects.filter(pk=listing.pk, reopens_on=day).exists():
        raise ValidationError({"reopens_on": _("This day has been. Leave it empty if you do not know yet.")})


def successor_does_not_lead_back(listing):
    """ "Moved to" is followed by readers: it must end somewhere."""
    seen, place = {listing.pk}, listing.successor
    while place is not None:
        if place.pk in seen:
            raise ValidationError({"successor": _("That listing has moved to this one.")})
        seen.add(place.pk)
        place = place.successor


def slug_was_nobodys(listing):
    """An address that once was another listing's still leads there."""
    if listing.former_slug_of_another():
        raise ValidationError({"slug": _("Another listing had this address, and its old links lead there.")})


def confirmed_day_has_been(listing):
    if listing.confirmed_on and listing.confirmed_on > timezone.localdate():
        raise ValidationError(_("The day on which the provider confirmed it is still to come."))


LISTING_RULES = [
    slug_was_nobodys,
    successor_does_not_lead_back,
    closed_day_has_been,
    reopening_day_is_to_come,
    phone_is_dialed_as_it_stands,
    point_is_near_its_zip,
    published_keeps_its_consent,
    closed_keeps_its_date,
    confirmed_day_has_been,
    not_in_the_future("fees_as_of", "next_new_patient_on", "life_support_checked_on"),
    a_year_so_far("opened_year"),
]


def publication_problems(listing) -> list[str]:
    """Every reason why readers may not see this listing yet, as sentences."""
    return [sentence for rule in PUBLICATION_RULES if (sentence := rule(listing))]


def problems_for_readers(listing) -> list[str]:
    if listing.status == ListingStatus.PUBLISHED:
        return publication_problems(listing)
    if listing.status in (ListingStatus.CLOSED, ListingStatus.TEMPORARILY_CLOSED):
        return [problem] if (problem := needs_honest_words(listing)) else []
    return []


def _needs_consent(listing):
    if not (listing.consent_at and listing.consent_by and listing.terms_version):
        return _("The provider's consent is missing: who gave it, when, and to which version of the terms.")


def _needs_consent_by_the_provider(listing):
    """Whom staff have invited must have signed in and said so themself: nobody says it for them."""
    if listing.provenance != Provenance.STAFF_INVITED:
        return None
    last = listing.changes.applied().filter(fields__has_key="consent_at").select_related("by").first()
    if last is None or not _is_own_consent(last):
        return _("Our staff drafted it, and its provider has not agreed to it themself: invite them.")


def _is_own_consent(change) -> bool:
    """Given, not taken back, by the provider and by nobody of the staff in their place."""
    _before, given = change.fields["consent_at"]
    return bool(given) and change.actor == Actor.PROVIDER and not (change.by and change.by.is_staff)


def _needs_confirmation(listing):
    if not listing.confirmed_on:
        return _("The provider has not confirmed it yet.")


def _needs_point(listing):
    if listing.latitude is None:
        return _("Its point on the map is missing.")


def _needs_time_zone(listing):
    if not listing.time_zone:
        return _("The time zone is missing.")


def _needs_address(listing):
    if not listing.by_video_only and not listing.street:
        return _("The street is missing.")


def _needs_treatment_site(listing):
    if not listing.by_video_only and listing.address_is_treatment_site != Answer.YES:
        return _("The address must be where people are treated, not a billing address.")


def _needs_phone(listing):
    if not listing.phone:
        return _("The phone number is missing.")


def _needs_accepting(listing):
    if listing.accepting == Accepting.NOT_STATED:
        return _("It must say whether it accepts new patients.")


def _needs_prescriber_role(listing):
    if listing.needs_prescriber and listing.prescriber_role == Role.NOT_STATED:
        return _("It must say who prescribes.")


def _needs_licensed_prescriber(listing):
    if listing.needs_prescriber and not listing.positions.of_licensed_prescribers().exists():
        return _("Nobody who prescribes here has an active license in %(state)s.") % {
            "state": listing.get_state_display()
        }


def _needs_offering(listing):
    if listing.needs_prescriber and not listing.offerings.exists():
        return _("It offers no treatment.")


def _needs_condition(listing):
    if not listing.statements.filter(term__facet="condition", answer=Answer.YES).exists():
        return _("It names no condition that it treats.")


def _needs_rems(listing):
    esketamine = listing.offerings.filter(route=Route.INTRANASAL_ESKETAMINE)
    if esketamine.exclude(rems_certified=Answer.YES).exists():
        return _("Esketamine may only be listed by a site that is certified in its safety program (REMS).")


ESKETAMINE_OBSERVATION_MINUTES = 120


def _needs_observation(listing):
    esketamine = listing.offerings.filter(route=Route.INTRANASAL_ESKETAMINE)
    if esketamine.filter(observation_minutes__lt=ESKETAMINE_OBSERVATION_MINUTES).exists():
        return _("After esketamine people are watched for at least 2 hours.")


def _needs_license_where_it_serves(listing):
    served = {slug.upper() for slug in listing.slugs_stated("serves")}
    licensed = set(listing.licenses_of_staff().in_force().values_list("jurisdiction", flat=True))
    if missing := sorted(served - licensed):
        return _("Nobody here has an active license in these states it serves: %(states)s.") % {
            "states": ", ".join(missing)
        }


def own_words(listing):
    """Every text of a provider's that readers see."""
    yield from (getattr(listing, name) for name in OWN_WORDS)
    yield from listing.hours.values_list("note", flat=True)
    yield from listing.offerings.values_list("rems_source", flat=True)
    for position in listing.positions.all():
        yield from (getattr(position, name) for name in POSITION_WORDS)


def needs_honest_words(listing):
    allowed = listing.phrases_allowed()
    found = [each for text in own_words(listing) for each in overclaims(text) if each.phrase.casefold() not in allowed]
    return " ".join(each.sentence for each in found)


PUBLICATION_RULES = [
    _needs_consent,
    _needs_consent_by_the_provider,
    _needs_confirmation,
    _needs_address,
    _needs_time_zone,
    _needs_point,
    _needs_treatment_site,
    _needs_phone,
    _needs_accepting,
    _needs_prescriber_role,
    _needs_licensed_prescriber,
    _needs_offering,
    _needs_condition,
    _needs_rems,
    _needs_observation,
    _needs_license_where_it_serves,
    needs_honest_words,
]
# What sending it answers, and what our staff look up: nothing that its provider has to mend first.
ANSWERED_LATER = [
    _needs_consent,
    _needs_consent_by_the_provider,
    _needs_confirmation,
    _needs_time_zone,
    _needs_point,
    _needs_licensed_prescriber,
    _needs_license_where_it_serves,
]
MENDED_BY_PROVIDERS = {
    rule.__name__.removeprefix("_").removeprefix("needs_"): rule
    for rule in PUBLICATION_RULES
    if rule not in ANSWERED_LATER
}


def problems_before_sending(listing) -> dict[str, str]:
    """{name of a rule: sentence} of what its provider must mend before staff can publish it."""
    return {name: sentence for name, rule in MENDED_BY_PROVIDERS.items() if (sentence := rule(listing))}
