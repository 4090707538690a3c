"""Chromium as the distribution ships it, and a context that fails the test on what no page may do."""

import os

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe

from bin.chromium import find_chromium
from bin.serving import site as serve
from tests.pages import kinds_on
from tests.sample import load_directory, load_sample

# Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"type": "tag", "values": TAGS}
# All that can differ between the light and the dark of one page.
COLORS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
QUIET = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    """Two processes begin at the two halves of this list: while one fills the site of `site`, the other needs none."""
    items.sort(key=lambda item: "site" in item.fixturenames)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": find_chromium(), "args": QUIET}


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site as `make run` serves it, with demonstration listings: for tests that only read. {name of a page: URL}"""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # one database for all workers, made by the first
    with serve(folder, listings=400) as address:
        yield {kind.name: address + kind.path for kind in kinds_on(address)}


@pytest.fixture
def sample(live_server):
    """A small site that tests may change, at the address of `live_server`."""
    load_sample()
    return live_server.url


@pytest.fixture
def practices(live_server):
    """The directory's part of it, which is quicker to load."""
    load_directory()
    return live_server.url


@pytest.fixture
def watch():
    """Watches browser contexts: foreign requests, script errors and missing files fail the test when it ends."""
    faults: list[str] = []
    navigated: set[str] = set()

    def requested(sent):
        if sent.is_navigation_request():
            navigated.add(sent.url.partition("#")[0])
        if not sent.url.startswith(("http://127.0.0.1:", "http://localhost:", "data:", "blob:")):
            faults.append(f"asked {sent.url}")

    def said(message):
        about_the_page_itself = message.location.get("url") in navigated and "Failed to load resource" in message.text
        if message.type == "error" and not about_the_page_itself:
            faults.append(f"console: {message.text}")

    def start(context):
        context.on("request", requested)
        context.on("console", said)
        context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
        return context

    yield start
    assert not faults, "\n".join(faults)


@pytest.fixture
def context(context, watch):
    return watch(context)


@pytest.fixture
def page_without_javascript(new_context, watch):
    return watch(new_context(java_script_enabled=False)).new_page()


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def visitor(request, page, page_without_javascript):
    return page if request.param == "with JavaScript" else page_without_javascript


@pytest.fixture
def axe():
    """axe(page) fails on any violation and names the elements; axe(page, COLORS) on one that colors make."""

    def check(page, only=EVERYTHING):
        options = {"runOnly": only, "resultTypes": ["violations"]}
        already_there = page.evaluate("'axe' in window")
        # A color that is still on its way from light to dark is no color of the page.
        page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished))")
        results = Axe("" if already_there else AXE_SCRIPT).run(page, options=options)
        assert not results.response["violations"], f"{page.url}\n{results.generate_report()}"

    return check
