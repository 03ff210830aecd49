"""What production refuses to start with: keys known to everybody, test settings, fakes, addresses without HTTPS."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

DEVELOPMENT_SECRET = "development-only-" + "x" * 40
DEVELOPMENT_FIELD_KEY = "ZGV2ZWxvcG1lbnQtb25seS1rZXktZG8tbm90LXVzZSE="
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def one_of(setting: str, chosen: str, choices: tuple[str, ...]) -> str:
    """What was chosen, where it is one of these. Raises ImproperlyConfigured: a slip is found at the start, not at night."""
    if chosen not in choices:
        named = ", ".join(choice or "empty" for choice in choices)
        raise ImproperlyConfigured(f"{setting} is {chosen}; it must be one of: {named}")
    return chosen


def check(
    *,
    secret: str,
    field_keys: list[str],
    debug: bool,
    lifted: bool,
    clock_file: str,
    public_url: str,
    postcodes_url: str,
    addresses_url: str,
    addresses_lack_key: bool,
    mail_key_missing: bool,
    texts_lack_keys: bool,
    company_urls: list[str],
    unfinished_companies: list[str],
) -> None:
    """Raise ImproperlyConfigured with every complaint at once."""
    complaints = [
        words
        for wrong, words in (
            (
                len(secret) < 50 or secret == DEVELOPMENT_SECRET,
                "SECRET_KEY must be set to at least 50 random characters",
            ),
            (not field_keys or DEVELOPMENT_FIELD_KEY in field_keys, "FIELD_KEYS must hold a key of your own"),
            (debug, "DEBUG must be off"),
            (lifted, "ALMANAC_TEST_LIFT_RATE_LIMITS is for tests only"),
            (bool(clock_file), "ALMANAC_CLOCK_FILE is for tests only"),
            (not public_url.startswith("https://"), "PUBLIC_URL must begin with https://"),
            (urlsplit(postcodes_url).hostname in LOOPBACK, "POSTCODES_IO_URL points to a fake on this machine"),
            (urlsplit(addresses_url).hostname in LOOPBACK, "GOOGLE_PLACES_URL points to a fake on this machine"),
            (not addresses_url.startswith("https://"), "GOOGLE_PLACES_URL must begin with https://"),
            (addresses_lack_key, "ADDRESS_PROVIDER is google_places, which needs GOOGLE_PLACES_KEY"),
            (
                mail_key_missing,
                "EMAIL_PROVIDER names a company whose key is missing: RESEND_API_KEY or SENDGRID_API_KEY",
            ),
            (
                texts_lack_keys,
                "SMS_PROVIDER is twilio, which needs TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM",
            ),
            (
                any(not _is_real(url) for url in company_urls),
                "SIGN_IN_…_URL must begin with https:// and point to no fake on this machine",
            ),
            (bool(unfinished_companies), f"keys are missing to sign in with {' and '.join(unfinished_companies)}"),
        )
        if wrong
    ]
    if complaints:
        raise ImproperlyConfigured("; ".join(complaints))


def _is_real(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" and parts.hostname not in LOOPBACK
