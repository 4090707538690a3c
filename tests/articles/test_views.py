from datetime import date

import pytest
import time_machine
from django.test import TestCase
from django.utils.formats import date_format

from tests.factories.articles import (
    make_article,
    make_edition,
    make_next_edition,
    make_person,
    make_reference,
    make_topic,
)


class ArticleListTests(TestCase):
    def test_it_shows_the_newest_edition_of_each_guide(self):
        make_next_edition(make_edition(title="Old title", slug="ketamine"), title="New title")
        make_article(title="Not ready")
        response = self.client.get("/articles/")
        self.assertContains(response, "New title")
        self.assertContains(response, "not yet reviewed by a clinician")
        self.assertNotContains(response, "Old title")
        self.assertNotContains(response, "Not ready")

    def test_it_names_the_topics_that_have_something_to_read(self):
        edition = make_edition()
        make_topic(title="Empty topic")
        response = self.client.get("/articles/")
        self.assertContains(response, edition.article.topic.get_absolute_url())
        self.assertNotContains(response, "Empty topic")

    def test_one_minute_is_no_plural(self):
        make_edition()
        self.assertContains(self.client.get("/articles/"), "· 1 minute to read")
        make_edition(references=[], text="word " * 440)
        self.assertContains(self.client.get("/articles/"), "· 2 minutes to read")

    def test_it_says_when_there_is_nothing(self):
        self.assertContains(self.client.get("/articles/"), "No guide has been published here yet.")


class TopicDetailTests(TestCase):
    def test_it_lists_its_guides(self):
        edition = make_edition(title="Ours")
        make_edition(title="Another")
        response = self.client.get(edition.article.topic.get_absolute_url())
        self.assertContains(response, "Ours")
        self.assertNotContains(response, "Another")

    def test_a_topic_without_guides_is_not_there_yet(self):
        self.assertEqual(self.client.get(make_topic().get_absolute_url()).status_code, 404)


class ArticleDetailTests(TestCase):
    def test_a_guide_that_was_never_published_is_not_there(self):
        self.assertEqual(self.client.get(make_article().get_absolute_url()).status_code, 404)

    def test_it_says_who_wrote_it_and_when(self):
        edition = make_edition(written_on=date(2026, 9, 3), next_review_on=date(2099, 3, 4))
        response = self.client.get(edition.article.get_absolute_url())
        self.assertContains(response, "The Team")
        self.assertContains(response, '<time datetime="2026-09-03">3 September 2026</time>', html=True)
        self.assertContains(response, '<time datetime="2099-03-04">4 March 2099</time>', html=True)

    def test_without_a_reviewer_it_says_so_at_the_top(self):
        content = self.client.get(make_edition().article.get_absolute_url()).content.decode()
        self.assertLess(content.index("No clinician has reviewed this guide yet."), content.index('class="guide-text'))
        self.assertNotIn("reviewedBy", content)
        self.assertNotIn("lastReviewed", content)

    def test_with_a_reviewer_it_names_them(self):
        reviewer = make_person(name="Ada Doe", credentials="MD")
        edition = make_edition(reviewer=reviewer, reviewed_on=date(2026, 11, 2))
        response = self.client.get(edition.article.get_absolute_url())
        self.assertContains(response, "Ada Doe, MD")
        self.assertNotContains(response, "No clinician has reviewed")

    def test_a_late_review_shows_itself(self):
        with time_machine.travel("2026-01-02T12:00Z", tick=False):
            edition = make_edition(written_on=date(2026, 1, 1), next_review_on=date(2026, 7, 1))
        address = edition.article.get_absolute_url()
        with time_machine.travel("2026-07-01T12:00Z", tick=False):
            self.assertNotContains(self.client.get(address), "overdue")
        with time_machine.travel("2026-07-02T12:00Z", tick=False):
            self.assertContains(self.client.get(address), "Review overdue since 1 July 2026.")

    def test_numbers_references_and_ways_back_fit_together(self):
        a, b = make_reference("a"), make_reference("b")
        article = make_article(references=[a, b], text="One.[@b] Two.[@a]\n\nThree.[@b]")
        response = self.client.get(make_edition(article).article.get_absolute_url())
        for wanted in ('id="ref-b"', 'href="#cite-b-a"', 'href="#cite-b-b"', 'id="cite-b-b"', 'id="preview-b"'):
            self.assertContains(response, wanted, count=1)
        content = response.content.decode()
        self.assertLess(content.index('id="ref-b"'), content.index('id="ref-a"'))

    def test_a_reference_says_what_it_is_and_how_far_it_was_checked(self):
        partly = make_reference("a", unchecked_details="author, volume", study_type="review", doi="10.1000/x", pmid="7")
        never = make_reference("b", checked_on=None)
        edition = make_edition(make_article(references=[partly, never], text="One.[@a] Two.[@b]"))
        response = self.client.get(edition.article.get_absolute_url())
        self.assertContains(response, "Review article")
        self.assertContains(response, "Details partly checked on 1 November 2026; not checked: author list, volume")
        self.assertContains(response, "Details not checked yet")
        self.assertContains(response, 'href="https://doi.org/10.1000/x"')
        self.assertContains(response, 'href="https://pubmed.ncbi.nlm.nih.gov/7/"')

    def test_the_certainty_key_stands_where_marks_are_used(self):
        marked = make_edition(make_article(text="Said.{low}", references=[]))
        plain = make_edition(make_article(text="Said.", references=[]))
        self.assertContains(self.client.get(marked.article.get_absolute_url()), 'id="certainty-key"')
        self.assertNotContains(self.client.get(plain.article.get_absolute_url()), 'id="certainty-key"')

    def test_a_crisis_box_stands_at_the_top_and_at_the_end(self):
        without = make_edition(make_article(text="Said.", references=[]))
        self.assertEqual(self.crisis_boxes(without), 2)

    def test_a_text_that_has_its_own_gets_no_second(self):
        own = make_edition(make_article(text="::: crisis\nCall.\n:::", references=[]))
        self.assertEqual(self.crisis_boxes(own), 1)

    def test_it_stands_above_who_wrote_the_guide_and_every_notice(self):
        for text in ("Said.", "Said.\n\n::: crisis\nCall.\n:::\n", "## A\n\n::: crisis\nCall.\n:::\n"):
            page = self.page_of(make_edition(make_article(text=text, references=[])))
            self.assertLess(page.index('class="lede"'), page.index("callout-crisis"))
            self.assertLess(page.index("callout-crisis"), page.index("guide-facts"))

    def test_a_text_that_begins_with_it_has_it_above_the_summary(self):
        page = self.page_of(make_edition(make_article(text="::: crisis\nCall.\n:::\n\nSaid.", references=[])))
        self.assertLess(page.index("</h1>"), page.index("callout-crisis"))
        self.assertLess(page.index("callout-crisis"), page.index('class="lede"'))

    def test_one_that_comes_late_in_a_text_is_not_the_only_one(self):
        late = make_edition(make_article(text="Said.\n\n## A\n\n::: crisis\nCall.\n:::\n", references=[]))
        self.assertEqual(self.crisis_boxes(late), 2)

    def crisis_boxes(self, edition):
        """Those of the guide itself: the foot of every page has one, too."""
        return self.page_of(edition).count("callout-crisis")

    def page_of(self, edition):
        content = self.client.get(edition.article.get_absolute_url()).content.decode()
        return content.partition("<article")[2].partition("</article>")[0]

    def test_what_was_typed_is_never_markup(self):
        nasty = "<script>alert(1)</script>"
        author = make_person(name=nasty, credentials=nasty)
        article = make_article(
            title=nasty, summary=nasty, text=f"## {nasty}\n\n{nasty}", references=[], authors=[author]
        )
        response = self.client.get(make_edition(article, reason=nasty).article.get_absolute_url())
        self.assertNotContains(response, nasty)
        self.assertNotContains(self.client.get(f"{article.get_absolute_url()}changes/"), nasty)

    def test_it_says_how_to_cite_and_to_share_it(self):
        edition = make_edition(slug="ketamine", title="Ketamine & more")
        response = self.client.get("/articles/ketamine/")
        day = date_format(edition.published_on, "F j, Y")
        self.assertContains(response, f"The Team. Ketamine &amp; more. Psychly, edition 1. {day}.")
        self.assertContains(response, "http://127.0.0.1:8000/articles/ketamine/editions/1/")
        self.assertContains(
            response, 'href="mailto:?subject=Ketamine%20%26%20more&amp;body=http%3A%2F%2F127.0.0.1%3A8000'
        )


class EditionDetailTests(TestCase):
    def setUp(self):
        self.first = make_edition(slug="ketamine", summary="As it was.")
        self.second = make_next_edition(self.first, summary="As it is.")

    def test_an_old_edition_stays_as_it_was_and_says_so(self):
        response = self.client.get("/articles/ketamine/editions/1/")
        self.assertContains(response, "As it was.")
        self.assertContains(response, "kept as it was")
        self.assertContains(response, 'href="/articles/ketamine/">Read the newest, edition 2')

    def test_it_names_the_guides_own_address_as_the_one_to_find(self):
        response = self.client.get("/articles/ketamine/editions/1/")
        self.assertContains(response, '<link rel="canonical" href="http://127.0.0.1:8000/articles/ketamine/">')
        self.assertContains(response, '<meta name="robots" content="noindex, follow">')

    def test_the_newest_says_that_it_is(self):
        self.assertContains(self.client.get("/articles/ketamine/editions/2/"), "the newest")

    def test_an_edition_that_never_was_is_not_there(self):
        self.assertEqual(self.client.get("/articles/ketamine/editions/3/").status_code, 404)
        self.assertEqual(self.client.get("/articles/other/editions/1/").status_code, 404)

    def test_its_reference_list_is_that_of_the_edition(self):
        response = self.client.get("/articles/ketamine/editions/1/")
        self.assertContains(response, "/articles/ketamine/editions/1/references.bib")


class ArticleChangesTests(TestCase):
    def test_it_says_what_changed_and_why_newest_first(self):
        first = make_edition(slug="ketamine", reason="First edition")
        make_next_edition(first, reason="A number was wrong.")
        content = self.client.get("/articles/ketamine/changes/").content.decode()
        self.assertLess(content.index("A number was wrong."), content.index("First edition"))
        self.assertIn('href="/articles/ketamine/editions/1/"', content)

    def test_a_guide_that_was_never_published_has_none(self):
        make_article(slug="ketamine")
        self.assertEqual(self.client.get("/articles/ketamine/changes/").status_code, 404)


class ReferenceFileTests(TestCase):
    def setUp(self):
        self.first = make_edition(make_article(slug="ketamine", references=[make_reference("doe2020")]))

    def test_each_format_is_a_file_with_a_name(self):
        for extension, media_type, sign in [
            ("bib", "application/x-bibtex; charset=utf-8", "@article{doe2020,"),
            ("ris", "application/x-research-info-systems; charset=utf-8", "TY  - JOUR"),
            ("json", "application/vnd.citationstyles.csl+json; charset=utf-8", '"id": "doe2020"'),
        ]:
            response = self.client.get(f"/articles/ketamine/references.{extension}")
            self.assertEqual(response.headers["Content-Type"], media_type)
            self.assertEqual(
                response.headers["Content-Disposition"], f'attachment; filename="ketamine-references.{extension}"'
            )
            self.assertIn(sign, response.content.decode())

    def test_an_edition_has_its_own(self):
        article = self.first.article
        article.references.set([make_reference("roe2021")])
        make_next_edition(self.first, text="Said.[@roe2021]")
        self.assertContains(self.client.get("/articles/ketamine/references.bib"), "roe2021")
        response = self.client.get("/articles/ketamine/editions/1/references.bib")
        self.assertContains(response, "doe2020")

    def test_another_format_is_not_there(self):
        for address in ("references.xml", "references.txt", "editions/1/references.xml", "editions/9/references.bib"):
            self.assertEqual(self.client.get(f"/articles/ketamine/{address}").status_code, 404)


@pytest.mark.django_db
class TestConditionalRequests:
    PATHS = [
        "/articles/",
        "/articles/ketamine/",
        "/articles/ketamine/editions/1/",
        "/articles/ketamine/changes/",
        "/articles/ketamine/references.bib",
    ]

    @pytest.mark.parametrize("path", PATHS)
    def test_an_unchanged_page_is_not_sent_twice(self, client, path):
        make_edition(slug="ketamine")
        etag = client.get(path).headers["ETag"]
        assert client.get(path, headers={"If-None-Match": etag}).status_code == 304

    def test_a_changed_one_is(self, client):
        edition = make_edition(slug="ketamine")
        etag = client.get("/articles/ketamine/").headers["ETag"]
        make_next_edition(edition)
        assert client.get("/articles/ketamine/", headers={"If-None-Match": etag}).status_code == 200

    def test_a_review_that_falls_due_is_a_change(self, client):
        with time_machine.travel("2026-01-02T12:00Z", tick=False):
            make_edition(slug="ketamine", written_on=date(2026, 1, 1), next_review_on=date(2026, 7, 1))
        with time_machine.travel("2026-06-30T12:00Z", tick=False):
            etag = client.get("/articles/ketamine/").headers["ETag"]
        with time_machine.travel("2026-07-02T12:00Z", tick=False):
            assert client.get("/articles/ketamine/", headers={"If-None-Match": etag}).status_code == 200

    def test_a_guide_says_when_it_last_changed(self, client):
        with time_machine.travel("2026-11-05T12:00Z", tick=False):
            make_edition(slug="ketamine")
        assert client.get("/articles/ketamine/").headers["Last-Modified"] == "Thu, 05 Nov 2026 12:00:00 GMT"

    def test_a_long_list_costs_a_handful_of_questions(self, client, django_assert_max_num_queries):
        for _ in range(5):
            make_edition()
        with django_assert_max_num_queries(3):
            client.get("/articles/")

    def test_a_guide_is_served_from_what_was_made_of_it(self, client, django_assert_max_num_queries):
        """Its edition, and the words that the glossary explains."""
        make_edition(slug="ketamine")
        with django_assert_max_num_queries(2):
            client.get("/articles/ketamine/")


class ArticleChecklistTests(TestCase):
    def test_the_lists_to_tick_of_a_guide_stand_there_alone(self):
        edition = make_edition(
            title="The day", slug="day", references=[], text="Before.\n\n## Bag\n\n- [ ] Water & <b>layer</b>\n"
        )
        response = self.client.get("/articles/day/checklist/")
        self.assertContains(response, "<h1>Checklist: The day</h1>", html=True)
        self.assertContains(response, "<li>Water &amp; &lt;b&gt;layer&lt;/b&gt;</li>", html=True)
        self.assertContains(response, edition.get_absolute_url())
        self.assertNotContains(response, "Before.")

    def test_questions_have_room_for_the_answers_and_say_who_was_asked(self):
        make_edition(slug="day", references=[], text="## Ask\n\n- [ ] Who?\n- [ ] When?\n\n## Take\n\n- [ ] Water\n")
        page = self.client.get("/articles/day/checklist/").content.decode()
        self.assertEqual(page.count('class="checklist-room print-only"'), 2)
        self.assertEqual(page.count("Asked of:"), 1)

    def test_what_is_only_ticked_has_none(self):
        make_edition(slug="day", references=[], text="- [ ] Water\n- [ ] A ride home?\n")
        self.assertNotContains(self.client.get("/articles/day/checklist/"), "checklist-room")

    def test_an_item_that_ends_with_a_colon_has_a_line_to_write_on(self):
        make_edition(slug="day", references=[], text="- [ ] Water\n- [ ] My ride: Ann\n- [ ] My ride. Phone:\n")
        page = self.client.get("/articles/day/checklist/").content.decode()
        self.assertEqual(page.count("checklist-line"), 1)
        self.assertInHTML('<li>My ride. Phone:<div class="checklist-line print-only"></div></li>', page)

    def test_it_says_when_the_review_is_overdue(self):
        with time_machine.travel("2026-06-01T12:00Z", tick=False):
            dates = {"written_on": date(2026, 6, 1), "next_review_on": date(2026, 7, 1)}
            make_edition(make_article(slug="day", references=[], text="- [ ] Water\n", **dates))
            self.assertNotContains(self.client.get("/articles/day/checklist/"), "overdue")
        with time_machine.travel("2026-07-02T12:00Z", tick=False):
            self.assertContains(self.client.get("/articles/day/checklist/"), "review overdue since 1 July 2026")

    def test_they_are_those_of_the_newest_edition(self):
        make_next_edition(make_edition(slug="day", references=[], text="- [ ] Water\n"), text="- [ ] Tea\n")
        response = self.client.get("/articles/day/checklist/")
        self.assertContains(response, "Tea")
        self.assertNotContains(response, "Water")

    def test_a_guide_without_lists_to_tick_has_no_such_page(self):
        make_edition(slug="day", references=[], text="- Water\n")
        self.assertEqual(self.client.get("/articles/day/checklist/").status_code, 404)

    def test_nor_has_a_guide_that_was_never_published(self):
        make_article(slug="day", text="- [ ] Water\n")
        self.assertEqual(self.client.get("/articles/day/checklist/").status_code, 404)
