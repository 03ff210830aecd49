"""Events on their way to the shop: signed, repeated until they are taken, and every trouble a network makes of them."""

from __future__ import annotations

import hashlib
import hmac
import json
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Condition, Event, Thread
from typing import Any

from fakes.stripe.book import Thing, clean

PAUSES = (0.2, 1.0, 5.0, 20.0)  # seconds; the real ones go on for three days
SECONDS = 10


class Trouble(StrEnum):
    NONE = "none"
    DOUBLED = "doubled"
    LOST = "lost"
    KEPT = "kept"  # until `flush`
    REVERSED = "reversed"  # until `flush`, then the newest first
    DELAYED = "delayed"  # until the clock has gone on by `delay`


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """An answer that sends elsewhere is no answer."""

    def redirect_request(self, *_: Any) -> None:
        return None


def signature(body: bytes, secret: str, at: int) -> str:
    """The header `Stripe-Signature`."""
    digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One try to hand an event over; `status` 0 where nobody answered."""

    event: str
    kind: str
    status: int


@dataclass
class Webhooks:
    """Where events go. Without an address they are kept, for a test to hand over itself.

    `pause` waits before another try and says whether to give up; tests put their own there.
    """

    address: str
    secret: str
    now: Callable[[], int]
    trouble: Trouble = Trouble.NONE
    delay: int = 0
    kept: list[Thing] = field(default_factory=list)
    delayed: list[tuple[int, Thing]] = field(default_factory=list)
    tries: list[Delivery] = field(default_factory=list)
    pauses: Sequence[float] = PAUSES
    stopped: Event = field(default_factory=Event)
    pause: Callable[[float], bool] | None = None
    on_their_way: int = 0
    changed: Condition = field(default_factory=Condition)

    def take(self, event: Thing) -> None:
        """Send an event on its way, as the trouble of the day has it."""
        if self.trouble is Trouble.LOST:
            return
        if self.trouble is Trouble.DELAYED:
            self.delayed.append((self.now() + self.delay, event))
            return
        if self.trouble in (Trouble.KEPT, Trouble.REVERSED) or not self.address:
            self.kept.append(event)
            return
        for _ in range(2 if self.trouble is Trouble.DOUBLED else 1):
            self._send(event)

    def catch_up(self) -> None:
        """Send what was delayed until now."""
        due = [event for at, event in self.delayed if at <= self.now()]
        self.delayed = [each for each in self.delayed if each[0] > self.now()]
        for event in due:
            if self.address:
                self._send(event)
            else:
                self.kept.append(event)

    def message(self, event: Thing) -> tuple[bytes, dict[str, str]]:
        """An event as it is sent: body and headers."""
        body = json.dumps(clean(event)).encode()
        return body, {"Content-Type": "application/json", "Stripe-Signature": signature(body, self.secret, self.now())}

    def flush(self, *, backwards: bool = False) -> Sequence[Thing]:
        """Send what was kept, the newest first where `backwards`; what it was. Each is taken before the next one goes."""
        waiting, self.kept = self.kept, []
        if backwards or self.trouble is Trouble.REVERSED:
            waiting.reverse()
        if self.address:
            for event in waiting:
                self._deliver(event)
        return waiting

    def wait_until_idle(self, seconds: float = SECONDS) -> bool:
        """For tests: True once nothing is on its way."""
        with self.changed:
            return self.changed.wait_for(lambda: self.on_their_way == 0, seconds)

    def _send(self, event: Thing) -> None:
        with self.changed:
            self.on_their_way += 1
        Thread(target=self._carry, args=(event,), daemon=True).start()

    def _carry(self, event: Thing) -> None:
        try:
            self._deliver(event)
        finally:
            with self.changed:
                self.on_their_way -= 1
                self.changed.notify_all()

    def _deliver(self, event: Thing) -> None:
        for pause in (*self.pauses, None):
            status = self._try(event)
            with self.changed:
                self.tries.append(Delivery(event["id"], event["type"], status))
            if 200 <= status < 300:
                event["pending_webhooks"] = 0
                return
            if pause is None or (self.pause or self.stopped.wait)(pause):
                return

    def _try(self, event: Thing) -> int:
        body, headers = self.message(event)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects)
        request = urllib.request.Request(self.address, data=body, headers=headers, method="POST")  # noqa: S310
        try:
            with opener.open(request, timeout=SECONDS) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0
