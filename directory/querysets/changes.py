"""Changes that are …"""

from django.db.models import Q, QuerySet

from directory.querysets.models import model


class ChangeQuerySet(QuerySet):
    def waiting(self):
        """For staff to decide, the oldest first."""
        return self.filter(status="waiting").order_by("proposed_at", "pk")

    def applied(self):
        return self.filter(status="applied")

    def public(self):
        """What the public log tells, newest first."""
        return self.applied().filter(is_public=True)

    def from_public(self):
        """By which a listing left the eyes of readers, or came before them."""
        shown = ["published", "temporarily_closed", "closed"]
        return self.applied().filter(Q(fields__status__0__in=shown) | Q(fields__status__1__in=shown))

    def sent_back(self):
        return self.filter(status="sent_back")

    def editable_by(self, user):
        """Of the listings that this person keeps true."""
        return self.filter(listing__in=model("Listing").objects.editable_by(user))
