"""What our staff could not take as it was, and why: told until something else is sent or decided."""

from django.db.models import Q

from directory.models import Change, Listing

DRAFT_AGAIN = [Listing.Status.PENDING_REVIEW, Listing.Status.DRAFT]


def sent_back(listings: list[Listing]) -> dict[int, Change]:
    """{listing: the decision with its reason}, in one question for all of them."""
    moves = Change.objects.filter(listing__in=listings).filter(
        Q(proposed_at__isnull=False) | Q(fields__has_key="status")
    )
    last = {change.listing_id: change for change in moves.select_related("listing").order_by("at", "pk")}
    return {pk: change for pk, change in last.items() if _came_back(change)}


def _came_back(change: Change) -> bool:
    if change.status == Change.Status.SENT_BACK:
        return True
    return change.fields.get("status") == DRAFT_AGAIN and bool(change.reason)
