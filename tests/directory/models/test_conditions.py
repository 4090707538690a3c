"""What must be true of a listing, asked all at once, is refused as Django refuses each."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from directory.models.conditions import one_may_be_broken
from tests.factories.directory import make_draft

pytestmark = pytest.mark.django_db
BROKEN = [
    ({"slug": "Not Plain"}, ["lower-case letters and digits, joined by hyphens"]),
    ({"state": "XX"}, ["listing_state_is_known"]),
    ({"accepting": "maybe"}, ["listing_accepting_is_known"]),
    ({"min_age": 30, "max_age": 20}, ["The youngest age must not be above the oldest."]),
    ({"status": "closed", "zip5": "8020"}, ["Say when it closed.", "A ZIP code has five digits."]),
]


def changed(**fields):
    listing = make_draft()
    for name, value in fields.items():
        setattr(listing, name, value)
    return listing


@pytest.fixture
def one_question(django_assert_num_queries):
    """Between a savepoint and its end."""
    return django_assert_num_queries(3)


def test_what_holds_takes_one_question(one_question):
    listing = make_draft()
    with one_question:
        listing.validate_constraints()


@pytest.mark.parametrize(("fields", "sentences"), BROKEN)
def test_each_that_is_broken_is_named(fields, sentences):
    with pytest.raises(ValidationError) as refusal:
        changed(**fields).validate_constraints()
    assert len(refusal.value.messages) == len(sentences)
    for sentence, message in zip(sorted(sentences), sorted(refusal.value.messages), strict=True):
        assert sentence in message


@pytest.mark.parametrize(("fields", "_"), BROKEN)
def test_what_a_form_does_not_ask_is_not_held_against_it(fields, _, one_question):
    listing = changed(**fields)
    with one_question:
        listing.validate_constraints(exclude={*fields, "closed_on"})


def test_a_field_that_is_left_out_keeps_no_other_rule_from_being_asked():
    with pytest.raises(ValidationError, match="A ZIP code has five digits"):
        changed(zip5="8020", min_age=30, max_age=20).validate_constraints(exclude={"max_age"})


def test_it_cannot_have_moved_to_itself():
    listing = make_draft()
    listing.successor = listing
    with pytest.raises(ValidationError, match="moved to itself"):
        listing.validate_constraints()


def test_what_is_unknown_is_not_broken():
    assert not one_may_be_broken(changed(status=None, min_age=None, max_age=20), exclude=None)


def test_a_database_that_cannot_tell_is_asked_for_each():
    with connection.execute_wrapper(refuse_the_question_for_all):
        assert one_may_be_broken(make_draft(), exclude=None)
        with pytest.raises(ValidationError, match="A ZIP code has five digits"):
            changed(zip5="8020").validate_constraints()


def refuse_the_question_for_all(execute, sql, parameters, many, context):
    if sql.count("COALESCE") > 10:
        sql = "SELECT nothing_of_this_name"
        parameters = ()
    return execute(sql, parameters, many, context)
