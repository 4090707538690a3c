"""The design system: what the style page shows, and whether our colors can be read."""

import math
import re
from pathlib import Path

import pytest

from psychly import style_guide

CSS = Path(__file__).resolve().parent.parent.parent / "static" / "css"
LIGHT, DARK = 0, 1
OKLCH = re.compile(r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)")
TEXT = ["ink", "ink-soft", "spruce", "accent-strong", "moss", "berry", "clay"]
ON_WASHES = [
    ("ink", "accent"),
    ("ink-soft", "accent"),
    ("ink", "clay"),
    ("ink", "moss"),
    ("ink", "berry"),
    ("spruce", "accent"),
]
ON_WASHES += [("moss", "moss"), ("berry", "berry")]
ON_WASHES += [("spruce", wash) for wash in ("accent", "berry", "clay", "moss")]


def colors() -> dict[str, list[tuple[float, ...]]]:
    """Token → its light and its dark value, for those that state both."""
    pairs = {token.name: OKLCH.findall(token.value) for token in style_guide.tokens()}
    return {name: [tuple(map(float, value)) for value in found] for name, found in pairs.items() if len(found) == 2}


def luminance(color) -> float:
    """Of an OKLCH color in sRGB, as WCAG defines it."""
    lightness, chroma, hue = color
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    red, green, blue = (min(1, max(0, part)) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, scheme: int) -> float:
    lighter, darker = sorted((luminance(colors()[name][scheme]) for name in (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    @pytest.mark.parametrize("ground", ["paper", "raised"])
    @pytest.mark.parametrize("text", TEXT)
    def test_text_can_be_read(self, scheme, text, ground):
        assert contrast(text, ground, scheme) >= 4.5

    @pytest.mark.parametrize(("text", "wash"), ON_WASHES)
    def test_text_in_a_call_out_can_be_read(self, scheme, text, wash):
        assert contrast(text, f"{wash}-wash", scheme) >= 4.5

    @pytest.mark.parametrize("ground", ["spruce", "accent-strong"])
    def test_the_words_on_a_button_can_be_read(self, scheme, ground):
        assert contrast("on-accent", ground, scheme) >= 4.5

    @pytest.mark.parametrize("ground", ["paper", "raised"])
    def test_the_edge_of_a_field_can_be_seen(self, scheme, ground):
        assert contrast("line-strong", ground, scheme) >= 3

    def test_the_rule_of_a_warning_can_be_seen(self, scheme):
        assert contrast("clay", "clay-wash", scheme) >= 3


def test_every_token_is_on_the_style_page():
    shown = {token.name for group in style_guide.groups().values() for token in group}
    assert {token.name for token in style_guide.tokens()} == shown


def test_every_color_has_a_swatch_and_every_space_a_bar():
    css, groups = (CSS / "style.css").read_text(), style_guide.groups()
    assert [t.name for t in groups["colors"] if f".swatch-{t.name} {{" not in css] == []
    assert [t.name for t in groups["spaces"] if f".bar-{t.name} {{" not in css] == []
    assert [t.name for t in groups["sizes_of_text"] if f".sample-{t.name} {{" not in css] == []


def test_no_sheet_uses_a_token_that_does_not_exist():
    sheets = {path.name: path.read_text() for path in CSS.glob("*.css")}
    known = set(re.findall(r"(--[a-z0-9-]+):", "".join(sheets.values())))
    used = {name: set(re.findall(r"var\((--[a-z0-9-]+)", css)) for name, css in sheets.items()}
    assert {name: names - known for name, names in used.items() if names - known} == {}


def test_what_is_embedded_is_small_enough_for_a_phone():
    fonts = list((CSS.parent / "fonts").glob("*.woff2"))
    assert len(fonts) == 2
    assert sum(path.stat().st_size for path in fonts) < 64 * 1024
    assert (CSS.parent / "fonts" / "OFL.txt").exists()
