"""What of an address could not be set side by side, as sentences."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory import wording
from directory.shortlist import LOOKED_UP, MOST, Shortlist


def problems(shortlist: Shortlist) -> list[str]:
    return list(_sentences(shortlist))


def _sentences(shortlist: Shortlist) -> Iterable[str]:
    if missing := len(shortlist.asked) - len(shortlist.found):
        words = ngettext(
            "%(n)s practice in this address is not listed here, or not any more.",
            "%(n)s practices in this address are not listed here, or not any more.",
            missing,
        )
        yield words % {"n": missing}
    if shortlist.has_repeats:
        yield _("A practice that the address names twice is shown once.")
    if shortlist.left_out:
        names = wording.in_a_row(listing.name for listing in shortlist.left_out)
        yield _("No more than %(most)s fit side by side. Left out: %(names)s.") % {"most": MOST, "names": names}
    if shortlist.is_too_long:
        yield _("We looked at the first %(n)s practices in this address only.") % {"n": LOOKED_UP}
