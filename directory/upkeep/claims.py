"""Goes on with claims that wait for nothing but a day: the old contact was silent, or nobody ever proved it."""

from django.core.exceptions import ValidationError

from directory.models import Claim


def settle_claims() -> int:
    """Grants what nobody has objected to; the number of them. A transfer still needs its two members of staff."""
    return sum(_is_settled(claim) for claim in Claim.objects.unobjected().select_related("listing", "user"))


def expire_claims() -> int:
    """Ends what nobody has proved within its time; the number of them."""
    return sum(_is_expired(claim) for claim in Claim.objects.unproved_for_long().select_related("listing", "user"))


def _is_settled(claim) -> bool:
    try:
        return claim.settle()
    except ValidationError:  # decided at this very moment
        return False


def _is_expired(claim) -> bool:
    try:
        claim.expire()
    except ValidationError:  # decided or proved at this very moment
        return False
    return True
