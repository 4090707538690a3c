"""Everything about one person, and nothing about another."""

import json

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import EmailField, ForeignKey, ManyToManyField

from directory.mine.export import NOT_OF_THE_PERSON, PARTS, export_of
from directory.models import Change, Letter, Membership, Report
from tests.factories.accounts import give_app, make_user
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


def names_a_person(field):
    if isinstance(field, ForeignKey | ManyToManyField):
        return field.related_model is get_user_model()
    return isinstance(field, EmailField)


def fields_that_name_a_person():
    return {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in [*model._meta.fields, *model._meta.many_to_many]
        if names_a_person(field)
    } | {"directory.letter.to"}


def test_whatever_names_a_person_is_exported_or_says_why_not():
    assert {part.field for part in PARTS} | set(NOT_OF_THE_PERSON) == fields_that_name_a_person()


def test_what_is_left_out_is_a_field_of_its_model():
    for part in PARTS:
        names = {field.name for field in apps.get_model(part.model)._meta.concrete_fields}
        assert part.without <= names, part.model


def test_no_part_stands_there_twice():
    assert len({part.key for part in PARTS}) == len(PARTS)


def test_it_has_the_account_the_memberships_the_changes_the_letters_and_what_the_listings_say():
    listing = make_listing(description="In our own words.")
    user = make_manager(listing, email="manager@quiet.example", name="Robin Manager")
    listing.confirm(by=user)
    Letter.write(occasion="a", to="Manager@Quiet.example", subject="For you", text="Words.")
    found = export_of(user)
    assert found["account"][0]["email"] == "manager@quiet.example"
    assert found["account"][0]["name"] == "Robin Manager"
    assert [each["listing"] for each in found["listings_you_manage"]] == [str(listing)]
    assert "confirmed_on" in found["changes_you_made"][0]["fields"]
    assert found["changes_you_made"][0]["by"] == "you"
    assert [each["subject"] for each in found["letters_to_you"]] == ["For you"]
    assert found["what_your_listings_say"][0]["description"] == "In our own words."
    json.dumps(found)


def test_no_secret_is_in_it():
    user = make_manager(make_listing())
    user.set_password("a long secret of mine")
    user.save()
    assert user.password not in json.dumps(export_of(user))


def test_nothing_of_anybody_else_is_in_it():
    listing, other_listing = make_listing(consent_by="Kim Other"), make_listing(name="Elsewhere")
    other = make_manager(listing, other_listing, email="other@elsewhere.example", name="Kim Other")
    user = make_manager(email="me@quiet.example")
    Membership.objects.create(listing=listing, user=user, invited_by=other)
    other_listing.confirm(by=other)
    listing.confirm(by=other)
    Change.record(listing, {"name": ["a", "b"]}, by=user)
    Letter.write(occasion="b", to=other.email, subject="For the other", text="Words.")
    Report.objects.create(listing=listing, about="price", text="A visitor's words.")
    found = json.dumps(export_of(user))
    for words in ("other@elsewhere.example", "Kim Other", "Elsewhere", "For the other", "A visitor's words."):
        assert words not in found, words
    assert export_of(user)["listings_you_manage"][0]["invited_by"] == "another person"
    assert len(export_of(user)["changes_you_made"]) == 1


def test_a_listing_one_does_not_manage_any_more_is_not_told():
    user = make_manager(make_draft())
    Membership.objects.all().delete()
    assert export_of(user)["what_your_listings_say"] == []


def test_a_code_on_its_way_is_not_told_and_no_secret_of_a_second_step_is():
    user = make_user("robin@quiet.example")
    secret = give_app(user)
    Letter.write(occasion="code:a", to=user.email, subject="Your code", text="ABCD-EFGH", is_secret=True)
    found = export_of(user)
    assert found["letters_to_you"] == []
    assert [each["type"] for each in found["second_steps"]] == ["totp", "recovery_codes"]
    assert found["addresses"][0]["email"] == user.email
    assert secret not in json.dumps(found)
    assert "ABCD" not in json.dumps(found)
