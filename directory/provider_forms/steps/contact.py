"""Who they are, where, how people reach them, and whether they have room."""

from django.utils.translation import gettext_lazy as _

from directory.provider_forms.many import Many
from directory.provider_forms.one import One, YesOrNo
from directory.provider_forms.step import Step
from directory.provider_forms.week import Week

NAME = Step(
    "name",
    _("Who you are"),
    _("The name that patients know, and what kind of place it is."),
    [
        One("name", _("Name of the practice"), _("As it stands on your door and your web site."), {"required": True}),
        One("practice_kind", _("What kind of practice is it?"), _("Visitors search by this."), {"required": True}),
        One(
            "partner_clinics",
            _("Clinics you work with"),
            _("Only for a therapist who does not prescribe: where is the medicine given?"),
        ),
        One("legal_name", _("Legal name, if it is another"), _("It stands on bills; visitors compare it.")),
        One("opened_year", _("Open since (year)"), _("Visitors ask how long you have done this.")),
        One(
            "npi",
            _("NPI of the practice"),
            _("Ten digits. It is public anyway, and lets us check you against the registry file."),
            {"inputmode": "numeric"},
        ),
    ],
)

PLACE = Step(
    "place",
    _("Where you are"),
    _("People plan the way there and back, often with somebody to drive them."),
    [
        YesOrNo(
            "by_video_only",
            _("Where do you see people?"),
            _("Who sees people by video only is listed without a street."),
            true=_("By video only"),
            false=_("At an address"),
        ),
        One("street", _("Street and number"), _("Where the door is."), options={"autocomplete": "address-line1"}),
        One(
            "unit",
            _("Suite or floor"),
            _("So that nobody stands before the wrong door."),
            options={"autocomplete": "address-line2"},
        ),
        One(
            "city",
            _("City"),
            _("Visitors look for a place near their own."),
            {"required": True, "autocomplete": "address-level2"},
        ),
        One("state", _("State"), _("Visitors look in their state, and a license holds in one."), {"required": True}),
        One("zip5", _("ZIP code"), _("Five digits."), {"required": True, "inputmode": "numeric"}),
        One(
            "address_is_treatment_site",
            _("Are people treated at this address?"),
            _("Not public: we list no billing addresses, because they send patients to the wrong door."),
        ),
        One("telehealth", _("What do you do by video?"), _("It decides how often somebody has to travel.")),
        Many("serves", _("States where you see people by video"), _("You need an active license in each of them.")),
        One("parking", _("Parking"), _("Where, and whether it costs anything.")),
        One("transit_note", _("By bus or train"), _("Nobody may drive home after a session.")),
    ],
)

CONTACT = Step(
    "contact",
    _("How people reach you"),
    _("Visitors call or write to you directly. Nothing goes through us."),
    [
        One("phone", _("Phone"), _("The number that patients call. Public."), {"autocomplete": "tel"}),
        One(
            "phone_answered_by",
            _("Who answers it?"),
            _("Visitors want to know whether they speak to the clinic or to a call center."),
        ),
        One(
            "email", _("E-mail"), _("Public. Leave it empty if you would rather be called."), {"autocomplete": "email"}
        ),
        One(
            "website",
            _("Web site"),
            _("Visitors read more about you there. It begins with https://"),
            {"autocomplete": "url"},
        ),
        One("booking_url", _("Page to book on"), _("If there is one.")),
    ],
)

NEW_PATIENTS = Step(
    "new-patients",
    _("Whether you have room"),
    _("The first thing visitors ask, and the first to change."),
    [
        One("accepting", _("Do you take new patients now?"), _("Visitors filter by this first.")),
        One(
            "next_new_patient",
            _("When could a new patient come first?"),
            _("We show the day on which you said so."),
            dated="next_new_patient_on",
        ),
    ],
    at_once=_("both answers"),
)

HOURS = Step(
    "hours",
    _("When you are open"),
    _("Leave a day empty when you are closed."),
    [Week()],
    at_once=_("the hours"),
    waits=_("a note beside them"),
)
