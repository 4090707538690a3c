"""The sections of the guide that a question leads to, by the part of its address after #."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from directory.models.vocabulary import GUIDE_SLUG

SECTIONS = {
    "routes": _("Ways ketamine can be given"),
    "the-usual-course": _("The usual course"),
    "a-session": _("A session"),
    "monitoring": _("Monitoring"),
    "evidence": _("How well it works"),
    "side-effects": _("Side effects and risks"),
    "who-should-not": _("Who should not have it, or needs extra care"),
    "legal-status": _("Legal and FDA status"),
    "home-ketamine": _("Home and compounded ketamine"),
    "cost": _("Cost and insurance"),
    "getting-started": _("Getting started and choosing a provider"),
    "questions-to-ask": _("Questions to ask"),
}


def address_of(section: str) -> str:
    return f"{reverse('articles:article_detail', args=[GUIDE_SLUG])}#{section}"
