"""What our own staff found at the state boards, and when they are open: facts that no row of their pages holds."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.choices import Discipline
from directory.facets import FACET
from directory.profile.people import people
from directory.profile.rows import Fact, Row
from directory.vocabulary import Vocabulary


def hours(vocabulary: Vocabulary) -> Fact:
    """In the words that the search has for them."""
    choices = vocabulary.choices_of("hours").items()

    def read(listing) -> Row:
        slugs = FACET["hours"].read(listing) or []
        return Row(str(FACET["hours"].label), [choice.label for slug, choice in choices if slug in slugs])

    return Fact("hours", read)


def licenses(listing) -> Row:
    """Never silence: none on record is what the look-up found."""
    held = _in_force(listing)
    found = [f"{status}: {number}" for status, number in Counter(each.get_status_display() for each in held).items()]
    if actions := sum(each.discipline == Discipline.PUBLIC_ACTION for each in held):
        found.append(_("Public action on record: %(n)s") % {"n": actions})
    return Row(_("Licenses that our staff looked up"), found or [_("None on record")])


def license_state(listing) -> str:
    number = len(_in_force(listing))
    if not number:
        return _("No license on record")
    words = ngettext("%(n)s license looked up, in force", "%(n)s licenses looked up, in force", number)
    return words % {"n": number}


def _in_force(listing) -> list:
    return [license for person in people(listing) for license in person.licenses]
