"""Calls to PayPal's REST API: the access token, the answers, and their errors in two words of ours.

Sources: developer.paypal.com/api/rest/authentication, /api/rest/responses, /reference/guidelines/idempotency.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from threading import Lock
from typing import Any

import httpx

from almanac.kit import http
from almanac.payments.providers.online import ProviderDown, ProviderRefused

PATIENCE = httpx.Timeout(15.0, connect=3.0)  # a capture asks the buyer's bank
EARLY = 60.0  # seconds before its end a token is not used any more
LATER = frozenset({"PREVIOUS_REQUEST_IN_PROGRESS", "RESOURCE_CONFLICT"})
TRY_LATER = frozenset({httpx.codes.REQUEST_TIMEOUT, httpx.codes.CONFLICT, httpx.codes.TOO_MANY_REQUESTS})
_WORD = re.compile("[A-Za-z][A-Za-z0-9_.]{1,63}")

_tokens: dict[
    str, tuple[str, float]
] = {}  # of this process alone, by a digest of whose they are; to when they are good
_tokens_lock = Lock()


class Calls:
    """Speaks to one address with one app's credentials. A token is kept while it lasts and fetched anew when refused."""

    def __init__(
        self, base_url: str, client_id: str, client_secret: str, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self._base_url = base_url
        self._credentials = (client_id, client_secret)
        self._name = sha256("\0".join((base_url, client_id, client_secret)).encode()).hexdigest()
        self._ticks = ticks

    @property
    def client_id(self) -> str:
        return self._credentials[0]

    def get(self, path: str) -> dict[str, Any]:
        return self._asked("GET", path, {})

    def post(self, path: str, body: Mapping[str, Any], *, key: str = "") -> dict[str, Any]:
        """`key` makes asking twice one thing; PayPal answers it with what is true of that thing now."""
        headers = {"Prefer": "return=representation", **({"PayPal-Request-Id": key} if key else {})}
        return self._asked("POST", path, headers, json=body)

    def post_raw(self, path: str, body: bytes) -> dict[str, Any]:
        """JSON that must arrive as it is."""
        return self._asked("POST", path, {"Content-Type": "application/json"}, content=body)

    def patch(self, path: str, changes: list[dict[str, str]]) -> None:
        self._asked("PATCH", path, {}, json=changes)

    def _asked(self, method: str, path: str, headers: Mapping[str, str], **sent: Any) -> dict[str, Any]:
        with http.client(self._base_url, PATIENCE) as client:
            answer = self._answer(client, method, path, headers, sent)
            if answer.status_code == httpx.codes.UNAUTHORIZED:  # the token was taken back before its time
                self._forget()
                answer = self._answer(client, method, path, headers, sent)
        return _read(answer)

    def _answer(
        self, client: httpx.Client, method: str, path: str, headers: Mapping[str, str], sent: Mapping[str, Any]
    ) -> httpx.Response:
        with_token = {**headers, "Authorization": f"Bearer {self._token(client)}"}
        return _sent(lambda: client.request(method, path, headers=with_token, **sent))

    def _token(self, client: httpx.Client) -> str:
        with _tokens_lock:
            kept, until = _tokens.get(self._name, ("", 0.0))
        if kept and self._ticks() < until:
            return kept
        form = {"grant_type": "client_credentials"}
        answer = _sent(lambda: client.post("/v1/oauth2/token", data=form, auth=self._credentials))
        found = _read(answer)
        token, seconds = found.get("access_token"), found.get("expires_in")
        if not isinstance(token, str) or not isinstance(seconds, int):
            raise ProviderDown("not_documented")
        with _tokens_lock:
            _tokens[self._name] = (token, self._ticks() + seconds - EARLY)
        return token

    def _forget(self) -> None:
        with _tokens_lock:
            _tokens.pop(self._name, None)


def _sent(call: Callable[[], httpx.Response]) -> httpx.Response:
    try:
        return call()
    except httpx.TimeoutException:
        raise ProviderDown("slow") from None
    except httpx.HTTPError:
        raise ProviderDown("unreachable") from None


def _read(answer: httpx.Response) -> dict[str, Any]:
    """The body of a good answer. Of a refusal only PayPal's own word for it is told on: messages may name a person."""
    if answer.status_code == httpx.codes.NO_CONTENT:
        return {}
    body = _json(answer)
    if answer.is_success:
        if body is None:
            raise ProviderDown("not_documented")
        return body
    word = _issue(body or {})
    if answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR or answer.status_code in TRY_LATER or word in LATER:
        raise ProviderDown(str(answer.status_code))
    raise ProviderRefused(word or str(answer.status_code))


def _json(answer: httpx.Response) -> dict[str, Any] | None:
    try:
        found = answer.json()
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _issue(body: Mapping[str, Any]) -> str:
    details = body.get("details")
    first = details[0] if isinstance(details, list) and details and isinstance(details[0], dict) else {}
    words = (first.get("issue"), body.get("name"), body.get("error"))
    return next((word for word in words if isinstance(word, str) and _WORD.fullmatch(word)), "")
