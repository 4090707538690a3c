from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Comment, Edition, Review
from psychly.models import User
from tests.factories.articles import make_article, make_comment, make_edition, make_person, make_review, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return User.objects.create_user("editor@example.com")


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


class TestAsking:
    def test_it_says_who_was_asked_by_whom_and_until_when(self, staff):
        article, reviewer = make_article(), make_person(credentials="MD")
        review = article.send_to_review(by=staff, reviewer=reviewer, due_on=tomorrow())
        assert (review.reviewer, review.asked_by, review.due_on) == (reviewer, staff, tomorrow())
        assert review.asked_at is not None
        assert Article.objects.get().status == Article.Status.IN_REVIEW
        assert list(Article.objects.waiting_for_review()) == [article]

    @pytest.mark.parametrize(
        "person",
        [
            {"credentials": "MD", "is_organization": True},
            {"credentials": ""},
            {"credentials": "MD", "conflicts": " "},
        ],
    )
    def test_a_reviewer_is_one_person_whose_credentials_and_conflicts_are_on_record(self, person):
        with pytest.raises(ValidationError):
            make_review(reviewer=make_person(**person))
        assert not Review.objects.exists()

    def test_one_person_reads_at_a_time(self):
        review = make_review()
        with pytest.raises(ValidationError, match="reading this text already"):
            make_review(review.article)
        with pytest.raises(IntegrityError), transaction.atomic():
            review.article.reviews.create(reviewer=review.reviewer, due_on=tomorrow())

    def test_a_text_with_problems_is_not_sent(self):
        with pytest.raises(ValidationError, match="nobody"):
            make_review(make_article(references=[], text="Said.[@nobody]"))

    def test_the_answer_is_not_due_in_the_past(self):
        with pytest.raises(ValidationError, match="in the past"):
            make_review(due_on=timezone.localdate() - timedelta(days=1))

    def test_a_late_answer_shows_itself(self):
        review = make_review()
        assert not review.is_overdue
        with time_machine.travel(timezone.now() + timedelta(days=2)):
            assert review.is_overdue


class TestSigning:
    def test_it_records_the_day_and_who_recorded_it(self, staff):
        with time_machine.travel("2026-11-01T17:00Z"):
            review = make_review()
        review.sign(by=staff, on=date(2026, 11, 2))
        article = Article.objects.get()
        assert (article.reviewer, article.reviewed_on) == (review.reviewer, date(2026, 11, 2))
        assert (article.status, article.is_reviewed) == (Article.Status.REVIEWED, True)
        review.refresh_from_db()
        assert (review.status, review.decided_by) == (Review.Status.SIGNED, staff)
        assert review.decided_at is not None

    def test_a_decision_is_final(self):
        review = make_review()
        review.sign(by=None)
        for decide in (lambda: review.sign(by=None), lambda: review.send_back(by=None, note="No")):
            with pytest.raises(ValidationError, match="decided already"):
                decide()

    def test_open_comments_come_first(self):
        review = make_review()
        comment, other = make_comment(review.article), make_comment(review.article)
        with pytest.raises(ValidationError, match="2 comments are still open"):
            review.sign(by=None)
        other.resolve(by=None)
        with pytest.raises(ValidationError, match="1 comment is still open"):
            review.sign(by=None)
        comment.resolve(by=None)
        review.sign(by=None)

    def test_not_before_its_day(self):
        with pytest.raises(ValidationError, match="before its day"):
            make_review().sign(by=None, on=tomorrow())

    def test_not_on_a_day_before_it_was_asked_for(self):
        with time_machine.travel("2026-11-10T17:00Z"):
            review = make_review()
            with pytest.raises(ValidationError, match="asked for on 10 November 2026"):
                review.sign(by=None, on=date(2026, 11, 9))
            assert Review.objects.get().is_open
            review.sign(by=None, on=date(2026, 11, 10))
        assert Article.objects.get().reviewed_on == date(2026, 11, 10)

    def test_not_on_a_day_before_the_words_were_saved(self):
        with time_machine.travel("2026-11-10T17:00Z"):
            review = make_review()
        # In New York it is still the 12th.
        with time_machine.travel("2026-11-13T03:00Z"):
            review.article.text += "\nMore.\n"
            review.article.save()
            with pytest.raises(ValidationError, match="last saved on 12 November 2026"):
                review.sign(by=None, on=date(2026, 11, 11))
            assert Review.objects.get().is_open
            review.sign(by=None, on=date(2026, 11, 12))
        assert Article.objects.get().reviewed_on == date(2026, 11, 12)

    @pytest.mark.parametrize("field", ["title", "summary", "text"])
    def test_it_covers_no_word_that_was_written_afterwards(self, field):
        review = make_review()
        review.sign(by=None)
        article = Article.objects.get()
        setattr(article, field, "## Other words\n")
        article.save()
        article.refresh_from_db()
        assert (article.status, article.reviewer, article.reviewed_on) == (Article.Status.DRAFT, None, None)
        assert not article.is_reviewed


class TestSendingBack:
    def test_it_makes_a_draft_again_and_keeps_the_reason(self, staff):
        review = make_review()
        review.send_back(by=staff, note=" Too long ")
        assert Article.objects.get().status == Article.Status.DRAFT
        assert Review.objects.get().note == "Too long"
        assert make_review(review.article).is_open

    def test_it_needs_a_reason(self):
        review = make_review()
        with pytest.raises(ValidationError):
            review.send_back(by=None, note=" ")
        assert Review.objects.get().is_open


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "signed"},
        {"status": "sent_back", "decided_at": "2026-11-02T12:00Z"},
        {"status": "asked", "decided_at": "2026-11-02T12:00Z"},
        {"reviewed_on": "2026-11-02"},
    ],
)
def test_a_row_cannot_say_half_of_a_decision(fields):
    make_review()
    with pytest.raises(IntegrityError):
        Review.objects.update(**fields)


class TestPublishing:
    def test_reviewed_words_are_published_with_their_reviewer(self):
        review = make_review(reviewer=make_person(name="Ada Doe", credentials="MD", conflicts="Speaks for a maker."))
        review.sign(by=None)
        edition = review.article.publish(by=None, reason="First edition")
        assert edition.reviewer["name"] == "Ada Doe"
        assert edition.reviewer["conflicts"] == "Speaks for a maker."
        assert edition.unreviewed_because == ""
        assert Article.objects.get().status == Article.Status.PUBLISHED

    def test_words_that_nobody_reviewed_are_refused(self):
        with pytest.raises(ValidationError, match="Nobody has reviewed"):
            make_article().publish(by=None, reason="First edition")
        assert not Edition.objects.exists()

    def test_without_a_review_it_takes_a_reason_that_readers_see(self, client):
        article = make_article()
        with pytest.raises(ValidationError, match="Say why"):
            article.publish_without_review(by=None, reason="First edition", because=" ")
        article.publish_without_review(by=None, reason="First edition", because="Nobody was free.")
        content = client.get(article.get_absolute_url()).content.decode()
        said = content.index("Why it is published all the same: Nobody was free.")
        assert content.index("No clinician has reviewed this guide yet.") < said < content.index('class="guide-text')

    def test_a_review_that_runs_or_is_there_is_not_passed_over(self):
        review = make_review()
        with pytest.raises(ValidationError, match="Somebody is reading"):
            review.article.publish_without_review(by=None, reason="x", because="x")
        review.sign(by=None)
        with pytest.raises(ValidationError, match="have been reviewed"):
            review.article.publish_without_review(by=None, reason="x", because="x")

    def test_a_reviewed_edition_gives_no_reason_for_having_no_review(self):
        edition = make_edition()
        with pytest.raises(IntegrityError):
            Edition.objects.bulk_create(
                [Edition(article=edition.article, number=2, reason="x", unreviewed_because="x", **dates())]
            )

    def test_a_later_edition_says_which_one_was_reviewed(self, client):
        first = make_edition(reviewer=make_person(name="Ada Doe", credentials="MD"), reviewed_on=date(2026, 11, 2))
        article = Article.objects.get()
        article.text += "\nMore.\n"
        article.save()
        publish(article, reason="More")
        content = client.get(first.article.get_absolute_url()).content.decode()
        assert "No clinician has reviewed this edition." in content
        assert "Ada Doe reviewed edition 1 on 2 November 2026" in content
        assert "No clinician has reviewed this guide yet." not in content
        assert "reviewedBy" not in content


def dates():
    return {name: date(2026, 11, 2) for name in ("written_on", "reviewed_on", "next_review_on")}


class TestComments:
    def test_one_is_anchored_to_words_of_its_section(self):
        article = make_article(references=[], text="Before.\n\n## What *it* is {#what}\n\nAn **old** drug.{low}\n")
        for anchor, quote in [("what", "An old drug."), ("what", "What it is"), ("", "Before.")]:
            Comment(article=article, anchor=anchor, quote=quote, words="Why?").full_clean()
        for anchor, quote in [("", "An old drug."), ("what", "A new drug."), ("elsewhere", "An old drug.")]:
            with pytest.raises(ValidationError) as error:
                Comment(article=article, anchor=anchor, quote=quote, words="Why?").full_clean()
            assert "quote" in error.value.message_dict

    def test_it_says_when_its_passage_has_changed(self):
        comment = make_comment()
        assert comment.stands_in_its_section
        comment.article.text = "## What it is\n\nSomething else.\n"
        assert not comment.stands_in_its_section

    def test_it_is_resolved_once_and_opened_again(self, staff):
        comment = make_comment()
        comment.resolve(by=staff)
        comment.refresh_from_db()
        assert (comment.resolved_by, comment.is_open) == (staff, False)
        with pytest.raises(ValidationError):
            comment.resolve(by=staff)
        comment.reopen(by=staff)
        assert list(Comment.objects.open()) == [comment]
        with pytest.raises(ValidationError):
            comment.reopen(by=staff)

    @pytest.mark.parametrize("fields", [{"quote": ""}, {"words": ""}])
    def test_it_has_a_passage_and_words(self, fields):
        make_comment()
        with pytest.raises(IntegrityError):
            Comment.objects.update(**fields)


def test_guides_whose_review_is_overdue_are_found():
    late = make_edition(written_on=date(2020, 1, 1), next_review_on=date(2020, 7, 1)).article
    make_edition()
    make_article(written_on=date(2020, 1, 1), next_review_on=date(2020, 7, 1))
    assert list(Article.objects.with_overdue_review()) == [late]
