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
ARTICLE: dict[str, Any] = {
    "type": "article-journal",
    "title": "A trial",
    "author": people("Doe, Jane A."),
    "container-title": "The Lancet",
    "issued": {"date-parts": [[2019, 5]]},
    "volume": "393",
    "issue": "5",
    "page": "10-19",
}
BOOK: dict[str, Any] = {
    "type": "book",
    "title": "The ketamine papers",
    "publisher": "MAPS",
    "issued": {"date-parts": [[2016]]},
}
ONLINE: dict[str, Any] = {
    "type": "webpage",
    "title": "A page",
    "URL": "https://example.org/x",
    "issued": {"date-parts": [[2019, 3, 5]]},
    "accessed": {"date-parts": [[2026, 11, 23]]},
}
EDITORS = people("Wolfson, Phil", "Hartelius, Glenn")
TEAM = {"literal": "ELEKT-D Study Group"}
DOE, SIX = people("Doe, Jane A."), people("One, A.", "Two, B.", "Three, C. D.", "Four, E.", "Five, F.", "Six, G.")
# Kinds that staff bring, each with what is special about it.
BROUGHT: list[dict[str, Any]] = [
    BOOK | {"id": "book", "author": DOE, "edition": "2nd", "publisher-place": "Cham", "ISBN": "9783030000000"},
    BOOK | {"id": "edited", "editor": EDITORS},
    BOOK | {"id": "one-editor", "editor": EDITORS[:1]},
    BOOK | {"id": "many-editors", "editor": [*SIX, *DOE]},
    BOOK | {"id": "author-and-editor", "author": DOE, "editor": EDITORS},
    BOOK
    | {"id": "chapter", "type": "chapter", "title": "Infusions", "author": DOE, "page": "101-120"}
    | {"container-title": "Textbook of mood disorders", "editor": EDITORS, "edition": "3"},
    BOOK | {"id": "thesis", "type": "thesis", "author": DOE, "genre": "PhD thesis", "publisher": "Yale University"},
    BOOK
    | {"id": "conference", "type": "paper-conference", "title": "Repeated infusions", "author": DOE}
    | {"container-title": "Proceedings of the Meeting on Mood", "page": "1-4"},
    BOOK | {"id": "video", "type": "motion_picture", "author": [{"literal": "WGBH"}], "publisher": "PBS"},
    BOOK | {"id": "encyclopedia", "type": "entry-encyclopedia", "title": "Ketamine", "container-title": "StatPearls"},
    ONLINE | {"id": "newspaper", "type": "article-newspaper", "container-title": "The New York Times", "page": "A1"},
    ONLINE | {"id": "blog", "type": "post-weblog", "author": DOE, "container-title": "The Mood Blog"},
    ONLINE | {"id": "release", "author": [{"literal": "US Food and Drug Administration"}], "genre": "News release"},
    ONLINE | {"id": "registry", "title": "NCT01920555", "container-title": "ClinicalTrials.gov"},
    {name: value for name, value in ONLINE.items() if name != "issued"} | {"id": "undated", "author": [TEAM]},
    {"id": "magazine", "type": "article-magazine", "title": "Waiting rooms", "author": DOE}
    | {"container-title": "The Atlantic", "issued": {"date-parts": [[2019, 3]]}, "page": "12-14"},
    ARTICLE | {"id": "group", "author": [*DOE, TEAM]},
    ARTICLE | {"id": "many-and-group", "author": [*SIX, *DOE, TEAM]},
    ARTICLE | {"id": "abridged-and-group", "author": [*DOE, TEAM], "custom": {"authors-complete": False}},
    ARTICLE | {"id": "group-alone", "author": [TEAM]},
    {name: value for name, value in ARTICLE.items() if name != "author"} | {"id": "unsigned"},
    ARTICLE | {"id": "six", "author": SIX},
    ARTICLE | {"id": "particle", "author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"}]},
    ARTICLE | {"id": "hyphen", "author": people("Kim, Seong-Jin")},
    ARTICLE | {"id": "umlaut", "author": people("Müller-Lüdenscheidt, Jürgen É.")},
    ARTICLE | {"id": "question", "title": "Is it safe?"},
    ARTICLE | {"id": "markup", "title": "The role of <i>N</i>-methyl-D-aspartate in p < .05"},
    ARTICLE | {"id": "supplement", "issue": "suppl 2", "page": "S1-S9"},
    ARTICLE
    | {"id": "locator", "container-title": "PLoS One", "page": "e0215698", "DOI": "10.1371/journal.pone.0215698"},
    ARTICLE | {"id": "no-issue", "issue": ""},
    ARTICLE | {"id": "no-volume", "volume": "", "issue": ""},
    ARTICLE | {"id": "own-short-title", "container-title": "Journal of Things", "container-title-short": "J Things"},
]
NASTY = 'A {brace} of 50% & $5 #1 "quotes" \\ under_score ^ ~ and } a stray\nline'
