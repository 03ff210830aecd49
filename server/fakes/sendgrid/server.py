"""SendGrid on this machine: `/v3/mail/send` as documented, events by signed webhooks, and `/_control/`."""

from __future__ import annotations

import base64
import binascii
import re
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any

from fakes.mailing import Mailer
from fakes.sendgrid.account import API_KEY
from fakes.sendgrid.errors import WORDS, Refused, failing
from fakes.sendgrid.webhooks import Webhooks
from fakes.serving import Answer, Asked
from fakes.telling import Thing

ADDRESS = re.compile(r"[^\s@<>\",;]+@[^\s@<>\",;]+\.[^\s@<>\",;]+")
RESERVED = frozenset(
    {
        "x-sg-id",
        "x-sg-eid",
        "received",
        "dkim-signature",
        "content-type",
        "content-transfer-encoding",
        "to",
        "from",
        "subject",
        "reply-to",
        "cc",
        "bcc",
    }
)
KINDS = (["text/plain"], ["text/html"], ["text/plain", "text/html"])
RESPONSES = {"delivered": "250 OK", "deferred": "400 try again later"}
REASONS = {"bounce": "550 5.1.1 The email account that you tried to reach does not exist", "dropped": "Bounced Address"}


class Fake(Mailer):
    """`/_control/unverified` names domains of senders that nobody has proven."""

    endings: Mapping[str, tuple[str, ...]] = {
        "bounced": ("processed", "bounce"),
        "complained": ("processed", "delivered", "spamreport"),
        "dropped": ("dropped",),
        "deferred": ("processed", "deferred"),
    }
    good = ("processed", "delivered")

    def __init__(
        self,
        port: int = 0,
        *,
        webhook_url: str = "",
        goes_on: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(port, Webhooks(webhook_url, clock), goes_on=goes_on, clock=clock)
        self.unverified: set[str] = set()

    def api(self, asked: Asked) -> Answer:
        try:
            return self._done(asked)
        except Refused as refused:
            return refused.answer()

    def trouble(self, status: int) -> Answer:
        return failing(status)

    def wish(self, verb: str, asked: Mapping[str, Any]) -> Any:
        if verb == "unverified":
            self.unverified = set(asked["domains"])
            return None
        return super().wish(verb, asked)

    def event(self, mail: Thing, kind: str, more: Mapping[str, Any]) -> Thing:
        found: Thing = {
            **mail["_custom_args"],
            "email": mail["_to"],
            "timestamp": int(self.clock()),
            "event": kind,
            "smtp-id": mail["headers"].get("Message-ID", f"<{mail['id']}@geopod-ismtpd-1>"),
            "sg_event_id": secrets.token_urlsafe(16),
            "sg_message_id": f"{mail['id']}.recvd-5f54b5d587-1-1.0",
        }
        if kind in RESPONSES:
            found["response"] = RESPONSES[kind]
        if kind in REASONS:
            found["reason"] = REASONS[kind]
        if kind == "bounce":
            found |= {"type": "bounce", "status": "5.1.1"}
        return {**found, **more}

    def _done(self, asked: Asked) -> Answer:
        if asked.headers.get("authorization") != f"Bearer {API_KEY}":
            raise Refused(401, WORDS[401])
        if asked.path != "/v3/mail/send":
            raise Refused(404, "not found")
        if asked.method != "POST":
            raise Refused(405, "method not allowed")
        try:
            body = asked.json()
        except ValueError:
            raise Refused(400, "Bad Request") from None
        mail = self._made(body)
        self.take(mail)
        return Answer(202, b"", {"X-Message-Id": mail["id"]})

    def _made(self, body: Thing) -> Thing:
        people = body.get("personalizations") or []
        if len(people) != 1 or len(people[0].get("to") or []) != 1:
            raise Refused(400, "The stand-in takes one e-mail to one person a request.", "personalizations")
        to = _address(people[0]["to"][0], "personalizations.0.to.0.email")
        sender = _address(body.get("from"), "from.email")
        if body.get("reply_to"):
            _address(body["reply_to"], "reply_to.email")
        if not body.get("subject"):
            raise Refused(400, "The subject is required.", "subject")
        for name in body.get("headers", {}):
            if name.lower() in RESERVED:
                raise Refused(400, "One of the keys you supplied is a reserved header.", "headers")
        if sender.partition("@")[2] in self.unverified:
            raise Refused(403, "The from address does not match a verified Sender Identity.", "from")
        return {
            "id": secrets.token_urlsafe(16),
            "from": body["from"],
            "to": people[0]["to"],
            "reply_to": body.get("reply_to"),
            "subject": body["subject"],
            "content": _contents(body.get("content") or []),
            "headers": body.get("headers", {}),
            "attachments": [_attachment(number, each) for number, each in enumerate(body.get("attachments", []))],
            "tracking_settings": body.get("tracking_settings", {}),
            "last_event": "accepted",
            "_to": to,
            "_custom_args": {**body.get("custom_args", {}), **people[0].get("custom_args", {})},
        }


def _address(person: Any, field: str) -> str:
    email = str((person or {}).get("email", ""))
    if not ADDRESS.fullmatch(email):
        raise Refused(400, "Does not contain a valid address.", field)
    return email


def _contents(contents: list[Thing]) -> list[Thing]:
    if not contents:
        raise Refused(400, "Unless a valid template_id is provided, the content parameter is required.", "content")
    for number, content in enumerate(contents):
        if not content.get("value"):
            words = "The content value must be a string at least one character in length."
            raise Refused(400, words, f"content.{number}.value")
    if [content.get("type") for content in contents] not in KINDS:
        raise Refused(400, "If present, text/plain and text/html may only be provided in this order.", "content")
    return contents


def _attachment(number: int, attachment: Thing) -> Thing:
    field = f"attachments.{number}"
    try:
        base64.b64decode(attachment["content"], validate=True)
    except (KeyError, binascii.Error):
        raise Refused(400, "The attachment content must be base64 encoded.", f"{field}.content") from None
    if re.search(r"[;\r\n]", attachment.get("type", "")):
        raise Refused(400, "The attachment type cannot contain ';', or CRLF characters.", f"{field}.type")
    if not attachment.get("filename"):
        raise Refused(400, "The attachment filename is required.", f"{field}.filename")
    return attachment
