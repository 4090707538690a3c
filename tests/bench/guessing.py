"""What readers notice while somebody guesses passwords: the home page alone, and beside 200 wrong sign-ins at once.

python -m tests.bench.guessing
"""

import re
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from bin.parts import end_politely
from bin.serving import site

GUESSES, LOOKS = 200, 100
SIGN_IN = "/accounts/login/"
LIMITED = 429


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="psychly-bench-") as folder, site(Path(folder), listings=20) as address:
        alone = _looks(address)
        with ThreadPoolExecutor(GUESSES) as pool:
            answers = pool.map(_guess, [(address, *_form(address))] * GUESSES, range(GUESSES))
            beside = _looks(address)
            refused = Counter(answers)[LIMITED]
    print(f"  {GUESSES} wrong sign-ins at once from one address: {refused} refused before a password was looked at")
    print(f"  {'the home page, milliseconds':<36}{'p50':>9}{'p99':>9}")
    for name, times in (("alone", alone), ("beside them (goal: p99 under 1,000)", beside)):
        print(f"  {name:<36}{times[LOOKS // 2]:>9.0f}{times[LOOKS * 99 // 100]:>9.0f}", flush=True)


def _looks(address: str) -> list[float]:
    times = []
    for _ in range(LOOKS):
        started = time.perf_counter()
        _ask(address, "GET", "/")
        times.append((time.perf_counter() - started) * 1000)
    return sorted(times)


def _form(address: str) -> tuple[str, str]:
    """The cookie and the token of a form to sign in."""
    answer, page = _ask(address, "GET", SIGN_IN)
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)
    assert token, "the page to sign in has no form"
    return (answer.getheader("Set-Cookie") or "").partition(";")[0], token[1]


def _guess(form: tuple[str, str, str], number: int) -> int:
    address, cookie, token = form
    said = {"csrfmiddlewaretoken": token, "login": "known@example.com", "password": f"a wrong one {number}"}
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", "Origin": address}
    return _ask(address, "POST", SIGN_IN, urlencode(said), headers)[0].status


def _ask(address: str, method: str, path: str, body: str = "", headers: dict | None = None) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    connection.request(method, path, body or None, headers or {})
    answer = connection.getresponse()
    return answer, answer.read().decode()


if __name__ == "__main__":
    end_politely()
    main()
