"""Dates as files write them, to CSL's `{"date-parts": [[2022, 12, 1]]}`; what is not known is left out."""

import re
from calendar import monthrange

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR = re.compile(r"\b(1[5-9]|20|21)\d\d\b")


def csl_date(year="", month="", day=""):
    """None without a year: “in press” is no date."""
    found = YEAR.search(str(year))
    if not found:
        return None
    parts = [int(found[0])]
    if number := month_number(month):
        parts.append(number)
        if str(day).strip().isdigit() and 1 <= int(day) <= monthrange(*parts)[1]:
            parts.append(int(day))
    return {"date-parts": [parts]}


def month_number(text):
    text = str(text).strip().lower()
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else 0
    return MONTHS.index(text[:3]) + 1 if text[:3] in MONTHS else 0


def split_date(text):
    """“2022/12/01/”, “2022-12-01”, “2022 Dec 1”, “2022 Nov-Dec”, “20221201” → csl_date."""
    text = str(text).strip()
    if re.fullmatch(r"\d{8}", text):
        return csl_date(text[:4], text[4:6], text[6:])
    return csl_date(*[*re.split(r"[\s/-]+", text), "", ""][:3])
