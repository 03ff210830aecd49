"""A second factor, passwords said once more, and sign-ins that really end."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession

from almanac.config.tests.allauth_doors import PASSWORD, Browser, flows
from almanac.kit import clock
from almanac.notifications.models import Device
from almanac.outbox.models import EventRow
from tests.cast import Person
from tests.message_probes import POINT, SECRET

pytestmark = pytest.mark.django_db
NORA = "nora@example.com"
TOTP = "/account/authenticators/totp"


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def with_app(browser: Browser) -> str:
    """Adds an authenticator app, and answers with its secret."""
    secret = browser.call("get", TOTP).json()["meta"]["secret"]
    answer = browser.post("/auth/reauthenticate", password=PASSWORD)
    assert answer.status_code == 200, answer.content
    answer = browser.post(TOTP, code=code_of(secret))
    assert answer.status_code == 200, answer.content
    return str(secret)


def test_an_app_needs_the_password_once_more_and_is_then_asked_for() -> None:
    nora = Browser().verified(NORA)
    secret = nora.call("get", TOTP).json()["meta"]["secret"]
    answer = nora.post(TOTP, code=code_of(secret))
    assert answer.status_code == 401
    assert "reauthenticate" in [flow["id"] for flow in answer.json()["data"]["flows"]]
    assert nora.post("/auth/reauthenticate", password="not hers").status_code == 400
    assert nora.post("/auth/reauthenticate", password=PASSWORD).status_code == 200
    assert nora.post(TOTP, code=code_of(secret)).status_code == 200

    elsewhere = Browser()
    assert flows(elsewhere.sign_in(NORA)) == ["mfa_authenticate"]
    assert elsewhere.me()["role"] == "stranger"
    assert elsewhere.post("/auth/2fa/authenticate", code="000000").status_code == 400
    codes = nora.call("get", "/account/authenticators/recovery-codes").json()["data"]["unused_codes"]
    assert elsewhere.post("/auth/2fa/authenticate", code=codes[0]).status_code == 200
    assert elsewhere.me()["email"] == NORA
    third = Browser()
    third.sign_in(NORA)
    assert third.post("/auth/2fa/authenticate", code=codes[0]).status_code == 400  # each works once


def test_secrets_are_ciphertext_in_the_database(django_capture_on_commit_callbacks: Any) -> None:
    nora = Browser().verified(NORA)
    with django_capture_on_commit_callbacks(execute=True):
        secret = with_app(nora)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    told = EventRow.objects.filter(name="people.access_changed").values_list("payload", flat=True)
    assert "app_added" in {fact["what"] for fact in told}


def test_the_picture_is_for_the_session_that_adds_an_app() -> None:
    nora = Browser().verified(NORA)
    assert nora.client.get("/_allauth/totp-picture").status_code == 404
    nora.call("get", TOTP)
    answer = nora.client.get("/_allauth/totp-picture")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/svg+xml")
    assert "no-store" in answer.headers["Cache-Control"]
    assert Browser().client.get("/_allauth/totp-picture").status_code == 404


def test_a_session_ended_elsewhere_is_over() -> None:
    nora, phone = Browser().verified(NORA), Browser()
    phone.sign_in(NORA)
    found = nora.call("get", "/auth/sessions").json()["data"]
    (other,) = [session["id"] for session in found if not session["is_current"]]
    assert phone.me()["email"] == NORA
    assert nora.call("delete", "/auth/sessions", {"sessions": [other]}).status_code == 200
    assert phone.me()["role"] == "stranger"
    assert nora.me()["email"] == NORA
    assert EventRow.objects.filter(payload__what="sessions_ended").count() == 1


def test_nobody_ends_anothers_session() -> None:
    nora, otto = Browser().verified(NORA), Browser().verified("otto.new@example.com")
    theirs = UserSession.objects.get(user__email=NORA).pk
    assert otto.call("delete", "/auth/sessions", {"sessions": [theirs]}).status_code == 400
    assert nora.me()["email"] == NORA


def test_last_seen_is_noted_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    nora = Browser().verified(NORA)
    before = UserSession.objects.get().last_seen_at
    nora.me()
    assert UserSession.objects.get().last_seen_at == before
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    nora.me()
    assert UserSession.objects.get().last_seen_at == later


class TestDevices:
    """What shows somebody's messages is no longer theirs once they have ended its sign-in."""

    @staticmethod
    def shows(browser: Browser, name: str) -> None:
        body = {
            "endpoint": f"https://web.push.apple.com/{name}",
            "keys": {"p256dh": POINT, "auth": SECRET},
            "name": name,
        }
        assert browser.client.post("/api/me/devices", body, content_type="application/json").status_code == 200

    @staticmethod
    def names(browser: Browser) -> list[str]:
        return [device["name"] for device in browser.client.get("/api/me/message-choices").json()["devices"]]

    def end_others(self, browser: Browser) -> None:
        found = browser.call("get", "/auth/sessions").json()["data"]
        others = [session["id"] for session in found if not session["is_current"]]
        assert browser.call("delete", "/auth/sessions", {"sessions": others}).status_code == 200

    def test_a_session_ended_elsewhere(self) -> None:
        nora, phone = Browser().verified(NORA), Browser()
        phone.sign_in(NORA)
        self.shows(nora, "laptop")
        self.shows(phone, "phone")
        self.end_others(nora)
        assert self.names(nora) == ["laptop"]

    def test_another_password(self) -> None:
        nora, phone = Browser().verified(NORA), Browser()
        phone.sign_in(NORA)
        self.shows(nora, "laptop")
        self.shows(phone, "phone")
        changed = nora.post("/account/password/change", current_password=PASSWORD, new_password=f"{PASSWORD} at night")
        assert changed.status_code == 200
        assert phone.me()["role"] == "stranger"
        assert self.names(nora) == ["laptop"]

    def test_after_that_by_its_new_sign_in(self) -> None:
        """Choosing a password gives the sign-in another key: the device is of any, and goes with whichever is ended."""
        nora, tablet = Browser().verified(NORA), Browser()
        self.shows(nora, "laptop")
        nora.post("/account/password/change", current_password=PASSWORD, new_password=f"{PASSWORD} at night")
        tablet.sign_in(NORA, f"{PASSWORD} at night")
        self.shows(tablet, "tablet")
        self.end_others(tablet)
        assert self.names(tablet) == ["tablet"]

    def test_of_nobody_else(self) -> None:
        nora, otto = Browser().verified(NORA), Browser().verified("otto.new@example.com")
        self.shows(otto, "phone")
        nora.post("/account/password/change", current_password=PASSWORD, new_password=f"{PASSWORD} at night")
        assert self.names(otto) == ["phone"]

    @pytest.mark.parametrize(
        ("method", "page", "status"),
        [("delete", "/_allauth/browser/v1/auth/session", 401), ("post", "/admin/logout/", 302)],
    )
    def test_signed_out_there_by_whichever_page(self, ada: Person, method: str, page: str, status: int) -> None:
        """Also where the browser could not say so itself."""
        self.shows(Browser(ada.client), "laptop")
        assert getattr(ada.client, method)(page).status_code == status
        assert not Device.objects.exists()
