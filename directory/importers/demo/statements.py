"""What a demonstration practice says about facts with many values: (facet, slug, answer, detail)."""

from directory.choices import PracticeKind
from directory.importers.demo.draw import Draw

CONDITIONS = {
    "trd": 0.85,
    "mdd": 0.7,
    "mdd_si": 0.3,
    "bipolar_depression": 0.4,
    "perinatal_depression": 0.15,
    "ptsd": 0.6,
    "gad": 0.4,
    "social_anxiety": 0.2,
    "ocd": 0.3,
    "alcohol_use_disorder": 0.15,
}
PAIN = {
    "crps": 0.3,
    "neuropathic_pain": 0.3,
    "fibromyalgia": 0.25,
    "migraine_headache": 0.2,
    "other_chronic_pain": 0.25,
}
# The share that says yes; of the rest a quarter says no and the others say nothing.
OTHERS = {
    "payment": {
        "self_pay": 0.9,
        "hsa_fsa": 0.6,
        "superbill_out_of_network": 0.5,
        "insurance_for_evaluation_only": 0.2,
        "in_network_insurance": 0.15,
        "medicare": 0.1,
        "medicaid": 0.05,
        "va_community_care": 0.1,
        "sliding_scale": 0.12,
        "payment_plan": 0.35,
        "third_party_financing": 0.3,
    },
    "monitoring": {
        "blood_pressure": 0.85,
        "heart_rate": 0.8,
        "pulse_oximetry": 0.8,
        "capnography": 0.2,
        "ecg": 0.3,
        "sedation_scale": 0.3,
        "dissociation_scale": 0.2,
    },
    "emergency": {
        "oxygen": 0.7,
        "airway_bag_valve_mask": 0.6,
        "suction": 0.4,
        "aed_defibrillator": 0.6,
        "emergency_drugs": 0.5,
        "written_emergency_plan": 0.5,
        "hospital_transfer_agreement": 0.2,
    },
    "screening": {
        "psychiatric_diagnostic_interview": 0.5,
        "medical_history_physical": 0.7,
        "blood_pressure_check": 0.7,
        "medication_review": 0.7,
        "substance_use_history": 0.5,
        "psychosis_mania_screen": 0.4,
        "suicide_risk_assessment_safety_plan": 0.4,
        "pregnancy_test": 0.3,
        "informed_consent_off_label": 0.5,
        "bladder_symptom_check": 0.2,
    },
    "access": {
        "step_free_entrance": 0.6,
        "elevator": 0.35,
        "accessible_restroom": 0.5,
        "accessible_parking": 0.5,
        "service_animals_welcome": 0.3,
        "low_sensory_room": 0.15,
        "public_transit_within_half_mile": 0.3,
    },
    "population": {
        "veterans": 0.3,
        "first_responders": 0.2,
        "lgbtq_affirming": 0.3,
        "older_adults": 0.2,
        "neurodivergent": 0.15,
        "chronic_pain": 0.3,
    },
    "room": {"private_room": 0.6, "semi_private": 0.2, "open_bay": 0.1},
    "escort": {
        "adult_must_stay": 0.1,
        "adult_must_take_home": 0.5,
        "ride_service_allowed": 0.4,
        "public_transport_allowed": 0.05,
    },
    "includes": {"medical_evaluation": 0.3, "monitoring": 0.6, "anti_nausea": 0.4, "integration_session": 0.15},
    "scale": {"phq9": 0.5, "madrs": 0.15, "gad7": 0.3, "pcl5": 0.2, "pain_nrs": 0.2},
    "will_not_treat": {
        "uncontrolled_hypertension": 0.5,
        "active_psychosis": 0.5,
        "active_mania": 0.3,
        "pregnancy": 0.4,
        "active_substance_use": 0.3,
    },
}
SAYS_NO = 0.25
# What only a place where people are treated can say.
ON_SITE = {"monitoring", "emergency", "room", "escort", "includes"}
LANGUAGES = {"es": 0.3, "zh": 0.05, "vi": 0.05, "ko": 0.04, "tl": 0.04, "ar": 0.04, "fr": 0.05, "ru": 0.04, "pt": 0.03}
INSURERS = ["aetna", "cigna", "humana", "unitedhealthcare"]


def statements(draw: Draw, listing: dict, routes: list[str]) -> list[tuple[str, str, str, str]]:
    return [*conditions(draw, listing), *answers(draw, listing), *languages(draw), *insurance(draw, listing, routes)]


def conditions(draw: Draw, listing: dict):
    shares = PAIN | {"crps": 0.8} if listing["practice_kind"] == PracticeKind.PAIN_PRACTICE else CONDITIONS
    more = draw.some(PAIN) if draw.chance(0.3) else []
    chosen = draw.some(shares) or [next(iter(shares))]
    return [("condition", slug, "yes", "") for slug in sorted({*chosen, *more})]


def answers(draw: Draw, listing: dict):
    for facet, shares in OTHERS.items():
        if facet in ON_SITE and (listing["by_video_only"] or listing["practice_kind"] == PracticeKind.THERAPIST):
            continue
        # Some practices answer none of a group's questions.
        if draw.chance(0.18):
            continue
        for slug, share in shares.items():
            if draw.chance(share):
                yield facet, slug, "yes", ""
            elif draw.chance(SAYS_NO):
                yield facet, slug, "no", ""


def languages(draw: Draw):
    yield "language", "en", "yes", "clinician"
    for slug in draw.some(LANGUAGES):
        yield "language", slug, "yes", draw.choice(["clinician", "staff", "interpreter_phone_video"])


def insurance(draw: Draw, listing: dict, routes: list[str]):
    if "intranasal_esketamine" in routes:
        yield "payment", "esketamine_via_insurance", "yes", ""
        for slug in draw.sample(INSURERS, draw.randint(0, 3)):
            yield "insurer", slug, "yes", "esketamine"
    if listing["min_age"] == 18 and draw.chance(0.5):
        yield "will_not_treat", "under_18", "yes", ""
    if listing["by_video_only"]:
        yield "serves", listing["state"].lower(), "yes", ""
