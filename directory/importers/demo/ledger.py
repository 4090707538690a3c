"""What was checked of a demonstration practice: invented like the rest of it, and each row says so."""

from datetime import date, timedelta

from directory.claims import Claim, Method, Result
from directory.importers.demo.draw import Draw

INVENTED = "Invented for the demonstration: nobody checked anything."
# How often somebody looked, and how; so long ago that some of it no longer counts.
LOOKS = {
    Claim.ADDRESS_PHONE: (0.6, 110, [Method.PHONE_CALL]),
    Claim.ACCEPTING: (0.5, 110, [Method.PHONE_CALL]),
    Claim.MONITORING: (0.35, 420, [Method.PHONE_CALL, Method.DOCUMENT, Method.SITE_VISIT]),
}


def checks(draw: Draw, practice: dict, offerings: list[dict], staff: list[dict], today: date) -> list[dict]:
    """`subject` and `place` say about what: the listing, or which of its treatments or of its people's licenses."""
    return [
        *_licenses(draw, staff),
        *_treatments(draw, offerings),
        *_listing(draw, today),
        *_prices(draw, practice, offerings, today),
    ]


def _licenses(draw: Draw, staff: list[dict]) -> list[dict]:
    """On the day that the license itself names."""
    return [
        _row("license", place, Claim.LICENSE, Method.STATE_BOARD, Result.CONFIRMED, person["license"]["checked_on"])
        for place, person in enumerate(staff)
        if person["license"]["status"] == "active" and draw.chance(0.8)
    ]


def _treatments(draw: Draw, offerings: list[dict]) -> list[dict]:
    return [
        _row("offering", place, Claim.REMS, Method.MANUFACTURER, Result.CONFIRMED, offering["rems_checked_on"])
        for place, offering in enumerate(offerings)
        if offering["rems_checked_on"] and draw.chance(0.8)
    ]


def _listing(draw: Draw, today: date) -> list[dict]:
    return [
        _row("listing", 0, claim, method, _result(draw, method), today - timedelta(days=draw.randint(0, longest_ago)))
        for claim, (share, longest_ago, methods) in LOOKS.items()
        for method in [draw.choice(methods)]
        if draw.chance(share)
    ]


def _prices(draw: Draw, practice: dict, offerings: list[dict], today: date) -> list[dict]:
    """After all of them were stated."""
    stated = [offering["prices_as_of"] for offering in offerings if "prices_as_of" in offering]
    if practice.get("consult_fee_usd") is not None:
        stated.append(practice["fees_as_of"])
    if not stated or draw.chance(0.5):
        return []
    method = draw.choice([Method.PHONE_CALL, Method.WEBSITE])
    day = max(stated) + timedelta(days=draw.randint(0, min(20, (today - max(stated)).days)))
    return [_row("listing", 0, Claim.PRICE, method, _result(draw, method), day)]


def _result(draw: Draw, method: Method) -> Result:
    unclear = Result.NOT_REACHED if method == Method.PHONE_CALL else Result.NOT_CONFIRMED
    return draw.choices([Result.CONFIRMED, Result.CONTRADICTED, unclear], [86, 7, 7])[0]


def _row(subject: str, place: int, claim: Claim, method: Method, result: Result, day: date) -> dict:
    return {
        "subject": subject,
        "place": place,
        "claim": claim.value,
        "method": method.value,
        "result": result.value,
        "checked_on": day,
        "public_note": INVENTED,
        "private_evidence": "",
    }
