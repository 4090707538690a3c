"""The pages that open only for the one whose account it is: what holds for every page holds for them."""

import time
from itertools import pairwise

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import give_app, make_user, sign_in
from tests.pages import PageKind
from tests.psychly.accounts import pages
from tests.psychly.accounts.letters import code_to
from tests.psychly.test_every_page import POINTING, Page

pytestmark = pytest.mark.django_db
PASSWORD = "a long pass phrase"


def signed_in(user):
    client = Client()
    sign_in(client, user, second_factor=False)
    session = client.session
    session["account_authentication_methods"] = [{"method": "code", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client


def with_a_passkey():
    user = make_user("passkey@example.com")
    factor = Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Office key"})
    return user, factor


def got(client, name, *arguments):
    path = reverse(name, args=arguments)
    return Page(PageKind(name, path), client.get(path))


@pytest.fixture
def every_page(monkeypatch):
    """{URL name: page}"""
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda user: [])
    plain, password, app = make_user(), make_user("p@example.com", PASSWORD), make_user("app@example.com")
    give_app(app)
    passkey, factor = with_a_passkey()
    found = {name: got(signed_in(plain), name) for name in pages.SIGNED_IN}
    found |= {name: got(signed_in(password), name) for name in pages.WITH_A_PASSWORD}
    found |= {name: got(signed_in(app), name) for name in pages.WITH_AN_APP}
    for name in pages.WITH_A_PASSKEY:
        arguments = [] if "reauthenticate" in name else [factor.pk]
        found[name] = got(signed_in(passkey), name, *arguments)
    return found | dict(steps(plain, app))


def steps(plain, app):
    client = Client()
    client.post(reverse("account_login"), {"login": plain.email})
    yield "account_confirm_login_code", got(client, "account_confirm_login_code")
    client = Client()
    client.post(reverse("account_signup"), {"email": "new@example.com"})
    yield "account_email_verification_sent", got(client, "account_email_verification_sent")
    client = signed_in(app)
    client.post(reverse("account_request_reauthentication_code"), {"recipient": app.email})
    yield "account_confirm_reauthentication_code", got(client, "account_confirm_reauthentication_code")
    client = Client()
    client.post(reverse("account_reset_password"), {"email": plain.email})
    yield "account_confirm_password_reset_code", got(client, "account_confirm_password_reset_code")
    client.post(reverse("account_confirm_password_reset_code"), {"code": code_to(plain.email)})
    yield "account_complete_password_reset", got(client, "account_complete_password_reset")
    client = Client()
    client.post(reverse("account_login"), {"login": app.email})
    client.post(reverse("account_confirm_login_code"), {"code": code_to(app.email)})
    yield "mfa_authenticate", got(client, "mfa_authenticate")
    client = Client()
    client.post(reverse("account_signup_by_passkey"), {"email": "key@example.com"})
    client.post(reverse("account_email_verification_sent"), {"code": code_to("key@example.com")})
    yield "mfa_signup_webauthn", got(client, "mfa_signup_webauthn")


def test_each_is_a_whole_page_without_a_fault(every_page):
    assert set(every_page) == set(pages.BEHIND_SIGN_IN) - set(pages.ANSWERS)
    faults = [f"{name}: {fault}" for name, page in every_page.items() for fault in faults_of(page)]
    assert not faults, "\n".join(faults)
    titles = [page.text("title")[0] for page in every_page.values()]
    assert len(titles) == len(set(titles))


def test_who_signed_up_with_a_passkey_has_no_codes_yet_and_can_make_some():
    passkey, _factor = with_a_passkey()
    for user, words in ((passkey, "None yet"), (make_user(), "They come with an app or a passkey")):
        codes = got(signed_in(user), "mfa_index").response.content.decode().split("Recovery codes")[1]
        assert words in codes
        assert ("Make codes" in codes) == (user == passkey)
    client = signed_in(passkey)
    assert client.post(reverse("mfa_generate_recovery_codes")).status_code == 302
    assert "10 left" in client.get(reverse("mfa_index")).content.decode()


def faults_of(page):
    if page.response.status_code != 200:
        yield f"status {page.response.status_code}"
        return
    yield from page.errors
    yield from {id for id in page.ids if page.ids.count(id) > 1}
    for element in page.tree.iter():
        yield from (
            f"{name} {id}" for name in POINTING for id in (element.get(name) or "").split() if id not in page.ids
        )
        yield from (name for name in ("style", "onclick") if element.get(name))
        if element.tag in {"img", "script"} and (element.get("src") or "/").partition("/")[0]:
            yield f"from elsewhere: {element.get('src')}"
    levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4")]
    if levels.count(1) != 1 or any(below > above + 1 for above, below in pairwise(levels)):
        yield f"headings {levels}"
    if (
        "no-store" not in page.response.headers["Cache-Control"]
        or "private" not in page.response.headers["Cache-Control"]
    ):
        yield "may be kept by a cache"
    yield from (f"unlabelled {field.get('name')}" for field in unlabelled(page))


def unlabelled(page):
    labels = {label.get("for") for label in page.all("label")}
    fields = [f for f in page.all("input", "select", "textarea") if f.get("type") not in {"hidden", "submit"}]
    return [field for field in fields if field.get("id") not in labels and not field.get("aria-label")]


@pytest.mark.parametrize("name", [*pages.SIGNED_IN, *pages.WITH_A_PASSWORD, *pages.WITH_AN_APP, *pages.STEPS])
def test_a_stranger_is_led_to_the_way_in(client, name):
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert response.url.startswith(("/accounts/", "/"))
    assert not response.url.startswith("//")


def test_an_error_stands_beside_its_field_and_leads_there(client):
    page = Page(PageKind("sign_up", "/accounts/signup/"), client.post("/accounts/signup/", {"email": "nobody"}))
    assert "#id_email" in page.links()
    assert next(field for field in page.all("input") if field.get("id") == "id_email").get("value") == "nobody"


def test_the_front_door_of_accounts_leads_in(client):
    assert client.get("/accounts/").url == "/accounts/login/"


def test_who_is_signed_in_has_the_same_way_round_on_every_page():
    client = signed_in(make_user())
    for name in ["account_email", "mfa_index", "usersessions_list", "account_logout", "directory:mine"]:
        html = client.get(reverse(name)).content.decode()
        assert html.count('class="provider-nav"') == 1, name


def test_who_is_not_signed_in_has_no_account_to_go_round_in():
    assert "provider-nav" not in Client().get(reverse("account_login")).content.decode()


def test_only_staff_are_led_to_the_desk():
    way = f'href="{reverse("admin:index")}"'
    assert way in signed_in(make_user(is_staff=True)).get(reverse("mfa_index")).content.decode()
    assert way not in signed_in(make_user("other@example.com")).get(reverse("mfa_index")).content.decode()
