"""Scores an answer's headers as the HTTP Observatory does: from 100, with additions only for those at 90 or more."""

import re

HALF_A_YEAR = 15_768_000


def score(response) -> int:
    parts = [policy, cookies, resources, referrers, frames, integrity, transport, sniffing]
    points = [part(response) for part in parts]
    base = 100 + sum(point for point in points if point < 0)
    return base + (sum(point for point in points if point > 0) if base >= 90 else 0)


def policy(response) -> int:
    said = response.headers.get("Content-Security-Policy", "")
    if not said:
        return -25
    if "unsafe" in said:
        return -20
    strict_forms = re.search(r"form-action '(self|none)'", said)
    return 10 if "default-src 'none'" in said and strict_forms else 5


def cookies(response) -> int:
    """No cookie at all is as good as the best of them."""
    kept = response.cookies.values()
    if any(not cookie["secure"] for cookie in kept):
        return -40
    if any(not cookie["httponly"] for cookie in kept):
        return -30
    return 5 if all(cookie["samesite"] for cookie in kept) else 0


def resources(response) -> int:
    return 10 if response.headers.get("Cross-Origin-Resource-Policy") in {"same-origin", "same-site"} else 0


def referrers(response) -> int:
    good = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
    return 5 if response.headers.get("Referrer-Policy") in good else -5


def frames(response) -> int:
    return 5 if "frame-ancestors 'none'" in response.headers.get("Content-Security-Policy", "") else -20


def integrity(response) -> int:
    scripts = re.findall(r"<script[^>]*\bsrc=[^>]*>", response.content.decode())
    if any(re.search(r'src="(https?:)?//', script) for script in scripts):
        return -50
    return 5 if scripts and all("integrity=" in script for script in scripts) else 0


def transport(response) -> int:
    """The points for being on the browsers' preload list cannot be had here."""
    found = re.search(r"max-age=(\d+)", response.headers.get("Strict-Transport-Security", ""))
    return 0 if found and int(found[1]) >= HALF_A_YEAR else -20


def sniffing(response) -> int:
    return 0 if response.headers.get("X-Content-Type-Options") == "nosniff" else -5
