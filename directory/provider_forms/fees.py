"""The fees that belong to no treatment, with their day."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.models import Listing
from directory.provider_forms.controls import control
from directory.provider_forms.part import Block, Part

FEES = ["consult_fee_usd", "integration_fee_usd"]
DAY = "fees_as_of"


@dataclass(frozen=True)
class Fees(Part):
    @property
    def covers(self):
        return {*FEES, DAY}

    def fields(self, said):
        return {
            FEES[0]: control(Listing, FEES[0], _("First consultation ($)"), _("0 if it is free.")),
            FEES[1]: control(Listing, FEES[1], _("Therapy session to work through it ($)"), _("If you offer one.")),
            DAY: control(Listing, DAY, _("These fees are of"), _("A change of a fee sets it to today.")),
        }

    def values(self, said):
        fees = {name: said.words.get(name) for name in FEES}
        return fees | {DAY: said.words.get(DAY) or timezone.localdate().isoformat()}

    def paths(self, said, values):
        fees, before = [values[name] for name in FEES], [said.words.get(name) for name in FEES]
        return dict(zip(FEES, fees, strict=True)) | {DAY: self._day(said, values[DAY], fees, before)}

    def problems(self, said, values):
        if not values[DAY] and any(values[name] is not None for name in FEES):
            return {DAY: _("Say when these fees were stated.")}
        return {}

    def blocks(self, said):
        return [Block([*FEES, DAY], legend=_("Before and after"))]

    def _day(self, said, day, fees, before):
        kept = said.words.get(DAY)
        if fees == [None, None]:
            return None if before != fees else kept
        return timezone.localdate().isoformat() if day == kept and fees != before else day
