import pytest

from directory.models.proposable import is_proposable
from directory.provider_forms.steps import PROPOSED, STEP_OF, STEPS


def test_every_fact_that_may_be_proposed_stands_in_one_step():
    covered = [about for step in STEPS for about in step.covers]
    assert sorted(covered) == sorted(PROPOSED)
    assert STEP_OF["statements.condition"].slug == "for-whom"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_every_path_that_a_step_writes_may_be_proposed(step, said):
    words = said({"offerings.iv_infusion": True, "offerings.intranasal_esketamine": True, "positions.7": True})
    changed = step.values(words) | {"new1__name": "Ro Testperson"}
    assert [path for path in step.paths(words, changed) if not is_proposable(path)] == []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_every_control_has_words_and_a_place(step, said, db):
    words = said({"offerings.iv_infusion": True})
    fields = step.fields(words)
    assert all(field.label for field in fields.values())
    silent = {name for name, field in fields.items() if not field.help_text and "__" not in name}
    assert silent <= {"like_monday"}, "why do visitors ask?"
    placed = [name for block in step.blocks(words) for name in [*block.names, *block.more]]
    assert sorted(placed) == sorted(fields)
    assert step.values(words).keys() == fields.keys()


def test_a_web_site_says_why_too_and_not_only_how_it_begins(said):
    assert "Visitors read more about you there." in str(STEP_OF["website"].fields(said({}))["website"].help_text)
