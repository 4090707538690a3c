"""The invented people of a demonstration practice, each with a license that says it is none."""

from datetime import date, timedelta

from directory.choices import Role
from directory.importers.demo import words
from directory.importers.demo.draw import Draw

LETTERS = {
    Role.PSYCHIATRIST: "MD",
    Role.ANESTHESIOLOGIST: "MD",
    Role.PAIN_PHYSICIAN: "MD",
    Role.EMERGENCY_PHYSICIAN: "DO",
    Role.CRNA: "CRNA",
    Role.NP: "NP",
    Role.PMHNP: "PMHNP",
    Role.PA: "PA",
    Role.RN: "RN",
    Role.PSYCHOLOGIST: "PhD",
    Role.LCSW: "LCSW",
    Role.PARAMEDIC_EMT: "EMT",
}


def staff(draw: Draw, listing: dict, number: int, today: date) -> list[dict]:
    """Who works there: first the one who prescribes or leads, then the one who monitors, if that is someone else."""
    lead = listing.get("prescriber_role") or listing["lead_clinician_role"]
    monitor = listing.get("session_monitor_role", Role.NOT_STATED)
    people = [person(draw, lead, listing, f"{number}A", today, prescribes="prescriber_role" in listing)]
    if monitor not in (Role.NOT_STATED, lead):
        people.append(person(draw, monitor, listing, f"{number}B", today, monitors=True))
    else:
        people[0]["monitors"] = monitor == lead
    return people


def person(draw: Draw, role: Role, listing: dict, code: str, today: date, prescribes=False, monitors=False) -> dict:
    return {
        "clinician": {
            "name": words.person_name(draw),
            "post_nominals": LETTERS[role],
            "role": role,
            "is_demonstration": True,
            "ketamine_since_year": today.year - draw.randint(1, 9) if draw.chance(0.6) else None,
            "ketamine_patients_band": draw.stated(0.5, ["50-199", "200-999", "1000+"]),
        },
        "license": {
            "jurisdiction": listing["state"],
            "board": "Demonstration board",
            "license_type": LETTERS[role],
            "number": f"DEMO-{code}",
            **license_dates(draw, today),
        },
        "prescribes": prescribes,
        "monitors": monitors,
        "title": "Medical director" if prescribes else "",
    }


def license_dates(draw: Draw, today: date) -> dict:
    """Nearly all in force; a few have run out, so that their listing is out of sight."""
    lapsed = draw.chance(0.015)
    return {
        "status": "expired" if lapsed else "active",
        "expires_on": today + timedelta(days=-20 if lapsed else draw.randint(30, 720)),
        "checked_on": today - timedelta(days=draw.randint(1, 170)),
        "discipline": "none_found",
    }
