"""What the environment may say, and how it is refused: every mistake stops the start with a sentence."""

import difflib
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

NAMES = {
    "SITE_URL",
    "SECRET_KEY",
    "SECRET_KEY_FALLBACKS",
    "DEBUG",
    "DATABASE_URL",
    "CACHE_URL",
    "EMAIL_URL",
    "CONTACT_EMAIL",
    "CROSSREF_ENABLED",
    "DEFAULT_FROM_EMAIL",
    "FILES_DIR",
    "LOG_LEVEL",
    "PORT",
    "WEB_CONCURRENCY",
}
FLAGS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}
LEVELS = {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}
DATABASES = {"sqlite", "postgres", "postgresql"}
SHORTEST_SECRET = 50


def read_file(path: Path) -> environ.Env:
    """The environment, with the lines of `path` for what it leaves unsaid."""
    if path.exists():
        refuse_unknown_names(path)
        environ.Env.read_env(path)
    return environ.Env()


def refuse_unknown_names(path: Path) -> None:
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        name = line.split("=")[0].removeprefix("export ").strip()
        if name and not name.startswith("#") and name not in NAMES:
            near = difflib.get_close_matches(name, NAMES, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise ImproperlyConfigured(f"{path}, line {number}: there is no setting {name}.{hint}")


def flag(env: environ.Env, name: str) -> bool:
    said = env.str(name, default="").lower()
    if said not in FLAGS:
        raise ImproperlyConfigured(f"{name} must be true or false, not {said!r}.")
    return FLAGS[said]


def debug(env: environ.Env, *, strict: bool) -> bool:
    """Debug pages show settings and data: never on a site that others can reach."""
    said = flag(env, "DEBUG")
    if said and strict:
        raise ImproperlyConfigured("DEBUG must be false on an https site: its pages would show settings and data.")
    return said


def database(env: environ.Env, default: str) -> dict:
    said = env.str("DATABASE_URL", default=default)
    if urlsplit(said).scheme not in DATABASES:
        raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:// or postgres://.")
    try:
        return env.db_url_config(said)
    except ValueError as error:
        raise ImproperlyConfigured("DATABASE_URL must be like postgres://user:password@host:5432/name.") from error


def address(env: environ.Env, name: str, default: str) -> str:
    """An e-mail address."""
    said = env.str(name, default=default)
    try:
        validate_email(said)
    except ValidationError as error:
        raise ImproperlyConfigured(f"{name} must be an e-mail address, not {said!r}.") from error
    return said


def whole_number(env: environ.Env, name: str) -> None:
    """Read by the server before Django starts; checked here so that a slip is said in words."""
    said = env.str(name, default="")
    if said and not (said.isascii() and said.isdigit() and int(said) > 0):
        raise ImproperlyConfigured(f"{name} must be a whole number from 1 up, not {said!r}.")


def level(env: environ.Env, name: str) -> str:
    said = env.str(name, default="INFO").upper()
    if said not in LEVELS:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(sorted(LEVELS))}, not {said!r}.")
    return said


def site_url(env: environ.Env) -> str:
    """The site's own address, without a closing slash: http only on this machine, else https."""
    usual = f"http://127.0.0.1:{env.str('PORT', default='') or '8000'}"
    said = env.str("SITE_URL", default=usual).rstrip("/")
    parts = urlsplit(said)
    here = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    if not parts.hostname or parts.path or not (parts.scheme == "https" or (parts.scheme == "http" and here)):
        raise ImproperlyConfigured(
            f"SITE_URL must be https://… (or http://127.0.0.1… on your own machine), without a path, not {said!r}."
        )
    return said


def secret_key(env: environ.Env, *, strict: bool) -> str:
    """Required on an https site; elsewhere a fixed key will do, and `make run` writes a random one."""
    said = env.str("SECRET_KEY", default="")
    if said and len(said) < SHORTEST_SECRET:
        raise ImproperlyConfigured(f"SECRET_KEY must have at least {SHORTEST_SECRET} characters.")
    if strict and not said:
        raise ImproperlyConfigured("SECRET_KEY is missing, and a site on https needs one.")
    return said or "only-for-this-machine-" + "0" * SHORTEST_SECRET


def former_keys(env: environ.Env) -> list[str]:
    """Keys of before, the newest first, with commas between them."""
    said = [key.strip() for key in env.str("SECRET_KEY_FALLBACKS", default="").split(",") if key.strip()]
    if any(len(key) < SHORTEST_SECRET for key in said):
        raise ImproperlyConfigured(f"Each key in SECRET_KEY_FALLBACKS must have at least {SHORTEST_SECRET} characters.")
    return said
