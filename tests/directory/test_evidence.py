import pytest

from articles.models import EvidenceClaim
from directory.evidence import Evidence, found_by_the_guide
from directory.models.vocabulary import GUIDE_SLUG
from tests.factories.articles import make_article, make_claim, make_edition
from tests.factories.directory import make_listing
from tests.sample import load_terms

pytestmark = pytest.mark.django_db


def guide(*claims):
    references = [reference for claim in claims for reference in claim.references.all()]
    keys = ", ".join(claim.key for claim in claims)
    return make_article(slug=GUIDE_SLUG, references=references, text=f"[[table: {keys}]]\n")


def test_it_is_what_the_published_guide_says():
    claim = make_claim("mood", condition="trd", route="iv_infusion", sentence="It eased.", certainty="very low")
    article = guide(claim, make_claim("other"))
    assert found_by_the_guide() == {}
    make_edition(article)
    same = Evidence("very low certainty", "It eased.")
    assert found_by_the_guide() == {("condition", "trd"): same, ("route", "iv_infusion"): same}


def test_a_claim_that_readers_do_not_have_yet_says_nothing():
    make_edition(guide(make_claim("mood", condition="trd", sentence="As published.")))
    EvidenceClaim.objects.update(sentence="As it will be.")
    assert found_by_the_guide()["condition", "trd"].summary == "As published."


def test_what_was_not_judged_stays_blank():
    make_edition(guide(make_claim("mood", condition="trd", certainty="")))
    assert found_by_the_guide()["condition", "trd"].certainty == ""
    assert ("condition", "fibromyalgia") not in found_by_the_guide()


def test_a_listing_shows_it_beside_the_word(client):
    load_terms()
    make_edition(guide(make_claim("mood", condition="trd", sentence="Symptoms eased for some days.")))
    listing = make_listing()
    content = client.get(listing.get_absolute_url()).content.decode()
    assert "Symptoms eased for some days. (moderate certainty)" in content
