import json
import re

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from html5lib import HTMLParser

from psychly.accounts import vault
from psychly.accounts.second_factor import drawn
from tests.factories.accounts import give_app, make_user

OLD, NEW = "o" * 50, "n" * 50


@pytest.mark.django_db
def test_no_secret_lies_readable_in_the_database():
    user = make_user()
    secret = give_app(user)
    codes = user.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        rows = " ".join(str(row[0]) for row in cursor.fetchall())
    assert len(codes) == 10
    assert secret not in rows
    assert not [code for code in codes if code in rows]
    data = user.authenticator_set.get(type="totp").data
    assert data["secret"].startswith("gAAAA")
    assert vault.show(data["secret"]) == secret


@pytest.mark.django_db
def test_a_new_secret_key_reads_what_the_former_one_hid_and_hides_it_anew():
    with override_settings(SECRET_KEY=OLD):
        user = make_user()
        secret = give_app(user)
    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[OLD]):
        call_command("renew_secrets")
    with override_settings(SECRET_KEY=NEW):
        assert vault.show(Authenticator.objects.get(user=user, type="totp").data["secret"]) == secret
        assert len(Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()) == 10
    with override_settings(SECRET_KEY=OLD), pytest.raises(InvalidToken):
        vault.show(Authenticator.objects.get(user=user, type="totp").data["secret"])


def test_the_key_is_made_for_this_purpose_alone():
    with override_settings(SECRET_KEY=OLD):
        assert OLD.encode() not in vault._key_of(OLD)
        assert vault._key_of(OLD) != vault._key_of(NEW)


def test_the_picture_of_a_key_is_svg_that_may_stand_in_a_page():
    svg = drawn("otpauth://totp/Psychly?secret=ABC")
    parser = HTMLParser(namespaceHTMLElements=False)
    parser.parseFragment(svg)
    assert not parser.errors
    assert not re.search(r"style=|<\?xml|href", svg)
    assert json.dumps(svg).count("M") > 200
