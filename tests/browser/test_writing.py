"""The page of writing, as a browser shows it to staff: by keyboard, by touch, and when something goes wrong."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from articles.models import Article, Comment
from psychly.models import User
from tests.factories.articles import make_article, make_csl, make_entry, make_reference, make_review

WIDTHS = (320, 1280)


def session(site, email="editor@example.com"):
    """The cookie of somebody who has opened the desk."""
    client = Client()
    client.force_login(User.objects.filter(email=email).first() or User.objects.create_superuser(email, "x"))
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": site}


@pytest.fixture
def editor(live_server, page):
    page.context.add_cookies([session(live_server.url)])
    return page


@pytest.fixture
def by_touch(live_server, new_context, watch):
    context = watch(new_context(has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640}))
    context.add_cookies([session(live_server.url)])
    return context.new_page()


def change(site, article):
    return f"{site.url}/admin/articles/article/{article.pk}/change/"


def open_text(page, site, article):
    page.goto(change(site, article))
    page.locator('[data-figure="words"]', has_text="0").or_(page.locator(".writing-preview > *").first).first.wait_for()
    return page.locator("#id_text")


def test_a_source_is_picked_by_keyboard_and_the_text_shows_beside(editor, live_server):
    make_reference("price2022", csl=make_csl(title="Pooled trials", author=[{"family": "Price"}]))
    make_reference("prior2020", csl=make_csl(title="Before"))
    article = make_article(references=[], text="About 20% felt sick.")
    text = open_text(editor, live_server, article)
    editor.locator('[data-count="advice"]', has_text="1").wait_for()
    text.focus()
    editor.keyboard.press("Control+End")
    editor.keyboard.type("@Pri")
    option = editor.get_by_role("option", name="price2022")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(text).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    editor.keyboard.press("ArrowDown")
    expect(editor.get_by_role("option", name="prior2020")).to_have_attribute("aria-selected", "true")
    editor.keyboard.press("ArrowUp")
    editor.keyboard.press("Enter")
    expect(text).to_have_value("About 20% felt sick.[@price2022]")
    editor.locator(".writing-preview .cite").wait_for()
    editor.locator('[data-count="advice"]', has_text="0").wait_for()


def test_escape_leaves_the_picker_and_keeps_what_was_typed(editor, live_server):
    make_reference("price2022")
    text = open_text(editor, live_server, make_article(references=[], text="Said."))
    text.focus()
    editor.keyboard.press("Control+End")
    editor.keyboard.type("@pri")
    editor.get_by_role("option", name="price2022").wait_for()
    editor.keyboard.press("Escape")
    expect(editor.get_by_role("listbox")).to_have_count(0)
    expect(text).to_have_value("Said.@pri")
    expect(text).to_be_focused()


def test_a_source_is_picked_by_touch(by_touch, live_server):
    make_reference("price2022")
    text = open_text(by_touch, live_server, make_article(references=[], text="Said."))
    text.tap()
    by_touch.keyboard.press("Control+End")
    by_touch.keyboard.type("@pri")
    option = by_touch.get_by_role("option", name="price2022")
    expect(option).to_be_in_viewport()
    option.tap()
    expect(text).to_have_value("Said.[@price2022]")
    expect(text).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_text_has_its_room_and_nothing_scrolls_sideways(editor, live_server, width):
    editor.set_viewport_size({"width": width, "height": 900})
    article = make_article(references=[], text="::: warning Mind\nA.\n:::\n\n- One\n- Two\n")
    text = open_text(editor, live_server, article)
    assert text.bounding_box()["height"] > 300
    assert text.bounding_box()["width"] > min(280, width / 3)
    sizes = "item => getComputedStyle(item).fontSize"
    assert editor.locator(".writing-preview li").first.evaluate(sizes) == "17px"
    for page in ("change", "review", "publish"):
        editor.goto(change(live_server, article).replace("change", page))
        assert editor.evaluate("document.documentElement.scrollWidth <= innerWidth"), page
        assert editor.locator(".writing-kept:visible").count() == 0


def test_a_line_of_advice_leads_to_its_line(editor, live_server):
    text = open_text(editor, live_server, make_article(references=[], text="First.\n\n#### Deep\n"))
    editor.get_by_role("button", name="A heading level is skipped").click()
    expect(text).to_be_focused()
    assert text.evaluate("text => text.value.slice(text.selectionStart, text.selectionEnd)") == "#### Deep"


def test_what_is_typed_survives_that_the_session_ends(editor, live_server):
    article = make_article(references=[], text="Saved.")
    text = open_text(editor, live_server, article)
    text.fill("Typed all morning.")
    editor.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    editor.get_by_role("button", name="Save and continue editing").click()
    expect(editor.get_by_text("Nothing is saved: you are signed out")).to_be_visible()
    expect(text).to_have_value("Typed all morning.")
    editor.context.add_cookies([session(live_server.url)])
    editor.once("dialog", lambda dialog: dialog.accept())
    text = open_text(editor, live_server, article)
    expect(text).to_have_value("Saved.")
    text.press_sequentially("x")
    editor.get_by_role("button", name="Bring them back").click()
    expect(text).to_have_value("Typed all morning.")
    editor.get_by_role("button", name="Save and continue editing").click()
    editor.locator(".messagelist .success").wait_for()
    assert Article.objects.get().text == "Typed all morning."
    expect(editor.locator(".writing-kept")).to_be_hidden()


def test_what_was_kept_can_be_thrown_away(editor, live_server):
    article = make_article(references=[], text="Saved.")
    open_text(editor, live_server, article).fill("A wrong turn.")
    editor.once("dialog", lambda dialog: dialog.accept())
    text = open_text(editor, live_server, article)
    editor.get_by_role("button", name="Throw them away").click()
    expect(text).to_have_value("Saved.")
    open_text(editor, live_server, article)
    expect(editor.locator(".writing-kept")).to_be_hidden()


def test_a_wrong_click_does_not_leave_what_is_not_saved(editor, live_server):
    article = make_article(references=[], text="Saved.")
    text = open_text(editor, live_server, article)
    text.click()
    editor.keyboard.type("Typed. ")
    asked = []
    editor.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    editor.get_by_role("link", name="Articles", exact=True).first.click(no_wait_after=True)
    editor.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert "Typed. " in text.input_value()


def test_two_who_write_at_once_see_what_differs(editor, live_server, new_context, watch):
    article = make_article(references=[], title="Guide", text="## Part\n\nOne word.")
    mine = open_text(editor, live_server, article)
    other = watch(new_context())
    other.add_cookies([session(live_server.url, "ada@example.com")])
    theirs = other.new_page()
    open_text(theirs, live_server, article).fill("## Part\n\nTheir word.")
    theirs.get_by_role("button", name="Save and continue editing").click()
    theirs.locator(".messagelist .success").wait_for()
    mine.fill("## Part\n\nMy word.")
    editor.get_by_role("button", name="Save and continue editing").click()
    expect(editor.get_by_text("Last saved by ada@example.com")).to_be_visible()
    expect(editor.locator(".overtaken del")).to_have_text("Removed: Their")
    expect(editor.locator(".overtaken ins")).to_have_text("Added: My")
    assert Article.objects.get().text == "## Part\n\nTheir word."
    editor.get_by_role("button", name="Save and continue editing").click()
    editor.locator(".messagelist .success").wait_for()
    assert Article.objects.get().text.endswith("My word.")


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


def test_selected_words_of_the_title_become_the_passage_of_a_comment(editor, live_server):
    article = make_review(make_article(title="Ketamine, step by step", summary="What to know.")).article
    editor.goto(change(live_server, article).replace("change", "review"))
    head = editor.locator('[data-anchor="@head"]')
    head.locator("h2").click(click_count=3)
    row = head.locator("xpath=..")
    row.get_by_label("Comment").fill("Please explain.")
    row.get_by_role("button", name="Add the comment").click()
    editor.get_by_text("1 comment is open.").wait_for()
    assert Comment.objects.get().quote == "Ketamine, step by step"


def test_selected_words_become_the_passage_of_a_comment(editor, live_server):
    article = make_review().article
    for width in WIDTHS:
        editor.set_viewport_size({"width": width, "height": 900})
        editor.goto(change(live_server, article).replace("change", "review"))
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
