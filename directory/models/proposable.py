"""Which paths of a Change somebody may write, and which of them wait for staff. What is not here is refused."""

import re

# A whole fact of the listing itself.
LISTING_FIELDS = {
    "name", "legal_name", "practice_kind", "partner_clinics", "headline", "description", "opened_year", "npi",
    "by_video_only", "street", "unit", "city", "state", "zip5", "address_is_treatment_site", "parking", "transit_note",
    "phone", "phone_answered_by", "email", "website", "booking_url",
    "accepting", "next_new_patient", "next_new_patient_on", "telehealth", "min_age", "max_age", "sign_language",
    "evaluation_mode", "referral_required",
    "prescriber_role", "session_monitor_role", "lead_clinician_role", "monitor_presence", "physician_on_site",
    "anesthesia_trained_on_site", "psychiatric_clinician_involved", "patients_per_monitor_max", "bp_timing",
    "life_support_cert", "discharge_rule", "adverse_event_contact_24h",
    "coordinates_with_my_clinician", "follow_up_interval", "psychotherapy", "group_option",
    "private_rooms_count", "shared_bays_count", "max_patients_at_once", "seat", "companion_policy", "driving_rule",
    "fasting", "chaperone_available",
    "consult_fee_usd", "integration_fee_usd", "fees_as_of", "price_not_disclosed", "prepayment", "refund_policy",
    "reopens_on", "closure_note", "records_contact",
}  # fmt: skip
OFFERING_FIELDS = {
    "rems_certified", "infusion_minutes", "visit_minutes", "observation_minutes",
    "protocol_kind", "sessions_initial_series", "weeks_initial_series", "maintenance_offered", "stop_rule",
    "stop_rule_sessions", "price_session_min_usd", "price_session_max_usd", "price_series_usd", "price_maintenance_usd",
    "prices_as_of",
}  # fmt: skip
POSITION_FIELDS = {"title", "prescribes", "monitors", "days", "does"}
# Of somebody whom staff have not put on record yet.
NEW_PERSON_FIELDS = {
    "name", "post_nominals", "role", "npi", "license_jurisdiction", "license_type", "license_number", *POSITION_FIELDS,
}  # fmt: skip

# Not theirs to write: decisions and their proof, what staff look up, what is computed, what the loader keeps, keys.
NOBODYS = {
    "listing": {
        "id", "slug", "status", "provenance", "demonstration_number", "is_demonstration", "loaded_hash", "consent_at",
        "consent_by", "terms_version", "confirmed_on", "closed_on", "successor", "created_at", "updated_at",
        "accreditation", "latitude", "longitude", "location_precision", "time_zone", "life_support_checked_on",
    },
    "offering": {"id", "listing", "route", "rems_checked_on", "rems_source"},
    "position": {"id", "listing", "clinician"},
    "statement": {"id", "listing", "stated_on"},
    "openinghours": {"id", "listing"},
    "clinician": {
        "id", "pronouns", "acls_expires_on", "ketamine_since_year", "ketamine_patients_band", "is_demonstration",
        "updated_at",
    },
    "license": {
        "id", "clinician", "board", "status", "expires_on", "checked_on", "source_url", "discipline", "discipline_url",
    },
}  # fmt: skip

# True within the hour, and no harm where it is not: these do not wait for staff.
LIVE_AT_ONCE = {"accepting", "next_new_patient", "next_new_patient_on", "reopens_on"}
# With these a stranger could take people's calls and money: the old address hears of it.
CONTACTS = {
    "phone", "email", "website", "booking_url", "street", "unit", "city", "state", "zip5", "name", "legal_name",
}  # fmt: skip
# With another address, the point on the map and the clock that belonged to the old one are wrong.
MOVES_HOUSE = {"street", "city", "state", "zip5"}
# What is read as words of the provider's own.
OWN_WORDS = (
    "name", "legal_name", "headline", "description", "partner_clinics", "street", "unit", "parking", "transit_note",
    "closure_note", "records_contact",
)  # fmt: skip
POSITION_WORDS = ("title", "days", "does")

PATTERNS = [
    rf"(?:{'|'.join(sorted(LISTING_FIELDS))})",
    rf"offerings\.\w+(?:\.(?:{'|'.join(sorted(OFFERING_FIELDS))}))?",
    r"statements\.\w+\.\w+(?:\.\w+)?",
    r"hours\.[0-6]\.(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d",
    rf"positions\.\d{{1,18}}(?:\.(?:{'|'.join(sorted(POSITION_FIELDS))}))?",
    rf"people\.new\.\d{{1,4}}(?:\.(?:{'|'.join(sorted(NEW_PERSON_FIELDS))}))?",
    r"licenses\.\d{1,18}\.[A-Z]{2}\.[\w. /-]{1,40}",
]
PROPOSABLE = re.compile("|".join(PATTERNS), re.ASCII)

# A row that comes or goes: how many parts name it. What has more parts is a field of it.
ROW_PARTS = {"offerings": 2, "positions": 2, "people": 3}


def is_proposable(path: str) -> bool:
    return PROPOSABLE.fullmatch(path) is not None


def is_staffs(path: str) -> bool:
    """Who a clinician is and how they are licensed: even a listing that nobody has seen waits for staff there."""
    return path.startswith(("people.", "licenses."))


def row_of(path: str) -> str | None:
    """The path of the row that this path is a field of; None for a row itself, and for a fact of the listing."""
    kind, *_ = parts = path.split(".")
    named_by = ROW_PARTS.get(kind)
    return ".".join(parts[:named_by]) if named_by and len(parts) > named_by else None


def is_own_words(path: str) -> bool:
    """Whether readers see the provider's own words there."""
    kind, *rest = path.split(".")
    if kind in {"positions", "people"}:
        return rest[-1] in POSITION_WORDS
    return path in OWN_WORDS or kind == "hours"
