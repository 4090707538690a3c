import pytest

from directory.changelog.review import lines
from directory.models import Listing
from psychly.models import User
from tests.factories.directory import make_clinician, make_listing, make_manager, make_term

pytestmark = pytest.mark.django_db
IM = "offerings.im_injection"


@pytest.fixture
def listing():
    return make_listing(headline="Calm rooms near the park.")


def proposed(listing, **fields):
    return listing.propose(fields.pop("fields", {}) | fields, by=make_manager(listing))


def by_path(change):
    return {line.path: line for line in lines(change)}


def words(line):
    return [(piece.kind, piece.text) for piece in line.pieces]


def test_a_text_is_told_word_by_word(listing):
    (line,) = lines(proposed(listing, headline="Quiet rooms near the park."))
    assert words(line) == [("gone", "Calm"), ("new", "Quiet"), ("same", " rooms near the park.")]


def test_a_choice_is_told_whole_and_in_words(listing):
    (line,) = lines(proposed(listing, prescriber_role="crna"))
    assert words(line) == [("gone", "Anesthesiologist"), ("new", "Nurse anesthetist (CRNA)")]


def test_what_was_not_stated_went_from_nothing(listing):
    (line,) = lines(proposed(listing, consult_fee_usd=250, fees_as_of="2026-01-31"))[:1]
    assert (line.label, words(line)) == ("First consultation", [("new", "$250")])


def test_conflicts_stand_first_with_what_is_public_now(listing):
    change = proposed(listing, headline="Quiet rooms.", parking="Yard")
    Listing.objects.update(headline="")
    first, second = lines(change)
    assert (first.path, first.public_now, first.is_conflict, first.is_easy) == ("headline", "", True, False)
    assert (second.path, second.is_conflict, second.is_easy) == ("parking", False, True)


def test_overclaims_stand_at_their_line(listing):
    line = by_path(proposed(listing, description="A miracle.", parking="Yard"))["description"]
    assert "It promises more than anyone knows." in line.overclaims[0]
    assert not line.is_easy


def test_the_fields_of_a_new_row_belong_to_it(listing):
    found = by_path(proposed(listing, fields={IM: True, f"{IM}.visit_minutes": 90}))
    assert (found[IM].row, found[f"{IM}.visit_minutes"].row) == ("", IM)
    assert found[f"{IM}.visit_minutes"].label == "Injection into a muscle (IM): minutes of the whole visit"


def test_a_new_person_with_a_license_is_looked_up_at_the_board(listing):
    make_clinician(name="Robin Known", npi="1234567893")
    said = {"name": "Robin", "npi": "1234567893", "license_jurisdiction": "CO", "license_type": "RN"}
    found = by_path(
        proposed(listing, fields={f"people.new.1.{name}": value for name, value in said.items()} | {
            "people.new.1.license_number": "77"
        })
    )  # fmt: skip
    assert found["people.new.1"].needs_board
    assert found["people.new.1.npi"].known_person.name == "Robin Known"
    assert {path.split(".")[-1]: line.label for path, line in found.items()} == {
        "1": "New person 1",
        "name": "New person 1: name",
        "npi": "New person 1: NPI",
        "license_jurisdiction": "New person 1: license, state",
        "license_type": "New person 1: license, type",
        "license_number": "New person 1: license, number",
    }
    assert found["people.new.1.license_jurisdiction"].new == "Colorado"


def test_a_license_is_named_with_its_holder(listing):
    clinician = listing.positions.get().clinician
    (line,) = lines(proposed(listing, fields={f"licenses.{clinician.pk}.WY.DR.0077": "MD"}))
    assert line.label == f"{clinician}: license DR.0077 in Wyoming"
    assert (line.new, line.needs_board) == ("MD", True)


def test_a_decided_change_is_told_without_questions(listing):
    make_term("language", "es", label="Spanish")
    change = proposed(listing, fields={"statements.language.es.staff": "yes"}, description="A miracle.")
    change.withdraw(by=User.objects.create_superuser("desk@example.com", "x"))
    Listing.objects.update(description="Something else.")
    assert all(line.is_easy for line in lines(change))
