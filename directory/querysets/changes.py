"""Changes that are …"""

from datetime import datetime

from django.db.models import Q, QuerySet

from directory.querysets.models import model


class ChangeQuerySet(QuerySet):
    def waiting(self):
        """The oldest first."""
        return self.filter(status="waiting").order_by("proposed_at", "pk")

    def to_be_decided(self):
        """By staff. What belongs to a draft is not ready: its provider has yet to send it."""
        return self.waiting().exclude(listing__status="draft")

    def applied(self):
        return self.filter(status="applied")

    def public(self):
        """What the public log tells, newest first."""
        return self.applied().filter(is_public=True)

    def from_public(self):
        """By which a listing left the eyes of readers, or came before them."""
        shown = ["published", "temporarily_closed", "closed"]
        return self.applied().filter(Q(fields__status__0__in=shown) | Q(fields__status__1__in=shown))

    def suspending(self):
        """By which our staff took a listing off the site."""
        return self.applied().filter(fields__status__1="suspended")

    def sending(self):
        """By which a provider sent a listing to our staff."""
        return self.applied().filter(fields__status__1="pending_review")

    def since(self, moment: datetime | None):
        """After this moment; all of them where there is none."""
        return self.filter(at__gt=moment) if moment else self.all()

    def by_provider(self):
        return self.filter(actor="provider")

    def sent_back(self):
        return self.filter(status="sent_back")

    def turned_down(self, before: datetime):
        """Sent back or withdrawn before this moment."""
        return self.filter(status__in=["sent_back", "withdrawn"], at__lt=before)

    def editable_by(self, user):
        """Of the listings that this person keeps true."""
        return self.filter(listing__in=model("Listing").objects.editable_by(user))
