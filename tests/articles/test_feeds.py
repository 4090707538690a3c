import xml.etree.ElementTree as ET

import pytest
from django.test import override_settings

from tests.factories.articles import make_edition, make_next_edition, make_person

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client):
    response = client.get("/articles/feed/")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content).findall(f"{ATOM}entry")


def texts(entry, *names):
    return tuple(entry.findtext(f"{ATOM}{name}") for name in names)


def test_each_edition_is_an_entry_that_says_what_changed(client):
    first = make_edition(title="Ketamine", summary="What it is.")
    make_next_edition(first, reason="A number was wrong.", title="Ketamine, again")
    newest, oldest = entries(client)
    assert texts(newest, "title", "summary") == ("Ketamine, again, edition 2", "What changed: A number was wrong.")
    assert texts(oldest, "title", "summary") == ("Ketamine", "What it is.")


@override_settings(SITE_URL="https://psychly.example")
def test_its_addresses_are_those_of_the_site_whatever_host_was_asked(client):
    make_edition(slug="ketamine")
    [entry] = entries(client)
    address = "https://psychly.example/articles/ketamine/editions/1/"
    assert entry.find(f"{ATOM}link").get("href") == address
    assert texts(entry, "id") == (address,)
    assert b"testserver" not in client.get("/articles/feed/").content


def test_it_names_who_wrote_it(client):
    make_edition()
    assert entries(client)[0].findtext(f"{ATOM}author/{ATOM}name") == "The Team"


def test_what_xml_cannot_hold_breaks_no_feed(client):
    first = make_edition(title="Pasted\x0btitle", summary="Sum\x07mary.", authors=[make_person(name="A\x1bB")])
    make_next_edition(first, reason="Be\x0ccause", how={"correction": "It\x01is."})
    content = client.get("/articles/feed/").content.decode()
    assert "Pasted title" in content
    assert "It is. What changed: Be cause" in content
