"""Production does not start with what everybody knows or what is for tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from almanac.config import safety

SOUND: dict[str, Any] = {
    "secret": "s" * 64,
    "field_keys": ["a key of one's own"],
    "debug": False,
    "lifted": False,
    "clock_file": "",
    "public_url": "https://book.example",
    "postcodes_url": "https://api.postcodes.io",
    "addresses_url": "https://places.googleapis.com",
    "addresses_lack_key": False,
    "mail_key_missing": False,
    "texts_lack_keys": False,
    "company_urls": ["https://accounts.google.com"],
    "unfinished_companies": [],
}
SERVER = Path(__file__).resolve().parents[3]


def test_sound_settings_pass() -> None:
    safety.check(**SOUND)


@pytest.mark.parametrize(
    ("setting", "value", "named"),
    [
        ("secret", "short", "SECRET_KEY"),
        ("secret", safety.DEVELOPMENT_SECRET, "SECRET_KEY"),
        ("field_keys", [], "FIELD_KEYS"),
        ("field_keys", ["mine", safety.DEVELOPMENT_FIELD_KEY], "FIELD_KEYS"),
        ("debug", True, "DEBUG"),
        ("lifted", True, "ALMANAC_TEST_LIFT_RATE_LIMITS"),
        ("clock_file", "/var/clock", "ALMANAC_CLOCK_FILE"),
        ("public_url", "http://book.example", "PUBLIC_URL"),
        ("postcodes_url", "http://localhost:9000", "POSTCODES_IO_URL"),
        ("postcodes_url", "http://127.0.0.1:9000", "POSTCODES_IO_URL"),
        ("addresses_url", "http://127.0.0.1:9000", "GOOGLE_PLACES_URL points to a fake"),
        ("addresses_url", "http://places.example", "GOOGLE_PLACES_URL must begin with https"),
        ("addresses_lack_key", True, "GOOGLE_PLACES_KEY"),
        ("mail_key_missing", True, "RESEND_API_KEY or SENDGRID_API_KEY"),
        ("texts_lack_keys", True, "TWILIO_AUTH_TOKEN"),
        ("company_urls", ["https://accounts.google.com", "https://127.0.0.1:8027/apple"], "SIGN_IN_"),
        ("company_urls", ["http://accounts.google.com"], "SIGN_IN_"),
        ("unfinished_companies", ["Apple"], "Apple"),
    ],
)
def test_each_danger_is_refused_by_name(setting: str, value: Any, named: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=named):
        safety.check(**{**SOUND, setting: value})


def test_all_complaints_come_at_once() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY.*DEBUG.*RATE_LIMITS"):
        safety.check(**{**SOUND, "secret": "", "debug": True, "lifted": True})


@pytest.mark.parametrize("lifted", [True, False])
def test_a_real_process_with_production_settings(lifted: bool, tmp_path: Path) -> None:
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
        "ALMANAC_ENV": "production",
        "SECRET_KEY": "k" * 64,
        "FIELD_KEYS": "c29tZS1rZXktb2Ytb25lcy1vd24tMTIzNDU2Nzg5MDE=",
        "PUBLIC_URL": "https://book.example",
        "ALLOWED_HOSTS": "book.example",
        "VAR_DIR": str(tmp_path),
        "ALMANAC_TEST_LIFT_RATE_LIMITS": str(lifted).lower(),
    }
    asked = [sys.executable, "-c", "from almanac.config import settings"]
    done = subprocess.run(asked, cwd=SERVER, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode == 0, "ALMANAC_TEST_LIFT_RATE_LIMITS" in done.stderr) == (not lifted, lifted), done.stderr
