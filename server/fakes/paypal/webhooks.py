"""Messages to the shop: PayPal's transmission headers, and the endpoint at which the shop has a message's signature checked.

The real signature is RSA over `id|time|webhook id|CRC32 of the body`. Only the company itself checks it here, so a keyed hash
over the same words is enough; as with the real one a body that was parsed and written anew does not pass.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import uuid
import zlib
from collections.abc import Callable, Sequence

from fakes.paypal.errors import Refused
from fakes.serving import Asked
from fakes.telling import PAUSES, Telling, Thing
from fakes.ticking import stamp

ALGORITHM = "SHA256withRSA"
ASKED = ("auth_algo", "cert_url", "transmission_id", "transmission_sig", "transmission_time", "webhook_id")
FIELD = '"webhook_event"'


class Webhooks(Telling):
    """One event a message, to one webhook of the shop's."""

    def __init__(
        self, address: str, webhook_id: str, clock: Callable[[], float], pauses: Sequence[float] = PAUSES
    ) -> None:
        super().__init__(address, pauses)
        self.webhook_id = webhook_id
        self.kinds = ["*"]  # of events, to which the shop's webhook is subscribed
        self._clock = clock
        self._secret = secrets.token_bytes(32)

    def message(self, events: Sequence[Thing]) -> tuple[bytes, dict[str, str]]:
        (event,) = events
        body = json.dumps(event).encode()
        at, number = stamp(self._clock()), str(uuid.uuid4())
        return body, {
            "Content-Type": "application/json",
            "PAYPAL-AUTH-ALGO": ALGORITHM,
            "PAYPAL-CERT-URL": "https://api.paypal.com/v1/notifications/certs/CERT-stand-in",
            "PAYPAL-TRANSMISSION-ID": number,
            "PAYPAL-TRANSMISSION-TIME": at,
            "PAYPAL-TRANSMISSION-SIG": self._signature(number, at, body),
        }

    def _signature(self, number: str, at: str, body: bytes) -> str:
        words = f"{number}|{at}|{self.webhook_id}|{zlib.crc32(body)}"
        return base64.b64encode(hmac.new(self._secret, words.encode(), hashlib.sha256).digest()).decode()

    def verified(self, asked: Asked) -> bool:
        """Whether a message is ours, as the shop hands it back. Raises Refused."""
        text = asked.body.decode()
        given = json.loads(text)
        for name in ASKED:
            if not isinstance(given.get(name), str) or not given[name]:
                raise Refused(400, "VALIDATION_ERROR", "MISSING_REQUIRED_PARAMETER", f"/{name}")
        start = text.find(FIELD)
        if not isinstance(given.get("webhook_event"), dict) or start < 0:
            raise Refused(400, "VALIDATION_ERROR", "MISSING_REQUIRED_PARAMETER", "/webhook_event")
        start = text.index("{", start)
        _, end = json.JSONDecoder().raw_decode(text, start)
        expected = self._signature(given["transmission_id"], given["transmission_time"], text[start:end].encode())
        is_ours = given["webhook_id"] == self.webhook_id and given["auth_algo"] == ALGORITHM
        return is_ours and hmac.compare_digest(expected, given["transmission_sig"])
