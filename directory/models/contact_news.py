"""Tells whoever may object that somebody asks to change how people reach a listing, and says later who was told."""

from django.utils import timezone
from django.utils.text import capfirst

from directory.emails import contacts_proposed
from directory.models.letter import Letter
from directory.models.proposable import CONTACTS
from directory.models.proposing import Moved


def proposed(change, before: Moved) -> None:
    """`before` is what waited until now."""
    listing = change.listing
    new = sorted(path for path in CONTACTS & change.fields.keys() if before.get(path) != change.fields[path])
    if not new:
        return
    names = {field.name: str(field.verbose_name) for field in listing._meta.concrete_fields}
    words = contacts_proposed(listing, [capfirst(names[path]) for path in new])
    # Whoever changes their mind about one number ten times a day writes one letter, not ten.
    occasion = f"{_beginning(change)}{timezone.localdate()}/{'+'.join(new)}"
    for ending, address in listing.addressees(but=change.by).items():
        Letter.write(occasion=occasion + ending, to=address, listing=listing, **words)


def letters_of(change) -> list[Letter]:
    """Those about what of it waits still, to whichever address there was then; the oldest first."""
    letters = Letter.objects.about(change.listing, _beginning(change))
    return [letter for letter in letters if not change.fields.keys().isdisjoint(_paths(letter))]


def _beginning(change) -> str:
    return f"contacts/{change.pk}/"


def _paths(letter: Letter) -> list[str]:
    _contacts, _change, _day, paths, *_ending = letter.occasion.split("/")
    return paths.split("+")
