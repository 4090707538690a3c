"""What the site says about itself, held against what the code does."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from directory.freshness import CONFIRMED_FOR, SHOWN_FOR
from directory.mine.weeks import FEWEST_SHOWN
from directory.models import Sighting
from directory.models.vocabulary import GUIDE_SLUG
from directory.search.order import BANDS_MILES
from directory.upkeep.purges import SIGHTINGS_KEPT_FOR
from tests.factories.articles import make_edition

pytestmark = pytest.mark.django_db
POLICIES = ["about", "editorial_policy", "how_we_verify", "how_we_rank", "for_providers", "privacy", "accessibility"]
PAGES = ["home", *POLICIES]


def words(name: str) -> str:
    html = Client().get(reverse(name)).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main")[1].split("</main>")[0]).split())


@pytest.mark.parametrize("name", PAGES)
class TestEveryPage:
    def test_it_answers_without_a_cookie(self, client, name):
        response = client.get(reverse(name))
        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")

    def test_it_names_the_crisis_line_before_its_heading_and_again_at_the_end(self, client, name):
        before, after = client.get(reverse(name)).content.decode().split("<h1", 1)
        for part in (before, after):
            assert 'href="tel:988"' in part
            assert 'href="sms:988"' in part
            assert 'href="tel:911"' in part
        assert "not an emergency service" in after

    def test_it_has_a_title_a_description_and_an_address_of_its_own(self, client, settings, name):
        html = client.get(reverse(name)).content.decode()
        assert re.search(r"<title>[^<]{5,}· Psychly</title>", html)
        assert re.search(r'<meta name="description" content="[^"]{40,160}">', html)
        assert f'<link rel="canonical" href="{settings.SITE_URL}{reverse(name)}">' in html

    def test_it_asks_nothing_of_another_site(self, client, settings, name):
        html = client.get(reverse(name)).content.decode()
        fetched = re.findall(r'<(?:link|script|img|iframe)[^>]*(?:src|href)="([^"]+)"', html)
        assert [url for url in fetched if not url.startswith(("/", settings.SITE_URL))] == []


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_marks_itself_among_its_sisters(client, name):
    assert f'<a href="{reverse(name)}" aria-current="page">' in client.get(reverse(name)).content.decode()


def test_the_home_page_opens_the_main_guide_however_new_another_is(client):
    make_edition(slug=GUIDE_SLUG, title="The main guide")
    make_edition(slug="another", title="A newer guide")
    assert "The main guide" in words("home")
    assert "A newer guide" not in words("home")


def test_without_the_main_guide_it_opens_the_newest(client):
    make_edition(slug="another", title="A newer guide")
    assert "A newer guide" in words("home")


def test_no_two_pages_share_a_title(client):
    titles = [re.search(r"<title>([^<]+)</title>", client.get(reverse(name)).content.decode())[1] for name in PAGES]
    assert len(set(titles)) == len(PAGES)


def test_the_days_we_publish_are_those_of_the_code():
    days = CONFIRMED_FOR.days
    assert f"For {days} days it counts as confirmed. From day {days + 1}" in words("how_we_verify")
    assert f"After {SHOWN_FOR.days} days without word it is hidden" in words("how_we_verify")
    assert f"confirmed within the last {CONFIRMED_FOR.days} days" in words("how_we_rank")
    assert f"not confirmed for more than {SHOWN_FOR.days} days" in words("how_we_rank")


def test_what_we_say_of_our_counts_is_what_the_code_does():
    assert f"see these numbers from {FEWEST_SHOWN} on, after the week has ended" in words("privacy")
    assert SIGHTINGS_KEPT_FOR.days == 2 * 365
    assert "After two years the numbers are deleted." in words("privacy")
    kept = {field.name for field in Sighting._meta.get_fields()}
    assert kept == {"id", "listing", "week", "seen", "listed"}


def test_the_distance_bands_we_publish_are_those_of_the_code():
    first, *middle, last = BANDS_MILES
    sentence = f"Up to {first} miles from the place you typed, then up to {', '.join(map(str, middle))} and {last}."
    assert sentence in words("how_we_rank")


@pytest.mark.parametrize("name", [name for name in POLICIES if name != "how_we_rank"])
def test_where_to_write_is_the_address_of_the_settings(name, settings):
    assert settings.CONTACT_EMAIL in words(name)


@pytest.mark.parametrize("name", PAGES)
def test_sentences_are_short_enough_to_read_when_tired(client, name):
    paragraphs = re.findall(r"<(?:p|li|dd)[ >](.+?)</(?:p|li|dd)>", client.get(reverse(name)).content.decode(), re.S)
    sentences = [sentence for text in paragraphs for sentence in re.split(r"(?<=[.?!:;])\s+", text)]
    assert [sentence for sentence in sentences if len(re.sub(r"<[^>]+>", " ", sentence).split()) > 32] == []


def test_what_we_say_is_kept_in_a_browser_is_all_that_our_scripts_keep(settings):
    kept = {
        path.name: sorted(set(re.findall(r"sessionStorage|localStorage|indexedDB|document\.cookie|caches", code)))
        for path in (settings.BASE_DIR / "static" / "js").glob("*.js")
        if (code := path.read_text())
    }
    assert {name: stores for name, stores in kept.items() if stores} == {
        "shortlist.js": ["sessionStorage"],
        "writing_kept.js": ["localStorage"],
    }
    assert "This note stays in the browser tab you use and is gone when you close it." in words("privacy")
    assert "what they have not saved yet stays in their own browser until they save it or throw it away." in words(
        "privacy"
    )


def test_what_stays_in_a_browser_until_it_is_saved_is_of_the_desk_alone(settings):
    templates = settings.BASE_DIR / "templates"
    users = [path.relative_to(templates) for path in templates.rglob("*.html") if "writing_kept.js" in path.read_text()]
    assert [path.as_posix() for path in users] == ["admin/articles/article/change_form.html"]


class TestForProviders:
    @pytest.mark.parametrize("page", ["/", "/directory/?q=zzzz+nowhere", "/accounts/login/"])
    def test_a_way_leads_there(self, client, page):
        assert f'href="{reverse("for_providers")}"' in client.get(page).content.decode()

    def test_who_found_nothing_is_told_where_a_missing_practice_goes(self, client):
        assert "Is your practice missing here?" in client.get("/directory/?q=zzzz+nowhere").content.decode()

    def test_it_leads_from_no_account_to_the_first_question(self, client):
        html = client.get(reverse("for_providers")).content.decode()
        assert f'href="{reverse("account_signup")}?next={reverse("directory:my_new")}"' in html
