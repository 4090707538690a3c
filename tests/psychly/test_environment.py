import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from psychly import environment


@pytest.fixture
def env(monkeypatch):
    for name in environment.NAMES:
        monkeypatch.delenv(name, raising=False)
    return environ.Env()


@pytest.mark.parametrize(("said", "meant"), [("true", True), ("1", True), ("No", False), ("", False)])
def test_a_flag_is_true_or_false(env, monkeypatch, said, meant):
    monkeypatch.setenv("DEBUG", said)
    assert environment.flag(env, "DEBUG") is meant


def test_a_mistyped_flag_stops_the_start(env, monkeypatch):
    monkeypatch.setenv("DEBUG", "ture")
    with pytest.raises(ImproperlyConfigured, match="DEBUG must be true or false, not 'ture'"):
        environment.flag(env, "DEBUG")


@pytest.mark.parametrize("said", ["https://psychly.example", "https://psychly.example/", "http://127.0.0.1:8001"])
def test_a_site_has_an_address(env, monkeypatch, said):
    monkeypatch.setenv("SITE_URL", said)
    assert environment.site_url(env) == said.rstrip("/")


@pytest.mark.parametrize("said", ["http://psychly.example", "psychly.example", "https://psychly.example/a", "ftp://a"])
def test_an_address_that_is_not_safe_stops_the_start(env, monkeypatch, said):
    monkeypatch.setenv("SITE_URL", said)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must be https"):
        environment.site_url(env)


def test_an_https_site_needs_a_secret(env):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is missing"):
        environment.secret_key(env, strict=True)
    assert environment.secret_key(env, strict=False)


def test_a_short_secret_is_refused_everywhere(env, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "short")
    with pytest.raises(ImproperlyConfigured, match="at least 50"):
        environment.secret_key(env, strict=False)


def test_an_unknown_level_is_refused(env, monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "loud")
    with pytest.raises(ImproperlyConfigured, match="LOG_LEVEL must be one of"):
        environment.level(env, "LOG_LEVEL")


def test_a_setting_that_does_not_exist_is_named_with_its_line(tmp_path):
    file = tmp_path / "env"
    file.write_text("# a note\nSECRET_KEY=x\nDATABSE_URL=sqlite:///x\n")
    with pytest.raises(ImproperlyConfigured, match=r"line 3: there is no setting DATABSE_URL\. Did you mean DATABASE"):
        environment.read_file(file)


def test_debug_pages_never_go_to_the_internet(env, monkeypatch):
    monkeypatch.setenv("DEBUG", "true")
    assert environment.debug(env, strict=False)
    with pytest.raises(ImproperlyConfigured, match="DEBUG must be false"):
        environment.debug(env, strict=True)


@pytest.mark.parametrize("said", ["", "mysql://a/b", "postgres://u:p@host:port/name"])
def test_a_database_that_is_none_is_refused(env, monkeypatch, said):
    monkeypatch.setenv("DATABASE_URL", said)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must"):
        environment.database(env, "sqlite:///x")


def test_a_database_has_a_default(env):
    assert environment.database(env, "sqlite:///x")["ENGINE"].endswith("sqlite3")


@pytest.mark.parametrize("said", ["abc", "0", "-1", "2.5"])
def test_a_port_is_a_number(env, monkeypatch, said):
    monkeypatch.setenv("PORT", said)
    with pytest.raises(ImproperlyConfigured, match="PORT must be a whole number"):
        environment.whole_number(env, "PORT")


def test_a_contact_is_an_address(env, monkeypatch):
    assert environment.address(env, "CONTACT_EMAIL", "a@example.com") == "a@example.com"
    monkeypatch.setenv("CONTACT_EMAIL", "nobody")
    with pytest.raises(ImproperlyConfigured, match="CONTACT_EMAIL must be an e-mail address"):
        environment.address(env, "CONTACT_EMAIL", "a@example.com")


def test_keys_of_before_are_as_long_as_the_key_of_now(env, monkeypatch):
    assert environment.former_keys(env) == []
    monkeypatch.setenv("SECRET_KEY_FALLBACKS", f"{'a' * 50}, {'b' * 50},")
    assert environment.former_keys(env) == ["a" * 50, "b" * 50]
    monkeypatch.setenv("SECRET_KEY_FALLBACKS", "short")
    with pytest.raises(ImproperlyConfigured, match="at least 50"):
        environment.former_keys(env)
