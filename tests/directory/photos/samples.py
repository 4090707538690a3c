"""Files as strangers send them, made on the spot."""

import struct
import zlib
from io import BytesIO
from itertools import count

from PIL import Image, ImageCms, PngImagePlugin

PLANTED = b"PLANTED-MARK"
RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(size=(600, 400), mode="RGB"):
    """The left upper quarter is red, everything else blue: so its orientation can be told."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0] // 2, size[1] // 2))
    return image.convert(mode)


def saved(image, kind, **options) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def jpeg(size=(600, 400), **options) -> bytes:
    return saved(picture(size), "JPEG", **options)


_numbers = count()


def another_jpeg() -> bytes:
    """The same picture in another file."""
    return jpeg(comment=f"{next(_numbers)}".encode())


def exif(orientation=1) -> bytes:
    """With a place, a name and a comment, as a phone writes them."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = data[0x013B] = PLANTED.decode()
    data.get_ifd(0x8825).update({1: "N", 2: (39.0, 44.0, 20.0), 3: "W", 4: (104.0, 59.0, 0.0), 29: PLANTED.decode()})
    return data.tobytes()


def xmp() -> bytes:
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + PLANTED + b"</x:xmpmeta>"


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def jpeg_full_of_metadata(orientation=1, size=(600, 400)) -> bytes:
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(PLANTED)) + PLANTED
    data = jpeg(size, exif=exif(orientation), icc_profile=profile(), comment=PLANTED, xmp=xmp())
    return data[:2] + segment(0xED, iptc) + segment(0xEF, PLANTED) + data[2:] + PLANTED


def png_full_of_metadata() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", PLANTED.decode())
    words.add_text("Author", PLANTED.decode() * 40, zip=True)
    words.add_itxt("XML:com.adobe.xmp", xmp().decode())
    return saved(picture(), "PNG", pnginfo=words, exif=exif(), icc_profile=profile()) + PLANTED


def webp_full_of_metadata() -> bytes:
    return saved(picture(), "WEBP", exif=exif(), icc_profile=profile(), xmp=xmp())


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *, color=2, depth=8, rows=b"") -> bytes:
    """As its header says, whatever is in its rows."""
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def sparse_png(width: int, height: int) -> bytes:
    """All of it is there, and all of it is nothing: a small file with many pixels."""
    return png(width, height, rows=bytes((width * 3 + 1) * height))


def animated(kind: str) -> bytes:
    frames = [Image.new("RGB", (500, 400), color) for color in (RED, BLUE)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<html><script>alert('" + PLANTED + b"')</script></html>"
ZIP = b"PK\x03\x04" + bytes(26) + PLANTED

# What is no photo, and why.
REFUSED = {
    "nothing": (b"", "unreadable"),
    "one byte": (b"\xff", "unreadable"),
    "words": (b"This is not a photo.", "unreadable"),
    "svg": (SVG, "unreadable"),
    "html": (HTML, "unreadable"),
    "gif": (saved(picture(), "GIF"), "unreadable"),
    "bmp": (saved(picture(), "BMP"), "unreadable"),
    "tiff": (saved(picture(), "TIFF"), "unreadable"),
    "jpeg cut off in its header": (jpeg()[:40], "unreadable"),
    "jpeg cut off in its picture": (jpeg((900, 900))[:2500], "unreadable"),
    "png cut off": (saved(picture(), "PNG")[:60], "unreadable"),
    "webp cut off": (saved(picture(), "WEBP")[:60], "unreadable"),
    "png of nothing": (png(500, 500), "unreadable"),
    "png without width": (png(0, 500), "unreadable"),
    "png of 2,500 million pixels": (png(50_000, 50_000), "too_many_pixels"),
    "png of 41 million pixels": (png(8_200, 5_000), "too_many_pixels"),
    "jpeg that says it is 65,535 wide": (
        jpeg().replace(struct.pack(">HH", 400, 600), b"\xff\xff\xff\xff", 1),
        "too_many_pixels",
    ),
    "animated webp": (animated("WEBP"), "moves"),
    "animated png": (animated("PNG"), "moves"),
}
# What is one, however odd.
TAKEN = {
    "jpeg": jpeg(),
    "progressive jpeg": jpeg(progressive=True),
    "gray jpeg": saved(picture(mode="L"), "JPEG"),
    "cmyk jpeg": saved(picture(mode="CMYK"), "JPEG"),
    "png": saved(picture(), "PNG"),
    "png with a palette": saved(picture(mode="P"), "PNG"),
    "png of one bit": saved(picture(mode="1"), "PNG"),
    "png of 16 bits": saved(Image.new("I;16", (600, 400), 40_000), "PNG"),
    "png one can look through": saved(picture(mode="RGBA"), "PNG"),
    "gray png one can look through": saved(picture(mode="LA"), "PNG"),
    "png with one color one can look through": saved(picture(), "PNG", transparency=RED),
    "webp": saved(picture(), "WEBP"),
    "lossless webp": saved(picture(), "WEBP", lossless=True),
    "webp one can look through": saved(picture(mode="RGBA"), "WEBP", lossless=True),
    "jpeg and html": jpeg() + HTML,
    "jpeg and zip": jpeg() + ZIP,
    "jpeg with a script in its comment": jpeg(comment=HTML),
    "png and php": saved(picture(), "PNG") + b"<?php " + PLANTED,
    "jpeg full of metadata": jpeg_full_of_metadata(),
    "png full of metadata": png_full_of_metadata(),
    "webp full of metadata": webp_full_of_metadata(),
    "jpeg with a profile that is none": jpeg(icc_profile=b"no profile " + PLANTED),
    "jpeg with exif that is none": jpeg(exif=b"Exif\x00\x00" + PLANTED),
}
