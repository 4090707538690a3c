"""Every deployment choice is one environment variable; .env.example lists them."""

from pathlib import Path
from urllib.parse import urlsplit

from psychly import environment
from psychly.accounts.choices import CODE_LASTS_SECONDS, FORMS, SECOND_FACTOR_FORMS

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)

env = environment.read_file(VAR_DIR / "env")

# What kind of site this is
SITE_URL = environment.site_url(env)
STRICT = SITE_URL.startswith("https://")
DEBUG = environment.debug(env, strict=STRICT)
SECRET_KEY = environment.secret_key(env, strict=STRICT)
# What was signed or hidden with an earlier key is still read; nothing new is made with it.
SECRET_KEY_FALLBACKS = environment.former_keys(env)
SITE_HOST = urlsplit(SITE_URL).hostname
ALLOWED_HOSTS = [SITE_HOST] if STRICT else ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CONTACT_EMAIL = environment.address(env, "CONTACT_EMAIL", f"hello@{SITE_HOST if STRICT else 'psychly.example'}")
for _number in ("PORT", "WEB_CONCURRENCY"):
    environment.whole_number(env, _number)

INSTALLED_APPS = [
    "psychly.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_filters",
    "phonenumber_field",
    # Before allauth, so that our pages and words come first.
    "psychly",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "articles",
    "directory",
]

MIDDLEWARE = [
    "psychly.middleware.RequestIdMiddleware",
    "psychly.middleware.SecurityHeadersMiddleware",
    "psychly.middleware.ThreeMethodsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "psychly.accounts.sessions.SessionLimitsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "psychly.middleware.AccountPagesMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "psychly.urls"
WSGI_APPLICATION = "psychly.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "psychly.context.site",
            ],
        },
    },
]

# Where data lives
DATABASES = {"default": environment.database(env, f"sqlite:///{VAR_DIR / 'psychly.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # To open the file, set it up and close it again takes as long as to make a quarter of a page.
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    # Only together do these keep "database is locked" away: writers wait their turn from the first statement on.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    # A database that hangs must not hang its readers.
    DATABASES["default"]["OPTIONS"] = {
        "pool": {"min_size": 1, "max_size": 4, "timeout": 5},
        "connect_timeout": 2,
        "options": "-c statement_timeout=10000 -c lock_timeout=5000",
    }
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Shared by all workers: what is counted here must be counted once, and not be thrown away to make room, as Django
    # would beyond 300 entries.
    "default": env.cache_url("CACHE_URL", default="dbcache://cache?max_entries=200000"),
    # Pages for everybody, packed: twelve megabytes in each process, and never more than a hundred.
    "pages": env.cache_url("CACHE_URL", default="locmemcache://pages?max_entries=1000"),
}

# Who signs in
AUTH_USER_MODEL = "psychly.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "directory:mine"
LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# The longest that there is: psychly/accounts/sessions.py.
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "psychly.views.csrf_failure"
# Messages ride in the session, so that a reader who is not signed in gets no cookie for them.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Accounts: an address proved by a code is an account. A password is a choice, and no other site signs anybody in.
ACCOUNT_ADAPTER = "psychly.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_FORMS = FORMS
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
# A letter may take a while; a code can be tried three times, whatever its age.
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = CODE_LASTS_SECONDS
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = CODE_LASTS_SECONDS
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = CODE_LASTS_SECONDS
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# No session ends with the browser; psychly/accounts/sessions.py says how long each lasts.
ACCOUNT_SESSION_REMEMBER = True
# Tries are counted for each account and each source, which is a stand-in for an address (psychly/accounts/source.py).
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,10/15m/key",
    "request_login_code": "20/m/ip,3/15m/key",
    "reset_password": "20/m/ip,3/15m/key",
    "signup": "20/m/ip",
    "confirm_email": "1/10s/key",
}
ALLAUTH_RATE_LIMIT_IPV6_PREFIX = 128
MFA_ADAPTER = "psychly.accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = SECOND_FACTOR_FORMS
# Browsers give passkeys to http://localhost too, and to no other plain address.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not STRICT

if STRICT:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
# `no-referrer` would take the Origin header from form posts too, and with it their protection.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# Letters
EMAIL_CONFIG = env.email_url("EMAIL_URL", default=f"filemail:///{VAR_DIR / 'mail'}")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"Psychly <{CONTACT_EMAIL}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# References
# Whether a DOI that staff bring is looked up; nothing else of the site ever asks another machine.
CROSSREF_ENABLED = environment.flag(env, "CROSSREF_ENABLED")
CROSSREF_URL = "https://api.crossref.org"

# Files
# Photos as they were uploaded, and those that are shown: on several web machines a folder that all of them reach.
FILES_DIR = Path(env.str("FILES_DIR", default=str(VAR_DIR)))
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Read by the site alone; what nobody has approved yet is here.
    "uploads": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": FILES_DIR / "uploads",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    # Served to everybody.
    "photos": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": FILES_DIR / "media" / "photos",
            "base_url": "/media/photos/",
            "file_permissions_mode": 0o644,
            "directory_permissions_mode": 0o755,
        },
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_URL = "/media/"
MEDIA_ROOT = FILES_DIR / "media"
FILE_UPLOAD_HANDLERS = [
    "directory.uploading.StopAtTheLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Language, place and time
LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", "English")]
USE_TZ = True
TIME_ZONE = "America/New_York"
FORMAT_MODULE_PATH = ["psychly.formats"]
PHONENUMBER_DEFAULT_REGION = "US"
PHONENUMBER_DEFAULT_FORMAT = "NATIONAL"

# Logs: one JSON object a line, and nothing in it that a visitor typed
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "psychly.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": environment.level(env, "LOG_LEVEL")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": False},
        "django.db.backends": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
