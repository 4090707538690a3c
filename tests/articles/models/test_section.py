"""What the search knows of the guides is what readers have, whatever is done to them."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from articles.models import Edition, Section, SectionText, SectionWord
from articles.models.section_text import MOST_STEMS, Column
from articles.models.section_word import MOST_SPELLED, spelled_in
from articles.words.attempts import one_each
from tests.factories.articles import make_article, make_csl, make_edition, make_next_edition, make_reference, publish
from tests.racing import at_once, faults_in

pytestmark = pytest.mark.django_db


def text(word):
    return f"## About {word} {{#about}}\n\nAll of {word}.\n"


def edition_about(word, **fields):
    return make_edition(make_article(references=[], text=text(word), **fields))


def having(words, column=Column.ANYWHERE):
    """Anchors of public sections."""
    found = SectionText.objects.having(one_each(words.split()), column).tolist()
    return sorted(Section.objects.public().filter(pk__in=found).values_list("anchor", flat=True))


def known():
    return (
        list(Section.objects.order_by("edition", "anchor").values_list("edition", "anchor", "title", "words")),
        sorted(SectionText.objects.values_list("title", "heading", "above", "text", "sources", "stressed")),
        dict(SectionWord.objects.values_list("word", "sections")),
    )


def in_days(days):
    return timezone.now() + timedelta(days=days)


class TestInStep:
    def test_a_guide_is_there_once_it_is_published(self):
        article = make_article(references=[], text=text("otters"))
        assert having("otters") == []
        publish(article)
        assert having("otters") == ["about"]

    def test_the_next_edition_takes_the_place_of_the_one_before(self):
        make_next_edition(edition_about("otters"), text=text("beavers"))
        assert (having("otters"), having("beavers")) == ([], ["about"])
        assert set(SectionWord.objects.values_list("word", flat=True)) & {"otters", "beavers"} == {"beavers"}
        assert Section.objects.count() == SectionText.objects.count() == 2

    def test_one_that_is_scheduled_waits_for_its_day_and_then_needs_no_job(self):
        first = edition_about("otters")
        make_next_edition(first, text=text("beavers"), how={"at": in_days(3)})
        assert (having("otters"), having("beavers")) == (["about"], [])
        with time_machine.travel(in_days(4)):
            assert (having("otters"), having("beavers")) == ([], ["about"])

    def test_what_waited_and_came_out_goes_with_the_edition_after(self):
        first = edition_about("otters")
        make_next_edition(first, text=text("beavers"), how={"at": in_days(3)})
        with time_machine.travel(in_days(4)):
            make_next_edition(first, text=text("voles"))
        assert set(SectionWord.objects.values_list("word", flat=True)) & {"otters", "beavers", "voles"} == {"voles"}

    def test_one_that_is_withdrawn_leaves_and_the_guide_stays_as_it_was(self):
        before = (edition_about("otters"), known())[1]
        coming = make_next_edition(Edition.objects.get(), text=text("beavers"), how={"at": in_days(3)})
        coming.withdraw(by=None)
        assert known() == before

    def test_nothing_is_left_of_a_publication_that_was_refused_or_taken_back(self):
        first = edition_about("otters")
        before = known()
        with pytest.raises(ValidationError):
            make_next_edition(first, text=text("beavers"), how={"at": in_days(-3)})
        with transaction.atomic():
            make_next_edition(first, text=text("voles"))
            transaction.set_rollback(True)
        assert known() == before

    def test_html_that_was_made_anew_is_read_anew(self):
        edition = edition_about("otters")
        Edition.objects.filter(pk=edition.pk).update(html="<h2 id='old'>Old</h2>")
        Section.objects.write(edition.article)
        assert having("otters") == []
        call_command("remake_editions", verbosity=0)
        assert having("otters") == ["about"]

    def test_another_guide_is_left_alone(self):
        first = edition_about("otters")
        make_next_edition(edition_about("beavers"), text=text("voles"))
        assert having("otters") == ["about"]
        assert Section.objects.filter(edition=first).count() == 2


class TestRebuild:
    def test_it_writes_what_was_written_all_along(self):
        make_next_edition(edition_about("otters"), text=text("beavers"), how={"at": in_days(3)})
        edition_about("voles")
        before = known()
        assert Section.objects.rebuild() == 2
        assert known() == before

    def test_it_mends_what_is_wrong_missing_or_orphaned(self):
        edition_about("otters")
        before = known()
        Section.objects.filter(anchor="about").delete()
        SectionWord.objects.update(sections=9)
        SectionWord.objects.filter(word="otters").delete()
        SectionText.objects.create(section_id=999_999, title="stray")
        Section.objects.rebuild()
        assert known() == before

    def test_the_command_says_how_many_guides_there_are(self, capsys):
        edition_about("otters")
        make_article()
        Section.objects.all().delete()
        call_command("rebuild_search")
        assert "1 guides are in the search." in capsys.readouterr().out
        assert having("otters") == ["about"]

    def test_guides_that_were_loaded_are_there(self):
        call_command("load_articles", verbosity=0)
        loaded = known()
        call_command("load_articles", verbosity=0)
        Section.objects.rebuild()
        assert [len(part) for part in known()] == [len(part) for part in loaded]
        assert known()[2] == loaded[2]
        assert "side-effects" in having("bladder")


class TestPlaces:
    @pytest.fixture(autouse=True)
    def guide(self):
        source = make_reference("doe", csl=make_csl(title="Cystitis in <i>users</i>"))
        words = "Before.\n\n## Risks\n\n### Bladder\n\nIt can hurt.[@doe]\n"
        make_edition(make_article(title="The guide", references=[source], text=words))

    @pytest.mark.parametrize(
        ("words", "places"),
        [
            ("guide", [Column.TITLE, Column.TEXT, Column.ANYWHERE]),
            ("bladder", [Column.HEADING, Column.TEXT, Column.ANYWHERE]),
            ("hurt", [Column.TEXT, Column.ANYWHERE]),
            ("cystitis", [Column.ANYWHERE]),
            ("bladder hurt", [Column.TEXT, Column.ANYWHERE]),
            ("guide hurt", []),
        ],
    )
    def test_words_are_found_where_they_stand(self, words, places):
        assert [column for column in Column if having(words, column)] == places

    def test_what_stands_under_a_heading_has_its_words_too(self):
        assert having("risk bladder", Column.HEADING) == ["bladder"]

    def test_any_stem_of_a_group_will_do(self):
        found = SectionText.objects.having((("bladder", "befor"),), Column.ANYWHERE).tolist()
        assert len(found) == 2


def test_a_section_without_end_has_an_end_in_the_search():
    words = " ".join(f"word{number}" for number in range(MOST_STEMS + 10))
    make_edition(make_article(references=[], text=f"## Long\n\n{words}\n"))
    assert having(f"word{MOST_STEMS - 1}") == ["long"]
    assert having(f"word{MOST_STEMS}") == []
    assert len(spelled_in("Long", words).split()) == MOST_SPELLED


def test_short_words_are_spelled_in_headings_alone():
    assert spelled_in("The pain", "Some gout and depression, 988 times") == "depression pain the times"


def test_an_address_leads_to_the_section_and_for_the_beginning_to_the_guide():
    edition_about("otters", slug="guide")
    addresses = {section.anchor: section.get_absolute_url() for section in Section.objects.all()}
    assert addresses == {"": "/articles/guide/", "about": "/articles/guide/#about"}


@pytest.mark.usefixtures("as_on_a_real_site")
def test_guides_published_at_once_are_all_counted():
    articles = [make_article(references=[], text=text("otters")) for _ in range(4)]
    outcomes, _ = at_once([lambda article=article: publish(article) for article in articles])
    assert faults_in(outcomes) == []
    assert SectionWord.objects.get(word="otters").sections == 4
    assert Section.objects.public().filter(anchor="about").count() == 4
