"""Calls to Mollie's REST API: the key, the answers, and their errors in two words of ours.

Sources: docs.mollie.com/reference/authentication, /reference/handling-errors, /reference/api-idempotency (a key lasts an hour).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from almanac.kit import http
from almanac.payments.providers.online import ProviderDown, ProviderRefused

Thing = dict[str, Any]
LIVE = "https://api.mollie.com"  # of both modes: the key says which
PATIENCE = httpx.Timeout(15.0, connect=3.0)  # a charge without the customer asks their bank
TRY_LATER = frozenset({httpx.codes.REQUEST_TIMEOUT, httpx.codes.CONFLICT, httpx.codes.TOO_MANY_REQUESTS})
LARGEST_PAGE = 250
MOST_PAGES = 20
_FIELD = re.compile("[A-Za-z][A-Za-z0-9_.]{1,63}")


class Calls:
    """Speaks to one address with one key."""

    def __init__(self, base_url: str, api_key: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {api_key}", "Accept": "application/hal+json"}

    def get(self, path: str, **query: str) -> Thing:
        return self._asked("GET", path, params=query)

    def post(self, path: str, body: Mapping[str, Any], *, key: str = "") -> Thing:
        """`key` makes asking twice within an hour one thing; Mollie answers again what it answered first."""
        return self._asked("POST", path, {"Idempotency-Key": key} if key else {}, json=body)

    def patch(self, path: str, body: Mapping[str, Any]) -> Thing:
        return self._asked("PATCH", path, json=body)

    def delete(self, path: str) -> None:
        self._asked("DELETE", path)

    def all(self, path: str, kind: str) -> Iterator[Thing]:
        """Every one of a list, the newest first."""
        query = {"limit": str(LARGEST_PAGE)}
        for _ in range(MOST_PAGES):
            page = self.get(path, **query)
            found = (page.get("_embedded") or {}).get(kind)
            if not isinstance(found, list):
                raise ProviderDown("not_documented")
            yield from found
            following = ((page.get("_links") or {}).get("next") or {}).get("href")
            if not following:
                return
            query = dict(parse_qsl(urlsplit(following).query))

    def _asked(self, method: str, path: str, headers: Mapping[str, str] | None = None, **sent: Any) -> Thing:
        with http.client(self._base_url, PATIENCE) as client:
            whole = {**self._headers, **(headers or {})}
            return _read(_sent(lambda: client.request(method, f"/v2{path}", headers=whole, **sent)))


def _sent(call: Callable[[], httpx.Response]) -> httpx.Response:
    try:
        return call()
    except httpx.TimeoutException:
        raise ProviderDown("slow") from None
    except httpx.HTTPError:
        raise ProviderDown("unreachable") from None


def _read(answer: httpx.Response) -> Thing:
    """The body of a good answer. Of a refusal only its status and the field that is wrong are told on: what `detail` says may
    name a person."""
    if answer.status_code == httpx.codes.NO_CONTENT:
        return {}
    body = _json(answer)
    if answer.is_success:
        if body is None:
            raise ProviderDown("not_documented")
        return body
    if answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR or answer.status_code in TRY_LATER:
        raise ProviderDown(str(answer.status_code))
    field = (body or {}).get("field")
    is_word = isinstance(field, str) and _FIELD.fullmatch(field)
    raise ProviderRefused(f"{answer.status_code}.{field}" if is_word else str(answer.status_code))


def _json(answer: httpx.Response) -> Thing | None:
    if not answer.content:
        return {}
    try:
        found = answer.json()
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
