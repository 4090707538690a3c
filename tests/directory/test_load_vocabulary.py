import csv
import re
from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from directory import choices
from directory.facets import AGE_GROUPS, FACETS
from directory.importers.vocabulary import COLUMNS, VOCABULARY
from directory.models import SearchVersion, Term
from directory.states import STATE_NAMES

OXYGEN = [1, "emergency", "oxygen", "Oxygen", "Oxygen is ready to use.", "", 10]
SUCTION = [2, "emergency", "suction", "Suction", "A device to clear the mouth is ready to use.", "", 20]
ANCHORS = """at-a-glance what-it-is routes how-infusions-work the-usual-course a-session monitoring iv-compared evidence
    depression bipolar suicidal-thoughts ptsd ocd alcohol anxiety pain comparisons side-effects who-should-not
    legal-status home-ketamine guidelines cost getting-started questions-to-ask crisis evidence-notes""".split()
HEAVY_WORDS = """leverage utilize facilitate commence optimal modality efficacious holistic journey world-class unlock
    heal simply cure guarantee best prior pursuant""".split()

# Copied by hand from the list of what a listing can say, so that a slip in the file shows.
PROMISED = {
    "route": """iv_infusion im_injection sc_injection intranasal_esketamine intranasal_racemic_compounded
        oral_sublingual_in_clinic oral_sublingual_at_home""",
    "condition": """trd mdd mdd_si bipolar_depression perinatal_depression ptsd gad social_anxiety ocd
        alcohol_use_disorder other_sud crps neuropathic_pain fibromyalgia migraine_headache phantom_limb_pain
        spinal_cord_injury_pain cancer_pain_palliative other_chronic_pain""",
    "payment": """self_pay hsa_fsa in_network_insurance superbill_out_of_network insurance_for_evaluation_only
        esketamine_via_insurance medicare medicaid tricare va_community_care workers_comp sliding_scale payment_plan
        third_party_financing charity_or_research_slot""",
    "monitoring": "blood_pressure heart_rate pulse_oximetry capnography ecg sedation_scale dissociation_scale",
    "emergency": """oxygen airway_bag_valve_mask suction aed_defibrillator emergency_drugs written_emergency_plan
        hospital_transfer_agreement""",
    "screening": """psychiatric_diagnostic_interview medical_history_physical blood_pressure_check medication_review
        substance_use_history psychosis_mania_screen suicide_risk_assessment_safety_plan pregnancy_test
        urine_drug_screen ecg_when_indicated liver_tests_when_indicated prescription_monitoring_program_check
        bladder_symptom_check informed_consent_off_label prior_treatment_history""",
    "access": """step_free_entrance elevator accessible_restroom accessible_parking wheelchair_transfer_space
        bariatric_seating hearing_loop large_print low_sensory_room scent_free service_animals_welcome
        public_transit_within_half_mile cognitive_support""",
    "room": "private_room semi_private open_bay",
    "escort": "adult_must_stay adult_must_take_home ride_service_allowed public_transport_allowed",
    "population": "veterans first_responders lgbtq_affirming perinatal older_adults chronic_pain neurodivergent",
    "hours": "evening weekend weekday",
    "price": "under_300 300_to_449 450_to_599 600_to_799 800_or_more",
    "observation": "under_30 30_to_59 60_to_119 120_or_more",
    "includes": """medical_evaluation psychiatric_evaluation monitoring anti_nausea preparation_session
        integration_session follow_up_visit""",
    "scale": "phq9 madrs hamd gad7 pcl5 ybocs pain_nrs bpi none",
    "will_not_treat": """uncontrolled_hypertension unstable_heart_disease active_psychosis active_mania pregnancy
        active_substance_use severe_liver_disease raised_intracranial_or_eye_pressure under_18""",
    "phase": "preparation during_session integration",
}
# Where a listing keeps the fact in one field, that field's choices are the facet's values.
CHOICES = {
    "accepting": choices.Accepting,
    "presence": choices.MonitorPresence,
    "physician": choices.PhysicianOnSite,
    "anesthesia": choices.Answer,
    "psychiatric": choices.PsychiatricClinician,
    "life_support": choices.LifeSupport,
    "evaluation": choices.EvaluationMode,
    "referral": choices.ReferralRequired,
    "psychotherapy": choices.Psychotherapy,
    "companion": choices.CompanionPolicy,
    "availability": choices.NextNewPatient,
    "telehealth": choices.Telehealth,
    "sign_language": choices.SignLanguage,
}
SAME_WORDS = {
    "route": choices.Route,
    "monitor": choices.Role,
    "prescriber": choices.Role,
    "setting": choices.PracticeKind,
    "accepting": choices.Accepting,
}


def shipped():
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = shipped()


def slugs(facet):
    return {row["slug"] for row in ROWS if row["facet"] == facet}


def stated(facet):
    return slugs(facet) - {"not_stated"}


@pytest.fixture
def load(tmp_path, db):
    """Loads rows as a file, and returns what the command printed."""

    def run(*rows, columns=COLUMNS):
        path = tmp_path / "terms.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([columns, *rows])
        return call(path)

    def call(*args):
        out = StringIO()
        call_command("load_vocabulary", *args, stdout=out)
        return out.getvalue()

    run.call = call
    return run


def changed(row, **cells):
    return [cells.get(name, cell) for name, cell in zip(COLUMNS, row, strict=True)]


def epoch():
    return SearchVersion.objects.values_list("number", "epoch").first()


# The file we ship


@pytest.mark.parametrize("facet", PROMISED)
def test_every_promised_value_is_in_the_file_and_no_other(facet):
    assert stated(facet) == set(PROMISED[facet].split())


@pytest.mark.parametrize("facet", CHOICES)
def test_the_choices_of_a_field_are_the_values_of_its_facet(facet):
    assert slugs(facet) == {*CHOICES[facet].values, "not_stated"}


def test_who_may_watch_a_session_is_everybody_but_an_unlicensed_guide():
    assert slugs("monitor") == set(choices.Role.values) - {"unlicensed_guide"}


def test_who_may_prescribe_is_who_the_law_lets_prescribe():
    assert stated("prescriber") == {role.value for role in choices.PRESCRIBERS}


def test_kinds_of_practice_are_those_of_a_listing():
    assert stated("setting") == set(choices.PracticeKind.values)


def test_the_groups_of_ages_are_those_of_the_search():
    assert stated("age") == set(AGE_GROUPS)


@pytest.mark.parametrize("facet", ["state", "serves"])
def test_every_state_is_there_by_its_code_and_name(facet):
    names = {row["slug"].upper(): row["label"] for row in ROWS if row["facet"] == facet}
    assert names == STATE_NAMES


def test_languages_are_two_letter_codes_and_insurers_are_enough():
    assert all(len(slug) == 2 for slug in stated("language"))
    assert {"en", "es", "zh", "tl", "vi", "ar", "ht"} <= stated("language")
    assert len(stated("language")) >= 45
    assert len(stated("insurer")) >= 25


def test_every_facet_of_the_search_has_its_terms():
    assert {facet.name for facet in FACETS} <= {row["facet"] for row in ROWS}


def test_every_facet_but_the_two_of_place_can_be_not_stated():
    facets = {row["facet"] for row in ROWS}
    assert {facet for facet in facets if "not_stated" not in slugs(facet)} == {"state", "serves"}
    assert {facet.name for facet in FACETS if not facet.may_be_unstated} == {"state", "serves"}


def test_not_stated_is_called_so_and_comes_last():
    for row in ROWS:
        if row["slug"] == "not_stated":
            assert (row["label"], row["position"]) == ("Not stated", "999")
        else:
            assert int(row["position"]) < 999


@pytest.mark.parametrize("facet", sorted({row["facet"] for row in ROWS}))
def test_no_two_terms_of_a_facet_look_alike_or_share_a_position(facet):
    for column in ("label", "position", "explanation"):
        cells = Counter(row[column] for row in ROWS if row["facet"] == facet)
        assert [cell for cell, times in cells.items() if times > 1] == []


def test_numbers_only_grow_from_line_to_line():
    numbers = [int(row["number"]) for row in ROWS]
    assert numbers == sorted(set(numbers))


def test_labels_are_short():
    for label in (row["label"] for row in ROWS):
        assert 1 <= len(label.strip()) == len(label) <= 60, label
        assert not label[0].islower(), label


def test_explanations_are_one_short_plain_sentence():
    for text in (row["explanation"] for row in ROWS):
        assert len(text.strip()) == len(text) <= 240, text
        assert text.endswith("."), text
        assert not any(mark in text for mark in (". ", "! ", "? ", "  ")), text
        assert set(re.findall(r"[a-z-]+", text.lower())).isdisjoint(HEAVY_WORDS), text
        assert len(max(re.split("[,;]", text), key=len).split()) <= 25, text


def test_only_treatments_and_conditions_lead_to_the_guide():
    for row in ROWS:
        leads = row["facet"] in ("route", "condition") and row["slug"] != "not_stated"
        assert (row["guide_anchor"] in ANCHORS) if leads else row["guide_anchor"] == "", row


@pytest.mark.parametrize("facet", SAME_WORDS)
def test_a_term_and_the_choice_it_stands_for_have_the_same_words(facet):
    labels = {row["slug"]: row["label"] for row in ROWS if row["facet"] == facet}
    assert labels == {slug: label for slug, label in SAME_WORDS[facet].choices if slug in labels} | (
        {"not_stated": "Not stated"} if "not_stated" in labels else {}
    )


def test_suicidal_thoughts_never_come_without_the_crisis_line():
    [row] = [row for row in ROWS if row["slug"] == "mdd_si"]
    assert "988" in row["explanation"]
    assert "911" in row["explanation"]
    assert "not an emergency service" in row["explanation"]


def test_no_explanation_calls_ketamine_itself_approved():
    for row in ROWS:
        if "approved" in row["explanation"]:
            assert "not FDA-approved" in row["explanation"] or row["slug"] == "intranasal_esketamine"


@pytest.mark.django_db
def test_the_shipped_file_loads_and_a_second_run_changes_nothing(load):
    assert load.call() == f"Vocabulary: {len(ROWS)} created.\n"
    before = epoch()
    assert load.call() == f"Vocabulary: {len(ROWS)} unchanged.\n"
    assert Term.objects.count() == len(ROWS)
    assert epoch() == before


# What loading does


def test_a_row_becomes_a_term(load):
    load(OXYGEN)
    term = Term.objects.get()
    assert (term.number, term.facet, term.slug, term.position) == (1, "emergency", "oxygen", 10)
    assert (term.label, term.explanation, term.guide_anchor) == ("Oxygen", "Oxygen is ready to use.", "")


def test_a_new_row_and_a_new_wording_reach_the_database_and_the_search(load):
    load(OXYGEN)
    number, before = epoch()
    assert load(changed(OXYGEN, label="Oxygen at hand"), SUCTION) == "Vocabulary: 1 updated, 1 created.\n"
    assert Term.objects.get(number=1).label == "Oxygen at hand"
    assert epoch()[0] > number
    assert epoch()[1] != before


def test_a_term_that_staff_changed_is_left_and_named(load):
    load(OXYGEN, SUCTION)
    Term.objects.filter(number=1).update(label="Oxygen tank")
    before = epoch()
    printed = load(changed(OXYGEN, label="Oxygen at hand"), SUCTION)
    assert "1 left as somebody changed it, 1 unchanged" in printed
    assert "Left as somebody changed it: Oxygen tank (emergency)." in printed
    assert Term.objects.get(number=1).label == "Oxygen tank"
    assert epoch() == before


def test_a_term_that_the_file_lost_is_kept_and_named(load):
    load(OXYGEN, SUCTION)
    printed = load(OXYGEN)
    assert "1 unchanged, 1 no longer in the file" in printed
    assert "No longer in the file: Suction (emergency)." in printed
    assert Term.objects.count() == 2


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path, load):
    path = tmp_path / "excel.csv"
    path.write_bytes(
        b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n1,room,open_bay,Open room,You share it.,,5\r\n"
    )
    assert load.call(path) == "Vocabulary: 1 created.\n"


# What loading refuses


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (changed(SUCTION, number=1), "Line 3: Number 1 is that of emergency oxygen, and a number is never used again."),
        (changed(SUCTION, slug="oxygen"), "Line 3: emergency oxygen is there already, in line 2."),
        (changed(SUCTION, number=0), "Line 3: The number must be from 1 to 65535."),
        (changed(SUCTION, number=65_536), "Line 3: The number must be from 1 to 65535."),
        (changed(SUCTION, number="two"), "Line 3: number: "),
        (changed(SUCTION, number=""), "Line 3: number: "),
        (changed(SUCTION, slug="Suction"), "Line 3: A slug is lower-case"),
        (changed(SUCTION, slug="suction-pump"), "Line 3: A slug is lower-case"),
        (changed(SUCTION, slug="suction_"), "Line 3: A slug is lower-case"),
        (changed(SUCTION, slug=""), "Line 3: slug: "),
        (changed(SUCTION, facet="Emergency care"), "Line 3: A facet is lower-case"),
        (changed(SUCTION, label=""), "Line 3: label: "),
        (changed(SUCTION, label="s" * 61), "Line 3: label: "),
        (changed(SUCTION, explanation="No full stop"), "Line 3: The explanation ends with a full stop."),
        (changed(SUCTION, explanation="s" * 240 + "."), "Line 3: explanation: "),
        (changed(SUCTION, guide_anchor="#pain"), "Line 3: Write the section as its address does"),
        (changed(SUCTION, position=-1), "Line 3: position: "),
        (SUCTION[:-1], "Line 3: A row has 7 cells."),
        ([*SUCTION, "more"], "Line 3: A row has 7 cells."),
    ],
)
def test_a_fault_is_refused_with_its_line_and_nothing_is_loaded(load, row, reason):
    with pytest.raises(CommandError) as refusal:
        load(OXYGEN, row)
    assert reason in str(refusal.value)
    assert not Term.objects.exists()
    assert epoch() is None


def test_the_number_of_a_term_never_changes(load):
    load(OXYGEN)
    with pytest.raises(CommandError, match=r"Line 2: emergency oxygen has the number 1, not 9"):
        load(changed(OXYGEN, number=9))
    assert Term.objects.get().number == 1


def test_the_number_of_a_term_that_left_the_file_is_not_given_to_another(load):
    load(OXYGEN)
    with pytest.raises(CommandError, match="Number 1 is that of emergency oxygen"):
        load(changed(SUCTION, number=1))


def test_every_fault_of_a_file_is_told_at_once(load):
    with pytest.raises(CommandError) as refusal:
        load(changed(OXYGEN, label=""), SUCTION, changed(SUCTION, number=3))
    assert "Line 2: label" in str(refusal.value)
    assert "Line 4: emergency suction is there already, in line 3." in str(refusal.value)


def test_other_columns_are_refused(load):
    with pytest.raises(CommandError, match="Line 1: the columns must be number,facet,slug"):
        load(OXYGEN, columns=[*COLUMNS[:-1], "place"])


@pytest.mark.parametrize("content", [b'1,room,"open', b"1,room,\xff\xfe,,,,\n"])
def test_a_broken_file_is_refused(tmp_path, load, content):
    path = tmp_path / "broken.csv"
    path.write_bytes(",".join(COLUMNS).encode() + b"\n" + content)
    with pytest.raises(CommandError, match="not readable as CSV in UTF-8"):
        load.call(path)


def test_a_missing_file_is_named(tmp_path, load):
    with pytest.raises(CommandError, match=r"gone\.csv"):
        load.call(tmp_path / "gone.csv")
