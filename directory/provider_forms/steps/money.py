"""What it costs, and how people pay."""

from django.utils.translation import gettext_lazy as _

from directory.choices import InsurerScope
from directory.provider_forms.fees import Fees
from directory.provider_forms.many import Detailed, Many
from directory.provider_forms.offered import PricesOfEachRoute
from directory.provider_forms.one import One
from directory.provider_forms.part import Words
from directory.provider_forms.step import Step

TODAY = _("If you change a price and leave the day as it is, we set it to today.")

PRICES = Step(
    "prices",
    _("What it costs"),
    _("Whole dollars, for somebody who pays without insurance. We work out the first course and show the sum."),
    [
        Fees(),
        PricesOfEachRoute(
            {
                "price_session_min_usd": Words(
                    _("One session, from ($)"), _("The figure that visitors compare first.")
                ),
                "price_session_max_usd": Words(_("One session, up to ($)"), _("Only if the price varies.")),
                "price_series_usd": Words(_("First course as a package ($)"), _("Only if you sell one.")),
                "price_maintenance_usd": Words(_("One later session ($)"), _("Only if it is another price.")),
                "prices_as_of": Words(_("These prices are of"), TODAY),
            },
            only={},
        ),
        Many(
            "includes",
            _("What does the price include?"),
            _("Only so can prices be compared."),
            rest=_("That is all it includes"),
        ),
        One(
            "price_not_disclosed",
            _("Do you keep your prices to yourselves?"),
            _("A yes is shown as such. Visitors prefer to know."),
        ),
    ],
)

PAYMENT = Step(
    "payment",
    _("How people pay"),
    _("Prepaid money is lost when a clinic closes, so visitors ask about it."),
    [
        Many(
            "payment", _("Which ways to pay do you take?"), _("Visitors filter by this."), rest=_("That is all we take")
        ),
        Detailed(
            "insurer",
            {
                InsurerScope.ESKETAMINE: _("Insurers that pay for esketamine"),
                InsurerScope.EVALUATION: _("Insurers that pay for the evaluation"),
                InsurerScope.IV_KETAMINE: _("Insurers that pay for IV ketamine"),
                "": _("Insurers, for what not said"),
            },
            _("Visitors filter by this. Name only companies whose plans cover it here."),
        ),
        One("prepayment", _("Do people pay in advance?"), _("It decides how much is at risk.")),
        One(
            "refund_policy",
            _("What happens to sessions that are paid and not used?"),
            _("People ask this before they buy a package."),
        ),
    ],
)
