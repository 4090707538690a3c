import gzip

import brotli
import pytest

from directory.encodings import PACKERS, best_encoding


@pytest.mark.parametrize(
    ("accepted", "best"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP;q=0.5, br;q=0", "gzip"),
        ("gzip;q=1.0, BR; q=0.1", "br"),
        ("*", "br"),
        ("*;q=0, gzip", "gzip"),
        ("identity", None),
        ("br;q=0, gzip;q=nonsense", None),
        ("brave", None),
        ("", None),
    ],
)
def test_the_smaller_of_what_is_welcome_is_taken(accepted, best):
    assert best_encoding(accepted) == best


def test_what_is_packed_is_unpacked_to_the_same():
    body = b"a page " * 1000
    assert brotli.decompress(PACKERS["br"](body)) == gzip.decompress(PACKERS["gzip"](body)) == body
