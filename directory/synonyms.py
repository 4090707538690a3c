"""Other words that people use for a term of the vocabulary: they find it, and are never shown."""

ROLES = {
    "crna": "nurse anesthesiologist",
    "family_physician": "doctor",
    "internist": "internal medicine doctor",
    "lcsw": "LCSW therapist",
    "lmft": "LMFT therapist couples",
    "lpc_lmhc": "LPC LMHC therapist counseling",
    "np": "NP",
    "pain_physician": "doctor",
    "paramedic_emt": "emergency technician",
    "pmhnp": "PMHNP",
    "psychologist": "therapist",
    "rn": "RN nurse",
}
BY_VIDEO = "telehealth telemedicine online virtual remote"

# By facet and slug. What a label says already need not be here.
SYNONYMS = {
    "route": {
        "iv_infusion": "ketamine intravenous drip",
        "im_injection": "ketamine intramuscular shot",
        "sc_injection": "ketamine subcutaneous shot",
        "intranasal_esketamine": "intranasal",
        "intranasal_racemic_compounded": "intranasal racemic spray",
        "oral_sublingual_in_clinic": "ketamine oral sublingual lozenge troche tablet",
        "oral_sublingual_at_home": "ketamine oral sublingual lozenge troche tablet",
    },
    "condition": {
        "alcohol_use_disorder": "AUD alcoholism drinking addiction",
        "bipolar_depression": "disorder manic",
        "cancer_pain_palliative": "oncology",
        "crps": "RSD reflex sympathetic dystrophy",
        "fibromyalgia": "fibro",
        "gad": "GAD anxious",
        "mdd": "MDD depressive disorder",
        "mdd_si": "suicide suicidality ideation",
        "migraine_headache": "headache",
        "neuropathic_pain": "neuropathic neuropathy neuralgia",
        "other_sud": "SUD addiction drug opioid dependence",
        "perinatal_depression": "postpartum postnatal perinatal PPD",
        "phantom_limb_pain": "amputation",
        "ptsd": "posttraumatic trauma",
        "social_anxiety": "phobia",
        "trd": "TRD refractory",
    },
    "setting": {
        "academic_center": "university",
        "anesthesia_practice": "anesthesiology",
        "infusion_clinic": "ketamine",
        "pain_practice": "management",
        "psychiatry_practice": "psychiatric psychiatrist",
        "psychotherapy_practice_with_prescriber": "therapist counseling",
        "telehealth_prescriber": BY_VIDEO,
        "therapist_working_with_infusion_clinic": "ketamine therapy psychotherapy counseling",
    },
    "population": {
        "first_responders": "firefighter police paramedic EMS",
        "lgbtq_affirming": "LGBT gay lesbian bisexual transgender queer",
        "neurodivergent": "autism autistic ADHD",
        "older_adults": "senior elderly geriatric",
        "perinatal": "pregnancy postpartum perinatal",
        "veterans": "military",
    },
    "payment": {
        "self_pay": "cash",
        "sliding_scale": "sliding scale",
        "third_party_financing": "financing credit",
        "superbill_out_of_network": "superbill out of network insurance",
        "va_community_care": "veterans",
    },
    "language": {"es": "español", "fr": "français", "zh": "mandarin cantonese"},
    "psychotherapy": {
        "included": "psychotherapy KAP",
        "optional_on_site": "psychotherapy KAP",
        "partner_referral": "psychotherapy",
    },
    "sign_language": {"asl_clinician": "ASL sign language deaf", "asl_interpreter": "sign language deaf"},
    "telehealth": {
        "at_home_dosing_supervised_by_video": BY_VIDEO,
        "evaluation_only": BY_VIDEO,
        "follow_up_and_therapy": BY_VIDEO,
    },
    "prescriber": ROLES,
    "monitor": ROLES,
    "lead": ROLES,
}


def synonyms_of(facet: str, slug: str) -> str:
    return SYNONYMS.get(facet, {}).get(slug, "")
