import json
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.exporters import CannotExport, export_article
from articles.importers import BrokenFolder, load_folder, reference_values
from articles.loading import UNCHANGED
from articles.models import Article, Edition, GlossaryEntry, Person, Reference, Section, Topic
from tests.articles.incoming.test_round_trip import records
from tests.factories.articles import make_article, make_csl, make_edition, make_entry, make_person, make_reference

pytestmark = pytest.mark.django_db
MODELS = (Topic, Person, Reference, GlossaryEntry, Article, Edition)


def everything():
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


def outcomes(report):
    return {outcome for rows in report.outcomes.values() for outcome in rows}


def empty():
    Section.objects.all().delete()
    Edition.objects.all()._raw_delete("default")
    for model in (Article, GlossaryEntry, Reference, Person, Topic):
        model.objects.all().delete()


def folder_of(path):
    return {str(file.relative_to(path)): file.read_bytes() for file in path.rglob("*") if file.is_file()}


class TestRoundTrip:
    def test_importing_what_was_exported_changes_nothing(self, tmp_path):
        make_edition(slug="guide", authors=[make_person(biography="Writes."), make_person()])
        export_article("guide", tmp_path)
        before = everything()
        assert outcomes(load_folder(tmp_path)) == {UNCHANGED}
        assert everything() == before

    def test_another_database_gets_the_same_guide(self, tmp_path):
        reviewer = make_person(name="Rae Viewer", credentials="MD")
        row = make_reference(
            doi="10.1000/x", pmid="12", study_type="review", unchecked_details="author", authors_complete=False
        )
        article = make_article(slug="guide", references=[row], reviewer=reviewer, reviewed_on=date(2026, 11, 2))
        edition = make_edition(article, reason="First edition")
        export_article("guide", tmp_path)
        first = folder_of(tmp_path)
        empty()
        load_folder(tmp_path)
        again = Edition.objects.get()
        assert not again.differs_from(edition)
        assert (again.reason, again.reviewer["name"]) == ("First edition", "Rae Viewer")
        export_article("guide", tmp_path)
        assert folder_of(tmp_path) == first

    @pytest.mark.parametrize("text", ["## A\r\n\r\nWindows.\r\n", "## A\n\nNo end", "  \n\n## Ünï 漢\n", "Old\rMac\r"])
    def test_a_text_comes_back_byte_for_byte(self, tmp_path, text):
        make_article(slug="guide", references=[], text=text)
        export_article("guide", tmp_path)
        before = everything()
        assert outcomes(load_folder(tmp_path)) == {UNCHANGED}
        assert everything() == before

    def test_what_was_wrong_comes_along(self, tmp_path):
        article = make_edition(slug="guide").article
        Article.objects.update(summary="Mended.")
        article.refresh_from_db()
        article.publish_without_review(by=None, reason="Mended", because="Nobody.", correction="It was wrong.")
        export_article("guide", tmp_path)
        about = json.loads((tmp_path / "guide" / "article.json").read_text())
        assert (about["reason"], about["correction"]) == ("Mended", "It was wrong.")

    def test_a_draft_stays_a_draft(self, tmp_path):
        make_article(slug="guide")
        export_article("guide", tmp_path)
        assert "reason" not in json.loads((tmp_path / "guide" / "article.json").read_text())
        empty()
        load_folder(tmp_path)
        assert (Article.objects.count(), Edition.objects.count()) == (1, 0)

    def test_a_draft_that_names_what_is_still_to_come_comes_back(self, tmp_path):
        make_article(slug="guide", references=[], text="Said.[@to-come]\n\n[[claim-to-come]]\n")
        export_article("guide", tmp_path)
        before = everything()
        assert outcomes(load_folder(tmp_path)) == {UNCHANGED}
        assert everything() == before
        about = tmp_path / "guide" / "article.json"
        about.write_text(json.dumps(json.loads(about.read_text()) | {"reason": "First edition"}))
        with pytest.raises(BrokenFolder, match="guide names an unknown"):
            load_folder(tmp_path)

    def test_words_that_readers_do_not_have_yet_are_not_published_elsewhere(self, tmp_path):
        article = make_edition(slug="guide").article
        Article.objects.update(summary="Not ready.")
        export_article("guide", tmp_path)
        assert outcomes(load_folder(tmp_path)) == {UNCHANGED}
        assert article.editions.count() == 1
        empty()
        load_folder(tmp_path)
        assert not Edition.objects.exists()


class TestGlossary:
    def test_the_words_of_a_guide_that_are_explained_come_along_with_their_sources(self, tmp_path):
        make_reference("doe")
        make_entry(explanation="No drug.[@doe]", other_forms="placebos\nsham")
        make_entry("another word")
        make_edition(slug="guide", references=[], text="A sham.\n")
        export_article("guide", tmp_path)
        assert [row["slug"] for row in json.loads((tmp_path / "glossary.json").read_text())] == ["placebo"]
        before = everything()
        assert outcomes(load_folder(tmp_path)) == {UNCHANGED}
        assert everything() == before
        empty()
        load_folder(tmp_path)
        assert GlossaryEntry.objects.get().forms == ["placebo", "placebos", "sham"]
        assert [row.key for row in GlossaryEntry.objects.get().references.all()] == ["doe"]


class TestBesideOthers:
    def test_two_guides_share_a_folder_and_their_references(self, tmp_path):
        shared = make_reference("shared")
        for slug in ("one", "two"):
            make_edition(slug=slug, references=[shared])
            export_article(slug, tmp_path)
        assert [item["id"] for item in json.loads((tmp_path / "references.json").read_text())] == ["shared"]
        assert outcomes(load_folder(tmp_path)) == {UNCHANGED}

    def test_what_stands_there_keeps_its_place(self, tmp_path):
        (tmp_path / "references.json").write_text(json.dumps([make_csl(id="b"), make_csl(id="z"), make_csl(id="a")]))
        make_edition(slug="guide", references=[make_reference("z", csl=make_csl(title="Ours"))])
        export_article("guide", tmp_path)
        items = json.loads((tmp_path / "references.json").read_text())
        assert [(item["id"], item["title"] == "Ours") for item in items] == [("b", False), ("z", True), ("a", False)]

    @pytest.mark.parametrize("text", ["{", "[1]", '[{"title": "No id"}]'])
    def test_a_file_that_cannot_be_read_is_not_written_over(self, tmp_path, text):
        (tmp_path / "references.json").write_text(text)
        make_edition(slug="guide")
        with pytest.raises(CannotExport, match=r"references\.json is there already"):
            export_article("guide", tmp_path)
        assert [file.name for file in tmp_path.iterdir()] == ["references.json"]


class TestCommand:
    def test_it_names_what_it_wrote(self, tmp_path):
        make_edition(slug="guide")
        out = StringIO()
        call_command("export_article", "guide", tmp_path / "new", stdout=out)
        assert out.getvalue().count("Wrote ") == 7

    def test_an_unknown_article_is_a_sentence(self, tmp_path):
        with pytest.raises(CommandError, match="There is no article nothing in the language en"):
            call_command("export_article", "nothing", tmp_path)

    def test_a_place_that_cannot_be_written_is_a_sentence(self, tmp_path):
        make_edition(slug="guide")
        (tmp_path / "file").touch()
        with pytest.raises(CommandError, match="cannot be written"):
            call_command("export_article", "guide", tmp_path / "file")


def test_a_reviewer_without_a_date_is_refused(tmp_path):
    make_edition(slug="guide")
    export_article("guide", tmp_path)
    path = tmp_path / "guide" / "article.json"
    about = json.loads(path.read_text())
    path.write_text(json.dumps(about | {"reviewer": about["authors"][0]}))
    with pytest.raises(BrokenFolder, match="guide names a reviewer and no reviewed_on"):
        load_folder(tmp_path)
    path.write_text(json.dumps(about | {"reviewer": "nobody", "reviewed_on": "2026-01-01"}))
    with pytest.raises(BrokenFolder, match="guide names an unknown reviewer: nobody"):
        load_folder(tmp_path)


class ShippedGuidesTests(TestCase):
    def test_each_comes_back_unchanged(self):
        call_command("load_articles", stdout=StringIO())
        before = everything()
        with TemporaryDirectory() as name:
            for slug in Article.objects.values_list("slug", flat=True):
                export_article(slug, Path(name))
            self.assertEqual(outcomes(load_folder(Path(name))), {UNCHANGED})
        self.assertEqual(everything(), before)

    @given(item=records)
    def test_any_source_comes_back(self, item):
        Article.objects.all().delete()
        Reference.objects.all().delete()
        row = Reference(key=item["id"], **reference_values(item))
        row.full_clean()
        row.save()
        make_article(slug="guide", references=[row], text=f"Said.[@{row.key}]")
        before = everything()
        with TemporaryDirectory() as name:
            export_article("guide", Path(name))
            self.assertEqual(outcomes(load_folder(Path(name))), {UNCHANGED})
        self.assertEqual(everything(), before)

    # Any characters that a text column can hold.
    @given(
        text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200),
        summary=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=50),
    )
    def test_any_words_come_back(self, text, summary):
        Article.objects.all().delete()
        make_article(slug="guide", references=[], text=text, summary=summary)
        before = everything()
        with TemporaryDirectory() as name:
            export_article("guide", Path(name))
            self.assertLessEqual(outcomes(load_folder(Path(name))), {UNCHANGED})
        self.assertEqual(everything(), before)
