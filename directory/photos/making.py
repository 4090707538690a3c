"""One file in, its small pictures out: upright, in sRGB, on white, and with nothing in them but the picture."""

import warnings
from io import BytesIO

from PIL import Image, ImageCms

from directory.photos.header import read_header
from directory.photos.rules import LONGEST_PIXELS, MOST_PIXELS, WIDTHS, Kind, Problem, Refused, Variant

ORIENTATION = 0x0112
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
OPTIONS: dict[Kind, dict[str, int | bool]] = {
    Kind.WEBP: {"quality": 80, "method": 4},
    Kind.JPEG: {"quality": 82, "optimize": True, "progressive": True},
}
# Modes that can be made smaller as they are.
PLAIN = {"L", "RGB", "RGBA", "CMYK"}
STRIP_ROWS = 64
SIXTEEN_TO_EIGHT_BITS = 1 / 256

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


def make_variants(data: bytes) -> list[Variant]:
    """Widest last. Raises Refused, and whatever Pillow raises for a broken file."""
    header = read_header(data)
    with Image.open(BytesIO(data), formats=[header.kind]) as image:
        if image.width * image.height > MOST_PIXELS:
            raise Refused(Problem.TOO_MANY_PIXELS)
        # Of a large JPEG no more is decoded than is needed.
        image.draft(None, (LONGEST_PIXELS, LONGEST_PIXELS))
        turned, profile = UPRIGHT.get(_orientation(image)), image.info.get("icc_profile")
        picture = _in_srgb(_on_white(_smaller(image)), profile)
    return variants_of(picture.transpose(turned) if turned is not None else picture)


def variants_of(picture: Image.Image) -> list[Variant]:
    """Never enlarged: a small photo has fewer widths."""
    picture.thumbnail((LONGEST_PIXELS, LONGEST_PIXELS), Image.Resampling.LANCZOS)
    widths = sorted({min(width, picture.width) for width in WIDTHS})
    sizes = [(width, max(1, round(picture.height * width / picture.width))) for width in widths]
    return [_variant(picture, size, kind) for size in sizes for kind in OPTIONS]


def _variant(picture: Image.Image, size: tuple[int, int], kind: Kind) -> Variant:
    # Pasted into a new image, because a comment, a profile or a date would follow the old one into its copies.
    bare = Image.new("RGB", size)
    bare.paste(picture.resize(size, Image.Resampling.LANCZOS))
    file = BytesIO()
    bare.save(file, kind, **OPTIONS[kind])
    return Variant(kind, *size, file.getvalue())


def _orientation(image: Image.Image) -> int:
    try:
        return image.getexif().get(ORIENTATION, 1)
    except Exception:
        # What a camera wrote around the picture may be broken where the picture is whole.
        return 1


def _smaller(image: Image.Image) -> Image.Image:
    """Not above twice the longest side that is made; strip by strip, so that no second whole copy is in memory."""
    factor = max(image.size) // (2 * LONGEST_PIXELS)
    if factor < 2:
        return _plain(image)
    rows = STRIP_ROWS * factor
    tops = range(0, image.height, rows)
    boxes = [(0, top, image.width, min(top + rows, image.height)) for top in tops]
    strips = [_plain(image.crop(box)).reduce(factor) for box in boxes]
    whole = Image.new(strips[0].mode, (strips[0].width, sum(strip.height for strip in strips)))
    for n, strip in enumerate(strips):
        whole.paste(strip, (0, n * STRIP_ROWS))
    return whole


def _plain(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        return image.point(lambda level: level * SIXTEEN_TO_EIGHT_BITS).convert("L")
    if "transparency" in image.info or image.mode in {"LA", "PA", "La", "RGBa"}:
        return image.convert("RGBA")
    return image if image.mode in PLAIN else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """As the profile says where it can be read and fits the picture; otherwise as if it were sRGB."""
    if profile:
        try:
            source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
            return converted or image.convert("RGB")
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
            pass
    return image.convert("RGB")
