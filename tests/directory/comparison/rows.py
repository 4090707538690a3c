"""Listings as a comparison has them: with all that their pages show at hand."""

from directory.comparison.groups import groups
from directory.models import Listing


def fetched(*listings):
    return [Listing.objects.with_page_facts().get(pk=listing.pk) for listing in listings]


def lines(*listings):
    """By what they are about."""
    return {line.about: line for group in groups(fetched(*listings)) for line in group.lines}


def words(line):
    """What each cell of a line of rows answers."""
    return [cell.value.answers for cell in line.cells]
