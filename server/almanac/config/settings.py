"""Settings: embedded by default (SQLite and files under var/), production by environment variables alone."""

from __future__ import annotations

import os
from pathlib import Path

import django_stubs_ext
import environ

from almanac.config import databases, safety, storages
from almanac.config.companies import keys

django_stubs_ext.monkeypatch()  # lets classes such as ModelAdmin name their model in brackets

REPOSITORY = Path(__file__).resolve().parents[3]
env = environ.Env()  # type: ignore[no-untyped-call]
if os.environ.get("ALMANAC_ENV", "development") != "test":
    environ.Env.read_env(REPOSITORY / ".env")

ENVIRONMENT = env.str("ALMANAC_ENV", "development")  # development | test | production
PRODUCTION = ENVIRONMENT == "production"
DEBUG = env.bool("DEBUG", False)
VAR_DIR = Path(env.str("VAR_DIR", str(REPOSITORY / "var")))

SECRET_KEY = env.str("SECRET_KEY", "" if PRODUCTION else safety.DEVELOPMENT_SECRET)
FIELD_KEYS = env.list("FIELD_KEYS", default=[] if PRODUCTION else [safety.DEVELOPMENT_FIELD_KEY])  # newest first
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUCTION else ["localhost", "127.0.0.1", "testserver"])
PUBLIC_URL = env.str("PUBLIC_URL", "http://localhost:3000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
HOLDS_PER_QUARTER_HOUR = env.int("HOLDS_PER_QUARTER_HOUR", 60)  # times that one client address may have kept for it

# Only tests set these two; safety.check refuses them in production.
RATE_LIMITS_LIFTED = env.bool("ALMANAC_TEST_LIFT_RATE_LIMITS", False)
CLOCK_FILE = env.str("ALMANAC_CLOCK_FILE", "")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "ninja",  # its API docs from our own origin, not from a CDN
    "almanac.outbox",
    "almanac.files",
    "almanac.business",
    "almanac.people",
    "almanac.places",
    "almanac.catalog",
    "almanac.scheduling",
    "almanac.ledger",
    "almanac.sales",
    "almanac.payments",
    "almanac.invoices",
    "almanac.customers",
    "almanac.booking",
    "almanac.notifications",
    "almanac.config",
]

MIDDLEWARE = [
    "almanac.config.middleware.RequestReference",
    "almanac.config.middleware.BodySize",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "almanac.config.middleware.CurrentActor",
    "almanac.config.sign_ins.LastSeen",
    "almanac.config.middleware.RefusedMethods",
]

ROOT_URLCONF = "almanac.config.urls"
WSGI_APPLICATION = "almanac.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = databases.configured(env, VAR_DIR)
DATABASE_ROUTERS = ["almanac.config.databases.EphemeralRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", "")
CACHE_IN_DATABASE = not REDIS_URL
CACHES = databases.caches(REDIS_URL)
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC_URL.startswith("https://")
CSRF_COOKIE_SAMESITE = "Lax"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["almanac.config.passwords.PasswordHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "almanac.config.sign_up.SignUpForm"
ACCOUNT_ADAPTER = "almanac.config.account_adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"  # else a sign-up would have to say that an e-mail is known
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True  # one address, replaced when the new one is proven
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that signed up; elsewhere people sign in
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = False if RATE_LIMITS_LIFTED else {}
PASSWORD_RESET_TIMEOUT = 2 * 60 * 60
MFA_ADAPTER = "almanac.config.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # customers cannot sign in before; the team was let in by an administrator
MFA_TOTP_TOLERANCE = 1  # a code of half a minute ago: old telephones' clocks are a little late
MFA_RATE_LIMITS: dict[str, str] | bool = False if RATE_LIMITS_LIFTED else {}
USERSESSIONS_ADAPTER = "almanac.config.sign_ins.SignInsAdapter"
USERSESSIONS_TRACK_ACTIVITY = True  # told by sign_ins.LastSeen; allauth's own middleware writes with each request
SOCIALACCOUNT_ADAPTER = "almanac.config.companies.adapter.CompanyAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"provider_class": keys.PROVIDER, "APPS": keys.configured(env)}}
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{PUBLIC_URL}/verify/{{key}}/",
    "account_reset_password": f"{PUBLIC_URL}/reset/",
    "account_reset_password_from_key": f"{PUBLIC_URL}/reset/{{key}}/",
    "account_signup": f"{PUBLIC_URL}/signup/",
}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en", "English"), ("uk", "Українська"), ("es", "Español"), ("fr", "Français"), ("de", "Deutsch")]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = storages.configured(env.str("FILES_URL", ""), VAR_DIR)
WHITENOISE_USE_FINDERS = not PRODUCTION

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://127.0.0.1:8025")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10
EMAIL_PROVIDER = env.str("EMAIL_PROVIDER", "smtp")  # smtp | resend | sendgrid
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Almanac <bookings@almanac.example>")
RESEND_URL = "https://api.resend.com" if PRODUCTION else env.str("RESEND_STAND_IN_URL", "https://api.resend.com")
RESEND_API_KEY = env.str("RESEND_API_KEY", "")
RESEND_WEBHOOK_SECRET = env.str("RESEND_WEBHOOK_SECRET", "")
SENDGRID_URL = (
    "https://api.sendgrid.com" if PRODUCTION else env.str("SENDGRID_STAND_IN_URL", "https://api.sendgrid.com")
)
SENDGRID_API_KEY = env.str("SENDGRID_API_KEY", "")
SENDGRID_WEBHOOK_KEY = env.str("SENDGRID_WEBHOOK_KEY", "")  # the public one, by which its reports are known

SMS_PROVIDER = safety.one_of("SMS_PROVIDER", env.str("SMS_PROVIDER", ""), ("", "twilio"))  # empty: no texts go out
TWILIO_URL = "https://api.twilio.com" if PRODUCTION else env.str("TWILIO_STAND_IN_URL", "https://api.twilio.com")
TWILIO_ACCOUNT_SID = env.str("TWILIO_ACCOUNT_SID", "")
TWILIO_AUTH_TOKEN = env.str("TWILIO_AUTH_TOKEN", "")
TWILIO_FROM = env.str("TWILIO_FROM", "")  # a number in E.164, a sender's name, or a messaging service (MG...)
# The push services of browsers, by the ends of their hosts' names: a browser names its own, and nothing else is ever called.
PUSH_SERVICES = env.list(
    "PUSH_SERVICES",
    default=["fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com"],
)
PUSH_STAND_IN_URL = "" if PRODUCTION else env.str("PUSH_STAND_IN_URL", "")

POSTCODE_PROVIDER = env.str("POSTCODE_PROVIDER", "directory")  # directory | postcodes_io
POSTCODES_IO_URL = env.str("POSTCODES_IO_URL", "https://api.postcodes.io")
GOOGLE_PLACES_KEY = env.str("GOOGLE_PLACES_KEY", "")
GOOGLE_PLACES_URL = env.str("GOOGLE_PLACES_URL", "https://places.googleapis.com")
ADDRESS_PROVIDER = env.str("ADDRESS_PROVIDER", "google_places" if GOOGLE_PLACES_KEY else "directory")
# Stand-ins for companies that take money: sample data sets our accounts there up. Production talks to none.
STAND_IN_URLS = {
    "stripe": "" if PRODUCTION else env.str("STRIPE_STAND_IN_URL", ""),
    "paypal": "" if PRODUCTION else env.str("PAYPAL_STAND_IN_URL", ""),
    "mollie": "" if PRODUCTION else env.str("MOLLIE_STAND_IN_URL", ""),
    "gocardless": "" if PRODUCTION else env.str("GOCARDLESS_STAND_IN_URL", ""),
}
SAMPLE_PAYMENTS = env.str("SAMPLE_PAYMENTS", "on")  # on | off
TASK_DISPATCHER = env.str("TASK_DISPATCHER", "local")  # local | celery
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", REDIS_URL)

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "object-src": ["'none'"],
    }
}
USE_X_FORWARDED_HOST = True
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 0)  # how many proxies of ours stand before the API and set X-Forwarded-For
ALLAUTH_TRUSTED_PROXY_COUNT = (
    TRUSTED_PROXIES  # else all people behind our proxy would share its count of failed sign-ins
)
if PRODUCTION:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^api/health/"]
    SECURE_HSTS_SECONDS = 31_536_000
    safety.check(
        secret=SECRET_KEY,
        field_keys=FIELD_KEYS,
        debug=DEBUG,
        lifted=RATE_LIMITS_LIFTED,
        clock_file=CLOCK_FILE,
        public_url=PUBLIC_URL,
        postcodes_url=POSTCODES_IO_URL,
        addresses_url=GOOGLE_PLACES_URL,
        addresses_lack_key=ADDRESS_PROVIDER == "google_places" and not GOOGLE_PLACES_KEY,
        mail_key_missing={"resend": not RESEND_API_KEY, "sendgrid": not SENDGRID_API_KEY}.get(EMAIL_PROVIDER, False),
        texts_lack_keys=SMS_PROVIDER == "twilio" and not (TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN and TWILIO_FROM),
        company_urls=keys.addresses(env),
        unfinished_companies=keys.unfinished(env),
    )

LOGGING_CONFIG = "almanac.config.logs.configure"
LOGGING = {"json": PRODUCTION, "level": env.str("LOG_LEVEL", "INFO")}
