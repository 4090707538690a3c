"""The sheet of questions to ask a practice."""

import re

import pytest
from django.test import Client

from directory.models import Listing
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db


def page(slug="quiet-harbor"):
    response = Client().get(f"/directory/{slug}/questions/")
    assert response.status_code == 200
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def text(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main")[1].split("</main>")[0]).split())


@pytest.fixture
def listing():
    return make_listing(slug="quiet-harbor", name="Quiet Harbor")


def test_it_says_whom_to_ask_on_which_day_and_how_old_their_word_is(listing):
    words = text(page())
    assert "Questions to ask Quiet Harbor (303) 555-0123 ·" in words
    assert "Confirmed by the clinic 10 days ago" in words


def test_each_question_has_its_reason_and_its_section(listing):
    html = page()
    assert "What emergency equipment do you have at hand?" in html
    assert "The ketamine label, written for anesthesia, asks for emergency airway equipment at hand." in html
    assert 'href="/articles/ketamine-iv-infusions/#monitoring">Monitoring</a>' in html


def test_a_demonstration_is_marked(listing):
    assert "Demonstration listing" not in text(page())
    Listing.objects.update(is_demonstration=True)
    assert "Demonstration listing" in text(page())


def test_it_can_be_mailed_without_a_script_and_warns(listing):
    html = page()
    assert 'href="mailto:?subject=' in html
    assert "E-mail to yourself" in html
    Listing.objects.update(email="hello@quiet.example")
    html = page()
    assert 'href="mailto:hello@quiet.example?subject=' in html
    assert "E-mail the practice" in html
    assert "Leave out details about your health" in html


def test_buttons_that_need_a_script_are_hidden_until_it_runs(listing):
    buttons = re.findall(r"<button[^>]*>", page())
    assert len(buttons) == 2
    assert all(" hidden" in button for button in buttons)


def test_the_text_to_copy_is_safe_in_its_attribute(listing):
    Listing.objects.update(name='Q"><script>alert(1)</script>')
    assert "<script>alert" not in page()


def test_what_did_not_fit_is_counted(listing):
    assert re.search(r"\d+ smaller points are not stated either: see their page", text(page()))


def test_where_everything_is_stated_it_says_so_and_offers_the_general_questions(listing, monkeypatch):
    monkeypatch.setattr("directory.sheet.page.unstated", lambda listing: {})
    html = page()
    assert "They have stated everything that we would ask." in text(html)
    assert 'href="/articles/ketamine-iv-infusions/#questions-to-ask"' in html
    assert 'href="/articles/ketamine-iv-infusions/checklist/"' in html
    assert "mailto:?" not in html


@pytest.mark.parametrize(
    "fields",
    [{"status": "draft"}, {"status": "suspended"}, {"confirmed_on": days_ago(121)}, {"prescriber": False}],
    ids=str,
)
def test_what_the_public_may_not_see_has_no_sheet(fields):
    listing = make_listing(**fields)
    assert Client().get(f"{listing.get_absolute_url()}questions/").status_code == 404
    assert Client().get("/directory/nobody/questions/").status_code == 404


def test_search_engines_are_sent_to_the_listing(listing, settings):
    html = page()
    assert '<meta name="robots" content="noindex, follow">' in html
    assert f'<link rel="canonical" href="{settings.SITE_URL}/directory/quiet-harbor/">' in html
    assert "questions" not in Client().get("/sitemap.xml").content.decode()


def test_the_listing_leads_to_it(listing):
    assert 'href="/directory/quiet-harbor/questions/"' in Client().get("/directory/quiet-harbor/").content.decode()


def test_what_is_the_same_is_not_sent_again(listing):
    address = "/directory/quiet-harbor/questions/"
    response = Client().get(address)
    assert not response.cookies
    assert Client().get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
    assert Client().post(address).status_code == 405
