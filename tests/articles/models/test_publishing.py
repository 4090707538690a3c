"""When an edition comes out, and what it says of a mistake that it mends."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article, Edition, EditionIsFinal, Topic
from tests.factories.articles import make_article, make_edition, make_next_edition, publish

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.now() + timedelta(days=days)


class TestScheduled:
    @pytest.fixture
    def waiting(self):
        return publish(make_article(slug="soon", title="Coming soon"), at=in_days(3))

    @pytest.mark.parametrize(
        "path",
        ["/articles/soon/", "/articles/soon/editions/1/", "/articles/soon/changes/", "/articles/soon/references.bib"],
    )
    def test_nobody_reads_it_before_and_everybody_after_without_a_job(self, client, waiting, path):
        assert client.get(path).status_code == 404
        with time_machine.travel(in_days(4)):
            assert client.get(path).status_code == 200

    @pytest.mark.parametrize("path", ["/articles/", "/articles/feed/", "/sitemap.xml", "/"])
    def test_no_list_names_it_before(self, client, waiting, path):
        named = "/articles/soon/" if path == "/sitemap.xml" else "Coming soon"
        assert named not in client.get(path).content.decode()
        assert not Topic.objects.with_guides().exists()
        assert not Article.objects.published().exists()
        with time_machine.travel(in_days(4)):
            assert named in client.get(path).content.decode()

    def test_until_then_readers_keep_the_edition_before(self, client):
        first = make_edition(slug="guide", summary="As it was.")
        make_next_edition(first, summary="As it will be.", how={"at": in_days(3)})
        assert first.article.current_edition == first
        assert "As it was." in client.get("/articles/guide/").content.decode()
        assert client.get("/articles/guide/editions/2/").status_code == 404
        with time_machine.travel(in_days(4)):
            assert "As it will be." in client.get("/articles/guide/").content.decode()
            assert "As it was." in client.get("/articles/guide/editions/1/").content.decode()

    def test_not_in_the_past(self):
        with pytest.raises(ValidationError, match="in the past"):
            publish(make_article(), at=in_days(-1))

    def test_not_when_its_next_review_is_due_already(self):
        soon = timezone.localdate() + timedelta(days=3)
        article = make_article(written_on=timezone.localdate(), next_review_on=soon)
        with pytest.raises(ValidationError, match="next review is due already"):
            publish(article, at=in_days(3))
        assert publish(article, at=in_days(2)).is_scheduled

    def test_an_overdue_guide_is_published_now_all_the_same(self):
        assert make_edition(written_on=date(2020, 1, 1), next_review_on=date(2020, 7, 1)).is_overdue

    def test_one_at_a_time(self, waiting):
        with pytest.raises(ValidationError, match="scheduled already"):
            publish(Article.objects.get())

    def test_it_can_be_withdrawn_before_and_never_after(self, waiting):
        waiting.withdraw(by=None)
        assert not Edition.objects.exists()
        assert Article.objects.get().status == Article.Status.DRAFT
        edition = publish(Article.objects.get())
        assert edition.number == 1
        with pytest.raises(EditionIsFinal):
            edition.withdraw(by=None)


class TestCorrections:
    def test_one_stands_on_top_for_twelve_months(self, client):
        first = make_edition(slug="guide")
        make_next_edition(first, how={"correction": "We wrote 2 hours; it is 2 days."})
        for days, shown in [(0, True), (364, True), (366, False)]:
            with time_machine.travel(in_days(days)):
                content = client.get("/articles/guide/").content.decode()
            assert ("We wrote 2 hours; it is 2 days." in content) is shown
        content = client.get("/articles/guide/").content.decode()
        assert content.index("We wrote 2 hours") < content.index('class="guide-text')

    def test_the_edition_with_the_mistake_says_so_too(self, client):
        make_next_edition(make_edition(slug="guide"), how={"correction": "It is 2 days."})
        assert "It is 2 days." in client.get("/articles/guide/editions/1/").content.decode()

    def test_it_stays_when_a_further_edition_follows(self, client):
        first = make_edition(slug="guide")
        make_next_edition(make_next_edition(first, how={"correction": "It is 2 days."}))
        assert "It is 2 days." in client.get("/articles/guide/").content.decode()

    def test_the_feed_calls_it_a_correction(self, client):
        make_next_edition(make_edition(title="Ketamine"), how={"correction": "It is 2 days."})
        content = client.get("/articles/feed/").content.decode()
        assert "Correction: Ketamine, edition 2" in content
        assert "It is 2 days. What changed:" in content

    def test_the_list_of_changes_says_what_changed_word_by_word(self, client):
        first = make_edition(slug="guide", summary="It lasts two hours.")
        make_next_edition(first, summary="It lasts two days.", how={"correction": "It is 2 days."})
        content = client.get("/articles/guide/changes/").content.decode()
        assert "hours.</del>" in content
        assert "days.</ins>" in content
        assert 'id="edition-2"' in content

    def test_a_first_edition_corrects_nothing(self):
        with pytest.raises(ValidationError, match="corrects nothing"):
            publish(make_article(), correction="x")

    def test_its_words_are_final(self):
        make_next_edition(make_edition(), how={"correction": "It is 2 days."})
        with pytest.raises(EditionIsFinal):
            Edition.objects.update(correction="")
