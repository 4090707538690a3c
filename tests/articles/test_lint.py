import pytest
from django.core.exceptions import ValidationError

from articles.lint import problems_of
from articles.models import Article
from tests.factories.articles import make_article, make_claim, make_edition, make_reference, make_topic

HERE = {"/about/", "/articles/ketamine/"}


def messages(text, listed=()):
    return [problem.sentence for problem in problems_of(text, listed=set(listed), leads_to_page=HERE.__contains__)]


@pytest.mark.parametrize(
    "href",
    [
        *["#cost", "#references", "#certainty-key", "#ref-a", "/about/", "/articles/ketamine/", "https://example.com"],
        *["mailto:x@example.com", "tel:988"],
    ],
)
def test_a_link_that_leads_somewhere_is_fine(href):
    assert messages(f"## Cost\n\nSaid.[@a] [words]({href})", ["a"]) == []


@pytest.mark.parametrize("href", ["#nowhere", "#ref-b", "/no-such-page/", "cost", "./x/"])
def test_a_link_that_leads_nowhere_is_named_with_its_line(href):
    assert messages(f"## Cost\n\n[words]({href})") == [
        f"Line 3, “[words]({href})”: The link to “{href}” leads nowhere."
    ]


def test_an_uncited_reference_in_the_list_is_named():
    assert messages("Said.[@a]", ["a", "b"]) == [
        "The list of references holds “b”, which the text never cites. Cite it, or take it out of the list, "
        "which stands below the text."
    ]


def test_problems_come_in_the_order_of_their_lines_with_the_start_of_each():
    assert messages("[x](/no/)\r\n\r\n#### Deep\r\n\r\nSaid.[@b]", ["unused"]) == [
        "Line 1, “[x](/no/)”: The link to “/no/” leads nowhere.",
        "Line 3, “#### Deep”: A heading level is skipped: “####” where “##” comes next.",
        "Line 5, “Said.[@b]”: No reference has the key “b”.",
        "The list of references holds “unused”, which the text never cites. Cite it, or take it out of the list, which "
        "stands below the text.",
    ]


def test_of_a_long_line_only_the_start_is_quoted():
    assert messages("[@b] " + "word " * 30)[0].startswith("Line 1, “[@b] word word word word word word word…”: ")


def test_what_would_reach_readers_broken_is_named_with_its_line():
    text = "## \n\n|a|b|\n|1|2|\n\nTable: none\n\nWords.\n\n[[table: x\n\n|a|b|\n|---|---|\n|1|"
    assert [message.split(":")[0].split(",")[0] for message in messages(text)] == [
        f"Line {n}" for n in (1, 3, 6, 10, 14)
    ]


@pytest.mark.django_db
def test_a_figure_without_its_source_keeps_a_guide_from_being_published():
    make_claim("share", references=[make_reference("a")])
    article = make_article(references=[], text="Ketamine works for PTSD: the effect was [[share]].")
    [problem] = article.problems()
    assert problem.sentence.endswith("The figure [[share]] stands here without its source. Write [@a] after it.")
    with pytest.raises(ValidationError, match="stands here without its source"):
        article.publish_without_review(by=None, reason="First edition", because="Nobody was free.")


@pytest.mark.django_db
class TestAddressesOfTheSite:
    @pytest.fixture(autouse=True)
    def guides(self):
        edition = make_edition(slug="one", topic=make_topic(slug="treatments"))
        make_article(slug="draft", topic=make_topic(slug="empty"))
        assert edition.number == 1

    def problems(self, href, coming=None):
        return Article.problems_in(f"[words]({href})", [], coming or {})

    @pytest.mark.parametrize(
        "href",
        [
            *["/", "/about/#anything", "/articles/", "/articles/feed/", "/directory/?route=iv_infusion"],
            *[
                "/articles/topics/treatments/",
                "/articles/one/",
                "/articles/one/#what-it-is",
                "/articles/one/#references",
            ],
            *["/articles/one/changes/", "/articles/one/references.bib", "/articles/one/editions/1/"],
            *["/articles/one/editions/1/#what-it-is", "/articles/one/editions/1/references.json"],
        ],
    )
    def test_what_readers_find_is_fine(self, href):
        assert self.problems(href) == []

    @pytest.mark.parametrize(
        "href",
        [
            *["/no-such-page/", "/articles/topics/none/", "/articles/topics/empty/", "/articles/none/"],
            *["/articles/draft/", "/articles/draft/changes/", "/articles/one/#nowhere", "/articles/one/references.doc"],
            *["/articles/one/editions/99/", "/articles/one/editions/1/#nowhere"],
            *["/articles/one/editions/99/references.bib", "/articles/one/editions/1/references.doc"],
        ],
    )
    def test_what_readers_do_not_find_is_named(self, href):
        assert len(self.problems(href)) == 1

    def test_a_checklist_is_there_where_a_guide_has_lists_to_tick(self):
        assert len(self.problems("/articles/one/checklist/")) == 1
        assert self.problems("/articles/new/checklist/", {"new": "- [ ] Ride home"}) == []
        make_edition(slug="ready", references=[], text="- [ ] Ride home")
        assert self.problems("/articles/ready/checklist/") == []

    def test_a_guide_may_link_to_itself_before_readers_have_it(self):
        article = make_article(slug="new", references=[], text="## Here\n\n[x](/articles/new/#here)")
        assert article.problems() == []

    def test_a_guide_may_link_to_one_that_is_published_beside_it_and_to_its_topic(self):
        article = make_article(references=[], text="[x](/articles/draft/) [y](/articles/topics/empty/)")
        assert len(article.problems()) == 2
        assert article.problems(beside=Article.objects.filter(slug="draft")) == []


@pytest.mark.django_db
def test_an_article_asks_about_its_own_text():
    article = make_article(slug="one")
    assert article.problems() == []
    article.references.add(make_reference("unused"))
    assert len(article.problems()) == 1
