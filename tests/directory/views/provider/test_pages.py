"""Every page of the form is sound for a browser and for somebody who listens to it."""

from itertools import pairwise

import pytest

from directory.provider_forms.steps import STEPS
from tests.directory.views.provider.filling import edit_path
from tests.pages import PageKind
from tests.psychly.test_every_page import POINTING, Page

HERE = "/directory/mine/listings/quiet-rooms/"
PATHS = ["/directory/mine/new/", f"{HERE}review/", f"{HERE}preview/", *(f"{HERE}edit/{step.slug}/" for step in STEPS)]


@pytest.mark.parametrize("path", PATHS)
def test_each_is_sound_html_that_is_kept_and_listed_nowhere(path, draft, signed_in):
    response = signed_in.get(path)
    page = Page(PageKind("mine", path), response)
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    assert page.errors == []
    assert sorted(set(page.ids)) == sorted(page.ids)
    assert [meta.get("content") for meta in page.all("meta") if meta.get("name") == "robots"] == ["noindex, nofollow"]
    levels = [int(element.tag[1]) for element in page.all("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert not [(above, below) for above, below in pairwise(levels) if below > above + 1]
    points = {id for element in page.tree.iter() for name in POINTING for id in (element.get(name) or "").split()}
    assert points <= set(page.ids)


def test_every_mistake_leads_to_its_control(draft, signed_in):
    response = signed_in.post(
        edit_path(draft, "room"), {"monitor_presence": "nowhere", "patients_per_monitor_max": "x"}
    )
    page = Page(PageKind("mine", ""), response)
    links = {link[1:] for link in page.links() if link.startswith("#")}
    assert {"id_monitor_presence_0", "id_patients_per_monitor_max"} <= links <= set(page.ids)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_pages_are_read_or_sent(method, draft, signed_in):
    for path in PATHS:
        assert signed_in.generic(method, path).status_code == 405
