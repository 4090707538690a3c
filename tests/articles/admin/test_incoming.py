import re
from html import unescape
from unittest.mock import patch

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.crossref import NotFound
from articles.intake import gather
from articles.models import Reference
from tests.articles.admin.test_article import sign_in
from tests.factories.articles import make_csl, make_reference

pytestmark = pytest.mark.django_db
PAGE = "/admin/articles/reference/incoming/"
LIST = "/admin/articles/reference/"
TWO = "@article{doe2020, title={One & two}, author={Doe, Jane}, year={2020}}\n@article{a b, title={Half\n"


@pytest.fixture
def editor(client):
    return sign_in(client, "editors")


def look(client, text="", **more):
    return client.post(PAGE, {"text": text, "look": "1", **more})


def fields(response):
    """What the browser would send back: hidden fields, chosen radios, keys."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", response.content.decode()):
        values = {name: unescape(value) for name, value in re.findall(r'(\w+)="([^"]*)"', tag)}
        kind = values.get("type")
        if "name" in values and (kind in ("hidden", "text") or (kind == "radio" and " checked" in tag)):
            found[values["name"]] = values.get("value", "")
    return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}


def save(client, response, text, **changes):
    return client.post(PAGE, {**fields(response), "text": text, "save": "1", **changes})


class TestLooking:
    def test_the_list_leads_to_it(self, client, editor):
        assert f'href="{PAGE}"' in client.get(LIST).content.decode()
        assert client.get(PAGE).status_code == 200

    def test_nothing_is_saved_by_looking_and_nothing_typed_is_lost(self, client, editor):
        content = look(client, TWO).content.decode()
        assert not Reference.objects.exists()
        assert "1 entry (BibTeX)" in content
        assert "<strong>Line 2:</strong> It cannot be read as BibTeX" in content
        assert "@article{a b, title={Half" in content
        assert 'value="doe2020"' in content

    def test_each_part_stands_beside_what_is_on_record(self, client, editor):
        make_reference("jane", csl=make_csl(title="ONE TWO", volume="7"))
        content = look(client, "@article{x, title={One two}, volume={8}, number={3}}").content.decode()
        assert "on record as jane by the same title" in content
        for state in ("new", "differs", "kept"):
            assert f'class="incoming-{state}"' in content

    def test_a_file_takes_the_place_of_the_text(self, client, editor):
        file = SimpleUploadedFile("a.ris", "\ufeffTY  - BOOK\r\nTI  - Ünï\r\nER  - \r\n".encode())
        response = look(client, "typed", file=file)
        content = response.content.decode()
        assert "1 entry (RIS)" in content
        assert "TI  - Ünï" in content

    def test_a_file_of_an_old_windows_program_is_read_and_it_is_said(self, client, editor):
        file = SimpleUploadedFile(
            "a.bib", "@book{a, title={Ketamin für Ärzte}, author={Müller, Jürgen}}".encode("cp1252")
        )
        content = look(client, file=file).content.decode()
        assert "Müller, Jürgen" in content
        assert "was read as Windows wrote texts before" in content

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            ({"text": " "}, "Paste some references, or choose a file."),
            ({"text": "hello"}, "This is neither CSL-JSON"),
            ({"text": "mine", "file": b"\xff\xfe\xff"}, "The file is no text that we can read."),
            ({"text": "mine", "file": b"x" * 1_000_001}, "The file is too long."),
        ],
    )
    def test_what_cannot_be_read_is_said_and_what_was_typed_stays(self, client, editor, data, sentence):
        if "file" in data:
            data = data | {"file": SimpleUploadedFile("a.bib", data["file"])}
        content = look(client, **data).content.decode()
        assert sentence in content
        assert data["text"].strip() in content

    def test_hostile_words_are_shown_as_words(self, client, editor):
        evil = (
            '[{"type": "book", "title": "<script>alert(1)</script>", "publisher": "\\"><img src=x onerror=alert(1)>"}]'
        )
        content = look(client, evil).content.decode()
        assert "<script>alert" not in content
        assert "<img src=x" not in content


class TestSaving:
    def test_what_was_chosen_is_saved_and_logged(self, client, editor):
        response = save(client, look(client, TWO), TWO, **{"key-0": "mine2020"})
        assert response.status_code == 302
        assert Reference.objects.get().key == "mine2020"
        assert LogEntry.objects.get().user == editor
        assert "1 reference was added. 0 were mended." in client.get(LIST).content.decode()

    def test_a_record_is_mended(self, client, editor):
        make_reference("doe", doi="10.1000/x")
        text = "@article{x, title={A study of something}, doi={10.1000/x}, volume={8}, pmid={12}}"
        save(client, look(client, text), text, **{"choice-0": "replace"})
        row = Reference.objects.get()
        assert (row.pmid, row.csl["volume"], row.unchecked_details) == ("12", "8", "volume, PMID")

    def test_the_first_choice_for_what_is_on_record_changes_nothing(self, client, editor):
        make_reference("doe", doi="10.1000/x")
        before = list(Reference.objects.values())
        text = "@article{x, title={A study of something}, doi={10.1000/x}, volume={8}}"
        save(client, look(client, text), text)
        assert list(Reference.objects.values()) == before

    def test_another_text_is_looked_at_first(self, client, editor):
        other = TWO.replace("One & two", "Three")
        content = save(client, look(client, TWO), other).content.decode()
        assert "The text is another than the one whose entries are shown." in content
        assert "Three" in content
        assert not Reference.objects.exists()

    def test_line_ends_of_a_browser_are_no_other_text(self, client, editor):
        assert save(client, look(client, TWO), TWO.replace("\n", "\r\n")).status_code == 302

    def test_a_record_that_changed_since_is_looked_at_again(self, client, editor):
        make_reference("doe", doi="10.1000/x")
        text = "@article{x, title={A study of something}, doi={10.1000/x}, volume={8}}"
        response = look(client, text)
        Reference.objects.update(pmid="77")
        content = save(client, response, text, **{"choice-0": "replace"}).content.decode()
        assert "The record on file has changed since you looked" in content
        assert Reference.objects.get().csl["volume"] == "7"

    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({"key-0": "Not A Key"}, "A key is lower-case letters"),
            ({"key-0": "taken"}, "already exists"),
            ({"choice-0": "replace"}, "Choose what is to become of it."),
            ({"choice-0": ""}, "Choose what is to become of it."),
        ],
    )
    def test_a_choice_that_cannot_be_is_named_and_the_rest_stays(self, client, editor, changes, sentence):
        make_reference("taken", csl=make_csl(title="Taken"))
        content = save(client, look(client, TWO), TWO, **changes).content.decode()
        assert "Nothing has been saved:" in content
        assert sentence in content
        assert f'value="{changes.get("key-0", "doe2020")}"' in content
        assert Reference.objects.count() == 1

    def test_it_can_be_mended_and_saved_then(self, client, editor):
        response = save(client, look(client, TWO), TWO, **{"key-0": "Not A Key"})
        assert save(client, response, TWO, **{"key-0": "better"}).status_code == 302
        assert Reference.objects.get().key == "better"


def test_a_file_of_three_hundred_entries_is_looked_at_and_saved_whole(client, editor):
    text = "\n".join(f"@article{{k{n}, title={{Study {n}}}, doi={{10.1000/{n}}}}}" for n in range(300))
    file = SimpleUploadedFile("library.bib", text.encode())
    response = look(client, file=file)
    assert "300 entries (BibTeX)" in response.content.decode()
    assert save(client, response, text).status_code == 302
    assert Reference.objects.count() == 300
    again = look(client, text).content.decode()
    assert again.count("It says nothing that the record lacks") == 300


class TestLookingUp:
    def test_a_doi_is_asked_for_once(self, client, editor, settings):
        settings.CROSSREF_ENABLED = True
        with patch.object(gather, "look_up", return_value=make_csl(DOI="10.1000/x")) as asked:
            response = look(client, "10.1000/x")
            assert save(client, response, "10.1000/x").status_code == 302
        assert asked.call_count == 1
        assert Reference.objects.get().doi == "10.1000/x"

    def test_what_was_not_found_is_named_and_stays(self, client, editor, settings):
        settings.CROSSREF_ENABLED = True
        with patch.object(gather, "look_up", side_effect=NotFound("Crossref does not know this DOI.")):
            content = look(client, "10.1000/x").content.decode()
        assert "Crossref does not know this DOI." in content
        assert ">\n10.1000/x</textarea>" in content

    def test_without_crossref_the_page_says_what_to_do(self, client, editor):
        assert "DOIs are not looked up on this site." in look(client, "10.1000/x").content.decode()


@pytest.mark.parametrize("group", ["support", ""])
def test_others_may_not(client, group):
    sign_in(client, group)
    assert client.get(PAGE).status_code == 403
    assert look(client, TWO).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(PAGE).status_code == 302


def test_the_page_is_kept_by_no_cache(client, editor):
    assert "no-store" in client.get(PAGE)["Cache-Control"]
