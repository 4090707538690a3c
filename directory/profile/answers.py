"""The words with which each heading of a listing's page answers its question, before any table."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory import choices, wording
from directory.choices import Accepting, Answer, MonitorPresence, NextNewPatient, Role
from directory.confirmations import confirmation_of
from directory.prices import fee, session_price
from directory.profile.amounts import Amounts
from directory.profile.courses import course_price
from directory.profile.people import people
from directory.profile.rows import terms_stated
from directory.regulation import RegulatoryStatus, regulatory_status


def sentences(*parts: str) -> str:
    return " ".join(filter(None, parts))


def is_it_right(listing) -> str:
    conditions = [wording.mid_sentence(term.label) for term in terms_stated(listing, "condition")]
    if not conditions:
        return _("They have not said which conditions they treat.")
    ages = wording.ages(listing.min_age, listing.max_age)
    sentence = _("They treat %(conditions)s, in people aged %(ages)s.") if ages else _("They treat %(conditions)s.")
    return sentence % {"conditions": wording.first_few(conditions), "ages": ages}


def what_they_offer(listing) -> str:
    offerings = list(listing.offerings.all())
    if not offerings and not listing.needs_prescriber:
        return _("They give therapy around ketamine treatment; another clinic gives the medicine.")
    if not offerings:
        return _("They have not said which treatments they offer.")
    routes = wording.in_a_row(wording.treatment(offering.route) for offering in offerings)
    return sentences(_("They offer %(routes)s.") % {"routes": routes}, approval(listing))


def approval(listing) -> str:
    """What the FDA has said of all they offer; empty where they do not say what for."""
    offerings = listing.offerings.all()
    conditions = [term.slug for term in terms_stated(listing, "condition")]
    statuses = frozenset(regulatory_status(offering.route, slug) for offering in offerings for slug in conditions)
    return APPROVALS[statuses]()


_APPROVED, _OFF_LABEL, _COMPOUNDED = RegulatoryStatus
# What the FDA has said of all that is offered, by the statuses that occur in it.
APPROVALS: dict[frozenset, Callable[[], str]] = {
    frozenset(): str,
    frozenset([_APPROVED]): lambda: _("The FDA has approved it for what they treat."),
    frozenset([_OFF_LABEL]): lambda: _("This use is off-label: the FDA has approved the drug, but not for this."),
    frozenset([_COMPOUNDED]): lambda: _("The FDA has not approved it: a pharmacy mixes it."),
    frozenset([_APPROVED, _OFF_LABEL]): lambda: _(
        "The FDA has approved some of this; the rest is off-label, a use that the FDA has not approved."
    ),
    frozenset([_APPROVED, _COMPOUNDED]): lambda: _(
        "The FDA has approved some of this; the rest is mixed by a pharmacy and not approved."
    ),
    frozenset([_OFF_LABEL, _COMPOUNDED]): lambda: _(
        "The FDA has not approved these uses: some are off-label, some are mixed by a pharmacy."
    ),
    frozenset(RegulatoryStatus): lambda: _(
        "The FDA has approved some of this; some is off-label, and some is mixed by a pharmacy."
    ),
}
assert len(APPROVALS) == 2 ** len(RegulatoryStatus), "a mix of statuses has no sentence"


def who_is_in_the_room(listing) -> str:
    if listing.monitor_presence == MonitorPresence.NONE:
        return _("They say that nobody watches over you during the session.")
    stated = listing.monitor_presence != MonitorPresence.NOT_STATED
    where = wording.mid_sentence(listing.get_monitor_presence_display()) if stated else ""
    if listing.session_monitor_role == Role.NOT_STATED:
        not_said = _("They have not said who monitors the session, only from where: %(where)s.")
        return not_said % {"where": where} if where else _("They have not said who monitors the session.")
    who = _("%(who)s monitors the session: %(where)s.") if where else _("%(who)s monitors the session.")
    return who % {"who": wording.one(listing.get_session_monitor_role_display()), "where": where}


def what_it_costs(listing) -> str:
    stated = Amounts(listing).stated
    if not stated and listing.price_not_disclosed == Answer.YES:
        return _("They say that they do not publish their prices.")
    if not stated:
        return _("They have not stated their prices.")
    return _first_course(listing) or _one_session(listing) or _fees(listing) or _old_prices(stated)


def _first_course(listing) -> str:
    courses = map(course_price, listing.offerings.all())
    current = [course for course in courses if course.total and not course.total.is_old]
    return _course(current) if current else ""


def _course(courses: list) -> str:
    lowest, highest = min(course.lowest for course in courses), max(course.highest for course in courses)
    day = min(course.total.stated_on for course in courses)
    if len(courses) > 1:
        words = _("A first course costs %(total)s, depending on the treatment, by prices stated on %(day)s.")
    else:
        words = _("A first course costs %(total)s, by prices stated on %(day)s.")
    sentence = words % {"total": wording.dollar_range(lowest, highest), "day": wording.a_date(day)}
    return sentences(sentence, courses[0].consultation)


def _one_session(listing) -> str:
    current = [offering for offering in listing.offerings.all() if not offering.prices_are_old]
    price = session_price(current)
    if not price:
        return ""
    if any(offering.first_course_cost for offering in current):
        words = _("One session costs %(price)s; part of what a first course costs was stated more than 180 days ago.")
    else:
        words = _("One session costs %(price)s; they have not stated enough to add up a first course.")
    return words % {"price": price.words}


def _fees(listing) -> str:
    """The fees that are current, where that is all there is to say."""
    consult, therapy = fee(listing, "consult_fee_usd"), fee(listing, "integration_fee_usd")
    if any(_states_a_price(offering) for offering in listing.offerings.all()):
        return ""
    if consult and not consult.is_old:
        words = _("The first consultation costs %(price)s; they have not stated what a treatment costs.")
        if consult.words == _("free"):
            words = _("The first consultation is %(price)s; they have not stated what a treatment costs.")
        return words % {"price": consult.words}
    if therapy and not therapy.is_old:
        return _("They have stated the fee for a therapy session, and no price of a treatment.")
    return ""


def _states_a_price(offering) -> bool:
    return offering.prices_as_of is not None


def _old_prices(stated: list) -> str:
    if all(price.is_old for price in stated):
        return _("The prices they stated are more than 180 days old, so ask before you plan with them.")
    return _("Some of the prices they stated are more than 180 days old or do not add up to a first course.")


def what_happens(listing) -> str:
    return sentences(_visit(listing), _way_home(listing), _driving(listing))


def _visit(listing) -> str:
    times = [offering.visit_minutes for offering in listing.offerings.all() if offering.visit_minutes]
    if not times:
        return _("They have not said how long a visit takes.")
    shortest, longest = wording.minutes(min(times)), wording.minutes(max(times))
    if shortest == longest:
        return _("Plan %(time)s for a visit.") % {"time": longest}
    return _("Plan %(shortest)s to %(longest)s for a visit, depending on the treatment.") % {
        "shortest": shortest,
        "longest": longest,
    }


def _way_home(listing) -> str:
    rules = {term.slug for term in terms_stated(listing, "escort")}
    for rule, sentence in WAYS_HOME.items():
        if rule in rules:
            return str(sentence())
    return _("They have not said how you must get home.")


# The strictest rule first: it holds whatever else is allowed.
WAYS_HOME: dict[str, Callable[[], str]] = {
    "adult_must_stay": lambda: _("An adult must stay during the session and take you home."),
    "adult_must_take_home": lambda: _("An adult must take you home."),
    "ride_service_allowed": lambda: _("You may go home by ride service."),
    "public_transport_allowed": lambda: _("You may go home by bus or train."),
}


def _driving(listing) -> str:
    if listing.driving_rule == choices.DrivingRule.NOT_STATED:
        return ""
    return _("Driving: %(rule)s.") % {"rule": wording.mid_sentence(listing.get_driving_rule_display())}


def can_i_get_in(listing) -> str:
    return sentences(ACCEPTING[listing.accepting](), _first_visit(listing))


ACCEPTING: dict[str, Callable[[], str]] = {
    Accepting.NEW: lambda: _("They are accepting new patients."),
    Accepting.NONE: lambda: _("They are not accepting patients now."),
    Accepting.EXISTING_ONLY: lambda: _("They see only people who are already their patients."),
    Accepting.EXISTING_AND_FAMILY: lambda: _("They see only their patients and the families of their patients."),
    Accepting.WAITLIST: lambda: _("New patients join a waiting list."),
    Accepting.NOT_STATED: lambda: _("They have not said whether they accept new patients."),
}
assert set(ACCEPTING) == set(Accepting)


def _first_visit(listing) -> str:
    takes_new = listing.accepting in {Accepting.NEW, Accepting.WAITLIST}
    if not takes_new or listing.next_new_patient == NextNewPatient.NOT_STATED:
        return ""
    when = wording.mid_sentence(listing.get_next_new_patient_display())
    return _("A first visit is possible %(when)s.") % {"when": when}


def who_was_checked(listing) -> str:
    return sentences(_people(people(listing)), confirmation_of(listing).sentence + ".")


def _people(shown: list) -> str:
    licenses = sum(len(person.licenses) for person in shown)
    if not shown:
        return _("They have not named who works here.")
    named = ngettext("%(n)s person is named here", "%(n)s people are named here", len(shown)) % {"n": len(shown)}
    looked_up = ngettext(
        "%(people)s, and our staff looked up %(n)s license at its state board.",
        "%(people)s, and our staff looked up %(n)s licenses at their state boards.",
        licenses,
    )
    return looked_up % {"people": named, "n": licenses} if licenses else named + "."
