"""Resend: e-mail over its REST API (resend.com/docs/api-reference/emails/send-email), reports by its webhooks."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parseaddr
from typing import Any, NoReturn

import httpx
from django.conf import settings

from almanac.kit import http
from almanac.kit.clock import epoch
from almanac.notifications.providers.base import Email, PermanentFailure, Report, TemporaryFailure

# Of this very e-mail; all else is ours to mend, or theirs. A key that was used with other content before says that an e-mail went
# out under it: whoever looks at what failed decides whether to send it again, under another key.
FOR_GOOD = frozenset(
    {
        "validation_error",
        "invalid_to_address",
        "invalid_attachment",
        "missing_required_field",
        "invalid_idempotent_request",
    }
)
FAILURES = {
    "email.bounced": "bounced",
    "email.complained": "complained",
    "email.failed": "failed",
    "email.suppressed": "suppressed",
}
CLOCKS_DIFFER = 300  # seconds; each repeat of a webhook is signed anew
UNQUOTED = re.compile(r'[\x00-\x1f"\\,:;<>()\[\]@]+')


class ResendProvider:
    name = "resend"

    def send(self, email: Email) -> str:
        """One request; its key makes one e-mail of all that are made within a day. Message-ID is no header that they let one set
        (their carrier puts its own in its place); clicks and openings are followed only where the domain says so."""
        body: dict[str, Any] = {
            "from": _sender(email.from_name),
            "to": [email.to_address],
            "subject": email.subject,
            "text": email.text,
            "html": email.html,
            "headers": {"Auto-Submitted": "auto-generated", "X-Entity-Ref-ID": email.reference},
            "tags": [{"name": "delivery", "value": email.reference}],
        }
        if email.reply_to:
            body["reply_to"] = [email.reply_to]
        if email.calendar:
            body["attachments"] = [
                {
                    "filename": "booking.ics",
                    "content": base64.b64encode(email.calendar.encode()).decode("ascii"),
                    "content_type": f"text/calendar; method={email.calendar_method}; charset=utf-8",
                }
            ]
        headers = {"Authorization": f"Bearer {settings.RESEND_API_KEY}", "Idempotency-Key": email.reference}
        try:
            with http.client(settings.RESEND_URL) as client:
                answer = client.post("/emails", json=body, headers=headers)
            found = answer.json()
        except httpx.HTTPError as error:
            raise TemporaryFailure(type(error).__name__) from error
        except ValueError as error:
            raise TemporaryFailure(f"Resend {answer.status_code}, no JSON") from error
        if not isinstance(found, dict):
            raise TemporaryFailure(f"Resend {answer.status_code}, no object")
        if answer.is_success:
            return str(found.get("id", ""))
        _refused(answer.status_code, found)

    def read_reports(self, *, body: bytes, headers: Mapping[str, str], now: datetime) -> list[Report] | None:
        """One event a message, signed by Svix's rule (docs.svix.com/receiving/verifying-payloads/how-manual)."""
        if not _is_signed(body, headers, now):
            return None
        try:
            event = json.loads(body)
            kind, data = event["type"], event["data"]
            tags = data.get("tags") or {}
            reference = tags.get("delivery", "") if isinstance(tags, dict) else ""
            return [Report(str(data["email_id"]), kind == "email.delivered", FAILURES.get(kind, ""), str(reference))]
        except (ValueError, KeyError, TypeError, AttributeError):
            return []  # an event of another kind, which is not about an e-mail


def _refused(status: int, found: Mapping[str, Any]) -> NoReturn:
    name = str(found.get("name", ""))
    words = f"Resend {name}" if re.fullmatch(r"[a-z_]{1,60}", name) else f"Resend {status}"
    # They call it the same where the sender's domain is not verified (403), or its name cannot be read.
    is_ours = status in (401, 403) or "`from`" in str(found.get("message", ""))
    if name in FOR_GOOD and not is_ours:
        raise PermanentFailure(words)
    raise TemporaryFailure(words)


def _sender(name: str) -> str:
    """The sender as they read it: they refuse a name in quotes or encoded (RFC 5322, 2047), so nothing in it needs that."""
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    plain = " ".join(UNQUOTED.sub(" ", name).split())
    return f"{plain} <{address}>" if plain else address


def _is_signed(body: bytes, headers: Mapping[str, str], now: datetime) -> bool:
    at, given = headers.get("svix-timestamp", ""), headers.get("svix-signature", "")
    try:
        secret = base64.b64decode(settings.RESEND_WEBHOOK_SECRET.removeprefix("whsec_"), validate=True)
        age = abs(epoch(now) - int(at))
    except (ValueError, binascii.Error):
        return False
    if not secret or age > CLOCKS_DIFFER:
        return False
    signed = f"{headers.get('svix-id', '')}.{at}.".encode() + body
    ours = b"v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest())
    return any(hmac.compare_digest(ours, each.encode()) for each in given.split(" "))
