"""A page as its tests read it."""

import re

from django.test import Client

NBSP = "\N{NO-BREAK SPACE}"


def page(address, **headers):
    response = Client().get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode().replace(NBSP, " ")


def text(html):
    """Without tags, and with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def headline(html):
    """The line that says how many there are, or None where the question was refused."""
    found = re.search(r'<div role="status"><h2>(.*?)</h2>', html)
    return found and found[1]


def names(html):
    return re.findall(r'<h3><a href="/directory/[^"]+/">(.*?)</a></h3>', html)
