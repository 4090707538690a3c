"""What the FDA says of a way to give ketamine for a condition; computed, so that nobody can type it in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from directory.choices import Route


class RegulatoryStatus(TextChoices):
    APPROVED = "fda_approved_for_this_use", _("FDA-approved for this use")
    OFF_LABEL = "fda_approved_drug_off_label", _("FDA-approved drug, off-label use")
    COMPOUNDED = "compounded_not_fda_approved", _("Compounded, not FDA-approved")


# The two uses on the label of esketamine nasal spray, in adults.
ESKETAMINE_USES = {"trd", "mdd_si"}
COMPOUNDED_ROUTES = {Route.INTRANASAL_COMPOUNDED, Route.ORAL_IN_CLINIC, Route.ORAL_AT_HOME}


def regulatory_status(route: str, condition: str) -> RegulatoryStatus:
    """The status of one route for one condition, both as slugs."""
    if route in COMPOUNDED_ROUTES:
        return RegulatoryStatus.COMPOUNDED
    if route == Route.INTRANASAL_ESKETAMINE and condition in ESKETAMINE_USES:
        return RegulatoryStatus.APPROVED
    return RegulatoryStatus.OFF_LABEL
