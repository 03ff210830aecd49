"""Access tokens: client credentials for a bearer token of some hours (OAuth 2.0)."""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Callable

from fakes.paypal.errors import Refused
from fakes.serving import Answer, Asked, as_json

SECONDS = 32_400


class Tokens:
    """Knows one app of the shop's. `seconds` is how long its tokens last."""

    def __init__(self, client_id: str, client_secret: str, clock: Callable[[], float]) -> None:
        self.client_id = client_id
        self.client_secret = client_secret
        self.seconds = SECONDS
        self.made = 0
        self._clock = clock
        self._good: dict[str, float] = {}

    def give(self, asked: Asked) -> Answer:
        """The token endpoint."""
        if asked.method != "POST" or asked.form().get("grant_type") != "client_credentials":
            return as_json(400, {"error": "unsupported_grant_type", "error_description": "unsupported grant_type"})
        if _basic(asked.headers.get("authorization", "")) != (self.client_id, self.client_secret):
            return as_json(401, {"error": "invalid_client", "error_description": "Client Authentication failed"})
        token = f"A21AA{secrets.token_urlsafe(48)}"
        self._good[token] = self._clock() + self.seconds
        self.made += 1
        found = {
            "scope": "https://uri.paypal.com/services/payments/realtimepayment openid",
            "access_token": token,
            "token_type": "Bearer",
            "app_id": "APP-80W284485P519543T",
            "expires_in": self.seconds,
            "nonce": secrets.token_urlsafe(20),
        }
        return as_json(200, found)

    def check(self, asked: Asked) -> None:
        """Raises Refused for a token that is not good (any more)."""
        kind, _, token = asked.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or self._good.get(token, 0.0) <= self._clock():
            raise Refused(401, "AUTHENTICATION_FAILURE", "INVALID_TOKEN")

    def forget(self) -> None:
        """All tokens end at once, as when the app's secret is changed."""
        self._good.clear()


def _basic(header: str) -> tuple[str, str]:
    kind, _, value = header.partition(" ")
    if kind.lower() != "basic":
        return "", ""
    try:
        name, _, secret = base64.b64decode(value).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return name, secret
