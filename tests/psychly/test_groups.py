import pytest
from django.contrib.auth.models import Group

from psychly.groups import RIGHTS

pytestmark = pytest.mark.django_db


def rights_of(name):
    permissions = Group.objects.get(name=name).permissions.select_related("content_type")
    return {f"{p.content_type.app_label}.{p.codename}" for p in permissions}


@pytest.mark.parametrize("name", RIGHTS)
def test_the_migration_gives_each_group_exactly_its_rights(name):
    wanted = {f"{app}.{action}_{model}" for (app, model), actions in RIGHTS[name].items() for action in actions}
    assert rights_of(name) == wanted


def test_editors_write_guides_and_cannot_change_an_edition():
    assert "articles.change_article" in rights_of("editors")
    assert "articles.change_edition" not in rights_of("editors")
    assert "directory.change_listing" not in rights_of("editors")


def test_support_keeps_listings_and_deletes_none():
    assert "directory.change_listing" in rights_of("support")
    assert "directory.delete_listing" not in rights_of("support")
    assert "articles.change_article" not in rights_of("support")
