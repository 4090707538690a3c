from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.models import Section
from articles.search import finding
from articles.search.finding import find
from articles.words.answer import How
from tests.factories.articles import make_article, make_csl, make_edition, make_next_edition, make_reference

pytestmark = pytest.mark.django_db

SPRAY = """Sprays and drips.

## Side effects {#side-effects}

Most of them pass. The drug may harm the bladder.[@doe]

### Bladder {#bladder}

It can hurt.

## Cost {#cost}

A spray costs more, and blood pressure is measured.
"""
DAY = """Before you come.

## Driving {#driving}

Ketamine makes you slow: no driving today, whatever the side.

## Pressure {#pressure}

Of the blood.
"""


@pytest.fixture
def guides():
    cystitis = make_reference("doe", csl=make_csl(title="Cystitis in 49 people"))
    make_edition(make_article(slug="spray", title="Esketamine spray", text=SPRAY, references=[cystitis]))
    make_edition(make_article(slug="day", title="Your first day", text=DAY, references=[], summary="What to bring."))


def anchors(typed):
    return [section.anchor or section.edition.article.slug for section in find(typed).sections]


# The same on every database: sets, order and all.
@pytest.mark.parametrize(
    ("typed", "how", "found"),
    [
        ("spray", How.EXACT, ["spray", "cost"]),
        ("Bladders", How.EXACT, ["bladder", "side-effects"]),
        ("bladder side effects", How.EXACT, ["bladder", "side-effects"]),
        ("blood pressure", How.EXACT, ["cost", "pressure"]),
        ("cystitis", How.EXACT, ["side-effects"]),
        ("49 people", How.EXACT, ["side-effects"]),
        ("what to bring", How.EXACT, ["day"]),
        ("what is the cost?", How.EXACT, ["cost"]),
        ("ketamine driving", How.EXACT, ["driving"]),
        ("ketamine", How.EXACT, ["driving"]),
        ("esketmine", How.CORRECTED, ["spray"]),
        ("ketamin", How.CORRECTED, ["driving"]),
        ("presure", How.CORRECTED, ["pressure", "cost"]),
        ("driving bladder", How.SOME, ["driving", "bladder", "side-effects"]),
        ("driving xyzzy", How.SOME, ["driving"]),
        ("bladd", How.BEGINNING, ["bladder", "side-effects"]),
        ("xyzzy", How.NOTHING, []),
        ("zzzzzzzz yyyyyyyy", How.NOTHING, []),
    ],
)
def test_words_find_sections_best_first(guides, typed, how, found):
    assert find(typed).answer.how == how
    assert anchors(typed) == found
    assert find(typed).total == len(found)


@pytest.mark.parametrize(
    ("typed", "searched"),
    [("esketmine", "esketamine"), ("ketamin", "ketamine"), ("ketamin drivng", "ketamine driving")],
)
def test_what_was_searched_for_instead_is_known(guides, typed, searched):
    assert find(typed).answer.searched == searched


def test_a_title_comes_before_a_heading_this_before_the_text_and_a_source_last(guides):
    cited = make_reference("roe", csl=make_csl(title="Driving"))
    make_edition(make_article(slug="driving-guide", title="Driving", text="## Home\n\nSlowly.", references=[]))
    make_edition(make_article(title="Cars", text="## Wheels {#wheels}\n\nRound.[@roe]", references=[cited]))
    make_edition(make_article(title="Roads", text="## Maps {#maps}\n\nFor driving.", references=[]))
    assert anchors("driving") == ["driving-guide", "driving", "maps", "wheels"]


def test_a_word_of_an_edition_to_come_is_found_by_nobody_and_meant_by_nobody(guides):
    edition = make_edition(make_article(references=[], text="## Soon\n"))
    make_next_edition(edition, text="## Otters\n", how={"at": timezone.now() + timedelta(days=3)})
    assert find("otters").answer.how == find("oters").answer.how == How.NOTHING
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        assert find("oters").answer.how == How.CORRECTED


def test_what_readers_no_longer_have_is_not_found(guides):
    edition = make_edition(make_article(text="## Otters\n", references=[]))
    make_next_edition(edition, text="## Beavers\n")
    assert anchors("otters") == []
    assert anchors("beavers") == ["beavers"]


def test_no_more_than_the_best_are_given_and_all_are_counted(guides, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 1)
    found = find("bladder")
    assert ([section.anchor for section in found.sections], found.total) == (["bladder"], 2)


def test_where_more_have_the_words_than_can_be_compared_the_better_places_are(guides, monkeypatch):
    monkeypatch.setattr(finding, "MOST_RANKED", 1)
    assert anchors("bladder") == ["bladder"]
    assert find("bladder").total == 2


def test_without_guides_nothing_is_found():
    assert find("ketamine").answer.how == How.NOTHING


def test_the_number_of_questions_does_not_grow_with_the_guides(guides, django_assert_max_num_queries):
    with django_assert_max_num_queries(30) as one:
        find("driving ketamine")
    for _ in range(3):
        make_edition(make_article(text=DAY, references=[]))
    with django_assert_max_num_queries(len(one)):
        find("driving ketamine")


def test_a_small_word_is_not_taken_for_a_longer_one(guides):
    make_edition(make_article(slug="family", references=[], text="## One family {#family}\n\nDriving on a side.\n"))
    found = find("driving on side")
    assert (found.answer.how, found.answer.searched) == (How.EXACT, "driving on side")


def test_what_is_written_anew_while_somebody_searches_is_left_out(guides, monkeypatch):
    rank = finding._ranked

    def publish_meanwhile(best, holders):
        pks = rank(best, holders)
        Section.objects.filter(pk=pks[0]).delete()
        return pks

    monkeypatch.setattr(finding, "_ranked", publish_meanwhile)
    assert anchors("bladder") == ["side-effects"]
