"""One record of each kind that guides cite, written for these tests."""

from typing import Any


def people(*names):
    return [dict(zip(("family", "given"), name.split(", "), strict=True)) for name in names]


JOURNAL: dict[str, Any] = {
    "id": "price2022",
    "type": "article-journal",
    "title": "Pooled analysis of ketamine infusion for depression",
    "author": people("Price, Rebecca B.", "Kissel, Nicholas", "Baumeister, Andrew"),
    "container-title": "Molecular Psychiatry",
    "issued": {"date-parts": [[2022, 12]]},
    "volume": "27",
    "issue": "12",
    "page": "5096-5112",
    "DOI": "10.1038/s41380-022-01757-7",
    "PMID": "36071111",
}
SEVEN_AUTHORS = JOURNAL | {
    "id": "seven",
    "author": people("One, A.", "Two, B.", "Three, C. D.", "Four, E.", "Five, F.", "Six, G.", "Seven, H."),
}
ABRIDGED = JOURNAL | {"id": "abridged", "custom": {"authors-complete": False}}
SUFFIX = JOURNAL | {"id": "suffix", "author": [*people("Yavi, Mani"), {"family": "Zarate", "given": "Carlos A., Jr."}]}
AHEAD_OF_PRINT: dict[str, Any] = {
    "id": "ahead",
    "type": "article-journal",
    "title": "Infusion or spray?",
    "author": people("Meisner, Robert"),
    "container-title": "Journal of Clinical Psychiatry",
    "issued": {"date-parts": [[2025, 9, 22]]},
    "DOI": "10.4088/JCP.25m15789",
}
PREPRINT: dict[str, Any] = {
    "id": "preprint",
    "type": "article",
    "title": "A trial not yet reviewed",
    "author": people("Doe, Jane"),
    "publisher": "medRxiv",
    "issued": {"date-parts": [[2026, 1, 5]]},
    "DOI": "10.1101/2026.01.05.26000001",
}
REPORT: dict[str, Any] = {
    "id": "report",
    "type": "report",
    "title": "Guideline for the management of depression",
    "author": [{"literal": "U.S. Department of Veterans Affairs"}],
    "publisher": "U.S. Department of Veterans Affairs",
    "issued": {"date-parts": [[2022, 2]]},
    "URL": "https://www.healthquality.va.gov/guidelines/MH/mdd/",
    "accessed": {"date-parts": [[2026, 11, 23]]},
}
WEB_PAGE: dict[str, Any] = {
    "id": "label",
    "type": "webpage",
    "title": "Ketamine Hydrochloride Injection, CIII: Prescribing Information",
    "author": [{"literal": "Hospira, Inc."}],
    "container-title": "DailyMed",
    "issued": {"date-parts": [[2024, 5, 16]]},
    "URL": "https://dailymed.nlm.nih.gov/dailymed/",
    "accessed": {"date-parts": [[2026, 11, 23]]},
}
PAGE_OF_ITSELF: dict[str, Any] = {
    "id": "lifeline988",
    "type": "webpage",
    "title": "988 Suicide & Crisis Lifeline",
    "author": [{"literal": "988 Suicide & Crisis Lifeline"}],
    "container-title": "988lifeline.org",
    "URL": "https://988lifeline.org/",
    "accessed": {"date-parts": [[2026, 11, 23]]},
}
REGISTER: dict[str, Any] = {
    "id": "dea1999",
    "type": "legislation",
    "title": "Placement of Ketamine into Schedule III (Final rule)",
    "author": [{"literal": "Drug Enforcement Administration"}],
    "container-title": "Federal Register",
    "issued": {"date-parts": [[1999, 7, 13]]},
    "volume": "64",
    "issue": "133",
    "page": "37673-37675",
    "URL": "https://www.govinfo.gov/content/pkg/FR-1999-07-13/html/99-17803.htm",
}
NO_AUTHOR: dict[str, Any] = {
    "id": "anonymous",
    "type": "webpage",
    "title": "A page that nobody signed",
    "container-title": "FDA.gov",
    "URL": "https://www.fda.gov/x",
    "accessed": {"date-parts": [[2026, 11, 23]]},
}
EVERY: list[dict[str, Any]] = [
    *[JOURNAL, SEVEN_AUTHORS, ABRIDGED, SUFFIX, AHEAD_OF_PRINT, PREPRINT],
    *[REPORT, WEB_PAGE, PAGE_OF_ITSELF, REGISTER, NO_AUTHOR],
]
NASTY = 'A {brace} of 50% & $5 #1 "quotes" \\ under_score ^ ~ and } a stray\nline'
