import json

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.forms.models import model_to_dict
from django.utils.html import escape

from articles.forms import state_of
from articles.models import Article, Edition
from psychly.models import User
from tests.factories.articles import make_article, make_edition, make_reference, make_review, make_topic

pytestmark = pytest.mark.django_db


def sign_in(client, *groups):
    user = User.objects.create_user(f"{groups}@example.com", is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    client.force_login(user)
    return user


@pytest.fixture
def editor(client):
    return sign_in(client, "editors")


def address(article, what):
    return f"/admin/articles/article/{article.pk}/{what}/"


def posted(article, **changes):
    values = {name: value for name, value in model_to_dict(article).items() if value is not None}
    lists = {name: [row.pk for row in values[name]] for name in ("authors", "references")}
    return values | lists | {"about": "[]", "opened": state_of(article)} | changes


class TestWriting:
    def test_an_editor_writes_a_guide(self, client, editor):
        draft = make_article(slug="taken")
        data = posted(draft, slug="new-guide", title="New guide", topic=make_topic().pk)
        assert client.post("/admin/articles/article/add/", data).status_code == 302
        assert Article.objects.get(slug="new-guide").title == "New guide"

    def test_a_draft_is_saved_with_its_problems_and_they_are_named_with_their_lines(self, client, editor):
        article = make_article(references=[])
        data = posted(article, text="Mine.\n\nSaid.[@nobody]\n\n#### Deep")
        content = client.post(address(article, "change"), data, follow=True).content.decode()
        assert "It is saved. 2 things keep it from being published:" in content
        assert "Line 3, “Said.[@nobody]”: No reference has the key “nobody”." in content
        assert Article.objects.get().text.startswith("Mine.")
        response = client.post(address(article, "publish"), {"reason": "First edition", "because": "Nobody was free."})
        assert "Line 5, “#### Deep”" in response.content.decode()
        assert not Edition.objects.exists()

    def test_of_many_problems_the_first_are_named(self, client, editor):
        article = make_article(references=[])
        data = posted(article, text="[@a] [@b] [@c] [@d] [@e] [@f]")
        content = client.post(address(article, "change"), data, follow=True).content.decode()
        assert "6 things keep it from being published" in content
        assert ("“e”" in content, "“f”" in content) == (True, False)

    def test_a_sound_text_is_saved_without_a_warning(self, client, editor):
        article = make_article()
        assert (
            "It is saved." not in client.post(address(article, "change"), posted(article), follow=True).content.decode()
        )

    def test_what_another_editor_saved_meanwhile_is_not_overwritten(self, client, editor):
        article = make_article(title="As it was")
        mine, theirs = posted(article, title="Mine"), posted(article, title="Theirs")
        assert client.post(address(article, "change"), theirs).status_code == 302
        content = client.post(address(article, "change"), mine).content.decode()
        assert "Somebody has saved this article since you opened it." in content
        assert 'value="Mine"' in content
        assert f"Last saved by {escape(editor.email)}" in content
        assert "authors and dates are not compared" in content
        assert "Theirs</del>" in content
        article.refresh_from_db()
        assert article.title == "Theirs"

    def test_saving_what_was_reviewed_as_it_is_keeps_its_review(self, client, editor):
        review = make_review(make_article(references=[], text="## Part\n\nWords.\n"))
        review.sign(by=editor)
        article = Article.objects.get()
        client.post(address(article, "change"), posted(article, text="## Part\r\n\r\nWords."))
        article.refresh_from_db()
        assert article.is_reviewed
        client.post(address(article, "change"), posted(article, text="## Part\r\n\r\nOther words."))
        article.refresh_from_db()
        assert not article.is_reviewed

    def test_the_page_carries_when_it_was_opened(self, client, editor):
        article = make_article()
        assert f'value="{state_of(article)}"' in client.get(address(article, "change")).content.decode()

    def test_the_whole_syntax_stands_beside_the_text(self, client, editor):
        for page in (address(make_article(), "change"), "/admin/articles/article/add/"):
            content = client.get(page).content.decode()
            marks = ["{#cost}", "[@price2022; @jelovac2025]", "{very low}", "::: warning", "Table: ", "](#cost)"]
            assert [mark for mark in marks if mark not in content] == []

    def test_readers_keep_an_address_once_they_have_it(self, client, editor):
        article = make_edition(slug="kept").article
        client.post(address(article, "change"), posted(article, slug="moved"))
        article.refresh_from_db()
        assert article.slug == "kept"

    def test_the_list_says_which_edition_readers_have(self, client, editor):
        make_edition()
        make_article()
        content = client.get("/admin/articles/article/").content.decode()
        assert "not published" in content

    def test_the_history_says_who_changed_what(self, client, editor):
        article = make_article()
        client.post(address(article, "change"), posted(article, title="Better"))
        entry = LogEntry.objects.get(object_id=article.pk)
        assert entry.user == editor
        assert "Title" in entry.get_change_message()


class TestPreview:
    def test_it_shows_the_working_copy_as_readers_would_see_it(self, client, editor):
        article = make_edition(title="Old").article
        Article.objects.update(title="New, not published")
        response = client.get(address(article, "preview"))
        content = response.content.decode()
        assert "New, not published" in content
        assert "No reader sees it." in content
        assert 'content="noindex, nofollow"' in content
        assert Edition.objects.count() == 1

    def test_it_names_what_keeps_it_from_being_published(self, client, editor):
        article = make_article(references=[], text="Said.[@nobody]")
        assert "Line 1, “Said.[@nobody]”: No reference" in client.get(address(article, "preview")).content.decode()


class TestPublishing:
    def test_an_editor_publishes_with_a_reason(self, client, editor):
        article = make_article()
        response = client.post(address(article, "publish"), {"reason": "First edition", "because": "Nobody was free."})
        assert response.status_code == 302
        edition = article.current_edition
        assert (edition.number, edition.reason, edition.published_by) == (1, "First edition", editor)

    def test_the_history_says_so(self, client, editor):
        article = make_article()
        client.post(address(article, "publish"), {"reason": "First edition", "because": "Nobody was free."})
        assert LogEntry.objects.get().get_change_message() == "Published edition 1: First edition"

    def test_a_reason_is_needed(self, client, editor):
        article = make_article()
        assert (
            client.post(address(article, "publish"), {"reason": " ", "because": "Nobody was free."}).status_code == 200
        )
        assert not Edition.objects.exists()

    def test_looking_publishes_nothing(self, client, editor):
        article = make_article()
        assert "Publish without a review" in client.get(address(article, "publish")).content.decode()
        assert not Edition.objects.exists()

    def test_a_text_with_problems_is_refused_with_their_lines(self, client, editor):
        article = make_article(references=[], text="Said.[@nobody]")
        for response in (
            client.get(address(article, "publish")),
            client.post(address(article, "publish"), {"reason": "x", "because": "Nobody was free."}),
        ):
            assert "Line 1, “Said.[@nobody]”: No reference has the key" in response.content.decode()
        assert not Edition.objects.exists()

    def test_the_same_again_is_refused(self, client, editor):
        article = make_edition().article
        response = client.post(address(article, "publish"), {"reason": "Again", "because": "Nobody was free."})
        assert "Nothing has changed since the last edition." in response.content.decode()


class TestScheduling:
    def schedule(self, client, article, at):
        data = {"reason": "First edition", "because": "Nobody was free.", "at": at}
        return client.post(address(article, "publish"), data)

    def test_an_editor_names_a_time_to_come_and_takes_it_back(self, client, editor):
        article = make_article()
        assert self.schedule(client, article, "2098-01-02T08:00").status_code == 302
        assert article.scheduled_edition.published_at.isoformat() == "2098-01-02T13:00:00+00:00"
        assert "comes out on" in client.get("/admin/articles/article/").content.decode()
        assert "Withdraw it" in client.get(address(article, "publish")).content.decode()
        assert client.get(address(article, "withdraw")).status_code == 302
        assert article.scheduled_edition
        client.post(address(article, "withdraw"))
        assert not Edition.objects.exists()
        assert client.post(address(article, "withdraw")).status_code == 404

    def test_a_time_that_is_past_is_refused(self, client, editor):
        article = make_article()
        assert "cannot come out in the past" in self.schedule(client, article, "2020-01-02T08:00").content.decode()

    @pytest.mark.parametrize("at", ["9999-12-31T23:59", "2099-01-01T00:00"])
    def test_a_time_at_which_its_review_is_due_already_is_refused(self, client, editor, at):
        response = self.schedule(client, make_article(), at)
        assert "when its next review is due already" in response.content.decode()
        assert f'value="{at}"' in response.content.decode()
        assert not Edition.objects.exists()

    def test_what_is_out_cannot_be_taken_back(self, client, editor):
        assert client.post(address(make_edition().article, "withdraw")).status_code == 404
        assert Edition.objects.exists()

    def test_support_takes_nothing_back(self, client, editor):
        article = make_article()
        self.schedule(client, article, "2098-01-02T08:00")
        sign_in(client, "support")
        assert client.post(address(article, "withdraw")).status_code == 403


class TestRights:
    @pytest.mark.parametrize("what", ["preview", "publish"])
    def test_a_stranger_is_sent_to_sign_in(self, client, what):
        response = client.get(address(make_article(), what))
        assert response.status_code == 302
        assert "/login/" in response.url

    def test_support_may_look_and_not_publish(self, client):
        sign_in(client, "support")
        article = make_article()
        assert client.get(address(article, "preview")).status_code == 200
        assert (
            client.post(address(article, "publish"), {"reason": "x", "because": "Nobody was free."}).status_code == 403
        )
        assert address(article, "publish") not in client.get(address(article, "change")).content.decode()

    def test_staff_of_no_group_see_nothing(self, client):
        sign_in(client)
        article = make_article()
        assert client.get(address(article, "preview")).status_code == 403
        assert client.get(address(article, "publish")).status_code == 403

    def test_an_article_that_is_not_there_is_not_found(self, client, editor):
        assert client.get("/admin/articles/article/99/publish/").status_code == 404


class TestReferences:
    def test_an_editor_sees_how_a_reference_is_printed_and_where_it_is_used(self, client, editor):
        reference = make_reference("doe2020")
        make_article(title="A guide", references=[reference])
        content = client.get(f"/admin/articles/reference/{reference.pk}/change/").content.decode()
        assert "Doe JA. A study of something. <i>Pain</i>." in content
        assert "A guide" in content

    @pytest.mark.parametrize(("choice", "key"), [("wholly", "a"), ("partly", "b"), ("not", "c")])
    def test_references_are_found_by_how_far_they_were_checked(self, client, editor, choice, key):
        make_reference("a")
        make_reference("b", unchecked_details="author")
        make_reference("c", checked_on=None)
        rows = client.get(f"/admin/articles/reference/?checked={choice}").context["cl"].queryset
        assert [row.key for row in rows] == [key]

    def test_a_key_stays_once_a_guide_or_an_edition_uses_it(self, client, editor):
        free, listed, published = make_reference("free"), make_reference("listed"), make_reference("published")
        make_article(references=[listed])
        make_edition(references=[published]).article.references.clear()
        for reference, changes in [(free, True), (listed, False), (published, False)]:
            content = client.get(f"/admin/articles/reference/{reference.pk}/change/").content.decode()
            assert ('name="key"' in content) is changes

    @pytest.mark.parametrize("before", ["doi:", "DOI: ", "https://doi.org/", "http://dx.doi.org/", "doi.org/", " "])
    def test_a_doi_may_be_pasted_with_what_stands_before_it(self, client, editor, before):
        reference = make_reference("free")
        data = {"key": "free", "csl": json.dumps(reference.csl), "doi": f"{before}10.1000/x", "authors_complete": "on"}
        no_notices = {"notices-TOTAL_FORMS": 0, "notices-INITIAL_FORMS": 0}
        client.post(f"/admin/articles/reference/{reference.pk}/change/", data | no_notices)
        reference.refresh_from_db()
        assert reference.doi == "10.1000/x"

    def test_references_are_found_by_title(self, client, editor):
        make_reference("a")
        rows = client.get("/admin/articles/reference/?q=study of something").context["cl"].queryset
        assert [row.key for row in rows] == ["a"]

    def test_a_cited_reference_is_not_deleted_from_under_its_guide(self, client, editor):
        reference = make_reference("doe2020")
        edition = make_edition(make_article(references=[reference]))
        client.post(f"/admin/articles/reference/{reference.pk}/delete/", {"post": "yes"})
        edition.refresh_from_db()
        assert edition.entries[0].key == "doe2020"


class TestEditions:
    def test_an_editor_looks_at_them_and_changes_nothing(self, client, editor):
        edition = make_edition()
        assert client.get(f"/admin/articles/edition/{edition.pk}/change/").status_code == 200
        assert client.post(f"/admin/articles/edition/{edition.pk}/change/", {"title": "x"}).status_code == 403
        assert client.get("/admin/articles/edition/add/").status_code == 403
        assert client.post(f"/admin/articles/edition/{edition.pk}/delete/", {"post": "yes"}).status_code == 403

    def test_nobody_is_called_the_set_up(self, client, editor):
        edition = make_edition()
        for page in ("/admin/articles/edition/", f"/admin/articles/edition/{edition.pk}/change/"):
            assert "the set-up" in client.get(page).content.decode()

    def test_not_even_a_superuser_changes_them(self, client):
        client.force_login(User.objects.create_superuser("root@example.com", "x"))
        edition = make_edition()
        assert client.post(f"/admin/articles/edition/{edition.pk}/change/", {"title": "x"}).status_code == 403
        assert client.post(f"/admin/articles/edition/{edition.pk}/delete/", {"post": "yes"}).status_code == 403
