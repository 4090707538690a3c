import pytest

from articles.markdown.sanitize import sanitized


def test_a_drawing_of_ours_passes_whole():
    drawing = (
        '<svg class="plot-strip" role="img" viewBox="0 0 9 9"><title>0.5</title><desc>In words.</desc>'
        '<line class="plot-zero" x1="1" x2="1" y1="0" y2="9"></line>'
        '<circle class="plot-effect" cx="4" cy="4" r="4"></circle></svg>'
    )
    assert sanitized(drawing) == drawing


@pytest.mark.parametrize(
    "nasty",
    [
        "<svg onload=alert(1)></svg>",
        "<svg><title><script>alert(1)</script></title></svg>",
        "<svg><desc><img src=x onerror=alert(1)></desc></svg>",
        "<svg><script>alert(1)</script></svg>",
        '<svg><a href="javascript:alert(1)">x</a></svg>',
        '<svg><use href="#x"></use><foreignObject><p>x</p></foreignObject></svg>',
        '<svg><animate attributeName="href"></animate><style>x</style></svg>',
        '<svg class="site-header" style="position:fixed"></svg>',
        '<circle class="button" onclick="x" style="x">',
    ],
)
def test_nothing_else_of_svg_does(nasty):
    clean = sanitized(nasty)
    words = [
        "onload",
        "script",
        "javascript",
        "<use",
        "foreign",
        "<animate",
        "<style",
        "style=",
        "header",
        "onclick",
        "onerror",
    ]
    assert [word for word in words if word in clean] == []
