"""Calls to GoCardless through its own library: each once and with a time-out, and its errors in two words of ours.

The library finds the resource again that an Idempotency-Key made (a second try is answered with a conflict that names it). Its
own repeats are off: whoever asked asks again with the same key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import requests
from gocardless_pro import errors
from gocardless_pro.api_client import ApiClient
from gocardless_pro.services.base_service import BaseService

from almanac.payments.providers.online import ProviderDown, ProviderRefused

Thing = dict[str, Any]
PATIENCE = (3.0, 15.0)  # seconds to connect, to answer
TRY_LATER = frozenset({408, 409, 429})
LARGEST_PAGE = 500
_ID = re.compile("[A-Z]{2,3}[A-Za-z0-9]{1,40}")
_WORD = re.compile("[a-z][a-z0-9_.]{1,63}")


class Calls:
    """Speaks to one address with one access token."""

    def __init__(self, base_url: str, access_token: str) -> None:
        self._api = ApiClient(base_url, access_token, timeout=PATIENCE)

    def make(self, kind: type[BaseService], params: Mapping[str, Any], *, key: str = "") -> Thing:
        """A new resource, or the one that `key` made before."""
        headers = {"Idempotency-Key": key} if key else None
        return _one(lambda: self._service(kind).create(params=dict(params), headers=headers))

    def get(self, kind: type[BaseService], reference: str) -> Thing:
        return _one(lambda: self._service(kind).get(_checked(reference)))

    def cancel(self, kind: type[BaseService], reference: str) -> Thing:
        return _one(lambda: self._service(kind).cancel(_checked(reference)))

    def all(self, kind: type[BaseService], **filters: str) -> list[Thing]:
        """Every one that fits, the newest first."""
        found: list[Thing] = []
        after = ""
        while True:
            params = {**filters, "limit": LARGEST_PAGE, **({"after": after} if after else {})}
            page = _asked(partial(self._service(kind).list, params=params))
            found += [each.attributes for each in page.records]
            if not page.after:
                return found
            after = page.after

    def _service(self, kind: type[BaseService]) -> Any:
        return kind(self._api, max_network_retries=1, retry_delay_in_seconds=0)


def _checked(reference: str) -> str:
    if not _ID.fullmatch(reference):
        raise ProviderRefused("resource_not_found")
    return reference


def _one(call: Callable[[], Any]) -> Thing:
    found = getattr(_asked(call), "attributes", None)
    if not isinstance(found, dict):
        raise ProviderDown("not_documented")
    return found


def _asked(call: Callable[[], Any]) -> Any:
    """What the company answers. Raises ProviderDown and ProviderRefused; messages stay behind, they may name a person."""
    try:
        return call()
    except errors.MalformedResponseError as error:
        raise ProviderDown(str(error.status_code or "not_documented")) from None
    except errors.ApiError as error:
        status = error.code if isinstance(error.code, int) else 0
        if status >= 500 or status in TRY_LATER or isinstance(error, errors.GoCardlessInternalError):
            raise ProviderDown(str(status)) from None
        raise ProviderRefused(_word(error)) from None
    except requests.Timeout:
        raise ProviderDown("slow") from None
    except requests.RequestException:
        raise ProviderDown("unreachable") from None
    except (errors.GoCardlessProError, TypeError, KeyError, AttributeError, ValueError):
        raise ProviderDown("not_documented") from None


def _word(error: errors.ApiError) -> str:
    """The reason, or the field that is wrong, or the type; one of a list, never a message."""
    details = error.errors if isinstance(error.errors, list) else []
    first = details[0] if details and isinstance(details[0], dict) else {}
    field = f"invalid.{first['field']}" if first.get("field") else None
    words = (first.get("reason"), field, error.type)
    return next((word for word in words if isinstance(word, str) and _WORD.fullmatch(word)), str(error.code))
