"""The single-valued facts of a listing and the words for their answers; the values are also slugs of the vocabulary."""

from django.db.models import CheckConstraint, Q, TextChoices
from django.utils.translation import gettext_lazy as _


def answers_are_known(table: str, **fields: type[TextChoices]) -> list[CheckConstraint]:
    """One named constraint a field: its value is one of the enumeration's."""
    return [
        CheckConstraint(condition=Q(**{f"{field}__in": choices.values}), name=f"{table}_{field}_is_known")
        for field, choices in fields.items()
    ]


class Answer(TextChoices):
    """Every clinical yes or no: silence is not a no."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_STATED = "not_stated", _("Not stated")


class Role(TextChoices):
    """What a person is trained as, with the code of the NUCC taxonomy in NUCC_CODES."""

    PSYCHIATRIST = "psychiatrist", _("Psychiatrist")
    CHILD_PSYCHIATRIST = "child_psychiatrist", _("Child psychiatrist")
    ADDICTION_PSYCHIATRIST = "addiction_psychiatrist", _("Addiction psychiatrist")
    ANESTHESIOLOGIST = "anesthesiologist", _("Anesthesiologist")
    PAIN_PHYSICIAN = "pain_physician", _("Pain physician")
    EMERGENCY_PHYSICIAN = "emergency_physician", _("Emergency physician")
    INTERNIST = "internist", _("Internist")
    FAMILY_PHYSICIAN = "family_physician", _("Family physician")
    CRNA = "crna", _("Nurse anesthetist (CRNA)")
    ANESTHESIOLOGIST_ASSISTANT = "anesthesiologist_assistant", _("Anesthesiologist assistant")
    NP = "np", _("Nurse practitioner")
    PMHNP = "pmhnp", _("Psychiatric nurse practitioner")
    PA = "pa", _("Physician assistant")
    RN = "rn", _("Registered nurse")
    PSYCHOLOGIST = "psychologist", _("Psychologist")
    LCSW = "lcsw", _("Clinical social worker")
    LPC_LMHC = "lpc_lmhc", _("Professional counselor")
    LMFT = "lmft", _("Marriage and family therapist")
    PARAMEDIC_EMT = "paramedic_emt", _("Paramedic or EMT")
    MEDICAL_ASSISTANT = "medical_assistant", _("Medical assistant")
    UNLICENSED_GUIDE = "unlicensed_guide", _("Guide without a license")
    NOT_STATED = "not_stated", _("Not stated")


# Of the NUCC taxonomy, which the NPI registry uses. People choose their own there: it is no credential.
NUCC_CODES = {
    Role.PSYCHIATRIST: "2084P0800X",
    Role.CHILD_PSYCHIATRIST: "2084P0804X",
    Role.ADDICTION_PSYCHIATRIST: "2084P0802X",
    Role.ANESTHESIOLOGIST: "207L00000X",
    Role.PAIN_PHYSICIAN: "207LP2900X",
    Role.EMERGENCY_PHYSICIAN: "207P00000X",
    Role.INTERNIST: "207R00000X",
    Role.FAMILY_PHYSICIAN: "207Q00000X",
    Role.CRNA: "367500000X",
    Role.ANESTHESIOLOGIST_ASSISTANT: "367H00000X",
    Role.NP: "363L00000X",
    Role.PMHNP: "363LP0808X",
    Role.PA: "363A00000X",
    Role.RN: "163W00000X",
    Role.PSYCHOLOGIST: "103T00000X",
    Role.LCSW: "1041C0700X",
    Role.LPC_LMHC: "101YM0800X",
    Role.LMFT: "106H00000X",
    Role.PARAMEDIC_EMT: "146L00000X",
}
WITHOUT_NUCC_CODE = {Role.MEDICAL_ASSISTANT, Role.UNLICENSED_GUIDE, Role.NOT_STATED}
assert set(NUCC_CODES) | WITHOUT_NUCC_CODE == set(Role), "nobody says what a role is in the NUCC taxonomy"

PHYSICIANS = {
    Role.PSYCHIATRIST,
    Role.CHILD_PSYCHIATRIST,
    Role.ADDICTION_PSYCHIATRIST,
    Role.ANESTHESIOLOGIST,
    Role.PAIN_PHYSICIAN,
    Role.EMERGENCY_PHYSICIAN,
    Role.INTERNIST,
    Role.FAMILY_PHYSICIAN,
}
PRESCRIBERS = PHYSICIANS | {Role.CRNA, Role.NP, Role.PMHNP, Role.PA}
# Someone without a license may be on the staff, but is never the one who watches over a session.
MONITORS = set(Role) - {Role.UNLICENSED_GUIDE}


class ListingStatus(TextChoices):
    """Decisions only: what time does to a listing is computed from its dates."""

    DRAFT = "draft", _("Draft")
    PENDING_REVIEW = "pending_review", _("Waiting for review")
    PUBLISHED = "published", _("Published")
    TEMPORARILY_CLOSED = "temporarily_closed", _("Temporarily closed")
    CLOSED = "closed", _("Closed")
    SUSPENDED = "suspended", _("Suspended by staff")
    WITHDRAWN = "withdrawn_by_provider", _("Withdrawn by the provider")


# Of what was consented to: the others have no page.
WITH_A_PAGE = frozenset({ListingStatus.PUBLISHED, ListingStatus.TEMPORARILY_CLOSED, ListingStatus.CLOSED})


class PracticeKind(TextChoices):
    INFUSION_CLINIC = "infusion_clinic", _("Infusion clinic")
    PSYCHIATRY_PRACTICE = "psychiatry_practice", _("Psychiatry practice")
    PAIN_PRACTICE = "pain_practice", _("Pain practice")
    ANESTHESIA_PRACTICE = "anesthesia_practice", _("Anesthesia practice")
    HOSPITAL_OUTPATIENT = "hospital_outpatient", _("Hospital outpatient clinic")
    ACADEMIC_CENTER = "academic_center", _("Academic medical center")
    COMMUNITY_MENTAL_HEALTH = "community_mental_health", _("Community mental health center")
    PSYCHOTHERAPY_PRACTICE = "psychotherapy_practice_with_prescriber", _("Psychotherapy practice with a prescriber")
    TELEHEALTH_PRESCRIBER = "telehealth_prescriber", _("Telehealth prescriber")
    THERAPIST = "therapist_working_with_infusion_clinic", _("Therapist who works with an infusion clinic")


class Provenance(TextChoices):
    PROVIDER_APPLIED = "provider_applied", _("The provider applied")
    STAFF_INVITED = "staff_invited_consented", _("Invited by staff, consented")
    CLAIMED = "claimed", _("Claimed by the provider")


class LocationPrecision(TextChoices):
    ADDRESS = "address", _("At the address")
    ZIP_CENTROID = "zip_centroid", _("About: the middle of the ZIP code")


class PhoneAnsweredBy(TextChoices):
    CLINIC = "clinic", _("The clinic itself")
    CENTRAL_CALL_CENTER = "central_call_center", _("A central call center")
    THIRD_PARTY_PLATFORM = "third_party_platform", _("Another company's platform")
    NOT_STATED = "not_stated", _("Not stated")


class Prepayment(TextChoices):
    NONE = "none", _("Nothing in advance")
    PER_SESSION = "per_session", _("Each session before it starts")
    PACKAGE_OPTIONAL = "package_optional", _("A package, if you want one")
    PACKAGE_REQUIRED = "package_required", _("A whole package, required")
    NOT_STATED = "not_stated", _("Not stated")


class RefundPolicy(TextChoices):
    UNUSED_FULLY_REFUNDED = "unused_fully_refunded", _("Unused sessions are refunded in full")
    UNUSED_PRO_RATA = "unused_pro_rata", _("Unused sessions are refunded in part")
    NO_REFUND = "no_refund", _("No refund")
    NOT_STATED = "not_stated", _("Not stated")


class MonitorPresence(TextChoices):
    IN_ROOM_CONTINUOUS = "in_room_continuous", _("In the room the whole time")
    IN_ROOM_INTERMITTENT = "in_room_intermittent", _("In and out of the room")
    ON_SITE_SIGHT = "on_site_line_of_sight_or_camera", _("On site, watching by sight or camera")
    ON_SITE_ON_CALL = "on_site_on_call", _("On site, on call")
    REMOTE_VIDEO = "remote_video", _("By video from elsewhere")
    NONE = "none", _("Nobody")
    NOT_STATED = "not_stated", _("Not stated")


class PhysicianOnSite(TextChoices):
    ALWAYS = "always_during_sessions", _("During every session")
    SOME = "some_sessions", _("During some sessions")
    BY_PHONE = "reachable_by_phone", _("Reachable by phone")
    NO_PHYSICIAN = "no_physician", _("No physician")
    NOT_STATED = "not_stated", _("Not stated")


class PsychiatricClinician(TextChoices):
    ON_STAFF = "on_staff", _("On the staff")
    REQUIRED_OUTSIDE = "required_outside", _("You need one elsewhere")
    OPTIONAL_OUTSIDE = "optional_outside", _("One elsewhere is welcome")
    NO = "no", _("Not involved")
    NOT_STATED = "not_stated", _("Not stated")


class BloodPressureTiming(TextChoices):
    BEFORE_DURING_AFTER = "before_during_after", _("Before, during and after")
    BEFORE_AFTER = "before_after", _("Before and after")
    BEFORE_ONLY = "before_only", _("Before only")
    NOT_STATED = "not_stated", _("Not stated")


class LifeSupport(TextChoices):
    ACLS_ON_SITE = "acls_on_site", _("Advanced life support (ACLS) on site")
    BLS_ONLY = "bls_only", _("Basic life support only")
    NOT_STATED = "not_stated", _("Not stated")


class DischargeRule(TextChoices):
    STANDARDISED_SCALE = "standardised_scale", _("By a standard scale")
    CLINICIAN_JUDGEMENT = "clinician_judgement", _("By a clinician's judgment")
    FIXED_TIME_ONLY = "fixed_time_only", _("After a fixed time only")
    NOT_STATED = "not_stated", _("Not stated")


class Accreditation(TextChoices):
    JOINT_COMMISSION = "joint_commission", _("Joint Commission")
    AAAHC = "aaahc", _("AAAHC")
    QUAD_A = "quad_a", _("QUAD A")
    STATE_LICENSED = "state_licensed_facility", _("State-licensed facility")
    NONE = "none", _("None")
    NOT_STATED = "not_stated", _("Not stated")


class EvaluationMode(TextChoices):
    IN_PERSON = "in_person", _("In person")
    VIDEO = "video", _("By video")
    BOTH = "both", _("In person or by video")
    NOT_STATED = "not_stated", _("Not stated")


class ReferralRequired(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    PREFERRED = "preferred", _("Preferred")
    NOT_STATED = "not_stated", _("Not stated")


class FollowUpInterval(TextChoices):
    EACH_SESSION = "each_session", _("At each session")
    WEEKLY = "weekly", _("Every week")
    END_OF_SERIES = "end_of_series", _("At the end of the series")
    NONE = "none", _("None")
    NOT_STATED = "not_stated", _("Not stated")


class Psychotherapy(TextChoices):
    INCLUDED = "included", _("Included")
    OPTIONAL_ON_SITE = "optional_on_site", _("On site, if you want it")
    PARTNER_REFERRAL = "partner_referral", _("By referral to a partner")
    NONE = "none", _("None")
    NOT_STATED = "not_stated", _("Not stated")


class Seat(TextChoices):
    RECLINER = "recliner", _("Recliner")
    BED = "bed", _("Bed")
    EITHER = "either", _("Recliner or bed")
    NOT_STATED = "not_stated", _("Not stated")


class CompanionPolicy(TextChoices):
    MAY_STAY_IN_ROOM = "may_stay_in_room", _("May stay in the room")
    MAY_WAIT_ON_SITE = "may_wait_on_site", _("May wait on site")
    NOT_ALLOWED = "not_allowed", _("Not allowed")
    NOT_STATED = "not_stated", _("Not stated")


class DrivingRule(TextChoices):
    NEXT_DAY = "next_day_after_sleep", _("Not until the next day, after a night's sleep")
    HOURS_24 = "24_hours", _("Not for 24 hours")
    HOURS_12 = "12_hours", _("Not for 12 hours")
    NOT_STATED = "not_stated", _("Not stated")


class Fasting(TextChoices):
    NONE = "none", _("No fasting")
    LIGHT = "light", _("A light meal only")
    HOURS_6_2 = "6h_solids_2h_clear", _("No food for 6 hours, no clear drinks for 2 hours")
    NOT_STATED = "not_stated", _("Not stated")


class Accepting(TextChoices):
    """The codes of the Plan-Net AcceptingPatients code system, and a waiting list."""

    NEW = "newpt", _("Accepting new patients")
    NONE = "nopt", _("Not accepting patients")
    EXISTING_ONLY = "existptonly", _("Existing patients only")
    EXISTING_AND_FAMILY = "existptfam", _("Existing patients and their families")
    WAITLIST = "waitlist", _("Waiting list")
    NOT_STATED = "not_stated", _("Not stated")


class NextNewPatient(TextChoices):
    WITHIN_3_DAYS = "within_3_days", _("Within 3 days")
    DAYS_4_7 = "4_7_days", _("In 4 to 7 days")
    DAYS_8_14 = "8_14_days", _("In 8 to 14 days")
    DAYS_15_30 = "15_30_days", _("In 15 to 30 days")
    OVER_30_DAYS = "over_30_days", _("In more than 30 days")
    NOT_STATED = "not_stated", _("Not stated")


class Telehealth(TextChoices):
    NONE = "none", _("None")
    EVALUATION_ONLY = "evaluation_only", _("First evaluation by video")
    FOLLOW_UP_AND_THERAPY = "follow_up_and_therapy", _("Follow-up and therapy by video")
    AT_HOME_DOSING = "at_home_dosing_supervised_by_video", _("Doses at home, watched by video")
    NOT_STATED = "not_stated", _("Not stated")


class SignLanguage(TextChoices):
    ASL_CLINICIAN = "asl_clinician", _("A clinician signs ASL")
    ASL_INTERPRETER = "asl_interpreter", _("ASL interpreter")
    NONE = "none", _("None")
    NOT_STATED = "not_stated", _("Not stated")


class Route(TextChoices):
    IV_INFUSION = "iv_infusion", _("IV infusion")
    IM_INJECTION = "im_injection", _("Injection into a muscle (IM)")
    SC_INJECTION = "sc_injection", _("Injection under the skin (SC)")
    INTRANASAL_ESKETAMINE = "intranasal_esketamine", _("Esketamine nasal spray (Spravato)")
    INTRANASAL_COMPOUNDED = "intranasal_racemic_compounded", _("Compounded nasal ketamine")
    ORAL_IN_CLINIC = "oral_sublingual_in_clinic", _("By mouth or under the tongue, in the clinic")
    ORAL_AT_HOME = "oral_sublingual_at_home", _("By mouth or under the tongue, at home")


class ProtocolKind(TextChoices):
    FIXED = "fixed_mg_per_kg", _("Fixed dose by weight")
    TITRATED = "individually_titrated", _("Adjusted for each person")
    EXTENDED_PAIN = "extended_pain_protocol_over_90_min", _("Extended pain protocol, over 90 minutes")
    MULTI_DAY_PAIN = "multi_day_pain", _("Pain protocol over several days")
    NOT_STATED = "not_stated", _("Not stated")


class StopRule(TextChoices):
    REVIEWED = "reviewed_after_n_sessions", _("Reviewed after a set number of sessions")
    NONE_STATED = "none_stated", _("Not stated")


class LicenseStatus(TextChoices):
    ACTIVE = "active", _("Active")
    ACTIVE_RESTRICTED = "active_restricted", _("Active, with restrictions")
    PROBATION = "probation", _("Active, on probation")
    EXPIRED = "expired", _("Expired")
    SUSPENDED = "suspended", _("Suspended")
    REVOKED = "revoked", _("Revoked")
    SURRENDERED = "surrendered", _("Surrendered")
    NOT_FOUND = "not_found", _("Not found at the board")


IN_FORCE = {LicenseStatus.ACTIVE, LicenseStatus.ACTIVE_RESTRICTED, LicenseStatus.PROBATION}


class Discipline(TextChoices):
    NONE_FOUND = "none_found", _("None found")
    PUBLIC_ACTION = "public_action", _("Public action on record")
    NOT_STATED = "not_stated", _("Not looked up")


class PatientsBand(TextChoices):
    UNDER_50 = "<50", _("Fewer than 50")
    FROM_50 = "50-199", _("50 to 199")
    FROM_200 = "200-999", _("200 to 999")
    OVER_1000 = "1000+", _("1,000 or more")
    NOT_STATED = "not_stated", _("Not stated")


class LanguageMode(TextChoices):
    CLINICIAN = "clinician", _("a clinician speaks it")
    STAFF = "staff", _("staff speak it")
    INTERPRETER_IN_PERSON = "interpreter_in_person", _("interpreter in person")
    INTERPRETER_REMOTE = "interpreter_phone_video", _("interpreter by phone or video")


class InsurerScope(TextChoices):
    ESKETAMINE = "esketamine", _("esketamine")
    EVALUATION = "evaluation", _("evaluation")
    IV_KETAMINE = "iv_ketamine", _("IV ketamine")


class ReportAbout(TextChoices):
    ADDRESS_PHONE = "address_phone", _("Address, phone or web site")
    ACCEPTING = "accepting", _("Whether they take new patients")
    TREATMENTS = "treatments", _("What they offer")
    PRICE = "price", _("Prices or insurance")
    MONITORING = "monitoring", _("Who is in the room, and safety")
    PEOPLE = "people", _("The people there, or their licenses")
    CLOSED = "closed", _("It is closed, or has moved")
    OTHER = "other", _("Something else")


class PhotoStatus(TextChoices):
    UPLOADED = "uploaded", _("Being prepared")
    WAITING = "waiting", _("Waiting for our staff")
    PUBLISHED = "published", _("On your page")
    REFUSED = "refused", _("Not taken")
    REMOVED = "removed", _("Removed")


class ReportStatus(TextChoices):
    NEW = "new", _("New")
    ASKED_CLINIC = "asked_clinic", _("We have asked the clinic")
    FIXED = "fixed", _("Mended")
    NOT_CONFIRMED = "not_confirmed", _("Not confirmed")
    DUPLICATE = "duplicate", _("Reported before")


class ClaimWay(TextChoices):
    """How somebody proves that they speak for a practice."""

    LISTED_EMAIL = "listed_email", _("A letter to the e-mail address that the listing has already")
    OWN_SITE = "own_site", _("A letter to an address at the practice's own web site")
    CALL = "call", _("A call from our staff to the phone number of the listing")
    OTHER = "other", _("In another way, which our staff decide")


class ClaimStatus(TextChoices):
    OPEN = "open", _("Open")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")
    OBJECTED = "objected", _("The old contact objected")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    EXPIRED = "expired", _("Never proved")


class InvitationKind(TextChoices):
    COLLEAGUE = "colleague", _("A colleague")
    PROVIDER = "provider", _("The provider of a listing that staff drafted")


class InvitationStatus(TextChoices):
    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")
