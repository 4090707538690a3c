from dataclasses import replace
from datetime import date

import pytest

from directory.choices import Role
from directory.claims import Result
from directory.importers.npi.compare import EVIDENCE_LENGTH, NOTE_LENGTH, absent, compare
from directory.importers.npi.record import Kind, Record
from directory.models import Position
from tests.directory.importers.npi.registry import CLINIC, JANE
from tests.factories.directory import make_clinician, make_draft, make_license

pytestmark = pytest.mark.django_db

PERSON = Record(
    line=7,
    npi=JANE,
    kind=Kind.PERSON,
    last_names=("TESTPERSON",),
    given_names=("JANE", "Q"),
    organizations=(),
    practice_state="CO",
    license_states=(),
    taxonomies=("207L00000X",),
    deactivated_on=None,
)
ORGANIZATION = replace(
    PERSON, npi=CLINIC, kind=Kind.ORGANIZATION, last_names=(), given_names=(), organizations=("TEST CENTER LLC",)
)
BLANK = replace(PERSON, kind=Kind.NOT_STATED, last_names=(), given_names=(), practice_state="", taxonomies=())


@pytest.fixture
def jane():
    clinician = make_clinician(name="Jane Testperson", npi=JANE)
    make_license(clinician, jurisdiction="CO")
    return clinician


@pytest.fixture
def clinic():
    return make_draft(name="Test Center", npi=CLINIC, state="CO")


def found(subject, record):
    finding = compare(subject, record, "npi.csv")
    return finding.result, finding.note


class TestClinicians:
    def test_what_agrees_is_confirmed_by_name(self, jane):
        assert found(jane, PERSON) == (
            Result.CONFIRMED,
            "This NPI is in use in the NPI registry. These agree: name, state, training.",
        )

    def test_what_one_side_does_not_say_is_not_claimed_to_agree(self, jane):
        record = replace(PERSON, practice_state="", taxonomies=())
        assert found(jane, record)[1].endswith("These agree: name.")
        jane.role = Role.NOT_STATED
        assert found(jane, PERSON)[1].endswith("These agree: name, state.")

    def test_letters_after_the_name_do_not_matter(self, jane):
        jane.post_nominals = "MD, PhD"
        assert found(jane, PERSON)[0] == Result.CONFIRMED

    def test_another_name_is_a_difference_that_staff_see_in_full(self, jane):
        finding = compare(jane, replace(PERSON, last_names=("OTHERPERSON",)), "npi.csv")
        assert (finding.result, finding.note) == (
            Result.CONTRADICTED,
            "The NPI registry differs: it has another name.",
        )
        assert "OTHERPERSON" in finding.evidence

    def test_a_former_name_agrees(self, jane):
        assert found(jane, replace(PERSON, last_names=("OTHERPERSON", "TESTPERSON")))[0] == Result.CONFIRMED

    def test_an_npi_of_an_organization_is_a_difference(self, jane):
        assert found(jane, replace(ORGANIZATION, taxonomies=())) == (
            Result.CONTRADICTED,
            "The NPI registry differs: it has this NPI for an organization.",
        )

    def test_another_state_is_a_difference(self, jane):
        assert found(jane, replace(PERSON, practice_state="TX")) == (
            Result.CONTRADICTED,
            "The NPI registry differs: it places them in Texas, where we know of no license or practice.",
        )

    def test_a_license_in_the_registry_is_enough_for_a_state(self, jane):
        assert found(jane, replace(PERSON, practice_state="TX", license_states=("CO", "TX")))[0] == Result.CONFIRMED

    def test_a_practice_that_we_list_is_enough_for_a_state(self, jane):
        Position.objects.create(clinician=jane, listing=make_draft(state="TX"))
        assert found(jane, replace(PERSON, practice_state="TX"))[0] == Result.CONFIRMED

    @pytest.mark.parametrize("place", ["ONTARIO", "", "XX"])
    def test_a_place_that_is_no_state_is_not_compared(self, jane, place):
        assert found(jane, replace(PERSON, practice_state=place))[1].endswith("These agree: name, training.")

    def test_a_person_without_a_state_is_not_compared_by_it(self):
        clinician = make_clinician(name="Jane Testperson", npi=JANE)
        assert found(clinician, PERSON)[1].endswith("These agree: name, training.")

    def test_another_training_is_a_difference(self, jane):
        assert found(jane, replace(PERSON, taxonomies=("174400000X", "163W00000X"))) == (
            Result.CONTRADICTED,
            "The NPI registry differs: its taxonomy code 163W00000X is not that of “Anesthesiologist”.",
        )

    def test_a_deactivated_npi_says_since_when(self, jane):
        assert found(jane, replace(BLANK, deactivated_on=date(2020, 8, 17))) == (
            Result.CONTRADICTED,
            "The NPI registry differs: it deactivated this NPI on 17 August 2020.",
        )

    def test_several_differences_stand_in_one_note(self, jane):
        record = replace(PERSON, practice_state="TX", given_names=("ROBERT",), deactivated_on=date(2020, 8, 17))
        assert found(jane, record)[1] == (
            "The NPI registry differs: it deactivated this NPI on 17 August 2020; it has another name; "
            "it places them in Texas, where we know of no license or practice."
        )

    def test_the_longest_note_has_room(self, jane):
        jane.role = Role.PMHNP
        record = replace(
            PERSON,
            kind=Kind.ORGANIZATION,
            practice_state="MP",
            license_states=("DC", "TX"),
            taxonomies=("207L00000X", "207Q00000X", "163W00000X"),
            deactivated_on=date(2020, 9, 17),
        )
        note = found(jane, record)[1]
        assert len(note) <= NOTE_LENGTH
        assert note.endswith("is not that of “Psychiatric nurse practitioner”.")


class TestListings:
    def test_what_agrees_is_confirmed_by_name(self, clinic):
        assert found(clinic, ORGANIZATION) == (
            Result.CONFIRMED,
            "This NPI is in use in the NPI registry. These agree: name, state.",
        )

    def test_the_legal_name_is_enough(self, clinic):
        clinic.name, clinic.legal_name = "Another Name", "Test Center, L.L.C."
        assert found(clinic, ORGANIZATION)[0] == Result.CONFIRMED

    def test_another_name_is_a_difference(self, clinic):
        assert found(clinic, replace(ORGANIZATION, organizations=("OTHER CENTER LLC",))) == (
            Result.CONTRADICTED,
            "The NPI registry differs: it has the name “OTHER CENTER LLC”, which we do not have.",
        )

    def test_an_npi_of_a_person_is_a_difference_that_does_not_name_them(self, clinic):
        assert found(clinic, PERSON) == (
            Result.CONTRADICTED,
            "The NPI registry differs: it has this NPI for a person.",
        )

    def test_another_state_is_a_difference(self, clinic):
        assert found(clinic, replace(ORGANIZATION, practice_state="tx")) == (
            Result.CONTRADICTED,
            "The NPI registry differs: it places them in Texas, not in Colorado.",
        )

    def test_a_deactivated_npi_without_any_words_says_since_when(self, clinic):
        assert found(clinic, replace(BLANK, deactivated_on=date(2020, 8, 17)))[1] == (
            "The NPI registry differs: it deactivated this NPI on 17 August 2020."
        )

    def test_a_name_of_any_length_has_room(self, clinic):
        long = replace(ORGANIZATION, organizations=("X" * 5000,), practice_state="MP", license_states=("DC",))
        finding = compare(clinic, long, "npi.csv" * 100)
        assert len(finding.note) <= NOTE_LENGTH
        assert finding.note.endswith("not in Colorado.")
        assert len(finding.evidence) <= EVIDENCE_LENGTH


def test_the_evidence_names_file_and_line_and_what_stands_there(jane):
    record = replace(PERSON, license_states=("CO", "TX"), deactivated_on=date(2020, 8, 17))
    assert compare(jane, record, "npi.csv").evidence == (
        f"npi.csv, line 7: NPI {JANE}, a person; names JANE | Q | TESTPERSON; states of licenses CO | TX; "
        "taxonomy 207L00000X; practice in CO; deactivated on 2020-08-17."
    )


def test_what_a_complete_file_lacks_is_not_confirmed():
    finding = absent(JANE, "npi.csv")
    assert finding.result == Result.NOT_CONFIRMED
    assert finding.note == "This NPI is not in the file of the NPI registry."
    assert finding.evidence == f"npi.csv: NPI {JANE} is not in it."
