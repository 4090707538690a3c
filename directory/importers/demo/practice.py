"""What a demonstration practice says about itself, as plain values."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils.text import slugify

from directory import choices
from directory.choices import Answer, PracticeKind, Role, Route
from directory.importers.demo import words
from directory.importers.demo.draw import Draw, values_of

TERMS_VERSION = "demonstration"
PHYSICIAN_LED = [Role.ANESTHESIOLOGIST, Role.PSYCHIATRIST, Role.PAIN_PHYSICIAN, Role.EMERGENCY_PHYSICIAN]


def kind_of(draw: Draw) -> str:
    return draw.weighted(
        infusion_clinic=38,
        psychiatry_practice=22,
        pain_practice=10,
        anesthesia_practice=5,
        hospital_outpatient=5,
        academic_center=3,
        community_mental_health=3,
        psychotherapy_practice_with_prescriber=6,
        telehealth_prescriber=3,
        therapist_working_with_infusion_clinic=5,
    )


def status_of(draw: Draw) -> str:
    return draw.weighted(published=95, pending_review=2, draft=2, suspended=1)


def confirmed_on(draw: Draw, today: date) -> date:
    """Most within 90 days, some ranked below, a few already out of sight."""
    oldest = draw.choices([90, 120, 200], [86, 10, 4])[0]
    return today - timedelta(days=draw.randint(0, oldest))


def listing_values(draw: Draw, number: int, places, today: date) -> dict:
    """The fields of one listing; `number` keeps its address on this site apart from all others."""
    kind = kind_of(draw)
    town, zip_place, (latitude, longitude) = places.draw(draw)
    name = words.practice_name(draw, kind)
    slug = f"{slugify(name)}-{number}"
    by_video = kind == PracticeKind.TELEHEALTH_PRESCRIBER
    return {
        "name": name,
        "slug": slug,
        "legal_name": f"{name} Demonstration, LLC",
        "practice_kind": kind,
        "status": status_of(draw),
        "is_demonstration": True,
        "demonstration_number": number,
        "provenance": _provenance(draw),
        "consent_at": datetime.combine(today - timedelta(days=200), time(12), UTC),
        "consent_by": words.person_name(draw),
        "terms_version": TERMS_VERSION,
        "confirmed_on": confirmed_on(draw, today),
        "headline": headline(draw, kind, zip_place.name),
        "description": description(draw, name, zip_place.name),
        "partner_clinics": f"{words.practice_name(draw, PracticeKind.INFUSION_CLINIC)} (invented)"
        if kind == PracticeKind.THERAPIST
        else "",
        "opened_year": today.year - draw.randint(1, 12) if draw.chance(0.7) else None,
        "accreditation": draw.stated(0.3, values_of(choices.Accreditation)),
        "by_video_only": by_video,
        "street": "" if by_video else words.street(draw),
        "unit": f"Suite {draw.randint(1, 40) * 10}" if not by_video and draw.chance(0.5) else "",
        "city": zip_place.name,
        "state": town.state,
        "zip5": zip_place.zip5,
        "latitude": latitude,
        "longitude": longitude,
        "location_precision": draw.choice(values_of(choices.LocationPrecision)),
        "address_is_treatment_site": "not_stated" if by_video else "yes",
        "time_zone": zip_place.time_zone or town.time_zone or "America/New_York",
        "parking": draw.choice(["Free parking at the door.", "Paid garage next door."]) if draw.chance(0.5) else "",
        "transit_note": "A bus stops in front of the building." if draw.chance(0.3) else "",
        "phone": words.phone(draw, town.state),
        "phone_answered_by": draw.stated(0.6, values_of(choices.PhoneAnsweredBy)),
        "email": f"hello@{slugify(name)}.example.com" if draw.chance(0.7) else "",
        "website": f"https://{slugify(name)}.example.com/",
        **availability(draw, by_video, today),
        **room(draw, kind, by_video),
        **day(draw, by_video),
        **fees(draw, today),
    }


def _provenance(draw):
    """Nobody is there whom staff could have invited."""
    drawn = draw.choice(values_of(choices.Provenance))
    return choices.Provenance.PROVIDER_APPLIED if drawn == choices.Provenance.STAFF_INVITED else drawn


def headline(draw: Draw, kind: str, town: str) -> str:
    sentence = draw.choice(
        [
            "Ketamine treatment in {town} with unhurried visits.",
            "A small team in {town} that treats depression and pain.",
            "{kind} in {town} for people with hard-to-treat depression.",
            "Treatment and talk therapy under one roof in {town}.",
            "Infusions in {town}, with a clinician at your side.",
        ]
    )
    return sentence.format(town=town, kind=PracticeKind(kind).label)


def description(draw: Draw, name: str, town: str) -> str:
    sentences = [
        f"{name} is an invented practice in {town} that shows how a listing looks.",
        "A first visit takes about an hour and includes your history and your medicines.",
        "You meet the person who will look after you before the first session.",
        "We write to your own doctor when you ask us to.",
        "Evening visits can be arranged by phone.",
        "We track your symptoms with a short questionnaire at each visit.",
        "If it does not help after a set number of sessions, we stop and talk about other options.",
    ]
    return " ".join([sentences[0], *draw.sample(sentences[1:], draw.randint(1, 4))])


def availability(draw: Draw, by_video: bool, today: date) -> dict:
    adults_only = draw.chance(0.75)
    return {
        "accepting": draw.weighted(newpt=70, waitlist=14, nopt=8, existptonly=5, existptfam=3),
        "next_new_patient": draw.stated(0.7, values_of(choices.NextNewPatient)[:-1]),
        "next_new_patient_on": today - timedelta(days=draw.randint(0, 60)),
        "telehealth": "at_home_dosing_supervised_by_video"
        if by_video
        else draw.stated(0.7, values_of(choices.Telehealth)[:3]),
        "min_age": 18 if adults_only else draw.choice([None, 13, 16]),
        "max_age": None if draw.chance(0.9) else 75,
        "sign_language": draw.stated(0.3, values_of(choices.SignLanguage)[:-1]),
        "evaluation_mode": draw.stated(0.8, values_of(choices.EvaluationMode)[:-1]),
        "referral_required": draw.stated(0.7, values_of(choices.ReferralRequired)[:-1]),
    }


def room(draw: Draw, kind: str, by_video: bool) -> dict:
    """Who is in the room, and how they follow up."""
    if kind == PracticeKind.THERAPIST:
        return {"psychotherapy": "included", "lead_clinician_role": draw.choice([Role.PSYCHOLOGIST, Role.LCSW])}
    if by_video:
        return by_video_only(draw)
    prescriber = draw.choices([*PHYSICIAN_LED, Role.CRNA, Role.NP, Role.PMHNP, Role.PA], [9, 12, 5, 4, 5, 6, 6, 2])[0]
    return {
        "prescriber_role": prescriber,
        "session_monitor_role": draw.stated(
            0.86, [prescriber, Role.RN, Role.RN, Role.CRNA, Role.NP, Role.PARAMEDIC_EMT]
        ),
        "lead_clinician_role": prescriber,
        "monitor_presence": draw.stated(0.8, [*values_of(choices.MonitorPresence)[:4], "in_room_continuous"]),
        "physician_on_site": draw.stated(0.75, values_of(choices.PhysicianOnSite)[:-1]),
        "anesthesia_trained_on_site": Answer.YES
        if prescriber in (Role.ANESTHESIOLOGIST, Role.CRNA)
        else draw.stated(0.6, ["yes", "no"]),
        "psychiatric_clinician_involved": draw.stated(0.75, values_of(choices.PsychiatricClinician)[:-1]),
        "patients_per_monitor_max": draw.randint(1, 5) if draw.chance(0.6) else None,
        "bp_timing": draw.stated(0.8, values_of(choices.BloodPressureTiming)[:-1]),
        "life_support_cert": draw.stated(0.7, ["acls_on_site", "acls_on_site", "bls_only"]),
        "discharge_rule": draw.stated(0.6, values_of(choices.DischargeRule)[:-1]),
        "adverse_event_contact_24h": draw.stated(0.6, ["yes", "yes", "no"]),
        "coordinates_with_my_clinician": draw.stated(0.7, ["yes", "yes", "no"]),
        "follow_up_interval": draw.stated(0.7, values_of(choices.FollowUpInterval)[:-1]),
        "psychotherapy": draw.stated(0.75, values_of(choices.Psychotherapy)[:-1]),
        "group_option": draw.stated(0.4, ["yes", "no"]),
    }


def by_video_only(draw: Draw) -> dict:
    """Nobody is in the room with the person who takes the dose."""
    prescriber = draw.choice([Role.PSYCHIATRIST, Role.PMHNP])
    return {
        "prescriber_role": prescriber,
        "session_monitor_role": draw.stated(0.7, [prescriber, Role.RN]),
        "lead_clinician_role": prescriber,
        "monitor_presence": draw.stated(0.8, ["remote_video", "none"]),
        "physician_on_site": draw.stated(0.6, ["reachable_by_phone", "no_physician"]),
        "psychiatric_clinician_involved": draw.stated(0.75, ["on_staff", "required_outside"]),
        "follow_up_interval": draw.stated(0.7, ["weekly", "end_of_series"]),
        "psychotherapy": draw.stated(0.7, ["optional_on_site", "partner_referral", "none"]),
    }


def day(draw: Draw, by_video: bool) -> dict:
    if by_video:
        return {}
    return {
        "private_rooms_count": draw.randint(1, 8) if draw.chance(0.6) else None,
        "shared_bays_count": draw.randint(0, 6) if draw.chance(0.4) else None,
        "max_patients_at_once": draw.randint(1, 10) if draw.chance(0.5) else None,
        "seat": draw.stated(0.7, values_of(choices.Seat)[:-1]),
        "companion_policy": draw.stated(0.7, values_of(choices.CompanionPolicy)[:-1]),
        "driving_rule": draw.stated(0.8, values_of(choices.DrivingRule)[:-1]),
        "fasting": draw.stated(0.7, values_of(choices.Fasting)[:-1]),
        "chaperone_available": draw.stated(0.4, ["yes", "no"]),
    }


def fees(draw: Draw, today: date) -> dict:
    silent = draw.chance(0.1)
    return {
        "consult_fee_usd": draw.rounded(0, 350, 25) if not silent and draw.chance(0.7) else None,
        "integration_fee_usd": draw.rounded(100, 250, 10) if not silent and draw.chance(0.4) else None,
        "fees_as_of": today - timedelta(days=draw.randint(0, 260)),
        "price_not_disclosed": "yes" if silent else draw.stated(0.5, ["no"]),
        "prepayment": draw.stated(0.7, values_of(choices.Prepayment)[:-1]),
        "refund_policy": draw.stated(0.6, values_of(choices.RefundPolicy)[:-1]),
    }


def offerings(draw: Draw, listing: dict, today: date) -> list[dict]:
    """One row a route. A therapist without a prescriber gives none."""
    if listing["practice_kind"] == PracticeKind.THERAPIST:
        return []
    if listing["by_video_only"]:
        return [offering(draw, Route.ORAL_AT_HOME, listing, today)]
    shares = {
        Route.IV_INFUSION: 0.82,
        Route.IM_INJECTION: 0.25,
        Route.SC_INJECTION: 0.04,
        Route.INTRANASAL_ESKETAMINE: 0.34,
        Route.INTRANASAL_COMPOUNDED: 0.05,
        Route.ORAL_IN_CLINIC: 0.1,
    }
    return [offering(draw, route, listing, today) for route in draw.some(shares) or [Route.IV_INFUSION]]


def offering(draw: Draw, route: str, listing: dict, today: date) -> dict:
    esketamine = route == Route.INTRANASAL_ESKETAMINE
    dose = draw.choice([40, 40, 45, 50, 60]) if route == Route.IV_INFUSION else None
    watched = 120 if esketamine else draw.choice([None, 20, 30, 45, 60, 90])
    at_home = route == Route.ORAL_AT_HOME
    return {
        "route": route,
        "rems_certified": "yes" if esketamine else "not_stated",
        "rems_checked_on": today - timedelta(days=draw.randint(1, 150)) if esketamine else None,
        "rems_source": "Demonstration" if esketamine else "",
        "infusion_minutes": dose,
        "observation_minutes": None if at_home else watched,
        "visit_minutes": (dose or 15) + watched + draw.choice([15, 30]) if watched and not at_home else None,
        "protocol_kind": "not_stated" if esketamine else draw.stated(0.5, ["fixed_mg_per_kg", "individually_titrated"]),
        "sessions_initial_series": 8 if esketamine else draw.choice([4, 6, 6, 6, 6, 8, None]),
        "weeks_initial_series": 4 if esketamine else draw.choice([2, 3, 3, None]),
        "maintenance_offered": draw.stated(0.7, ["yes", "yes", "no"]),
        **stop_rule(draw),
        **prices(draw, listing, today),
    }


def stop_rule(draw: Draw) -> dict:
    if draw.chance(0.4):
        return {"stop_rule": "reviewed_after_n_sessions", "stop_rule_sessions": draw.choice([3, 4, 6])}
    return {"stop_rule": "none_stated", "stop_rule_sessions": None}


def prices(draw: Draw, listing: dict, today: date) -> dict:
    if listing["price_not_disclosed"] == "yes" or draw.chance(0.12):
        return {}
    low = draw.rounded(275, 850, 25)
    return {
        "price_session_min_usd": low,
        "price_session_max_usd": low + draw.choice([50, 100, 150]) if draw.chance(0.4) else None,
        "price_series_usd": low * 6 - draw.choice([100, 200, 300]) if draw.chance(0.25) else None,
        "price_maintenance_usd": low if draw.chance(0.4) else None,
        "prices_as_of": today - timedelta(days=draw.randint(0, 240)),
    }


def hours(draw: Draw) -> list[dict]:
    if draw.chance(0.25):
        return []
    opens, closes = draw.choice([(8, 16), (9, 17), (9, 17), (8, 18), (10, 19)])
    days = [*range(5), 5] if draw.chance(0.2) else range(5)
    return [{"weekday": day, "opens_at": time(opens), "closes_at": time(closes if day < 5 else 14)} for day in days]
