from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from articles.models import Article, Comment
from tests.articles.admin.test_article import address, sign_in
from tests.factories.articles import make_article, make_comment, make_edition, make_person, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    return sign_in(client, "editors")


def post(client, article, verb, **data):
    return client.post(address(article, "review"), {"verb": verb, **data})


def test_an_editor_asks_a_person_on_record(client, editor):
    article, person = make_article(), make_person(credentials="MD", conflicts="Owns shares.")
    due = timezone.localdate() + timedelta(days=14)
    assert post(client, article, "ask", reviewer=person.pk, due_on=due.isoformat()).status_code == 302
    review = article.open_review
    assert (review.reviewer, review.due_on, review.asked_by) == (person, due, editor)
    assert "Owns shares." in client.get(address(article, "review")).content.decode()
    assert LogEntry.objects.get().get_change_message() == "Asked for a review"


def test_a_refusal_is_a_sentence_and_what_was_typed_stays(client, editor):
    article, person = make_article(), make_person(credentials="MD", conflicts="")
    content = post(client, article, "ask", reviewer=person.pk, due_on="2999-01-02").content.decode()
    assert "record what this person said of them" in content
    assert 'value="2999-01-02"' in content
    assert (
        "cannot be due in the past"
        in post(client, article, "ask", reviewer=make_person(credentials="MD").pk, due_on="2020-01-02").content.decode()
    )
    assert not article.reviews.exists()


def test_signing_and_publishing(client, editor):
    article = make_review().article
    assert "Wait for the answer" in client.get(address(article, "publish")).content.decode()
    assert post(client, article, "sign", reviewed_on=timezone.localdate().isoformat()).status_code == 302
    assert "Publish this edition" in client.get(address(article, "publish")).content.decode()
    client.post(address(article, "publish"), {"reason": "First edition"})
    assert article.current_edition.reviewer is not None


def test_a_day_before_the_words_were_there_is_refused_on_the_page(client, editor):
    article = make_review().article
    content = post(client, article, "sign", reviewed_on="2020-01-01").content.decode()
    assert "It cannot be older than that." in content
    assert 'value="2020-01-01"' in content
    assert article.open_review is not None


def test_sending_back_needs_its_reason(client, editor):
    article = make_review().article
    assert post(client, article, "send_back", note="").status_code == 200
    assert post(client, article, "send_back", note="Too long").status_code == 302
    article.refresh_from_db()
    assert article.status == Article.Status.DRAFT
    assert "decided already" in post(client, article, "send_back", note="Again").content.decode()


def test_comments_stand_beside_their_section(client, editor):
    article = make_article()
    assert (
        post(client, article, "comment", anchor="what-it-is", quote="An old  drug.", words="Says who?").status_code
        == 302
    )
    comment = Comment.objects.get()
    assert (comment.written_by, comment.quote) == (editor, "An old drug.")
    content = client.get(address(article, "review")).content.decode()
    assert content.index('data-anchor="what-it-is"') < content.index("Says who?")


def test_a_passage_that_is_not_there_is_refused_and_nothing_is_lost(client, editor):
    content = post(
        client, make_article(), "comment", anchor="what-it-is", quote="No such", words="My words"
    ).content.decode()
    assert "These words do not stand in this section." in content
    assert "My words" in content
    assert not Comment.objects.exists()


def test_comments_are_resolved_and_opened_again(client, editor):
    comment = make_comment()
    post(client, comment.article, "resolve", comment=comment.pk)
    comment.refresh_from_db()
    assert comment.resolved_by == editor
    post(client, comment.article, "reopen", comment=comment.pk)
    comment.refresh_from_db()
    assert comment.is_open


def test_a_comment_of_another_article_is_not_there(client, editor):
    comment = make_comment()
    assert post(client, make_article(), "resolve", comment=comment.pk).status_code == 404
    assert post(client, make_article(), "resolve", comment="x").status_code == 404


def test_a_comment_on_a_section_that_is_gone_is_still_shown(client, editor):
    comment = make_comment()
    Article.objects.update(text="## Other\n")
    content = client.get(address(comment.article, "review")).content.decode()
    assert "On sections that are gone" in content
    assert "This passage has changed since." in content


def test_a_comment_follows_its_words_when_their_heading_is_renamed(client, editor):
    comment = make_comment(words="Says who?")
    Article.objects.update(text="## First\n\nNew.\n\n## Renamed\n\nStill an old one. An old drug. And more.\n")
    content = client.get(address(comment.article, "review")).content.decode()
    assert content.index('data-anchor="renamed"') < content.index("Says who?")
    assert "On sections that are gone" not in content
    assert "This passage has changed since." not in content


def test_title_and_summary_stand_above_the_text(client, editor):
    article = make_article(title="Ketamine and <b>", summary="What to know.")
    content = client.get(address(article, "review")).content.decode()
    assert "<h2>Ketamine and &lt;b&gt;</h2>\n<p>What to know.</p>" in content


@pytest.mark.parametrize("quote", ["It’s Tom & Jerry’s", "What to <i>know</i>", 'Jerry’s "guide" What to'])
def test_title_and_summary_are_commented_on_too(client, editor, quote):
    article = make_article(title='It’s Tom & Jerry’s "guide"', summary="What to <i>know</i>.")
    assert post(client, article, "comment", anchor="@head", quote=quote, words="Says who?").status_code == 302
    content = client.get(address(article, "review")).content.decode()
    assert content.index('data-anchor="@head"') < content.index("Says who?") < content.index('data-anchor=""')
    assert "This passage has changed since." not in content
    Article.objects.update(title="Another", summary="Another.")
    content = client.get(address(article, "review")).content.decode()
    assert content.index('data-anchor="@head"') < content.index("Says who?") < content.index('data-anchor=""')
    assert "This passage has changed since." in content


def test_an_open_comment_on_the_title_keeps_the_review_from_being_signed(client, editor):
    article = make_review(make_article(title="Ketamine")).article
    post(client, article, "comment", anchor="@head", quote="Ketamine", words="Which?")
    content = post(client, article, "sign", reviewed_on=timezone.localdate().isoformat()).content.decode()
    assert "1 comment is still open." in content
    assert article.open_review is not None


def test_words_of_the_text_do_not_stand_in_the_title(client, editor):
    content = post(client, make_article(), "comment", anchor="@head", quote="An old drug.", words="x").content.decode()
    assert "These words do not stand in this section." in content
    assert content.count('class="reviewing-new" open') == 1
    assert content.index('class="reviewing-new" open') < content.index('data-anchor=""')
    assert not Comment.objects.exists()


def test_whoever_signs_is_told_when_the_text_was_last_saved(client, editor):
    article = make_review().article
    with time_machine.travel("2027-03-02T17:00Z"):
        article.save()
    content = client.get(address(article, "review")).content.decode()
    assert "The text was last saved on 2 March 2027, 12:00 PM. Whoever" in content


def test_what_was_typed_is_never_markup(client, editor):
    comment = make_comment(words="<script>alert(1)</script>")
    assert "<script>alert" not in client.get(address(comment.article, "review")).content.decode()


def test_support_may_look_and_not_decide(client):
    sign_in(client, "support")
    article = make_review().article
    content = client.get(address(article, "review")).content.decode()
    assert 'value="sign"' not in content
    assert "Comment on a passage" not in content
    assert post(client, article, "sign", reviewed_on="2026-11-02").status_code == 403


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(address(make_article(), "review")).status_code == 302


def test_the_state_and_the_reviewer_cannot_be_typed(client, editor):
    article = make_article()
    content = client.get(address(article, "change")).content.decode()
    for name in ("status", "reviewer", "reviewed_on"):
        assert f'name="{name}"' not in content


def test_the_list_finds_guides_whose_review_is_overdue(client, editor):
    late = make_edition(
        written_on=timezone.localdate() - timedelta(days=9), next_review_on=timezone.localdate() - timedelta(days=1)
    ).article
    make_edition()
    assert list(client.get("/admin/articles/article/?review=overdue").context["cl"].queryset) == [late]
