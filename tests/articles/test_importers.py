import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from articles.importers import BrokenFolder, load_folder
from articles.models import Article, Edition, GlossaryEntry, Person, Reference, Topic
from tests.factories.articles import make_csl

pytestmark = pytest.mark.django_db

ABOUT = {
    "title": "Ketamine",
    "summary": "What a reader will learn.",
    "topic": "treatments",
    "language": "en",
    "authors": ["team"],
    "about": [{"@type": "Drug", "name": "Ketamine"}],
    "written_on": "2026-11-01",
    "next_review_on": "2099-11-01",
    "reason": "First edition",
}
CUSTOM = {
    "study-type": "review",
    "checked-on": "2026-11-01",
    "unverified-fields": ["author"],
    "authors-complete": False,
}


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "topics.json", [{"slug": "treatments", "title": "Treatments", "position": 1}])
    write(tmp_path / "people.json", [{"slug": "team", "name": "The Team", "is_organization": True}])
    records = [make_csl(id="doe2020", DOI="10.1000/x", keyword="main", custom=CUSTOM), make_csl(id="roe2021")]
    write(tmp_path / "references.json", records)
    (tmp_path / "ketamine").mkdir()
    write(tmp_path / "ketamine" / "article.json", ABOUT)
    (tmp_path / "ketamine" / "article.md").write_text("## Words\n\nSaid.[@doe2020]{official}\n")
    return tmp_path


def write(path, data):
    path.write_text(json.dumps(data))


def change(path, **values):
    write(path, json.loads(path.read_text()) | values)


def change_text(folder, text):
    (folder / "ketamine" / "article.md").write_text(text)


class TestLoading:
    def test_a_folder_becomes_a_guide_that_readers_see(self, folder, client):
        load_folder(folder)
        response = client.get("/articles/ketamine/")
        assert response.status_code == 200
        assert "No clinician has reviewed this guide yet." in response.content.decode()

    def test_what_we_know_of_a_reference_comes_along(self, folder):
        load_folder(folder)
        row = Reference.objects.get(key="doe2020")
        assert (row.doi, row.study_type, row.checked_on) == ("10.1000/x", "review", date(2026, 11, 1))
        assert (row.unchecked, row.authors_complete) == (["author"], False)
        assert row.csl == make_csl()

    def test_only_cited_references_are_in_the_list_of_an_article(self, folder):
        load_folder(folder)
        assert [row.key for row in Article.objects.get().references.all()] == ["doe2020"]
        assert Reference.objects.count() == 2

    def test_a_second_run_writes_nothing(self, folder):
        load_folder(folder)
        before = [list(model.objects.values()) for model in (Topic, Person, Reference, Article, Edition)]
        report = load_folder(folder)
        assert before == [list(model.objects.values()) for model in (Topic, Person, Reference, Article, Edition)]
        assert "Articles: 1 unchanged." in list(report.lines())

    def test_the_reason_of_a_change_is_of_no_use_to_who_never_read_what_was_before(self, folder):
        change(folder / "ketamine" / "article.json", reason="Said better")
        load_folder(folder)
        assert Edition.objects.get().reason == "First edition"

    def test_changed_words_make_an_edition(self, folder):
        load_folder(folder)
        change_text(folder, "## Words\n\nSaid better.[@doe2020]\n")
        change(folder / "ketamine" / "article.json", reason="Said better")
        load_folder(folder)
        assert list(Edition.objects.order_by("number").values_list("number", "reason")) == [
            (1, "First edition"),
            (2, "Said better"),
        ]

    def test_what_was_wrong_stands_on_the_page_of_those_who_may_have_read_it(self, folder, client):
        change(folder / "ketamine" / "article.json", correction="It said too little.")
        load_folder(folder)
        assert Edition.objects.get().correction == ""
        change_text(folder, "## Words\n\nSaid better.[@doe2020]\n")
        load_folder(folder)
        assert Edition.objects.get(number=2).correction == "It said too little."
        assert "It said too little." in client.get("/articles/ketamine/").content.decode()

    def test_what_was_wrong_is_told_once(self, folder):
        load_folder(folder)
        change(folder / "ketamine" / "article.json", correction="It said too little.")
        for words in ("Said better.", "Said best."):
            change_text(folder, f"## Words\n\n{words}[@doe2020]\n")
            load_folder(folder)
        assert list(Edition.objects.order_by("number").values_list("correction", flat=True)) == [
            "",
            "It said too little.",
            "",
        ]

    def test_a_mended_reference_makes_an_edition(self, folder):
        load_folder(folder)
        write(folder / "references.json", [make_csl(id="doe2020", title="Mended"), make_csl(id="roe2021")])
        load_folder(folder)
        assert Edition.objects.filter(number=2).get().references[0]["title"] == "Mended"

    def test_a_changed_date_makes_none(self, folder):
        load_folder(folder)
        change(folder / "ketamine" / "article.json", next_review_on="2098-01-01")
        load_folder(folder)
        assert Article.objects.get().next_review_on == date(2098, 1, 1)
        assert Edition.objects.count() == 1


class TestWhatStaffChanged:
    def test_is_left_and_named_and_not_published(self, folder):
        load_folder(folder)
        Article.objects.update(summary="Ours, not ready yet.")
        change_text(folder, "## Words\n\nTheirs.[@doe2020]\n")
        report = load_folder(folder)
        assert Article.objects.get().summary == "Ours, not ready yet."
        assert Edition.objects.count() == 1
        assert "  Left as somebody changed it: Ketamine." in list(report.lines())

    def test_a_reference_is_left_and_its_words_are_not_published(self, folder):
        load_folder(folder)
        Reference.objects.filter(key="doe2020").update(csl=make_csl(title="Ours"))
        load_folder(folder)
        assert Reference.objects.get(key="doe2020").csl["title"] == "Ours"
        assert Edition.objects.count() == 1


class TestGlossary:
    @pytest.fixture
    def with_glossary(self, folder):
        write(folder / "glossary.json", [self.entry()])
        load_folder(folder)
        return folder

    def entry(self, **fields):
        values = {"slug": "words", "language": "en", "word": "words", "other_forms": ["word"]}
        return values | {"explanation": "What is said.[@roe2021]"} | fields

    def test_words_are_explained(self, with_glossary):
        entry = GlossaryEntry.objects.get()
        assert (entry.forms, [row.key for row in entry.references.all()]) == (["words", "word"], ["roe2021"])

    def test_a_second_run_writes_nothing(self, with_glossary):
        before = list(GlossaryEntry.objects.values())
        report = load_folder(with_glossary)
        assert list(GlossaryEntry.objects.values()) == before
        assert "Glossary entries: 1 unchanged." in list(report.lines())

    def test_a_better_explanation_is_taken_and_makes_no_edition(self, with_glossary):
        write(with_glossary / "glossary.json", [self.entry(explanation="What is said or written.")])
        load_folder(with_glossary)
        assert GlossaryEntry.objects.get().explanation == "What is said or written."
        assert not GlossaryEntry.objects.get().references.exists()
        assert Edition.objects.count() == 1

    @pytest.mark.parametrize("changed", [{"explanation": "Ours."}, {"other_forms": "ours"}, {"word": "Ours"}])
    def test_what_staff_changed_is_left_and_named(self, with_glossary, changed):
        GlossaryEntry.objects.update(**changed)
        write(with_glossary / "glossary.json", [self.entry(explanation="Theirs.")])
        report = load_folder(with_glossary)
        assert not GlossaryEntry.objects.filter(explanation="Theirs.").exists()
        assert f"  Left as somebody changed it: {GlossaryEntry.objects.get()}." in list(report.lines())

    def test_an_unknown_source_is_named(self, folder):
        write(folder / "glossary.json", [self.entry(explanation="Said.[@nobody]")])
        with pytest.raises(BrokenFolder, match="words names an unknown reference: nobody"):
            load_folder(folder)

    def test_one_with_problems_writes_nothing_at_all(self, folder):
        write(folder / "glossary.json", [self.entry(explanation="See [there](/x).")])
        with pytest.raises(BrokenFolder, match="words cannot be explained"):
            load_folder(folder)
        assert not Topic.objects.exists()


class TestBrokenFolders:
    @pytest.mark.parametrize(
        ("name", "value", "message"),
        [
            ("topic", "nothing", "ketamine names an unknown topic: nothing."),
            ("authors", ["nobody"], "ketamine names an unknown author: nobody."),
        ],
    )
    def test_what_one_file_says_of_another_must_be_there(self, folder, name, value, message):
        change(folder / "ketamine" / "article.json", **{name: value})
        with pytest.raises(BrokenFolder, match=message):
            load_folder(folder)

    def test_an_unknown_key_is_named(self, folder):
        change_text(folder, "Said.[@nobody]")
        with pytest.raises(BrokenFolder, match="ketamine names an unknown reference: nobody"):
            load_folder(folder)

    def test_a_text_with_problems_writes_nothing_at_all(self, folder):
        change_text(folder, "Said.[@doe2020]\n\n#### Deep\n")
        with pytest.raises(BrokenFolder, match="Line 3"):
            load_folder(folder)
        assert not Topic.objects.exists()

    def test_a_file_that_is_no_json_is_named(self, folder):
        (folder / "people.json").write_text("[")
        with pytest.raises(BrokenFolder, match=r"people\.json"):
            load_folder(folder)

    def test_a_folder_without_guides_is_named(self, tmp_path):
        with pytest.raises(BrokenFolder, match="There is no guide"):
            load_folder(tmp_path)


class TestCommand:
    def test_it_says_what_it_did(self, folder, capsys):
        call_command("load_articles", folder=folder)
        assert capsys.readouterr().out.splitlines() == [
            "Topics: 1 created.",
            "People: 1 created.",
            "References: 2 created.",
            "Articles: 1 created.",
            "Editions: 1 created.",
        ]

    def test_it_fails_with_a_sentence(self, tmp_path):
        with pytest.raises(CommandError, match="There is no guide"):
            call_command("load_articles", folder=tmp_path)


class ShippedGuideTests(TestCase):
    guide: Edition

    @classmethod
    def setUpTestData(cls):
        call_command("load_articles", verbosity=0, stdout=StringIO())
        cls.guide = Edition.objects.published().get(article__slug="ketamine-iv-infusions")

    def test_it_cites_at_least_thirty_references(self):
        keys = {csl["id"] for csl in self.guide.references}
        self.assertGreaterEqual(len(keys), 30)
        self.assertLessEqual({"yavi2022", "chitneni2021", "wilkinson2018"}, keys)

    def test_it_has_three_to_four_and_a_half_thousand_words(self):
        self.assertTrue(3000 <= self.guide.word_count <= 4500, self.guide.word_count)

    def test_a_crisis_box_stands_near_its_top_and_another_near_its_end(self):
        top, *rest = self.guide.html.split('class="callout callout-crisis"')
        self.assertGreaterEqual(len(rest), 2)
        self.assertLess(len(top), 2_000)

    def test_every_reference_is_printed_and_says_how_far_it_was_checked(self):
        unsaid = [e.key for e in self.guide.entries if not (e.html and e.checked_on and e.study_type)]
        self.assertEqual(unsaid, [])

    def test_it_names_no_reviewer_because_there_was_none(self):
        self.assertIsNone(self.guide.reviewer)
        self.assertEqual([author["name"] for author in self.guide.authors], ["The Psychly Team"])
