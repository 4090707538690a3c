"""What a first course costs in all: the consultation and every session, or the package in their place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Course:
    """All amounts in US dollars. `consult_usd` is None where the fee is not stated, and is then not in the totals."""

    consult_usd: int | None
    sessions: int | None
    session_usd: tuple[int, int] | None
    series_usd: int | None
    minimum_usd: int
    maximum_usd: int

    @property
    def is_package(self) -> bool:
        return self.series_usd is not None


def course_cost(*, consult_usd, session_usd, sessions, series_usd) -> Course | None:
    """None unless the sessions can be added up: a package price, or a price and a number of sessions."""
    if series_usd is not None:
        low = high = series_usd
    elif session_usd and sessions:
        low, high = (price * sessions for price in session_usd)
    else:
        return None
    fee = consult_usd or 0
    return Course(consult_usd, sessions, session_usd, series_usd, fee + low, fee + high)
