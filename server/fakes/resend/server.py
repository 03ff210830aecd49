"""Resend on this machine: its API for e-mails as documented, events by signed webhooks, and `/_control/`."""

from __future__ import annotations

import base64
import binascii
import re
import secrets
import time
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from fakes.mailing import Mailer
from fakes.resend.account import API_KEY
from fakes.resend.errors import Refused, failing
from fakes.resend.idempotency import Keys
from fakes.resend.webhooks import Webhooks
from fakes.serving import Answer, Asked, as_json
from fakes.telling import Thing
from fakes.ticking import stamp

ADDRESS = r"[^\s@<>\",;]+@[^\s@<>\",;]+\.[^\s@<>\",;]+"
NAMED = re.compile(rf"(?:(?P<name>[^<>\",;=]*)<(?P<inner>{ADDRESS})>|(?P<bare>{ADDRESS}))")
WORDS = (
    "Invalid `{field}` field. The email address needs to follow the `email@example.com` or"
    " `Name <email@example.com>` format."
)
TAG = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Fake(Mailer):
    """`/_control/` also knows domains that are not verified, the quota of the day, and keys that are worked on."""

    endings: Mapping[str, tuple[str, ...]] = {
        "bounced": ("email.sent", "email.bounced"),
        "complained": ("email.sent", "email.delivered", "email.complained"),
        "suppressed": ("email.suppressed",),
        "failed": ("email.failed",),
        "delayed": ("email.sent", "email.delivery_delayed"),
    }
    good = ("email.sent", "email.delivered")

    def __init__(
        self,
        port: int = 0,
        *,
        webhook_url: str = "",
        goes_on: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(port, Webhooks(webhook_url, clock), goes_on=goes_on, clock=clock)
        self.keys = Keys(clock)
        self.unverified: set[str] = set()
        self.quota: int | None = None

    def api(self, asked: Asked) -> Answer:
        try:
            return self._done(asked)
        except Refused as refused:
            return refused.answer()

    def trouble(self, status: int) -> Answer:
        return failing(status)

    def wish(self, verb: str, asked: Mapping[str, Any]) -> Any:
        match verb:
            case "unverified":
                self.unverified = set(asked["domains"])
            case "quota":  # so many more e-mails; null for no end
                self.quota = None if asked["left"] is None else int(asked["left"])
            case "working":
                self.keys.working = set(asked["keys"])
            case _:
                return super().wish(verb, asked)
        return None

    def event(self, mail: Thing, kind: str, more: Mapping[str, Any]) -> Thing:
        data = {
            "created_at": mail["created_at"],
            "email_id": mail["id"],
            "from": mail["from"],
            "to": mail["to"],
            "subject": mail["subject"],
            "tags": mail["_tags"],
        }
        if kind in ("email.bounced", "email.suppressed"):
            reason = "Suppressed" if kind == "email.suppressed" else "General"
            words = "The recipient's email provider sent a hard bounce message."
            data["bounce"] = {"type": "Permanent", "subType": reason, "message": words}
        if kind == "email.failed":
            data["failed"] = {"reason": "reached_daily_quota"}
        moment = stamp(self.clock(), milliseconds=True)
        return {"type": kind, "created_at": moment, "data": {**data, **more}, "_id": f"msg_{secrets.token_hex(12)}"}

    def _done(self, asked: Asked) -> Answer:
        authorized = asked.headers.get("authorization", "")
        if not authorized:
            raise Refused("missing_api_key", "Missing API key in the authorization header.")
        if authorized != f"Bearer {API_KEY}":
            raise Refused("invalid_api_key", "API key is invalid.")
        if asked.path == "/emails" and asked.method == "POST":
            return as_json(200, {"id": self._sent(asked)})
        found = [mail for mail in self.mails if asked.path == f"/emails/{mail['id']}"]
        if not found or asked.method != "GET":
            raise Refused("not_found", "The requested endpoint does not exist.")
        return as_json(200, {"object": "email", **found[0]})

    def _sent(self, asked: Asked) -> str:
        """The id of the e-mail, of the first one where the request is a repeat. Raises Refused."""
        try:
            body = asked.json()
        except ValueError:
            raise Refused("validation_error", "The request body is no JSON.", 400) from None
        key = asked.headers.get("idempotency-key", "")
        if key and (found := self.keys.found(key, body)):
            return found
        mail = self._made(body)
        if self.quota is not None:
            if not self.quota:
                raise Refused("daily_quota_exceeded", "You have reached your daily email sending quota.")
            self.quota -= 1
        self.take(mail)
        if key:
            self.keys.keep(key, body, mail["id"])
        return str(mail["id"])

    def _made(self, body: Thing) -> Thing:
        for field in ("from", "to", "subject"):
            if not body.get(field):
                raise Refused("missing_required_field", f"Missing `{field}` field.")
        if not body.get("html") and not body.get("text"):
            raise Refused("missing_required_field", "Missing `html` or `text` field.")
        sender = _address("from", body["from"])
        to, reply_to = (_list(body.get(field)) for field in ("to", "reply_to"))
        addresses = [_address("to", each) for each in to]
        for each in reply_to:
            _address("reply_to", each)
        domain = sender.partition("@")[2]
        if domain in self.unverified:
            words = (
                f"The {domain} domain is not verified. Please, add and verify your domain on https://resend.com/domains"
            )
            raise Refused("validation_error", words, 403)
        return {
            "id": str(uuid.uuid4()),
            "created_at": stamp(self.clock(), milliseconds=True),
            "from": body["from"],
            "to": to,
            "reply_to": reply_to,
            "subject": body["subject"],
            "html": body.get("html"),
            "text": body.get("text"),
            "last_event": "queued",
            "_to": addresses[0],
            "_headers": body.get("headers", {}),
            "_tags": _tags(body.get("tags", [])),
            "_attachments": [_attachment(each) for each in body.get("attachments", [])],
        }


def _list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def _address(field: str, value: str) -> str:
    """The bare address. A name in quotes, or encoded by RFC 2047, is refused, as the company does. Raises Refused."""
    found = NAMED.fullmatch(value.strip())
    if found is None:
        raise Refused("validation_error", WORDS.format(field=field))
    return found["inner"] or found["bare"]


def _tags(tags: list[Thing]) -> dict[str, str]:
    for tag in tags:
        if not TAG.fullmatch(str(tag.get("name"))) or not TAG.fullmatch(str(tag.get("value"))):
            words = "Tags should only contain ASCII letters, numbers, underscores, or dashes."
            raise Refused("validation_error", words)
    return {tag["name"]: tag["value"] for tag in tags}


def _attachment(attachment: Thing) -> Thing:
    try:
        base64.b64decode(attachment["content"], validate=True)
    except (KeyError, binascii.Error):
        raise Refused("invalid_attachment", "Attachment must have either a `content` or `path`.") from None
    return {name: attachment.get(name) for name in ("filename", "content", "content_type")}
