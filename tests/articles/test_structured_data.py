import json
from datetime import date

import pytest
from django.test import override_settings

from articles.structured_data import as_json_ld, guide_page
from tests.factories.articles import (
    make_article,
    make_csl,
    make_edition,
    make_next_edition,
    make_person,
    make_reference,
)

pytestmark = pytest.mark.django_db


def page(edition, current=None):
    return json.loads(guide_page(edition, current=current or edition))["@graph"][0]


def test_nothing_in_it_can_end_the_script_element():
    text = as_json_ld({"name": "</script><script>alert(1)</script> & \u2028"})
    assert not set(text) & set("<>&\u2028")
    assert json.loads(text)["name"] == "</script><script>alert(1)</script> & \u2028"


@override_settings(SITE_URL="https://psychly.example")
def test_a_guide_says_what_it_is():
    about = [{"@type": "Drug", "name": "Ketamine"}]
    data = page(make_edition(slug="ketamine", title="Ketamine", about=about))
    assert data["@type"] == "MedicalWebPage"
    assert data["url"] == "https://psychly.example/articles/ketamine/"
    assert data["name"] == "Ketamine"
    assert data["about"] == about
    assert data["author"] == [{"@type": "Organization", "name": "The Team"}]
    assert data["datePublished"] == "2026-11-01"


@override_settings(SITE_URL="https://psychly.example")
def test_an_old_edition_has_its_own_address():
    edition = make_edition(slug="ketamine")
    data = json.loads(guide_page(edition, current=make_next_edition(edition)))
    own = "https://psychly.example/articles/ketamine/editions/1/"
    assert [data["@graph"][0]["@id"], data["@graph"][0]["url"]] == [own, own]
    assert data["@graph"][1]["itemListElement"][-1]["item"] == own


def test_without_a_review_it_claims_none():
    data = page(make_edition())
    assert "reviewedBy" not in data
    assert "lastReviewed" not in data


def test_with_a_review_it_names_the_person_and_the_day():
    reviewer = make_person(name="Ada Doe", credentials="MD")
    data = page(make_edition(reviewer=reviewer, reviewed_on=date(2026, 11, 2)))
    assert data["reviewedBy"] == {"@type": "Person", "name": "Ada Doe", "honorificSuffix": "MD"}
    assert data["lastReviewed"] == "2026-11-02"


def test_it_cites_what_the_page_cites():
    csl = make_csl(title="<i>N</i> of one", author=[{"literal": "A Body"}, {"family": "Doe", "given": "J."}])
    reference = make_reference(csl=csl, doi="10.1000/x")
    [work] = page(make_edition(make_article(references=[reference])))["citation"]
    assert work == {
        "@type": "ScholarlyArticle",
        "name": "N of one",
        "author": [{"@type": "Organization", "name": "A Body"}, {"@type": "Person", "name": "J. Doe"}],
        "datePublished": "2020-05",
        "isPartOf": {"@type": "Periodical", "name": "Pain"},
        "url": "https://doi.org/10.1000/x",
    }


def test_the_trail_is_that_of_the_page():
    edition = make_edition(title="Ketamine")
    trail = json.loads(guide_page(edition, current=edition))["@graph"][1]
    assert [step["name"] for step in trail["itemListElement"]] == [
        "Home",
        "Guides",
        edition.article.topic.title,
        "Ketamine",
    ]
