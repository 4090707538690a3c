"""The day's work: what waits for staff, how much of it, and the list where it is done."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article, Reference
from directory import claims
from directory.models import Change, Check, Claim, Letter, License, Listing, Photo, Report

# What is invented asks nobody for anything, and the lists leave it out as the numbers do.
REAL = {"is_demonstration__exact": "0"}


@dataclass(frozen=True)
class Queue:
    label: str
    count: int
    url: str
    note: str = ""


def queues(user) -> list[Queue]:
    """Those that this person may look at; what is empty is told too, because that is good news."""
    made = (
        ("articles.view_notice", _retracted),
        ("directory.view_report", _reports),
        ("directory.view_change", _changes),
        ("directory.view_claim", _claims),
        ("directory.view_listing", _reviews),
        ("directory.view_photo", _photos),
        ("directory.view_listing", _confirmations),
        ("directory.view_license", _licenses),
        ("directory.view_check", _contradictions),
        ("directory.view_check", _npi_failures),
        ("directory.view_listing", _duplicates),
        ("directory.view_letter", _letters),
        ("articles.view_notice", _reference_checks),
        ("articles.view_notice", _retraction_checks),
        ("articles.change_article", _overdue_guides),
        ("articles.change_article", _guides_in_review),
        ("articles.change_article", _guides_with_moved_claims),
    )
    return [queue() for right, queue in made if user.has_perm(right)]


def _overdue_guides() -> Queue:
    overdue = Article.objects.with_overdue_review()
    return Queue(_("Guides whose review is overdue"), overdue.count(), _guides(review="overdue"))


def _guides_in_review() -> Queue:
    waiting = Article.objects.waiting_for_review()
    return Queue(_("Guides that a clinician reads"), waiting.count(), _guides(status__exact="in_review"))


def _guides_with_moved_claims() -> Queue:
    moved = Article.objects.with_moved_claims()
    return Queue(_("Guides whose figures have changed since"), moved.count(), _guides(figures="changed"))


def _reports() -> Queue:
    waiting = Report.objects.open()
    oldest = waiting.values_list("opened_at", flat=True).first()
    return Queue(_("Error reports to decide"), waiting.count(), _list("report", queue="open"), _age(oldest))


def _changes() -> Queue:
    waiting = Change.objects.to_be_decided()
    oldest = waiting.values_list("proposed_at", flat=True).first()
    return Queue(_("Changes that providers propose"), waiting.count(), _list("change", queue="waiting"), _age(oldest))


def _claims() -> Queue:
    waiting = Claim.objects.waiting_for_staff()
    oldest = waiting.values_list("opened_at", flat=True).first()
    return Queue(_("Claims to decide"), waiting.count(), _list("claim", queue="waiting"), _age(oldest))


def _reviews() -> Queue:
    waiting = Listing.objects.real().waiting_for_review()
    oldest = waiting.values_list("sent_at", flat=True).first()
    url = _list("listing", queue="review", **REAL)
    return Queue(_("Listings that wait for review"), waiting.count(), url, _age(oldest))


def _photos() -> Queue:
    waiting = Photo.objects.waiting_for_staff()
    oldest = waiting.values_list("uploaded_at", flat=True).first()
    return Queue(_("Photos to look at"), waiting.count(), _list("photo", status__exact="waiting"), _age(oldest))


def _confirmations() -> Queue:
    due = Listing.objects.real().published().due_for_confirmation()
    without = due.unreachable().count()
    note = ngettext("%d has no e-mail address: call them", "%d have no e-mail address: call them", without) % without
    url = _list("listing", confirmed="waiting", status__exact="published", **REAL)
    return Queue(_("Confirmations due"), due.count(), url, note if without else "")


def _licenses() -> Queue:
    expiring = License.objects.real().ending_soon()
    return Queue(_("Licenses that expire within 60 days"), expiring.count(), _list("license", expires="soon"))


def _contradictions() -> Queue:
    found = Check.objects.real().current().contradicted()
    return Queue(_("Facts that were contradicted"), found.count(), _list("check", standing="contradicted"))


def _npi_failures() -> Queue:
    failed = Check.objects.real().current().failing().of_claim(claims.Claim.NPI)
    return Queue(
        _("NPIs that do not agree"),
        failed.count(),
        _list("check", standing="failing", claim__exact=claims.Claim.NPI.value),
    )


def _duplicates() -> Queue:
    alike = Listing.objects.real().likely_duplicates()
    return Queue(_("Listings that look alike"), alike.count(), _list("listing", alike="yes", **REAL))


def _letters() -> Queue:
    return Queue(_("Letters given up"), Letter.objects.given_up().count(), _list("letter", state="given_up"))


def _retracted() -> Queue:
    retracted = Reference.objects.retracted().cited_by_guides()
    url = _list("reference", app="articles", retraction="retracted")
    return Queue(_("Sources of guides that were retracted"), retracted.count(), url)


def _reference_checks() -> Queue:
    due = Reference.objects.due_for_check()
    return Queue(_("References to check"), due.count(), _list("reference", app="articles", checked="due"))


def _retraction_checks() -> Queue:
    due = Reference.objects.due_for_retraction_check()
    label = _("References to look for among retracted papers")
    return Queue(label, due.count(), _list("reference", app="articles", retraction="due"))


def _age(oldest) -> str:
    if oldest is None:
        return ""
    days = (timezone.now() - oldest).days
    if not days:
        return _("the oldest came within a day")
    return ngettext("the oldest waits for %d day", "the oldest waits for %d days", days) % days


def _list(model: str, *, app: str = "directory", **filters: str) -> str:
    return reverse(f"admin:{app}_{model}_changelist") + "?" + urlencode(filters)


def _guides(**filters: str) -> str:
    return _list("article", app="articles", **filters)
