"""The address of a search with one thing in it changed; all else in it stays, except the page."""

from collections.abc import Iterable
from functools import cache

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from directory.shortlist import LISTING

PAGE = "page"


def searched(parameters: QueryDict) -> str:
    return _address((name, values) for name, values in parameters.lists() if name != PAGE)


def changed(parameters: QueryDict, **values: object) -> str:
    """With these parameters set anew where they stand, to one value or to each of a list, or gone where it is None."""
    lists: dict[str, list] = {name: given for name, given in parameters.lists() if name != PAGE}
    lists |= {name: _listed(value) for name, value in values.items()}
    return _address(lists.items())


def _listed(value: object) -> list:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def without(parameters: QueryDict, name: str, value: str) -> str:
    """With one value of one parameter gone."""
    return _address(
        (key, [one for one in values if (key, one) != (name, value)])
        for key, values in parameters.lists()
        if key != PAGE
    )


def before_page(parameters: QueryDict) -> str:
    """Ends so that "page=2" can follow."""
    return going_on(searched(parameters))


def comparing(parameters: QueryDict, slugs: list[str]) -> str:
    """The same page of the same search, with these listings chosen to be compared."""
    return _address([*_question(parameters), (LISTING, slugs)])


def question(parameters: QueryDict) -> str:
    """What stands after "?": the page that is shown, and not what is chosen from it."""
    return _query(_question(parameters))


def going_on(address: str) -> str:
    """Ends so that one more parameter can follow."""
    return address + ("&" if "?" in address else "?")


def _question(parameters: QueryDict) -> list[tuple[str, list]]:
    return [(name, values) for name, values in parameters.lists() if name != LISTING]


def _address(parameters: Iterable[tuple[str, list]]) -> str:
    query = _query(parameters)
    return _search() + (f"?{query}" if query else "")


def _query(parameters: Iterable[tuple[str, list]]) -> str:
    return urlencode([(name, value) for name, values in parameters for value in values])


@cache
def _search() -> str:
    # A map asks for some fifty addresses, and to reverse a name takes longer than the rest of each.
    return reverse("directory:search")
