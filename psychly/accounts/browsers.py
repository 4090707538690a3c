"""A browser as its owner would call it. For a list of one's own sessions, so a guess is good enough."""

from django.utils.translation import gettext as now

BROWSERS = [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome")]
BROWSERS += [("Chrome", "Chrome"), ("Safari", "Safari")]
SYSTEMS = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows")]
SYSTEMS += [("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")]


def browser_of(user_agent: str) -> str:
    """Such as “Firefox on Windows”. The first match wins: later names are in the strings of earlier ones too."""
    browser = _first(BROWSERS, user_agent)
    system = _first(SYSTEMS, user_agent)
    if browser and system:
        return now("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or now("A browser we do not know")


def _first(names: list[tuple[str, str]], user_agent: str) -> str:
    return next((name for sign, name in names if sign in user_agent), "")
