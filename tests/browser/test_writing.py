"""The page of writing and the page of reviewing, as a browser shows them to staff."""

import pytest
from django.conf import settings
from django.test import Client

from articles.models import Article, Comment
from psychly.models import User
from tests.factories.articles import make_article, make_csl, make_entry, make_reference, make_review


@pytest.fixture
def editor(live_server, page):
    client = Client()
    client.force_login(User.objects.create_superuser("editor@example.com", "x"))
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    return page


def test_a_source_is_picked_by_keyboard_and_the_text_shows_beside(editor, live_server):
    make_reference("price2022", csl=make_csl(title="Pooled trials"))
    article = make_article(references=[], text="About 20% felt sick.")
    editor.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    text = editor.locator("#id_text")
    editor.locator('[data-count="advice"]', has_text="1").wait_for()
    text.focus()
    editor.keyboard.press("Control+End")
    editor.keyboard.type("@pri")
    editor.get_by_role("option", name="price2022").wait_for()
    editor.keyboard.press("Enter")
    assert text.input_value() == "About 20% felt sick.[@price2022]"
    editor.locator(".writing-preview .cite").wait_for()
    editor.locator('[data-count="advice"]', has_text="0").wait_for()
    assert editor.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_word_of_the_glossary_shows_in_the_text_beside_and_whoever_follows_it_loses_nothing(editor, live_server):
    make_entry()
    article = make_article(references=[], text="A [place](#trials).\n\n## Trials\n\nA placebo.\n")
    address = f"{live_server.url}/admin/articles/article/{article.pk}/change/"
    editor.goto(address)
    editor.locator("#id_text").fill("A [place](#trials) and a placebo.\n\n## Trials\n\nTyped.\n")
    word = editor.locator(".writing-preview a.term")
    editor.locator(".writing-preview", has_text="Typed.").wait_for()
    assert word.evaluate("word => getComputedStyle(word).borderBottomStyle") == "dotted"
    with editor.context.expect_page() as opened:
        word.click()
    assert opened.value.url == f"{live_server.url}/articles/glossary/#placebo"
    editor.locator('.writing-preview a[href="#trials"]').click()
    assert (editor.url, editor.locator("#id_text").input_value()[-7:]) == (address, "Typed.\n")


def test_selected_words_become_the_passage_of_a_comment(editor, live_server):
    article = make_review().article
    for width in (320, 1280):
        editor.set_viewport_size({"width": width, "height": 900})
        editor.goto(f"{live_server.url}/admin/articles/article/{article.pk}/review/")
        assert editor.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    section = editor.locator('[data-anchor="what-it-is"]')
    section.locator("p").first.click(click_count=3)
    row = section.locator("xpath=..")
    row.get_by_label("Comment").fill("Please explain.")
    row.get_by_role("button", name="Add the comment").click()
    editor.get_by_text("1 comment is open.").wait_for()
    assert Comment.objects.get().quote == "An old drug."
    editor.get_by_role("button", name="Resolve").click()
    editor.get_by_text("0 comments are open.").wait_for()
    assert Article.objects.get().comments.open().count() == 0
