"""What each is answered: one rule for each kind of page. A rule takes who asks, for what, and whether they send it."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.psychly.authorization.cast import ANONYMOUS, AT_THE_DESK, BARE_STAFF, UNVERIFIED, Person

OPENS, GOES_ON, SIGN_IN, DESK_DOOR = "opens", "goes on", "sign in", "door of the desk"
REFUSED, NOT_THERE, WRONG_METHOD, VOID = "refused", "not there", "wrong method", "void link"
BY_STATUS = {200: OPENS, 301: GOES_ON, 302: GOES_ON, 403: REFUSED, 404: NOT_THERE, 405: WRONG_METHOD, 410: VOID}
DOORS = {"/accounts/login/": SIGN_IN, "/admin/login/": DESK_DOOR}
# A form that was sent empty is shown again, or what was asked is done.
SENT = {OPENS, GOES_ON}


@dataclass(frozen=True)
class Asked:
    """One address. `whose` is the name of the one person it is for; `what` says which of several objects it is."""

    path: str
    what: str = ""
    whose: str = ""
    exists: bool = True
    rights: dict[str, str] = field(default_factory=dict)


def answer_of(response) -> str:
    if response.status_code in (301, 302):
        return DOORS.get(urlsplit(response.url).path, GOES_ON)
    return BY_STATUS.get(response.status_code, str(response.status_code))


def page(who: Person, asked: Asked, sends: bool):
    """For everybody, to read."""
    if sends:
        return {WRONG_METHOD}
    return {OPENS} if asked.exists else {NOT_THERE}


def form(who, asked, sends):
    """For everybody, to read and to send."""
    if not asked.exists:
        return {NOT_THERE}
    return SENT if sends else {OPENS}


def link(who, asked, sends):
    """Behind a link of a letter: whoever has it."""
    return form(who, asked, sends) if asked.exists else {VOID}


def link_page(who, asked, sends):
    return {WRONG_METHOD} if sends else link(who, asked, sends)


def signed_in(who, asked, sends):
    return form(who, asked, sends) if who.is_signed_in else {SIGN_IN}


def signed_in_page(who, asked, sends):
    return page(who, asked, sends) if who.is_signed_in else {SIGN_IN}


def own(who, asked, sends):
    """Only for the one whose it is. Everybody else is answered as if it were not there, and so are staff."""
    if not who.is_signed_in:
        return {SIGN_IN}
    if who.name != asked.whose:
        return {NOT_THERE}
    return SENT if sends else {OPENS}


def own_page(who, asked, sends):
    return {WRONG_METHOD} if who.is_signed_in and sends else own(who, asked, sends)


def own_deed(who, asked, sends):
    """Only ever sent."""
    return {WRONG_METHOD} if who.is_signed_in and not sends else own(who, asked, sends)


def meant(who, asked, sends):
    """Behind a link that opens for the one it was sent to."""
    if not who.is_signed_in:
        return {SIGN_IN}
    if who.name != asked.whose:
        return {VOID}
    return SENT if sends else {OPENS}


def way_in(who, asked, sends):
    """Whoever is in already is led on, and whoever has begun is led back to where the code is asked for."""
    if who.is_signed_in:
        return {GOES_ON}
    return form(who, asked, sends) if who.name == ANONYMOUS else SENT


def way_out(who, asked, sends):
    return {GOES_ON} if sends or not who.is_signed_in else {OPENS}


def step(who, asked, sends):
    """Opens only after the step before it; whoever has not taken that is led back to the beginning."""
    return {SIGN_IN, GOES_ON}


def begun(who, asked, sends):
    """Where the code of a new account is typed: for whoever has asked for one."""
    return SENT if who.name == UNVERIFIED else step(who, asked, sends)


def account(who, asked, sends):
    """One's own account; some pages lead on where there is nothing to look at."""
    return SENT if who.is_signed_in else {SIGN_IN}


def account_page(who, asked, sends):
    return {WRONG_METHOD} if who.is_signed_in and sends else account(who, asked, sends)


def account_with_app(who, asked, sends):
    """What an authenticator app brings: here staff have one, and nobody else."""
    if who.is_signed_in and who.name not in AT_THE_DESK:
        return {NOT_THERE}
    return account(who, asked, sends)


def account_with_app_file(who, asked, sends):
    return {WRONG_METHOD} if who.name in AT_THE_DESK and sends else account_with_app(who, asked, sends)


def account_with_app_page(who, asked, sends):
    return {WRONG_METHOD} if who.is_signed_in and sends else account_with_app(who, asked, sends)


def own_key(who, asked, sends):
    """A passkey of one's own."""
    return account(who, asked, sends) if who.name == asked.whose or not who.is_signed_in else {NOT_THERE}


def shown_again(who, asked, sends):
    """Who sends no passkey there has not shown it."""
    return account(who, asked, sends) | {SIGN_IN}


# The staff desk. `asked.rights` are {person: letters}; a page of it needs one of them.


def desk(who, asked, sends):
    """For whoever is at the desk."""
    return SENT if who.name in AT_THE_DESK else {DESK_DOOR}


def desk_page(who, asked, sends):
    return {WRONG_METHOD} if who.name in AT_THE_DESK and sends else desk(who, asked, sends)


def desk_door(who, asked, sends):
    if not who.is_signed_in:
        return {SIGN_IN}
    return {GOES_ON} if who.name in AT_THE_DESK | {BARE_STAFF} else {REFUSED}


def desk_way_out(who, asked, sends):
    return {WRONG_METHOD} if who.name in AT_THE_DESK and not sends else {GOES_ON}


def desk_dead_end(who, asked, sends):
    return {NOT_THERE} if who.name in AT_THE_DESK else {DESK_DOOR}


def desk_right(letters, sending="", refusal=REFUSED, missing=(REFUSED, NOT_THERE), opens=None):
    """Opens for those with one of the letters of its model. `missing` is how those without are told of no row, and
    `opens` what those with one are told where there is nothing to do."""

    def rule(who, asked, sends):
        if who.name not in AT_THE_DESK:
            return {DESK_DOOR}
        needed = (sending or letters) if sends else letters
        if not set(needed) & set(asked.rights[who.name]):
            return {refusal} if asked.exists else set(missing)
        found = {opens} if opens else SENT
        return found if asked.exists else {GOES_ON, NOT_THERE}

    return rule


def desk_deed(rule):
    """Only ever sent, by whoever may."""
    return lambda who, asked, sends: {
        answer if sends or answer not in SENT else WRONG_METHOD for answer in rule(who, asked, sends)
    }


def read_only(rule):
    """What is asked of a page of the desk that takes nothing."""
    return lambda who, asked, sends: {WRONG_METHOD} if who.name in AT_THE_DESK and sends else rule(who, asked, sends)
