"""Against a stand-in on this machine: no test asks Crossref itself."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from articles import crossref
from articles.crossref import NotFound, look_up
from tests.network import OutsideRefused

ITEM = {
    "type": "journal-article",
    "title": "Ketamine &amp; <i>sleep</i> in <scp>PTSD</scp>: H<sub>2</sub>O &lt; 5",
    "container-title": ["Pain &amp; Relief"],
    "DOI": "10.1000/a(b)/c",
}


@contextmanager
def standing_in(answer):
    """`answer(handler)` writes what the stand-in says; yields its address and what it was asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self)
            answer(self)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def says(status=200, body=b"", **headers):
    def answer(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def fails(settings, answer):
    with standing_in(answer) as (address, _asked):
        settings.CROSSREF_URL = address
        with pytest.raises(NotFound) as error:
            look_up("10.1000/x")
    return str(error.value)


def test_a_doi_becomes_an_item_without_markup(settings):
    with standing_in(says(body=json.dumps(ITEM).encode())) as (address, asked):
        settings.CROSSREF_URL = address
        item = look_up("10.1000/a(b)/c")
    assert item["title"] == "Ketamine & <i>sleep</i> in PTSD: H<sub>2</sub>O < 5"
    assert item["container-title"] == "Pain & Relief"
    assert asked[0].path == "/works/10.1000%2Fa%28b%29%2Fc/transform/application/vnd.citationstyles.csl+json"


def test_it_says_who_asks_and_nothing_else(settings):
    settings.CONTACT_EMAIL = "desk@example.com"
    with standing_in(says(body=b"{}")) as (address, asked):
        settings.CROSSREF_URL = address
        look_up("10.1000/x")
    headers = {name.lower(): value for name, value in asked[0].headers.items()}
    assert headers.keys() == {"host", "accept-encoding", "accept", "user-agent", "connection"}
    assert headers["user-agent"] == f"Psychly/1.0 ({settings.SITE_URL}; mailto:desk@example.com)"


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (says(404), "Crossref does not know this DOI."),
        (says(503), "Crossref answered with the status 503. Try again later."),
        (says(body=b"<html>"), "Crossref’s answer cannot be read."),
        (says(body=b"\xff"), "Crossref’s answer cannot be read."),
        (says(body=b"[]"), "Crossref’s answer cannot be read."),
        (says(302, Location="http://10.0.0.1/"), "Crossref sent us elsewhere, where we do not go."),
        (says(302, Location="http://127.0.0.1:1/"), "Crossref sent us elsewhere, where we do not go."),
        (says(302, Location="http://localhost/"), "Crossref sent us elsewhere, where we do not go."),
        (says(302, Location="file:///etc/passwd"), "Crossref sent us elsewhere, where we do not go."),
        (says(302, Location="/works/again"), "Crossref sent us elsewhere, where we do not go."),
    ],
)
def test_each_failure_is_a_sentence(settings, answer, sentence):
    assert fails(settings, answer) == sentence


def test_it_follows_the_service_to_itself(settings):
    def answer(handler):
        moved = says(301, Location="/works/other") if "other" not in handler.path else says(body=b'{"title": "Moved"}')
        moved(handler)

    with standing_in(answer) as (address, asked):
        settings.CROSSREF_URL = address
        assert look_up("10.1000/x")["title"] == "Moved"
    assert len(asked) == 2


def test_a_long_answer_is_not_read_to_its_end(settings, monkeypatch):
    monkeypatch.setattr(crossref, "MOST_BYTES", 1000)
    assert fails(settings, says(body=b" " * 100_000)) == "Crossref’s answer is too long."


def test_a_silent_service_is_given_up(settings, monkeypatch):
    monkeypatch.setattr(crossref, "SECONDS_A_STEP", 0.1)
    sentence = fails(settings, lambda handler: time.sleep(0.4))
    assert sentence == "Crossref cannot be reached. Try again later, or paste the citation."


def test_a_dripping_service_is_given_up(settings, monkeypatch):
    monkeypatch.setattr(crossref, "SECONDS_IN_ALL", 0.2)

    def drip(handler):
        says()(handler)
        try:
            for _drop in range(50):
                handler.wfile.write(b" ")
                time.sleep(0.02)
        except OSError:
            return

    assert fails(settings, drip) == "Crossref cannot be reached. Try again later, or paste the citation."


def test_nobody_there_is_a_sentence(settings):
    settings.CROSSREF_URL = "http://127.0.0.1:1"
    with pytest.raises(NotFound, match="cannot be reached"):
        look_up("10.1000/x")


def test_it_is_off_and_goes_to_crossref_unless_told(settings):
    assert settings.CROSSREF_ENABLED is False
    with pytest.raises(OutsideRefused, match=r"api\.crossref\.org"):
        look_up("10.1000/x")
