import pytest
from django.urls import reverse

from directory.models import SearchVersion
from psychly.models import User
from tests.factories.directory import make_term

pytestmark = pytest.mark.django_db

CHANGELIST = reverse("admin:directory_term_changelist")


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("desk@example.com", "x"))
    return client


def change(term):
    return reverse("admin:directory_term_change", args=[term.pk])


def test_a_term_is_found_by_its_words(desk):
    found = make_term("condition", "ptsd")
    make_term("condition", "ocd")
    assert list(desk.get(CHANGELIST, {"q": "ptsd"}).context["cl"].queryset) == [found]


def test_new_words_are_read_at_once_and_the_value_stays(desk):
    SearchVersion.new_epoch()
    before, term = SearchVersion.objects.get(), make_term("condition", "ptsd")
    data = {"label": "New words", "explanation": "One sentence.", "position": 5, "guide_anchor": "", "slug": "other"}
    response = desk.post(change(term), data)
    assert response.status_code == 302, response.context["errors"]
    term.refresh_from_db()
    assert (term.label, term.slug) == ("New words", "ptsd")
    assert SearchVersion.objects.get().epoch != before.epoch


def test_a_save_that_changes_nothing_makes_nobody_load_anew(desk):
    SearchVersion.new_epoch()
    before, term = SearchVersion.objects.get(), make_term("condition", "ptsd")
    data = {"label": term.label, "explanation": term.explanation, "position": term.position, "guide_anchor": ""}
    assert desk.post(change(term), data).status_code == 302
    assert SearchVersion.objects.get().epoch == before.epoch


def test_terms_are_neither_added_nor_deleted(desk):
    term = make_term("condition", "ptsd")
    assert desk.get(reverse("admin:directory_term_add")).status_code == 403
    assert desk.post(reverse("admin:directory_term_delete", args=[term.pk]), {"post": "yes"}).status_code == 403
