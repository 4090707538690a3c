import pytest

from directory.changelog.page import Line, entries
from directory.models import Change, Position
from psychly.models import User
from tests.factories.directory import make_clinician, make_listing, make_term

pytestmark = pytest.mark.django_db
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def listing():
    return make_listing()


def lines(listing, fields):
    Change.record(listing, fields, by=None)
    return [line for entry in entries(listing) for line in entry.lines]


@pytest.mark.parametrize(
    ("path", "values", "line"),
    [
        ("phone", ["(303) 555-0123", "(303) 555-0199"], Line("Phone", "(303) 555-0123", "(303) 555-0199")),
        ("accepting", ["newpt", "waitlist"], Line("Accepting new patients", "Accepting new patients", "Waiting list")),
        ("accepting", ["not_stated", "newpt"], Line("Accepting new patients", "", "Accepting new patients")),
        ("consult_fee_usd", [None, 1250], Line("First consultation", "", "$1,250")),
        ("closed_on", [None, "2026-09-03"], Line("Closed on", "", f"3{NBSP}September{NBSP}2026")),
        ("by_video_only", [False, True], Line("Sees people by video only", "no", "yes")),
        ("status", ["published", "suspended"], Line("Status", "Published", "Suspended by staff")),
        ("offerings.iv_infusion", [None, True], Line("IV infusion", "", "yes")),
        ("hours.0.09:00-17:00", [True, None], Line("Monday, 09:00–17:00", "yes", "")),
    ],
)
def test_a_change_is_told_in_the_words_of_the_page(listing, path, values, line):
    assert lines(listing, {path: values}) == [line]


def test_a_price_is_named_with_its_treatment(listing):
    (line,) = lines(listing, {"offerings.iv_infusion.price_session_min_usd": [400, 450]})
    assert line.label.startswith("IV infusion: ")
    assert (line.old, line.new) == ("$400", "$450")


def test_a_statement_is_named_by_its_term(listing):
    make_term("language", "es", label="Spanish")
    (line,) = lines(listing, {"statements.language.es.staff": [None, "yes"]})
    assert line == Line("Spanish (staff speak it)", "", "Yes")


def test_of_an_address_of_mail_only_that_it_changed(listing):
    assert lines(listing, {"email": ["old@example.com", "new@example.com"]}) == [Line("E-mail", has_values=False)]


def test_somebody_who_works_there_is_named(listing):
    clinician = make_clinician(name="Sam Testperson")
    Position.objects.create(listing=listing, clinician=clinician)
    (line,) = lines(listing, {f"positions.{clinician.pk}.title": ["", "Director"]})
    assert line == Line("Sam Testperson: title here", "", "Director")


def test_somebody_who_left_is_not_and_nothing_about_them_is_told(listing):
    clinician = make_clinician(name="Sam Testperson")
    (line,) = lines(listing, {f"positions.{clinician.pk}.title": ["Director", None]})
    assert line == Line("Somebody who works there no more: title here", has_values=False)


def test_what_is_only_the_offices_is_not_shown(listing):
    assert lines(listing, {"consent_by": ["A", "B"], "terms_version": ["1", "2"]}) == []


def test_the_newest_stands_first_with_whose_word_it_was(listing):
    Change.record(listing, {"phone": ["1", "2"]}, by=User.objects.create_user("p@example.com", "x"))
    Change.record(listing, {"phone": ["2", "3"]}, by=User.objects.create_superuser("s@example.com", "x"))
    assert [(entry.who, entry.lines[0].new) for entry in entries(listing)] == [
        ("our staff", "3"),
        ("the provider", "2"),
    ]
