"""What they offer, how a course goes, and for whom."""

from django.utils.translation import gettext_lazy as _

from directory.choices import Route
from directory.provider_forms.many import Many
from directory.provider_forms.offered import OfEachRoute, Routes
from directory.provider_forms.one import One
from directory.provider_forms.part import Words
from directory.provider_forms.step import Step

TREATMENTS = Step(
    "treatments",
    _("What you offer"),
    _("Our page says for each treatment whether it is approved for this use. You do not need to."),
    [
        Routes(_("Which treatments?"), _("Tick only what you give today. The next step asks how each one goes.")),
        One(
            "psychotherapy", _("Talk therapy with it?"), _("Visitors ask whether somebody helps them to work with it.")
        ),
        Many(
            "phase",
            _("When does talk therapy happen?"),
            _("Visitors look for preparation, and for help to work with it afterwards."),
            rest=_("That is all: at no other time"),
        ),
        One("group_option", _("Are there group sessions?"), _("Some look for it, some avoid it.")),
    ],
)

COURSES = Step(
    "courses",
    _("How a course goes"),
    _("Visitors plan days off, rides and money with these figures. What is typical is enough."),
    [
        OfEachRoute(
            {
                "rems_certified": Words(
                    _("Is this site certified in the REMS program?"),
                    _("Esketamine may only be given at a certified site, so we list it only with a yes."),
                ),
                "infusion_minutes": Words(_("Minutes of the dose"), _("Visitors compare it.")),
                "visit_minutes": Words(_("Minutes of the whole visit"), _("From the door to the door.")),
                "observation_minutes": Words(
                    _("Minutes watched afterwards"), _("After esketamine at least 120, as its label asks.")
                ),
                "protocol_kind": Words(_("How is the dose set?"), _("No doses, please.")),
                "sessions_initial_series": Words(
                    _("Sessions in a first course"), _("With the price it makes the cost of a first course.")
                ),
                "weeks_initial_series": Words(_("Over how many weeks?"), _("People plan leave from work with it.")),
                "maintenance_offered": Words(
                    _("Do you offer sessions after the first course?"),
                    _("Effects fade, and people ask what comes then."),
                ),
                "stop_rule": Words(
                    _("When do you look whether it helps?"), _("Visitors fear to pay on when nothing changes.")
                ),
                "stop_rule_sessions": Words(_("After how many sessions?"), _("A number can be relied on.")),
            },
            only={"rems_certified": Route.INTRANASAL_ESKETAMINE},
        )
    ],
)

FOR_WHOM = Step(
    "for-whom",
    _("Who it is for"),
    _("Visitors search by what they have. Name only what you treat with ketamine."),
    [
        Many("condition", _("What do you treat?"), _("At least one, before your listing can be public.")),
        One("referral_required", _("Does a patient need a referral?"), _("Some have no doctor who would write one.")),
        Many(
            "will_not_treat",
            _("Whom do you not treat?"),
            _("It saves a call that ends with a no, and visitors see that you screen."),
        ),
        One("min_age", _("Youngest age"), _("Parents search by this."), options={"inputmode": "numeric"}),
        One("max_age", _("Oldest age"), _("Leave it empty if there is no limit."), {"inputmode": "numeric"}),
        Many(
            "population", _("Whom do you know well?"), _("Only where somebody on your staff has experience with them.")
        ),
    ],
)
