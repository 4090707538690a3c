from decimal import Decimal

import pytest
from django.db import IntegrityError

from articles.models import Article, Edition, EditionIsFinal, EvidenceClaim
from tests.factories.articles import (
    make_article,
    make_claim,
    make_edition,
    make_notice,
    make_reference,
    make_review,
    publish,
)

pytestmark = pytest.mark.django_db
NO_DIFFERENCE = dict.fromkeys(("effect", "low", "high"))
TEXT = "It was [[mood]].[@{source}]\n\n[[table: mood]]\n\n[[plot: mood]]\n"


def guide_with(claim, **fields):
    text = TEXT.format(source=claim.references.get().key)
    return make_article(references=list(claim.references.all()), **{"text": text} | fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"low": None},
        {"effect": None},
        {"low": "0.6"},
        {"high": "0.5"},
        {"comparator": ""},
        {"time_point": ""},
        {"measure": ""},
        {"high": None},
        {"result": "A difference is given already"},
        {"key": "Not plain"},
    ],
)
def test_figures_come_whole_and_say_against_what_and_when(fields):
    with pytest.raises(IntegrityError):
        make_claim(**fields)


@pytest.mark.parametrize("missing", ["comparator", "time_point"])
def test_a_result_in_figures_says_against_what_and_when(missing):
    with pytest.raises(IntegrityError):
        make_claim(**NO_DIFFERENCE, result="63% with ketamine", **{missing: ""})


@pytest.mark.parametrize(
    "fields",
    [
        {**NO_DIFFERENCE, "measure": "", "comparator": "", "time_point": ""},
        {**NO_DIFFERENCE, "result": "too few to say", "comparator": "", "time_point": ""},
        {**NO_DIFFERENCE, "result": "63% with ketamine and 32% with saline"},
        {"low": None, "high": None},
    ],
)
def test_a_claim_may_have_no_figures_or_a_result_in_words_or_no_interval(fields):
    assert make_claim(**fields).pk


@pytest.mark.parametrize("name", ["condition", "route"])
def test_one_claim_speaks_for_each_condition_and_route(name):
    make_claim("one", **{name: "trd"})
    with pytest.raises(IntegrityError):
        make_claim("two", **{name: "trd"})


def test_many_may_speak_for_none():
    assert make_claim("one").pk != make_claim("two").pk


def test_what_is_kept_of_it_is_plain():
    kept = make_claim("mood", effect=Decimal("0.50"), references=[make_reference("b"), make_reference("a")]).as_kept()
    assert (kept["effect"], kept["low"], kept["references"]) == ("0.5", "0.44", ["a", "b"])


def test_text_table_plot_and_the_name_of_its_picture_show_the_same_figures():
    edition = make_edition(guide_with(make_claim("mood")))
    assert edition.html.count("0.58 (95% CI 0.44–0.72)") == 4
    assert [entry.key for entry in edition.entries] == [csl["id"] for csl in edition.references]


def test_an_edition_of_before_results_in_words_has_the_same_words_still():
    claim = make_claim("mood")
    assert "result" not in claim.as_kept()
    claim.effect = claim.low = claim.high = None
    claim.result = "Half of them"
    assert claim.as_kept()["result"] == "Half of them"


def test_an_edition_keeps_the_figures_of_the_time():
    claim = make_claim("mood")
    edition = make_edition(guide_with(claim))
    EvidenceClaim.objects.update(effect="0.5")
    edition.refresh_from_db()
    assert not edition.remake()
    assert "0.58" in edition.html
    with pytest.raises(EditionIsFinal):
        Edition.objects.update(claims=[])


def test_a_retracted_source_shows_in_text_table_and_plot():
    edition = make_edition(
        guide_with(make_claim("mood"), text="[[sentence: mood]]\n\n[[table: mood]]\n\n[[plot: mood]]\n")
    )
    make_notice(EvidenceClaim.objects.get().references.get())
    assert Edition.objects.get(pk=edition.pk).html_as_read.count("cite-retracted") == 3
    assert "cite-retracted" not in edition.html


def test_new_figures_are_new_words():
    claim = make_claim("mood")
    article = make_review(guide_with(claim)).article
    article.open_review.sign(by=None)
    first = Article.objects.get().publish(by=None, reason="First edition")
    claim.effect = "0.5"
    claim.save()
    article = Article.objects.get()
    assert not article.is_reviewed
    article.save()
    second = publish(Article.objects.get(), reason="A better pool")
    assert second.words_differ_from(first)
    assert "0.5 (95% CI" in second.html
    assert second.reviewer is None


def test_a_text_that_names_an_unknown_claim_is_not_published():
    [problem] = make_article(references=[], text="It was [[nobody]].").problems()
    assert "No claim with figures" in problem.sentence
