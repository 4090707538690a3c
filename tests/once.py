"""Which tests are worth running on each database: those that ask one. The others give the same answer twice."""

OPENS_THE_DATABASE = {"db", "transactional_db", "live_server"}
# How a test is skipped that only PostgreSQL can pass.
ONLY_ELSEWHERE = "only on PostgreSQL"
# All of these run on SQLite alone, whatever they ask.
IN_THE_BROWSER = "tests/browser/"


def uses_the_database(item) -> bool:
    """pytest-django opens it to these alone; whoever asks for it in the middle of a test is refused."""
    marked = item.get_closest_marker("django_db") is not None
    of_django = bool(getattr(getattr(item, "cls", None), "databases", ()))
    return marked or of_django or not OPENS_THE_DATABASE.isdisjoint(item.fixturenames)


def runs_nowhere(item, reason: str) -> bool:
    """Skipped here for another database, where it is not run at all."""
    return reason.startswith(ONLY_ELSEWHERE) and item.get_closest_marker("without_database") is not None


def closing_line(reports) -> str:
    """How many of the tests that ran here have no need to run elsewhere; empty where there are none."""
    once = [each for each in reports if each.passed and "without_database" in each.keywords]
    seconds = [each.duration for each in once if not each.nodeid.startswith(IN_THE_BROWSER)]
    if not seconds:
        return ""
    return f"{len(seconds)} passed in {sum(seconds):.2f}s that ask no database: they run once, on SQLite"
