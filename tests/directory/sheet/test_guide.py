"""Every section that a question leads to stands in the guide that ships, under the name that we give it."""

from articles.management.commands.load_articles import SHIPPED
from articles.markdown import render
from directory.models.vocabulary import GUIDE_SLUG
from directory.sheet.guide import SECTIONS, address_of
from directory.sheet.questions import GROUPS

GUIDE = render((SHIPPED / GUIDE_SLUG / "article.md").read_text())
HEADINGS = {heading.id: heading.title for heading in GUIDE.contents}


def test_each_section_stands_in_the_guide_under_its_name():
    assert {anchor: str(title) for anchor, title in SECTIONS.items()} == {
        anchor: HEADINGS.get(anchor) for anchor in SECTIONS
    }


def test_each_section_is_led_to():
    assert {ask.section for group in GROUPS for ask in group.questions} == SECTIONS.keys()


def test_its_address_is_that_of_the_guide():
    assert address_of("cost") == f"/articles/{GUIDE_SLUG}/#cost"
