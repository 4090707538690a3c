"""Plainly drawn rooms for demonstrations: flat shapes that nobody takes for a photograph of a place."""

from functools import cache

from PIL import Image, ImageDraw

from directory.photos.making import variants_of
from directory.photos.rules import Variant

SIZE = (1600, 1067)
PALETTES = [
    {"wall": "#e9e2d2", "floor": "#c9b89b", "window": "#cfe0e4", "thing": "#3f7267", "dark": "#2f4a4d"},
    {"wall": "#dfe6e1", "floor": "#b7a88f", "window": "#e3e8d8", "thing": "#b2704a", "dark": "#4a3a33"},
    {"wall": "#e6e0e4", "floor": "#bfb3a5", "window": "#d5dfea", "thing": "#5d6f94", "dark": "#333a4c"},
]
HORIZON = 760


def treatment_room(draw: ImageDraw.ImageDraw, color: dict[str, str]) -> None:
    """A reclining chair beside a window, and a stand with a monitor."""
    _room(draw, color)
    _window(draw, color, 180)
    draw.rounded_rectangle((640, 620, 1080, 780), 40, fill=color["thing"])
    draw.polygon([(660, 640), (560, 380), (680, 350), (800, 640)], fill=color["thing"])
    draw.polygon([(1040, 640), (1240, 800), (1180, 850), (1000, 770)], fill=color["thing"])
    draw.rectangle((700, 780, 730, 880), fill=color["dark"])
    draw.rectangle((980, 780, 1010, 880), fill=color["dark"])
    draw.rectangle((1330, 420, 1345, 880), fill=color["dark"])
    draw.rounded_rectangle((1250, 300, 1430, 430), 14, fill=color["dark"])
    draw.line([(1270, 370), (1310, 370), (1330, 330), (1350, 400), (1370, 370), (1410, 370)], fill="#f4f1e8", width=6)


def waiting_room(draw: ImageDraw.ImageDraw, color: dict[str, str]) -> None:
    """Three chairs, a plant and a window."""
    _room(draw, color)
    _window(draw, color, 980)
    for left in (160, 430, 700):
        draw.rounded_rectangle((left, 480, left + 200, 700), 24, fill=color["thing"])
        draw.rounded_rectangle((left - 10, 680, left + 210, 740), 20, fill=color["dark"])
        draw.rectangle((left + 10, 740, left + 24, 860), fill=color["dark"])
        draw.rectangle((left + 176, 740, left + 190, 860), fill=color["dark"])
    draw.polygon([(1340, 700), (1460, 700), (1440, 860), (1360, 860)], fill=color["dark"])
    for box in ((1290, 470, 1400, 700), (1400, 430, 1520, 700), (1340, 380, 1450, 690)):
        draw.ellipse(box, fill=color["thing"])


def front_door(draw: ImageDraw.ImageDraw, color: dict[str, str]) -> None:
    """A door with a ramp that leads to it."""
    draw.rectangle((0, 0, *SIZE), fill=color["wall"])
    draw.rectangle((0, 860, *SIZE), fill=color["floor"])
    draw.rectangle((620, 260, 960, 860), fill=color["dark"])
    draw.rectangle((650, 290, 930, 640), fill=color["window"])
    draw.ellipse((900, 680, 930, 710), fill=color["wall"])
    draw.polygon([(600, 860), (980, 860), (1500, 1000), (1500, 1040), (600, 920)], fill=color["thing"])
    draw.line([(1000, 760), (1480, 900)], fill=color["dark"], width=12)
    for left in (120, 1120):
        draw.rectangle((left, 300, left + 340, 600), fill=color["window"], outline=color["dark"], width=10)


def _room(draw: ImageDraw.ImageDraw, color: dict[str, str]) -> None:
    draw.rectangle((0, 0, *SIZE), fill=color["wall"])
    draw.rectangle((0, HORIZON, *SIZE), fill=color["floor"])


def _window(draw: ImageDraw.ImageDraw, color: dict[str, str], left: int) -> None:
    draw.rectangle((left, 160, left + 300, 560), fill=color["window"], outline=color["dark"], width=10)
    draw.line([(left + 150, 160), (left + 150, 560)], fill=color["dark"], width=8)


SCENES = {
    treatment_room: "A drawing of a treatment room: a reclining chair beside a window, and a stand with a monitor.",
    waiting_room: "A drawing of a waiting room: three chairs along a wall, a plant and a window.",
    front_door: "A drawing of a front door with a ramp that leads to it, and a window on either side.",
}


@cache
def drawn(scene, palette: int) -> list[Variant]:
    """In every width and form; drawn once a run, however many demonstrations show it."""
    picture = Image.new("RGB", SIZE)
    scene(ImageDraw.Draw(picture), PALETTES[palette])
    return variants_of(picture)
