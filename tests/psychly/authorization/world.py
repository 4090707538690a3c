"""What is asked for: two practices that have the same of everything, one of each provider, and what is not there.

All that only some may read carries the name of the provider whose it is, so that it can be found where it must not be.
"""

from allauth.mfa.models import Authenticator
from django.utils import timezone

from articles.models import EvidenceClaim, GlossaryEntry
from directory.models import Check, Claim, ManagerInvitation, Membership, Report
from tests.directory.models.claiming import make_claimable
from tests.directory.models.inviting import token_in_letter
from tests.factories.accounts import make_user
from tests.factories.articles import make_edition, make_reference, make_review
from tests.factories.directory import make_draft, make_manager, make_photo
from tests.psychly.authorization.cast import OTHER, OWNER, cast
from tests.sample import load_places, load_terms

MARK = "secret-of-{}"
MISSING = 999_999
GUIDE = "## On the day\n\n- [ ] Loose clothes[@doe]\n"


class Practice:
    """All that one provider has."""

    def __init__(self, whose):
        self.whose, self.mark = whose, MARK.format(whose)
        self.user = make_user(f"{whose}@example.com", name=whose.title())
        self.listing = make_claimable(name=f"Practice of {whose}", slug=f"practice-of-{whose}")
        Membership.objects.create(listing=self.listing, user=self.user)
        self.colleague = self.membership_of(make_manager(email=f"{self.mark}-colleague@example.com"))
        self.draft = make_draft(name=f"{self.mark} draft", slug=f"draft-of-{whose}")
        Membership.objects.create(listing=self.draft, user=self.user)
        self.shown = make_photo(self.listing, by=self.user)
        self.photo = make_photo(self.listing, "waiting", by=self.user, alt=f"{self.mark} room with a chair.")
        self.invitation = self.invite(f"{self.mark}-invited@example.com")
        self.change = self.listing.propose({"parking": f"{self.mark} yard"}, by=self.user)
        self.report = Report.objects.create(listing=self.listing, about="price", text=f"{self.mark} price")
        self.key = Authenticator.objects.create(
            user=self.user, type=Authenticator.Type.WEBAUTHN, data={"name": f"{self.mark} key"}
        )

    def membership_of(self, user):
        return Membership.objects.create(listing=self.listing, user=user)

    def invite(self, email):
        return ManagerInvitation.invite(self.listing, email, by=self.user)


class World:
    def __init__(self):
        load_terms()
        load_places()
        self.edition = make_edition(text=GUIDE, references=[make_reference("doe")])
        self.review = make_review()
        EvidenceClaim.objects.create(key="depression-24-hours", subject="Depression", sentence="Symptoms eased.")
        GlossaryEntry.objects.create(word="placebo", slug="placebo", explanation="A look-alike without a drug in it.")
        # One that a guide cites cannot be deleted by anybody.
        self.uncited = make_reference("uncited")
        self.practices = {OWNER: Practice(OWNER), OTHER: Practice(OTHER)}
        self.people = cast(*(practice.user for practice in self.practices.values()))
        self.tokens, self.claims = {}, {}
        self.look_at(self.practices[OWNER])
        for whose, host in ((OWNER, OTHER), (OTHER, OWNER)):
            self.meet(self.practices[whose], self.practices[host])

    def look_at(self, practice):
        checked = {"method": Check.Method.PHONE_CALL, "result": Check.Result.CONFIRMED, "by": None}
        Check.record(practice.listing, Check.Claim.PRICE, evidence=f"{practice.mark} evidence", **checked)

    def meet(self, guest, host):
        """The one asks to keep the other's listing, and is invited to."""
        host.invite(guest.user.email)
        self.tokens[guest.whose] = token_in_letter(guest.user.email)
        claim = Claim.open(host.listing, guest.user, way="other", address="", note=f"{guest.mark} note")
        Claim.objects.filter(pk=claim.pk).update(approved_at=timezone.now(), told_at=timezone.now())
        self.claims[guest.whose] = Claim.objects.get(pk=claim.pk)

    def row_of(self, model):
        """One that the desk may be asked for: of what both have, the first provider's."""
        mine = self.practices[OWNER]
        own = {"photo": mine.photo, "change": mine.change, "report": mine.report, "listing": mine.listing}
        own["reference"] = self.uncited
        return own.get(model._meta.model_name) or model._default_manager.order_by("pk").first()
