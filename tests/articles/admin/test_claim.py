import pytest
from django.forms.models import model_to_dict

from articles.models import EvidenceClaim
from tests.articles.admin.test_article import sign_in
from tests.factories.articles import make_claim, make_edition

pytestmark = pytest.mark.django_db
STILL = "Readers still see what this claim said before, until the next edition of: "


@pytest.fixture
def editor(client):
    return sign_in(client, "editors")


@pytest.fixture
def guide():
    claim = make_claim("mood")
    text = "[[table: mood]]"
    return make_edition(title="Sleep & mood", references=list(claim.references.all()), text=text).article


def save(client, **changes):
    claim = EvidenceClaim.objects.get()
    values = {name: value for name, value in model_to_dict(claim).items() if value is not None}
    data = values | {"references": [each.pk for each in claim.references.all()]} | changes
    response = client.post(f"/admin/articles/evidenceclaim/{claim.pk}/change/", data, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_a_changed_claim_names_the_guides_that_say_it_as_it_was(client, editor, guide):
    make_edition(title="Another")
    content = save(client, effect="0.5")
    assert EvidenceClaim.objects.get().as_kept()["effect"] == "0.5"
    assert f'{STILL}<a href="/admin/articles/article/{guide.pk}/change/">Sleep &amp; mood</a>.' in content


def test_so_does_one_with_another_key(client, editor, guide):
    assert STILL in save(client, key="other")


def test_a_claim_that_is_saved_as_it_was_names_none(client, editor, guide):
    assert STILL not in save(client)


def test_the_list_of_guides_says_so(client, editor, guide):
    listed = "/admin/articles/article/"
    assert "figures have changed since" not in client.get(listed).content.decode()
    save(client, effect="0.5")
    make_edition()
    assert client.get(listed).content.decode().count("1; figures have changed since") == 1
    assert list(client.get(f"{listed}?figures=changed").context["cl"].result_list) == [guide]
