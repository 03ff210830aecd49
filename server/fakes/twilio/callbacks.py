"""What Twilio posts to the shop: forms, signed with the account's token over the address they go to and what they say."""

from __future__ import annotations

import base64
import hashlib
import hmac
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode, urlsplit

from fakes.telling import Telling, Thing
from fakes.twilio.account import AUTH_TOKEN

PAUSES = (0.2,)  # one more try, as documented, and only where no connection came about
SECONDS = 15


def signature(url: str, fields: Mapping[str, str], token: str = AUTH_TOKEN) -> str:
    """The header `X-Twilio-Signature`."""
    said = url + "".join(f"{name}{fields[name]}" for name in sorted(fields))
    return base64.b64encode(hmac.new(token.encode(), said.encode(), hashlib.sha1).digest()).decode()


class Callbacks(Telling):
    """What begins with `:` is no header but where the message goes: a test that hands it over needs to know."""

    def __init__(self, *, delivers: bool, pauses: Sequence[float] = PAUSES) -> None:
        super().__init__("each message's own" if delivers else "", pauses)

    def message(self, events: Sequence[Thing]) -> tuple[bytes, dict[str, str]]:
        (event,) = events
        url = event["url"].partition("#")[0]
        parts = urlsplit(url)
        return urlencode(event["fields"]).encode(), {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "TwilioProxy/1.1",
            "I-Twilio-Idempotency-Token": event["token"],
            "X-Twilio-Signature": signature(url, event["fields"]),
            ":path": f"{parts.path}?{parts.query}" if parts.query else parts.path,
            ":url": url,
        }

    def _post(self, body: bytes, headers: dict[str, str]) -> bool:
        own = {name: value for name, value in headers.items() if not name.startswith(":")}
        return self.sent(headers[":url"], body, own)

    def sent(self, address: str, body: bytes, headers: dict[str, str]) -> bool:
        """Whether it is over: an answer, whichever it is, is not asked for again."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        request = urllib.request.Request(address, data=body, headers=headers, method="POST")  # noqa: S310
        try:
            with opener.open(request, timeout=SECONDS):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
