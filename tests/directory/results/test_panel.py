from directory.facets import NOT_STATED
from directory.models import Term
from directory.results.panel import SHOWN, Panel
from directory.vocabulary import Vocabulary

ROUTES = ["iv_infusion", "im_injection", NOT_STATED]
LANGUAGES = [f"language_{number:02}" for number in range(20)]
VOCABULARY = Vocabulary(
    Term(facet=facet, slug=slug, label=slug, number=number)
    for facet, slugs in [("route", ROUTES), ("language", LANGUAGES)]
    for number, slug in enumerate(slugs, 1)
)


def panel(counts, **chosen):
    return Panel(VOCABULARY, chosen, counts)


def slugs(options):
    return [option.slug for option in options]


def test_a_choice_that_would_leave_nothing_is_not_offered():
    (facet,) = panel({"route": {"iv_infusion": 3, "im_injection": 0, NOT_STATED: 1}}).first.facets
    assert slugs(facet.shown) == ["iv_infusion", NOT_STATED]


def test_a_chosen_one_can_be_taken_back_even_then():
    (facet,) = panel({"route": {}}, route=["im_injection"]).first.facets
    assert [(option.slug, option.count, option.is_chosen) for option in facet.shown] == [("im_injection", 0, True)]


def test_a_facet_without_choices_is_left_out():
    assert not panel({})
    assert panel({"route": {"iv_infusion": 1}}).further == []


def test_many_choices_fold_away_but_never_a_chosen_one():
    counts = {"language": dict.fromkeys(LANGUAGES, 1)}
    (group,) = panel(counts, language=["language_15"]).further
    (facet,) = group.facets
    assert slugs(facet.shown) == [*LANGUAGES[:SHOWN], "language_15"]
    assert len(facet.shown) + len(facet.folded) == len(LANGUAGES)
    assert (facet.chosen, group.chosen) == (1, 1)


def test_one_or_two_more_are_not_worth_a_fold():
    counts = {"language": dict.fromkeys(LANGUAGES[: SHOWN + 2], 1)}
    assert panel(counts).further[0].facets[0].folded == []
