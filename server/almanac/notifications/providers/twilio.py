"""Twilio: texts over its REST API, version 2010-04-01 (twilio.com/docs/messaging/api/message-resource)."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from django.conf import settings

from almanac.kit import http
from almanac.notifications.providers.base import PermanentFailure, Report, Sms, TemporaryFailure

OURS_TO_MEND = frozenset({20003, 20404, 20429, 21212, 21606, 21660})  # keys, our number, too many at once
GONE_WRONG = frozenset({"undelivered", "failed", "canceled"})
CLOCKS_DIFFER = timedelta(minutes=2)
LOOKED_AT = 50  # of the latest to one number


def report_url(reference: str) -> str:
    """Where Twilio says what became of a text."""
    return f"{settings.PUBLIC_URL}/api/text-messages/{reference}/report"


class TwilioProvider:
    name = "twilio"

    def send(self, sms: Sms) -> str:
        """One request. Twilio knows no key that makes a repeat harmless, so a repeat is looked for first."""
        with self._client() as client:
            if sms.is_repeat and (found := self._accepted(client, sms)):
                return found
            sender = settings.TWILIO_FROM
            body = {
                "To": sms.to,
                "Body": sms.text,
                "StatusCallback": report_url(sms.reference),
                ("MessagingServiceSid" if sender.startswith("MG") else "From"): sender,
            }
            answer = self._asked(client, "POST", "/Messages.json", data=body)
        return str(answer["sid"])

    def read_report(self, *, url: str, form: Mapping[str, str], signature: str) -> Report | None:
        """HMAC-SHA1 over the address and the sorted fields (twilio.com/docs/usage/security)."""
        signed = url + "".join(name + form[name] for name in sorted(form))
        ours = hmac.new(settings.TWILIO_AUTH_TOKEN.encode(), signed.encode(), hashlib.sha1).digest()
        if not settings.TWILIO_AUTH_TOKEN or not hmac.compare_digest(base64.b64encode(ours), signature.encode()):
            return None
        status, code = form.get("MessageStatus", ""), form.get("ErrorCode", "")
        failure = f"Twilio {code}".strip() if status in GONE_WRONG else ""
        return Report(form.get("MessageSid", ""), status in ("delivered", "read"), failure)

    def _client(self) -> httpx.Client:
        client = http.client(f"{settings.TWILIO_URL}/2010-04-01/Accounts/{settings.TWILIO_ACCOUNT_SID}")
        client.auth = httpx.BasicAuth(settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN)
        return client

    def _accepted(self, client: httpx.Client, sms: Sms) -> str:
        answer = self._asked(client, "GET", "/Messages.json", params={"To": sms.to, "PageSize": LOOKED_AT})
        for row in answer.get("messages", []):
            at = parsedate_to_datetime(row["date_created"])
            is_this = sms.text in str(row.get("body", ""))  # a trial account writes a word of its own before it
            if is_this and row.get("status") not in GONE_WRONG and at >= sms.written_at - CLOCKS_DIFFER:
                return str(row["sid"])
        return ""

    def _asked(self, client: httpx.Client, method: str, path: str, **more: Any) -> dict[str, Any]:
        try:
            answer = client.request(method, path, **more)
            found = answer.json()
        except httpx.HTTPError as error:
            raise TemporaryFailure(type(error).__name__) from error
        except ValueError as error:
            raise TemporaryFailure(f"Twilio {answer.status_code}, no JSON") from error
        if answer.is_success and isinstance(found, dict):
            return found
        code = found.get("code", 0) if isinstance(found, dict) else 0
        words = f"Twilio {code or answer.status_code}"
        if answer.status_code in (400, 404) and code not in OURS_TO_MEND:
            raise PermanentFailure(words)
        raise TemporaryFailure(words)
