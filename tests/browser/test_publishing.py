"""From a draft to what a reader sees, by keyboard alone: written, reviewed, published, corrected."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.test_writing import change, open_text, session
from tests.factories.articles import make_article, make_csl, make_person, make_reference

GUIDE = "/articles/first-guide/"


@pytest.fixture
def desk(live_server, page):
    page.context.add_cookies([session(live_server.url)])
    return page


@pytest.fixture
def article():
    make_reference("price2022", csl=make_csl(title="Pooled trials"))
    make_person(name="Ada Doe", credentials="MD", conflicts="None.")
    return make_article(slug="first-guide", title="First guide", references=[], text="Words to come.")


def press_on(page, button):
    """Reached and pressed as whoever has no mouse does."""
    page.get_by_role("button", name=button, exact=True).focus()
    page.keyboard.press("Enter")


def write(desk, live_server, article, text):
    field = open_text(desk, live_server, article)
    field.focus()
    desk.keyboard.press("Control+A")
    desk.keyboard.type(text)
    press_on(desk, "Save and continue editing")
    desk.locator(".messagelist .success").wait_for()


def visit(desk, live_server, article, page):
    desk.goto(change(live_server, article).replace("change", page))


def fill(desk, label, words):
    field = desk.get_by_label(label)
    field.focus()
    desk.keyboard.type(words)
    expect(field).to_have_value(words)


def test_a_problem_keeps_it_from_readers_and_leads_to_its_line(desk, live_server, article):
    write(desk, live_server, article, "Said.[@nobody]")
    desk.get_by_text("One thing keeps it from being published").wait_for()
    visit(desk, live_server, article, "publish")
    expect(desk.get_by_text("Line 1, “Said.[@nobody]”: No reference has the key “nobody”.")).to_be_visible()
    expect(desk.get_by_role("button", name="Publish")).to_have_count(0)
    desk.get_by_role("link", name="Back to the text").press("Enter")
    expect(desk.locator("#id_text")).to_have_value("Said.[@nobody]")


def test_without_a_review_readers_are_told_at_the_top_and_why(desk, live_server, article):
    write(desk, live_server, article, "Moods eased.[@price2022]")
    visit(desk, live_server, article, "publish")
    press_on(desk, "Publish without a review")
    assert article.current_edition is None, "no reason was given"
    fill(desk, "What changed, and why", "First edition")
    fill(desk, "Why nobody has reviewed it", "Nobody was free.")
    press_on(desk, "Publish without a review")
    desk.get_by_text("Edition 1 is published.").wait_for()
    desk.goto(live_server.url + GUIDE)
    expect(desk.locator(".guide-head")).to_contain_text("Why it is published all the same: Nobody was free.")


def test_it_is_reviewed_published_and_corrected(desk, live_server, article, new_context, watch):
    write(desk, live_server, article, "Moods eased.[@price2022]")
    visit(desk, live_server, article, "review")
    desk.get_by_label("Reviewer").select_option("Ada Doe, MD")
    desk.get_by_label("Answer due on").fill((timezone.localdate() + timedelta(days=7)).isoformat())
    press_on(desk, "Ask this person")
    link = desk.get_by_label("For somebody without an account").input_value()
    reviewer = watch(new_context()).new_page()
    reviewer.goto(live_server.url + link[link.index("/articles/") :])
    expect(reviewer.get_by_text("Moods eased.")).to_be_visible()
    desk.get_by_label("Reviewed on").fill(timezone.localdate().isoformat())
    press_on(desk, "Record the review")
    desk.get_by_text("Ada Doe, MD reviewed these words on").wait_for()
    assert reviewer.reload().status == 410
    visit(desk, live_server, article, "publish")
    fill(desk, "What changed, and why", "First edition")
    press_on(desk, "Publish this edition")
    desk.get_by_text("Edition 1 is published.").wait_for()
    reviewer.goto(live_server.url + GUIDE)
    expect(reviewer.locator(".guide-head")).to_contain_text("Ada Doe")

    write(desk, live_server, article, "Moods eased within a day.[@price2022]")
    visit(desk, live_server, article, "publish")
    fill(desk, "What changed, and why", "We had left out when.")
    fill(desk, "If it corrects a mistake", "It is within a day.")
    fill(desk, "Why nobody has reviewed it", "A correction cannot wait.")
    press_on(desk, "Publish without a review")
    desk.get_by_text("Edition 2 is published.").wait_for()
    reviewer.goto(live_server.url + GUIDE)
    expect(reviewer.locator(".guide-head")).to_contain_text("It is within a day.")
    reviewer.get_by_role("link", name="What changed").press("Enter")
    expect(reviewer.locator("#edition-2 ins").first).to_contain_text("within a day.")


def test_a_time_to_come_is_kept_and_can_be_taken_back(desk, live_server, article):
    write(desk, live_server, article, "Moods eased.[@price2022]")
    visit(desk, live_server, article, "publish")
    fill(desk, "What changed, and why", "First edition")
    fill(desk, "Why nobody has reviewed it", "Nobody was free.")
    desk.get_by_label("If it comes out later").fill(
        (timezone.localtime() + timedelta(days=2)).strftime("%Y-%m-%dT09:30")
    )
    press_on(desk, "Publish without a review")
    desk.get_by_text("Edition 1 comes out on").wait_for()
    assert desk.goto(live_server.url + GUIDE).status == 404
    visit(desk, live_server, article, "publish")
    press_on(desk, "Withdraw it")
    desk.get_by_text("Edition 1 does not come out.").wait_for()
    assert not Article.objects.get().editions.exists()
