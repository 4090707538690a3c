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
}


@pytest.mark.parametrize("record", samples.EVERY, ids=lambda record: record["id"])
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
