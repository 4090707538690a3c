import pytest

from articles.citations.ama import ama_entry
from tests.articles.citations import samples
from tests.articles.citations.samples import JOURNAL, people

GOLDEN = {
    "price2022": (
        "Price RB, Kissel N, Baumeister A. Pooled analysis of ketamine infusion for depression. "
        "<i>Mol Psychiatry</i>. 2022;27(12):5096-5112. doi:10.1038/s41380-022-01757-7"
    ),
    "seven": (
        "One A, Two B, Three CD, et al. Pooled analysis of ketamine infusion for depression. "
        "<i>Mol Psychiatry</i>. 2022;27(12):5096-5112. doi:10.1038/s41380-022-01757-7"
    ),
    "abridged": (
        "Price RB, Kissel N, Baumeister A, et al. Pooled analysis of ketamine infusion for depression. "
        "<i>Mol Psychiatry</i>. 2022;27(12):5096-5112. doi:10.1038/s41380-022-01757-7"
    ),
    "suffix": (
        "Yavi M, Zarate CA Jr. Pooled analysis of ketamine infusion for depression. "
        "<i>Mol Psychiatry</i>. 2022;27(12):5096-5112. doi:10.1038/s41380-022-01757-7"
    ),
    "ahead": (
        "Meisner R. Infusion or spray? <i>J Clin Psychiatry</i>. Published online September 22, 2025. "
        "doi:10.4088/JCP.25m15789"
    ),
    "preprint": (
        "Doe J. A trial not yet reviewed. <i>medRxiv</i>. Preprint posted online January 5, 2026. "
        "doi:10.1101/2026.01.05.26000001"
    ),
    "report": (
        "U.S. Department of Veterans Affairs. <i>Guideline for the Management of Depression</i>. "
        "U.S. Department of Veterans Affairs; 2022. Accessed November 23, 2026. "
        "https://www.healthquality.va.gov/guidelines/MH/mdd/"
    ),
    "label": (
        "Hospira, Inc. Ketamine Hydrochloride Injection, CIII: Prescribing Information. DailyMed. May 16, 2024. "
        "Accessed November 23, 2026. https://dailymed.nlm.nih.gov/dailymed/"
    ),
    "lifeline988": (
        "988 Suicide &amp; Crisis Lifeline. 988lifeline.org. Accessed November 23, 2026. https://988lifeline.org/"
    ),
    "dea1999": (
        "Drug Enforcement Administration. Placement of Ketamine into Schedule III (Final rule). <i>Fed Regist</i>. "
        "1999;64(133):37673-37675. https://www.govinfo.gov/content/pkg/FR-1999-07-13/html/99-17803.htm"
    ),
    "anonymous": "A page that nobody signed. FDA.gov. Accessed November 23, 2026. https://www.fda.gov/x",
    "book": "Doe JA. <i>The Ketamine Papers</i>. 2nd ed. MAPS; 2016.",
    "edited": "Wolfson P, Hartelius G, eds. <i>The Ketamine Papers</i>. MAPS; 2016.",
    "one-editor": "Wolfson P, ed. <i>The Ketamine Papers</i>. MAPS; 2016.",
    "many-editors": "One A, Two B, Three CD, et al, eds. <i>The Ketamine Papers</i>. MAPS; 2016.",
    "author-and-editor": "Doe JA. <i>The Ketamine Papers</i>. Wolfson P, Hartelius G, eds. MAPS; 2016.",
    "chapter": (
        "Doe JA. Infusions. In: Wolfson P, Hartelius G, eds. <i>Textbook of Mood Disorders</i>. 3rd ed. "
        "MAPS; 2016:101-120."
    ),
    "thesis": "Doe JA. <i>The Ketamine Papers</i>. PhD thesis. Yale University; 2016.",
    "conference": "Doe JA. Repeated infusions. In: <i>Proceedings of the Meeting on Mood</i>. MAPS; 2016:1-4.",
    "video": "WGBH. <i>The Ketamine Papers</i>. PBS; 2016.",
    "encyclopedia": "Ketamine. In: <i>StatPearls</i>. MAPS; 2016.",
    "newspaper": (
        "A page. <i>The New York Times</i>. March 5, 2019:A1. Accessed November 23, 2026. https://example.org/x"
    ),
    "blog": "Doe JA. A page. The Mood Blog. March 5, 2019. Accessed November 23, 2026. https://example.org/x",
    "release": (
        "US Food and Drug Administration. A page. March 5, 2019. Accessed November 23, 2026. https://example.org/x"
    ),
    "registry": "NCT01920555. ClinicalTrials.gov. March 5, 2019. Accessed November 23, 2026. https://example.org/x",
    "undated": "ELEKT-D Study Group. A page. Accessed November 23, 2026. https://example.org/x",
    "magazine": "Doe JA. Waiting rooms. <i>The Atlantic</i>. March 2019:12-14.",
    "group": "Doe JA; ELEKT-D Study Group. A trial. <i>Lancet</i>. 2019;393(5):10-19.",
    "many-and-group": "One A, Two B, Three CD, et al; ELEKT-D Study Group. A trial. <i>Lancet</i>. 2019;393(5):10-19.",
    "abridged-and-group": "Doe JA, et al; ELEKT-D Study Group. A trial. <i>Lancet</i>. 2019;393(5):10-19.",
    "group-alone": "ELEKT-D Study Group. A trial. <i>Lancet</i>. 2019;393(5):10-19.",
    "unsigned": "A trial. <i>Lancet</i>. 2019;393(5):10-19.",
    "six": "One A, Two B, Three CD, Four E, Five F, Six G. A trial. <i>Lancet</i>. 2019;393(5):10-19.",
    "particle": "van den Berg A. A trial. <i>Lancet</i>. 2019;393(5):10-19.",
    "hyphen": "Kim SJ. A trial. <i>Lancet</i>. 2019;393(5):10-19.",
    "umlaut": "Müller-Lüdenscheidt JÉ. A trial. <i>Lancet</i>. 2019;393(5):10-19.",
    "question": "Doe JA. Is it safe? <i>Lancet</i>. 2019;393(5):10-19.",
    "markup": "Doe JA. The role of <i>N</i>-methyl-D-aspartate in p &lt; .05. <i>Lancet</i>. 2019;393(5):10-19.",
    "supplement": "Doe JA. A trial. <i>Lancet</i>. 2019;393(suppl 2):S1-S9.",
    "locator": "Doe JA. A trial. <i>PLoS One</i>. 2019;393(5):e0215698. doi:10.1371/journal.pone.0215698",
    "no-issue": "Doe JA. A trial. <i>Lancet</i>. 2019;393:10-19.",
    "no-volume": "Doe JA. A trial. <i>Lancet</i>. May 2019:10-19.",
    "own-short-title": "Doe JA. A trial. <i>J Things</i>. 2019;393(5):10-19.",
}


@pytest.mark.parametrize("record", [*samples.EVERY, *samples.BROUGHT], ids=lambda record: record["id"])
def test_each_kind_is_printed_as_the_manual_says(record):
    assert ama_entry(record) == GOLDEN[record["id"]]


def test_an_abridged_list_shows_three_names_at_most():
    record = JOURNAL | {"author": people("A, B.", "C, D.", "E, F.", "G, H."), "custom": {"authors-complete": False}}
    assert ama_entry(record).startswith("A B, C D, E F, et al. ")


def test_a_record_may_bring_its_own_short_title():
    record = JOURNAL | {"container-title": "Journal of Things", "container-title-short": "J Things"}
    assert "<i>J Things</i>" in ama_entry(record)


def test_a_journal_without_a_short_title_is_printed_in_full():
    assert "<i>Journal of Things</i>" in ama_entry(JOURNAL | {"container-title": "Journal of Things"})


@pytest.mark.parametrize("name", ["title", "container-title", "DOI", "volume"])
def test_no_field_brings_markup(name):
    entry = ama_entry(JOURNAL | {name: "a<script>alert(1)</script> <b onclick=x>&lt; p<1"})
    assert "<script" not in entry
    assert "onclick" not in entry or "&lt;b" in entry
    assert "p&lt;1" in entry


def test_the_four_tags_that_csl_knows_are_kept_in_a_title():
    assert "<i>N</i>-methyl-<sc>" not in ama_entry(JOURNAL | {"title": "<i>N</i>-methyl-<sc>D</sc>"})
    assert "<i>N</i>-methyl H<sub>2</sub>O" in ama_entry(JOURNAL | {"title": "<i>N</i>-methyl H<sub>2</sub>O"})


def test_a_record_with_next_to_nothing_is_printed_all_the_same():
    assert ama_entry({"id": "x", "type": "document", "title": "Only a title"}) == "Only a title."
