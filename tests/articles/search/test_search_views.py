"""The search of the guides, as visitors read it."""

import json
import logging
import string

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psychly.logs import JsonFormatter
from tests.factories.articles import make_article, make_edition

pytestmark = pytest.mark.django_db

TEXT = "Opening.\n\n## Bladder & <i>kidney</i> {#bladder}\n\nThe **bladder** <b>may</b> & can hurt.\n"


@pytest.fixture
def guide():
    return make_edition(make_article(slug="guide", title="The guide", text=TEXT, references=[]))


def page(path):
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


def found(words):
    return Client().get("/articles/", query_params={"q": words}).content.decode()


class TestResults:
    def test_they_link_to_the_section_and_mark_the_words(self, guide):
        html = found("bladders")
        assert '<a href="/articles/guide/#bladder"><mark>Bladder</mark> &amp; &lt;i&gt;kidney&lt;/i&gt;</a>' in html
        assert "The <mark>bladder</mark> &lt;b&gt;may&lt;/b&gt; &amp; can hurt." in html
        assert "<title>1 place in the guides for “bladders” · Psychly</title>" in html

    def test_the_section_is_there(self, guide):
        assert 'id="bladder"' in page("/articles/guide/")

    def test_the_field_keeps_the_words(self, guide):
        assert 'name="q" value="&quot;bladder&quot; pain"' in found('"bladder" pain')

    def test_engines_leave_them_out_and_take_the_list_for_the_page(self, guide):
        html = found("bladder")
        assert '<meta name="robots" content="noindex, follow">' in html
        assert '/articles/">' in html.partition('rel="canonical"')[2][:80]
        assert '<meta name="robots" content="index, follow">' in page("/articles/")

    def test_what_was_searched_for_instead_is_said(self, guide):
        assert "No guide has “bladdr”. These are results for “bladder”." in found("bladdr")

    def test_what_is_typed_is_shown_as_text(self, guide):
        for words in ("<script>alert(1)</script>", "bladder <script>alert", '"><script>alert'):
            assert "<script>alert" not in found(words)

    def test_the_list_of_guides_is_not_in_their_place(self, guide):
        assert 'class="guide-list"' not in found("bladder")
        assert 'class="guide-list"' in page("/articles/")

    def test_an_unchanged_page_is_not_sent_twice(self, client, guide):
        etag = client.get("/articles/?q=bladder").headers["ETag"]
        assert client.get("/articles/?q=bladder", headers={"If-None-Match": etag}).status_code == 304


class TestWaysOn:
    def test_nothing_found_leads_on(self, guide):
        html = found("xyzzy & c")
        assert "Nothing in the guides for “xyzzy &amp; c”" in html
        assert "Please check the spelling, or try other words." in html
        assert '<a href="/directory/?q=xyzzy+%26+c">Look for “xyzzy &amp; c” among therapists and clinics</a>' in html
        assert '<a href="/articles/">All guides, with what each is about</a>' in html
        assert '<a href="/articles/guide/">The guide</a>' in html

    def test_the_directory_takes_the_words(self, guide):
        assert "xyzzy" in page("/directory/?q=xyzzy+%26+c")

    def test_nor_is_a_question_that_cannot_be_read_a_dead_end(self, guide):
        html = page("/articles/?q=")
        assert 'role="alert"' in html
        assert "Please type what you would like to read about." in html
        assert "All guides" in html
        assert "/directory/?q=" not in html

    def test_words_of_suicide_are_answered_first_with_where_to_turn(self, guide):
        html = found("i want to die")
        main = html.partition("<main")[2].partition("</main>")[0]
        assert main.count("If you think of ending your life") == 1
        assert main.index("If you think of ending your life") < main.index('role="status"')
        assert "If you think of ending your life" not in found("bladder").partition("<main")[2].partition("</main>")[0]


OPERATORS = ['"', "'", "bladder AND", "NOT bladder", "bladder OR", "title:bladder", "bladder*", "^bladder", "NEAR(a b)"]
OF_TSQUERY = ["bladder & !", "!bladder", "bladder:*", "bladder <-> hurt", "(", "):", "\\", "%s", "%", "{title} : x"]


@pytest.mark.parametrize("words", [*OPERATORS, *OF_TSQUERY, "a\x00b", "bladder\x00", "é", "東京", "\ud800"])
def test_no_syntax_of_a_database_means_anything(guide, words):
    response = Client().get("/articles/", query_params={"q": words.encode("utf-8", "replace").decode()})
    assert response.status_code == 200
    assert ('role="alert"' in response.content.decode()) != ('role="status"' in response.content.decode())


@pytest.mark.parametrize("path", ["?q=%00", "?q=%ff%fe", "?q=a&q=b", "?q[]=a", "?q=%2500", "?Q=a", f"?q={'a+' * 4000}"])
def test_no_address_breaks_the_page(guide, path):
    assert Client().get(f"/articles/{path}").status_code == 200


@given(words=st.one_of(st.text(max_size=110), st.text(string.punctuation + "ab \x00\u202e'\"*:()", max_size=30)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_break_the_page(guide, words):
    response = Client(raise_request_exception=True).get("/articles/", query_params={"q": words})
    html = response.content.decode()
    assert response.status_code == 200
    assert ('role="status"' in html) != ('role="alert"' in html)


def test_no_word_that_was_searched_for_is_logged(guide, caplog):
    with caplog.at_level(logging.DEBUG):
        found("bladder canaryword")
        found("canaryword" * 20)
    lines = [JsonFormatter().format(record) for record in caplog.records if record.name != "django.db.backends"]
    assert [json.loads(line)["route"] for line in lines if '"route"' in line] == ["articles/", "articles/"]
    assert not [line for line in lines if "canary" in line or "bladder" in line]
