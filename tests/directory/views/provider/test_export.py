import json

import pytest

from tests.factories.directory import make_listing, make_manager

pytestmark = pytest.mark.django_db


def test_it_is_a_file_of_ones_own(client):
    user = make_manager(make_listing(), email="me@quiet.example")
    client.force_login(user)
    response = client.get("/directory/mine/export/")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="psychly-')
    assert json.loads(response.content)["account"][0]["email"] == "me@quiet.example"
