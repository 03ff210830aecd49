"""SendGrid: e-mail over its API, version 3 (twilio.com/docs/sendgrid/api-reference/mail-send), reports by its event webhook."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parseaddr
from typing import Any

import httpx
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key
from django.conf import settings

from almanac.kit import http
from almanac.notifications.providers.base import Email, PermanentFailure, Report, TemporaryFailure

FAILURES = {"bounce": "bounced", "dropped": "dropped", "spamreport": "complained"}
FINAL = {"delivered", *FAILURES}
SIGNATURE = "x-twilio-email-event-webhook-signature"
TIMESTAMP = "x-twilio-email-event-webhook-timestamp"


class SendgridProvider:
    name = "sendgrid"

    def send(self, email: Email) -> str:
        """One request. SendGrid knows no key that makes a repeat harmless: where an answer was lost, a second e-mail goes out
        under the same Message-ID, as by SMTP."""
        headers = {"Authorization": f"Bearer {settings.SENDGRID_API_KEY}"}
        try:
            with http.client(settings.SENDGRID_URL) as client:
                answer = client.post("/v3/mail/send", json=_body(email), headers=headers)
        except httpx.HTTPError as error:
            raise TemporaryFailure(type(error).__name__) from error
        if answer.is_success:
            return str(answer.headers.get("X-Message-Id", ""))[:200]
        field = _field(answer)
        words = f"SendGrid {answer.status_code} {field}".strip()
        if answer.status_code == 413 or (answer.status_code == 400 and not field.startswith("from")):
            raise PermanentFailure(words)
        raise TemporaryFailure(words)  # our key, our sender's address, our quota; or theirs

    def read_reports(self, *, body: bytes, headers: Mapping[str, str], now: datetime) -> list[Report] | None:
        """Many events a message, signed with their private key (twilio.com/docs/sendgrid/for-developers/tracking-events). An
        old one is not refused: they name no age, and one that is heard twice changes nothing."""
        if not _is_signed(body, headers):
            return None
        try:
            events = json.loads(body)
        except ValueError:
            return []
        found = [each for each in events if isinstance(each, dict)] if isinstance(events, list) else []
        return [_report(each) for each in found if str(each.get("event")) in FINAL]


def _body(email: Email) -> dict[str, Any]:
    texts = (("text/plain", email.text), ("text/html", email.html))
    body: dict[str, Any] = {
        "personalizations": [{"to": [{"email": email.to_address}]}],
        "from": {"email": parseaddr(settings.DEFAULT_FROM_EMAIL)[1], "name": email.from_name},
        "subject": email.subject,
        "content": [{"type": kind, "value": text} for kind, text in texts if text],  # they refuse an empty one
        "headers": {"Message-ID": email.message_id, "Auto-Submitted": "auto-generated"},
        "custom_args": {"delivery": email.reference},
        "tracking_settings": {  # links in letters hold keys
            "click_tracking": {"enable": False, "enable_text": False},
            "open_tracking": {"enable": False},
            "subscription_tracking": {"enable": False},
            "ganalytics": {"enable": False},
        },
    }
    if email.reply_to:
        body["reply_to"] = {"email": email.reply_to}
    if email.calendar:
        attachment = {
            "content": base64.b64encode(email.calendar.encode()).decode("ascii"),
            "filename": "booking.ics",
            "type": "text/calendar",  # they refuse parameters; the method stands in the calendar itself
            "disposition": "attachment",
        }
        body["attachments"] = [attachment]
    return body


def _field(answer: httpx.Response) -> str:
    """The field that was wrong, as in `personalizations.0.to.0.email`; empty where they name none."""
    try:
        field = str(answer.json()["errors"][0].get("field") or "")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        return ""
    return field if re.fullmatch(r"[a-z0-9_.]{1,60}", field) else ""


def _report(event: Mapping[str, Any]) -> Report:
    kind = event["event"]
    failure = "blocked" if kind == "bounce" and event.get("type") == "blocked" else FAILURES.get(kind, "")
    provider_id = str(event.get("sg_message_id") or "").partition(".")[0]
    return Report(provider_id, kind == "delivered", failure, str(event.get("delivery") or ""))


def _is_signed(body: bytes, headers: Mapping[str, str]) -> bool:
    try:
        key = load_der_public_key(base64.b64decode(settings.SENDGRID_WEBHOOK_KEY, validate=True))
        signature = base64.b64decode(headers.get(SIGNATURE, ""), validate=True)
    except (ValueError, UnsupportedAlgorithm):
        return False
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return False
    try:
        key.verify(signature, headers.get(TIMESTAMP, "").encode() + body, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True
