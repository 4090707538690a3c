import pytest
from django.contrib import admin
from django.urls import reverse

from psychly.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("desk@example.com", "x"))
    return client


@pytest.mark.parametrize("model", sorted(admin.site._registry, key=lambda model: model._meta.label))
def test_every_list_and_form_of_the_desk_opens(desk, model):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert desk.get(reverse(f"{name}_changelist"), {"q": "x"}).status_code == 200
    assert desk.get(reverse(f"{name}_add")).status_code in (200, 403)


def test_staff_are_added_by_e_mail(desk):
    data = {
        "email": "new@example.com",
        "name": "New",
        "usable_password": "true",
        "password1": "a long pass phrase 9",
        "password2": "a long pass phrase 9",
    }
    assert desk.post(reverse("admin:psychly_user_add"), data).status_code == 302
    assert User.objects.get(email="new@example.com").check_password("a long pass phrase 9")


def test_a_second_account_for_an_address_is_refused_with_a_sentence(desk):
    data = {"email": "DESK@example.com", "usable_password": "false"}
    assert "already an account" in desk.post(reverse("admin:psychly_user_add"), data).content.decode()
