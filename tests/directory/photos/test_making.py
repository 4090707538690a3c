"""What comes out of a file: pictures, the right way up, and not one byte beside them."""

from io import BytesIO

import pytest
from PIL import Image

from directory.photos.making import make_variants
from directory.photos.rules import LONGEST_PIXELS, Kind, Refused
from tests.directory.photos import samples
from tests.directory.photos.leaks import leaks_of
from tests.directory.photos.samples import BLUE, REFUSED, TAKEN


def opened(variant):
    return Image.open(BytesIO(variant.data))


def is_near(color, other):
    return all(abs(a - b) < 25 for a, b in zip(color, other, strict=True))


@pytest.mark.parametrize("data", TAKEN.values(), ids=TAKEN)
def test_nothing_but_the_picture_comes_out(data):
    variants = make_variants(data)
    assert [leaks_of(each.kind, each.data) for each in variants] == [[]] * len(variants)
    for each in variants:
        image = opened(each)
        assert (image.format, image.mode, image.size) == (each.kind, "RGB", (each.width, each.height))
        assert not image.getexif()
        assert set(image.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
            "loop",
            "background",
        }


@pytest.mark.parametrize(("data", "problem"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_photo_is_not_taken(data, problem):
    """Pillow has five kinds of errors and more; the child has one answer for all of them."""
    with pytest.raises(Refused if problem != "unreadable" else Exception) as refusal:
        make_variants(data)
    assert getattr(refusal.value, "problem", "unreadable") == problem


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright(orientation):
    """The camera was turned; what was up there is up here, and both sizes agree."""
    turn = Image.Transpose
    turned = {2: turn.FLIP_LEFT_RIGHT, 3: turn.ROTATE_180, 4: turn.FLIP_TOP_BOTTOM, 5: turn.TRANSPOSE}
    turned |= {6: turn.ROTATE_90, 7: turn.TRANSVERSE, 8: turn.ROTATE_270}
    upright = samples.picture((600, 400))
    stored = upright.transpose(turned[orientation]) if orientation > 1 else upright
    image = opened(make_variants(samples.saved(stored, "JPEG", exif=samples.exif(orientation)))[-1])
    assert image.size == (600, 400)
    assert is_near(image.getpixel((60, 60)), samples.RED)
    assert [is_near(image.getpixel(at), BLUE) for at in ((540, 60), (60, 340), (540, 340))] == [True] * 3


def test_it_comes_in_three_widths_and_two_forms_and_is_never_enlarged():
    made = make_variants(samples.jpeg((2400, 1800)))
    assert [(each.kind, each.width, each.height) for each in made] == [
        (kind, *size) for size in ((480, 360), (960, 720), (1600, 1200)) for kind in (Kind.WEBP, Kind.JPEG)
    ]
    assert {each.width for each in make_variants(samples.jpeg((700, 500)))} == {480, 700}
    assert {each.width for each in make_variants(samples.jpeg((300, 200)))} == {300}


@pytest.mark.parametrize("size", [(1, 9000), (9000, 1), (1000, 8000)], ids=str)
def test_no_side_is_longer_than_the_longest(size):
    assert (
        max(max(each.width, each.height) for each in make_variants(samples.saved(samples.picture(size), "PNG")))
        <= LONGEST_PIXELS
    )


def test_large_pictures_are_made_smaller_strip_by_strip_and_come_out_whole():
    image = opened(make_variants(samples.saved(samples.picture((7000, 5000), "RGBA"), "PNG", compress_level=1))[-1])
    assert image.size == (1600, 1143)
    assert is_near(image.getpixel((100, 100)), samples.RED)
    assert is_near(image.getpixel((1500, 1100)), BLUE)
    edge = [image.getpixel((400, y)) for y in range(0, 560, 7)]
    assert all(is_near(color, samples.RED) for color in edge)


def test_what_one_can_look_through_stands_on_white():
    data = samples.saved(Image.new("RGBA", (500, 500), (0, 0, 0, 0)), "PNG")
    assert {opened(each).getpixel((5, 5)) for each in make_variants(data)} == {(255, 255, 255)}


def test_sixteen_bits_become_eight_and_not_white():
    gray = opened(make_variants(TAKEN["png of 16 bits"])[-1]).getpixel((5, 5))
    assert is_near(gray, (156, 156, 156))


def test_colors_are_those_of_the_profile():
    """One that says red where others say blue: a blue file is a red picture then."""
    swapped = samples.profile().replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")
    red, _green, blue = opened(make_variants(samples.jpeg(icc_profile=swapped))[-1]).getpixel((500, 300))
    assert red > 150 > 100 > blue
    assert is_near(opened(make_variants(samples.jpeg())[-1]).getpixel((500, 300)), BLUE)
