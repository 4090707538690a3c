"""Writes the letters about managers who are invited, come and go, each in the transaction of its cause."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.keeping_letters import manager_invited, news, provider_invited
from directory.models.letter import Letter

WRONG = gettext_lazy("If you did not expect this, please talk to each other, or answer this letter.")


def invitation(row, token: str) -> None:
    """The one letter that has the token."""
    path = reverse("directory:my_invitation", args=[token])
    words = provider_invited if row.kind == row.Kind.PROVIDER else manager_invited
    occasion = f"invitation/{row.pk}/{row.letters}"
    Letter.write(occasion=occasion, to=row.email, listing=row.listing, is_secret=True, **words(row, path))


def invited(row, *, is_new: bool) -> None:
    """Told to the other managers once, however often the letter is sent again."""
    if not is_new:
        return
    sentence = _("%(person)s has invited %(email)s to keep this listing with you.")
    words = {"person": row.invited_by, "email": row.email}
    _tell(
        row.listing, row.invited_by, _("Somebody was invited to your listing"), sentence % words, f"invitation/{row.pk}"
    )


def joined(row, membership) -> None:
    """Whoever invited is told too. After a hand-over they read that it is done."""
    if row.hands_over:
        sentence = _("%(person)s has accepted and keeps this listing now, in the place of %(inviter)s.")
    else:
        sentence = _("%(person)s has accepted an invitation and keeps this listing with you now.")
    words = sentence % {"person": membership.user, "inviter": row.invited_by}
    occasion = f"membership/{membership.pk}/joined"
    _tell(row.listing, membership.user, _("Somebody new keeps your listing"), words, occasion)
    if row.hands_over:
        _write(row.listing, row.invited_by, _("Your listing is handed over"), words, occasion)


def removed(membership, *, by, reason: str) -> None:
    """The one who was removed, and the others. Staff stand here as staff, and with their reason."""
    who = _("Our staff") if by.is_staff else str(by)
    words = {"who": who, "person": membership.user, "reason": reason}
    occasion = f"membership/{membership.pk}/removed"
    to_others = _("%(who)s removed %(person)s from those who keep this listing. %(reason)s") % words
    _tell(membership.listing, by, _("Somebody does not keep your listing any more"), to_others.strip(), occasion)
    to_them = (
        _("%(who)s removed you from those who keep this listing, so you can no longer change it. %(reason)s") % words
    )
    _write(membership.listing, membership.user, _("You no longer keep this listing"), to_them.strip(), occasion)


def left(membership) -> None:
    sentence = _("%(person)s does not keep this listing any more, by their own choice.") % {"person": membership.user}
    occasion = f"membership/{membership.pk}/left"
    _tell(membership.listing, membership.user, _("Somebody left your listing"), sentence, occasion)


def taken_down(listing, cause, *, by) -> None:
    """Told to the others; without an account behind it, to nobody."""
    if by is None:
        return
    sentence = _("%(person)s has taken this listing off the site. Visitors do not see it any more.") % {"person": by}
    occasion = f"listing/{cause.pk}/taken_down"
    _tell(listing, by, _("Your listing is off the site"), sentence, occasion)


def _tell(listing, doer, subject: str, sentence: str, occasion: str) -> None:
    """All managers but whoever did it."""
    for row in listing.memberships.but(doer).select_related("user"):
        _write(
            listing, row.user, subject, sentence, occasion, path=reverse("directory:my_managers", args=[listing.slug])
        )


def _write(listing, user, subject: str, sentence: str, occasion: str, path: str = "") -> None:
    words = news(listing, subject, sentence, str(WRONG), path=path, link=_("Who keeps this listing"))
    Letter.write(occasion=f"{occasion}/{user.pk}", to=user.email, listing=listing, **words)
