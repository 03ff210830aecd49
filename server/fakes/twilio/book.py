"""Everything the stand-in keeps: messages by SID, who wants none, and how each message goes on. In memory alone."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from fakes.twilio.account import ACCOUNT_SID, FROM, SERVICE
from fakes.twilio.errors import Refused
from fakes.twilio.segments import segments
from fakes.twilio.troubles import ENDING_WORDS, ENDINGS, GOOD_ENDING, Step, Trouble

Thing = dict[str, Any]
API_VERSION = "2010-04-01"
ENDED = frozenset({"delivered", "undelivered", "failed", "received"})
PRICE = 0.04  # of one segment


class Book:
    """`told` is called with each message to the shop. Names with _ in front are the stand-in's own."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.told: Callable[[Thing], None] = lambda event: None
        self.status_url = ""  # where states go of messages that name no StatusCallback
        self.inbound_url = ""
        self.verified: frozenset[str] | None = None  # whom a trial account may write to; None: no trial
        self.clear()

    def clear(self) -> None:
        self.messages: dict[str, Thing] = {}
        self.unsubscribed = {(Trouble.UNSUBSCRIBED, FROM)}  # who, and from which sender
        self._seen: set[str] = set()

    def is_first(self, number: str) -> bool:
        """Whether this trouble has not been asked for yet."""
        first = number not in self._seen
        self._seen.add(number)
        return first

    def one(self, sid: str, path: str) -> Thing:
        """Raises Refused for a SID that is not there."""
        found = self.messages.get(sid)
        if found is None:
            raise Refused(20404, path)
        return found

    def newest_first(self) -> list[Thing]:
        return list(reversed(self.messages.values()))

    def add(self, *, to: str, sender: str, body: str, direction: str, status: str, service: str = "") -> Thing:
        """A message with every documented property."""
        sid = f"SM{secrets.token_hex(16)}"
        uri = f"/{API_VERSION}/Accounts/{ACCOUNT_SID}/Messages/{sid}"
        at = self.clock()
        made: Thing = {
            "account_sid": ACCOUNT_SID,
            "api_version": API_VERSION,
            "body": body,
            "date_created": when(at),
            "date_sent": None,
            "date_updated": when(at),
            "direction": direction,
            "error_code": None,
            "error_message": None,
            "from": sender or None,
            "messaging_service_sid": service or None,
            "num_media": "0",
            "num_segments": str(segments(body)) if sender else "0",  # a service has not chosen its sender yet
            "price": None,
            "price_unit": "USD",
            "sid": sid,
            "status": status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": to,
            "uri": f"{uri}.json",
            "_at": at,
            "_since": time.monotonic(),
            "_steps": [],
            "_callback": "",
        }
        self.messages[sid] = made
        return made

    def sending(self, *, to: str, sender: str, body: str, service: str = "", callback: str = "") -> Thing:
        """A message that will go on as its number does."""
        status = "accepted" if service else "queued"
        made = self.add(to=to, sender=sender, body=body, direction="outbound-api", status=status, service=service)
        made["_steps"] = [*([("queued", None)] if service else []), *ENDINGS.get(to, GOOD_ENDING)]
        made["_callback"] = callback or self.status_url
        return made

    def go_on(self, message: Thing, steps: int | None = None) -> None:
        """So many of the steps before a message, or all of them."""
        count = len(message["_steps"]) if steps is None else steps
        taken, message["_steps"] = message["_steps"][:count], message["_steps"][count:]
        for step in taken:
            self.turn(message, step)

    def turn(self, message: Thing, step: Step) -> None:
        """Another status, and the word of it on its way."""
        status, code = step
        at = self.clock()
        message |= {"status": status, "date_updated": when(at), "_since": time.monotonic()}
        message |= {"error_code": code, "error_message": ENDING_WORDS.get(code) if code else None}
        if message["from"] is None:
            message |= {"from": FROM, "num_segments": str(segments(message["body"]))}
        if status == "sent":
            price = f"-{PRICE * int(message['num_segments']):.5f}"
            message |= {"date_sent": when(at), "_at": at, "price": price}
        if status in ENDED:
            message["_steps"] = []
        self.tell(message["_callback"], state(message, at))

    def tell(self, url: str, fields: Mapping[str, str]) -> None:
        if url:
            self.told({"url": url, "fields": dict(fields), "token": secrets.token_hex(16)})

    def on_their_way(self) -> list[Thing]:
        return [each for each in self.messages.values() if each["_steps"]]


def state(message: Thing, at: float) -> dict[str, str]:
    """What a status callback says."""
    found = {
        "AccountSid": message["account_sid"],
        "ApiVersion": API_VERSION,
        "From": message["from"],
        "MessageSid": message["sid"],
        "MessageStatus": message["status"],
        "SmsSid": message["sid"],
        "SmsStatus": message["status"],
        "To": message["to"],
    }
    if message["messaging_service_sid"]:
        found["MessagingServiceSid"] = SERVICE
    if message["error_code"]:
        found["ErrorCode"] = str(message["error_code"])
    if message["status"] in ("delivered", "undelivered"):
        found["RawDlrDoneDate"] = datetime.fromtimestamp(at, UTC).strftime("%y%m%d%H%M")
    return found


def when(at: float) -> str:
    """An instant by RFC 2822, as all of Twilio's are: Thu, 30 Jul 2015 20:12:31 +0000."""
    return format_datetime(datetime.fromtimestamp(int(at), UTC))
