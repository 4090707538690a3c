"""What our staff could not take as it was, and why: told until something else is sent or decided."""

from django.db.models import Q

from directory.models import Change, Listing

DRAFT_AGAIN = [Listing.Status.PENDING_REVIEW, Listing.Status.DRAFT]


def last_moves(listings: list[Listing]) -> dict[int, Change]:
    """{listing: what was last proposed or decided}; what waits comes before all that is decided."""
    moves = Change.objects.filter(listing__in=listings).filter(
        Q(proposed_at__isnull=False) | Q(fields__has_key="status")
    )
    found = sorted(moves.select_related("listing"), key=lambda change: (change.is_waiting, change.at, change.pk))
    return {change.listing_id: change for change in found}


def sent_back(listing: Listing) -> str:
    """The reason; empty where nothing came back."""
    last = last_moves([listing]).get(listing.pk)
    return last.reason if last and came_back(last) else ""


def came_back(change: Change) -> bool:
    if change.status == Change.Status.SENT_BACK:
        return True
    return change.fields.get("status") == DRAFT_AGAIN and bool(change.reason)
