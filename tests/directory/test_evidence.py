from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Edition, EvidenceClaim
from directory import evidence, vocabulary
from directory.evidence import Evidence, found_by_the_guide
from directory.models.vocabulary import GUIDE_SLUG
from tests.factories.articles import make_article, make_claim, make_edition, make_notice, make_reference, publish
from tests.factories.directory import make_listing, make_place
from tests.sample import load_terms

pytestmark = pytest.mark.django_db
WORDS = "Symptoms eased for some days."
LATER = "They eased for some hours."
SENTENCE = f"{WORDS} (moderate certainty)"
LINK = f'href="/articles/{GUIDE_SLUG}/#claim-mood"'


def guide(*claims):
    references = [reference for claim in claims for reference in claim.references.all()]
    keys = ", ".join(claim.key for claim in claims)
    return make_article(slug=GUIDE_SLUG, references=references, text=f"[[table: {keys}]]\n")


def published(**fields):
    return make_edition(guide(make_claim("mood", **{"sentence": WORDS} | fields)))


def test_it_is_what_the_published_guide_says():
    claim = make_claim("mood", condition="trd", route="iv_infusion", sentence="It eased.", certainty="very low")
    article = guide(claim, make_claim("other"))
    assert found_by_the_guide() == {}
    make_edition(article)
    same = Evidence("very low certainty", "It eased.", f"/articles/{GUIDE_SLUG}/#claim-mood")
    assert found_by_the_guide() == {("condition", "trd"): same, ("route", "iv_infusion"): same}


def test_a_claim_that_readers_do_not_have_yet_says_nothing():
    published(condition="trd")
    EvidenceClaim.objects.update(sentence="As it will be.")
    assert found_by_the_guide()["condition", "trd"].summary == WORDS


def test_what_was_not_judged_stays_blank():
    published(condition="trd", certainty="")
    assert found_by_the_guide()["condition", "trd"].certainty == ""
    assert ("condition", "fibromyalgia") not in found_by_the_guide()


def test_a_retracted_source_is_named_with_its_day_until_it_is_reinstated():
    source = make_reference("doe")
    claim = make_claim("mood", condition="trd", references=[source, make_reference("roe")])
    make_edition(guide(claim, make_claim("pain", condition="crps")))
    make_notice(source)
    assert found_by_the_guide()["condition", "trd"].retracted == "A source of this was retracted on 2 March 2026."
    assert found_by_the_guide()["condition", "crps"].retracted == ""
    make_notice(source, nature="reinstatement", dated_on="2026-04-01")
    assert found_by_the_guide()["condition", "trd"].retracted == ""


def test_a_correction_of_a_source_is_no_retraction():
    published(condition="trd")
    make_notice(EvidenceClaim.objects.get().references.get(), nature="correction")
    assert found_by_the_guide()["condition", "trd"].retracted == ""


def test_findings_come_in_the_order_of_the_vocabulary_and_blanks_are_left_out():
    load_terms()
    claims = [make_claim(slug.replace("_", "-"), condition=slug) for slug in ("ptsd", "trd")]
    make_edition(guide(*claims, make_claim("drip", route="iv_infusion")))
    named = {"condition": ["ptsd", "trd", "ocd"], "route": ["iv_infusion", "im_injection"]}
    found = evidence.findings(vocabulary.current(), named)
    labels = ["IV infusion", "Treatment-resistant depression", "Post-traumatic stress disorder (PTSD)"]
    assert [each.label for each in found] == labels
    assert evidence.findings(vocabulary.current(), {}) == []


@pytest.fixture
def surfaces():
    """Every page that names a condition or a treatment."""
    load_terms()
    make_place(name="Denver", state="CO", slug="denver", latitude=39.74, longitude=-104.98)
    one, other = make_listing(), make_listing()
    return {
        "listing": one.get_absolute_url(),
        "search": reverse("directory:search") + "?route=iv_infusion",
        "compare": f"{reverse('directory:compare')}?listing={one.slug}&listing={other.slug}",
        "state": "/directory/in/co/",
        "city": "/directory/in/co/denver/",
    }


def shown(client, surfaces):
    return {name: client.get(path).content.decode() for name, path in surfaces.items()}


def test_every_page_shows_the_sentence_the_certainty_and_the_way_to_the_claim(client, surfaces):
    published(route="iv_infusion")
    for name, page in shown(client, surfaces).items():
        assert SENTENCE in page, name
        assert LINK in page, name
    assert 'id="claim-mood"' in client.get(f"/articles/{GUIDE_SLUG}/").content.decode()


def test_conditions_are_told_as_treatments_are(client, surfaces):
    published(condition="trd")
    for listing in (surfaces["listing"], surfaces["compare"], "/directory/?condition=trd"):
        assert SENTENCE in client.get(listing).content.decode()


def test_where_the_guide_has_judged_nothing_no_page_says_anything(client, surfaces):
    published(route="sc_injection", condition="crps")
    for name, page in shown(client, surfaces).items():
        assert "What studies found" not in page, name


def test_a_search_tells_only_of_what_it_asks_for(client, surfaces):
    published(route="iv_infusion")
    assert WORDS not in client.get("/directory/").content.decode()
    assert WORDS not in client.get("/directory/?route=im_injection").content.decode()


def test_every_page_says_that_a_source_was_retracted(client, surfaces):
    published(route="iv_infusion")
    make_notice(EvidenceClaim.objects.get().references.get())
    pages = shown(client, surfaces)
    for name, page in pages.items():
        assert "A source of this was retracted on 2 March 2026." in page, name
    assert "IV infusion, moderate certainty, a source was retracted</summary>" in pages["search"]


@pytest.mark.django_db(transaction=True)
class TestOnARunningSite:
    """Pages are kept, and what they are made of is remembered."""

    def test_a_changed_claim_is_changed_everywhere_at_once(self, client, surfaces):
        published(route="iv_infusion")
        assert all(SENTENCE in page for page in shown(client, surfaces).values())
        EvidenceClaim.objects.update(sentence=LATER, certainty="low")
        publish(Article.objects.get(), reason="A better study")
        for name, page in shown(client, surfaces).items():
            assert WORDS not in page, name
            assert f"{LATER} (low certainty)" in page, name

    def test_a_withdrawn_claim_is_gone_everywhere_at_once(self, client, surfaces):
        published(route="iv_infusion")
        assert all(LINK in page for page in shown(client, surfaces).values())
        article = Article.objects.get()
        article.text = article.text.replace("[[table: mood]]", "Withdrawn.[@" + article.references.get().key + "]")
        article.save()
        publish(article, reason="The study was withdrawn")
        for name, page in shown(client, surfaces).items():
            assert "What studies found" not in page, name

    def test_a_retraction_is_told_at_once(self, client, surfaces):
        published(route="iv_infusion")
        shown(client, surfaces)
        notice = make_notice(EvidenceClaim.objects.get().references.get())
        assert all("was retracted on" in page for page in shown(client, surfaces).values())
        notice.delete()
        assert not any("was retracted on" in page for page in shown(client, surfaces).values())

    def test_whoever_has_a_page_is_sent_another_when_a_claim_changes(self, client, surfaces):
        published(route="iv_infusion")
        etags = {path: client.get(path).headers["ETag"] for path in surfaces.values()}
        for path, etag in etags.items():
            assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
        EvidenceClaim.objects.update(sentence=LATER)
        publish(Article.objects.get(), reason="A better study")
        for path, etag in etags.items():
            assert client.get(path, headers={"If-None-Match": etag}).status_code == 200

    def test_nothing_is_asked_of_the_database_twice_in_a_second(self, monkeypatch, django_assert_num_queries):
        published(route="iv_infusion")
        monkeypatch.setattr("directory.evidence.time.monotonic", lambda: 5.0)
        found_by_the_guide()
        with django_assert_num_queries(0):
            assert found_by_the_guide()["route", "iv_infusion"].summary == WORDS
            evidence.version()

    def test_what_another_process_publishes_is_seen_within_a_second(self, monkeypatch):
        now = 5.0
        monkeypatch.setattr("directory.evidence.time.monotonic", lambda: now)
        published(route="iv_infusion")
        assert found_by_the_guide()
        monkeypatch.setattr("articles.written.announce", lambda: None)
        EvidenceClaim.objects.update(sentence=LATER)
        publish(Article.objects.get(), reason="A better study")
        assert found_by_the_guide()["route", "iv_infusion"].summary == WORDS
        now = 6.0
        assert found_by_the_guide()["route", "iv_infusion"].summary == LATER

    def test_an_edition_that_comes_out_later_changes_nothing_before(self, monkeypatch):
        published(route="iv_infusion")
        EvidenceClaim.objects.update(sentence=LATER)
        soon = timezone.now() + timedelta(hours=1)
        publish(Article.objects.get(), reason="A better study", at=soon)
        assert found_by_the_guide()["route", "iv_infusion"].summary == WORDS
        monkeypatch.setattr("django.utils.timezone.now", lambda: soon + timedelta(seconds=1))
        evidence.forget()
        assert found_by_the_guide()["route", "iv_infusion"].summary == LATER
        assert Edition.objects.count() == 2
