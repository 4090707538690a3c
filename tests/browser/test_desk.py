"""The pages of the staff desk, Django's own included, as axe sees them: with one row of everything there is."""

from http import HTTPStatus

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.test import Client

from psychly.groups import grant
from tests.browser.conftest import COLORS, EVERYTHING
from tests.psychly.authorization.addresses import of_the_desk
from tests.psychly.authorization.cast import SUPERUSER
from tests.psychly.authorization.world import World

PHONE, DESK = {"width": 320, "height": 700}, {"width": 1280, "height": 800}
# Files, what only a script asks for, and what Django draws for each model alike.
NOT_WALKED = ("_picture", "_preview", "_look", "_check", "_pick", "_history", "_delete", "_changelist", "_add")
BUT_THESE = {
    "admin:directory_listing_changelist", "admin:directory_photo_changelist", "admin:directory_term_changelist",
    "admin:directory_listing_add", "admin:directory_check_add", "admin:articles_article_add",
    "admin:directory_listing_history", "admin:directory_listing_delete",
}  # fmt: skip
ON_A_DESK = ("/admin/", "/admin/directory/listing/", "/admin/directory/listing/1/change/")


@pytest.fixture
def world(live_server):
    """Tests on a live server leave no row behind, and so none of the groups that migrations made."""
    grant(Group, Permission)
    return World()


@pytest.fixture
def desk(world, new_context, live_server):
    """Not watched: what Django's own scripts write into a style is stopped by our policy, and they say so."""
    page = new_context(viewport=PHONE).new_page()
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": world.people[SUPERUSER].session, "url": live_server.url}
    page.context.add_cookies([cookie])
    return page


def paths(world) -> list[str]:
    """What opens for a superuser."""
    asked = ((name, each.path) for name, _rule, each in of_the_desk(world) if each.exists)
    walked = [path for name, path in asked if name in BUT_THESE or not name.endswith(NOT_WALKED)]
    boss, client = world.people[SUPERUSER], Client()
    opens = [path for path in walked if boss.ask(client, path).status_code == HTTPStatus.OK]
    return ["/admin/", "/admin/directory/", "/admin/password_change/", *opens]


def test_no_page_of_the_desk_has_a_fault_that_axe_knows(world, desk, live_server, axe):
    walked = paths(world)
    for path in walked:
        desk.goto(live_server.url + path)
        axe(desk)
    desk.set_viewport_size(DESK)
    for scheme in ("light", "dark"):
        desk.emulate_media(color_scheme=scheme)
        for path in ON_A_DESK:
            desk.goto(live_server.url + path)
            axe(desk, EVERYTHING if scheme == "light" else COLORS)
    print(f"{len(walked)} pages of the desk without a fault that axe knows")
