"""The map in a real browser, with the site's own policy, style sheets and type, and no server behind it."""

import mimetypes
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from directory.map import Circle, Cluster, MapSpec, Pin, Towns, draw
from psychly.middleware import CONTENT_SECURITY_POLICY
from tests.browser.conftest import COLORS

ADDRESS = "http://localhost:9/"
STATIC = Path(settings.BASE_DIR) / "static"
SHEETS = ("tokens", "base", "layout", "components", "directory", "map", "utilities")
WIDTHS = (256, 288, 384, 479, 480, 720)

DENVER = (39.739, -104.985)
TOWNS = Towns(
    [
        ("Denver", "CO", *DENVER, 715_000),
        ("Colorado Springs", "CO", 38.83, -104.82, 478_000),
        ("Aurora", "CO", 39.729, -104.832, 386_000),
        ("Westminster", "CO", 39.84, -105.04, 116_000),
        ("Wimmer Williamsburg Mills", "CO", 39.65, -105.1, 30_000),
        ("Cañon City", "CO", 38.44, -105.24, 17_000),
    ]
)
PINS = [Pin(39.68 + n % 7 / 60, -105.05 + n % 5 / 40, f"Practice {n}", n, f"#result-{n}") for n in range(1, 21)]
CLUSTERS = [Cluster(37.5 + n / 5, -104.9 + n % 3 / 9, f"Town {n}", 3**n, f"/{n}/") for n in range(9)]
SPECS = {
    "circle": MapSpec("Twenty providers", circle=Circle(*DENVER, 25), pins=PINS),
    "state": MapSpec("Colorado", state="CO", clusters=CLUSTERS),
    "country": MapSpec("United States", clusters=CLUSTERS),
    "listing": MapSpec("A practice", circle=Circle(*DENVER, 10), shows_circle=False, pins=[Pin(*DENVER, "A practice")]),
}
CARD = (
    '<li id="result-{number}"><article class="listing-card"><h3><a href="/x/{number}/">{label}</a></h3></article></li>'
)


def document(spec):
    sheets = "".join(f'<link rel="stylesheet" href="/static/css/{name}.css">' for name in SHEETS)
    cards = "".join(CARD.format(number=pin.number, label=pin.label) for pin in spec.pins)
    drawn = render_to_string("directory/_map.html", {"drawing": draw(spec, TOWNS)})
    return (
        f'<!doctype html><html lang="en"><title>Map</title><meta name="viewport" content="width=device-width">{sheets}'
        f'<main><h1>Map</h1><h2>Results</h2>{drawn}<ol class="results">{cards}</ol></main>'
        '<script src="/static/js/map.js"></script></html>'
    )


@pytest.fixture
def show(page):
    """show("circle", width=288) opens a map in a picture of that width."""

    def answer(route):
        path = urlsplit(route.request.url).path
        file = STATIC / path.removeprefix("/static/")
        if path.startswith("/static/") and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "font/woff2")
        elif path.strip("/") in SPECS:
            headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
            route.fulfill(
                body=document(SPECS[path.strip("/")]), content_type="text/html; charset=utf-8", headers=headers
            )
        else:
            route.fulfill(status=204)

    def open_map(name, width=288):
        page.route(f"{ADDRESS}**", answer)
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{ADDRESS}{name}")
        page.evaluate("document.fonts.ready")
        return page

    return open_map


def visible(page, selector):
    """Left, top, right and bottom of each element that is seen."""
    return page.evaluate(
        """selector => [...document.querySelectorAll(selector)]
        .filter(element => getComputedStyle(element).visibility === "visible")
        .map(element => element.getBoundingClientRect())
        .map(({ left, top, right, bottom }) => [left, top, right, bottom])""",
        selector,
    )


def overlaps(one, other, margin=0.5):
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > margin and min(one[3], other[3]) - max(one[1], other[1]) > margin


@pytest.mark.parametrize("name", SPECS)
def test_nothing_touches_anything_else_and_all_lies_in_the_picture(show, name):
    page = show(name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        ((left, top, right, bottom),) = visible(page, ".map-picture")
        boxes = visible(page, ".map-town, .map-bar-text, .map-pin > circle, .map-cluster > circle, .map-here")
        assert boxes
        assert not [pair for pair in combinations(boxes, 2) if overlaps(*pair)], width
        assert not [b for b in boxes if b[0] < left or b[1] < top or b[2] > right or b[3] > bottom], width


@pytest.mark.parametrize("name", ["circle", "state", "country"])
def test_every_target_is_at_least_24_pixels_wide_and_high(show, name):
    page = show(name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        boxes = visible(page, ".map-pin > circle, .map-cluster > circle")
        assert min(min(right - left, bottom - top) for left, top, right, bottom in boxes) > 23.9, width


@pytest.mark.parametrize("width", [288, 720])
def test_one_layout_is_shown_and_offered_to_the_keyboard(show, width):
    page = show("circle", width)
    page.keyboard.press("Tab")
    order = []
    while page.evaluate("document.activeElement.matches('.map-pin')"):
        order.append(page.evaluate("document.activeElement.getAttribute('href')"))
        page.keyboard.press("Tab")
    assert len(order) == 20
    assert set(order) == {f"#result-{n}" for n in range(1, 21)}


@pytest.mark.parametrize("name", SPECS)
def test_it_is_accessible(show, axe, page, name):
    page.emulate_media(color_scheme="light")
    axe(show(name, 384))
    page.emulate_media(color_scheme="dark")
    axe(page, COLORS)


def test_a_screen_reader_hears_the_picture_then_every_pin_by_its_name(show):
    page = show("circle")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    heard = [(node["role"]["value"], node["name"]["value"]) for node in tree if not node["ignored"] and "name" in node]
    assert ("image", "Twenty providers") in heard
    assert sorted(name for role, name in heard if role == "link" and name.startswith("7:")) == ["7: Practice 7"]


def test_a_card_lights_its_pin_and_a_pin_its_card(show):
    page = show("circle")
    lit = "[...document.querySelectorAll('.is-lit')].map(one => one.id || one.getAttribute('href'))"
    page.locator("#result-7").hover()
    assert set(page.evaluate(lit)) == {"result-7", "#result-7"}
    page.locator("#result-12 a").focus()
    assert set(page.evaluate(lit)) == {"result-7", "#result-7", "result-12", "#result-12"}
    page.evaluate("document.activeElement.blur()")
    page.locator("#result-1").hover()
    assert set(page.evaluate(lit)) == {"result-1", "#result-1"}


def test_a_pin_leads_to_its_card(show):
    page = show("circle")
    page.locator(".map-narrow-layer .map-pin[href='#result-9']").click()
    assert page.url.endswith("#result-9")
