import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from psychly.models import User

pytestmark = pytest.mark.django_db


def test_an_address_belongs_to_one_person_in_any_case():
    User.objects.create_user("Ada@example.com")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("ada@EXAMPLE.com")


def test_the_refusal_is_a_sentence():
    User.objects.create_user("ada@example.com")
    with pytest.raises(ValidationError, match="already an account"):
        User(email="ADA@example.com", password="x").full_clean()


def test_signing_in_ignores_the_case_of_the_address(client):
    User.objects.create_superuser("Ada@Example.com", "a long pass phrase")
    assert client.login(username="ada@example.COM", password="a long pass phrase")
    assert not client.login(username="ada@example.com", password="another phrase")


def test_a_superuser_may_open_the_desk_and_a_user_may_not():
    assert User.objects.create_superuser("a@example.com", "x").is_staff
    assert not User.objects.create_user("b@example.com", "x").is_staff


def test_the_name_is_the_address_until_there_is_one():
    assert User(email="a@example.com").get_full_name() == "a@example.com"
    assert User(email="a@example.com", name="Ada").get_short_name() == "Ada"
