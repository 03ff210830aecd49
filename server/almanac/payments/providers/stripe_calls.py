"""Calls to Stripe through its own library: its errors in two words of ours, and lists to their ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import stripe as sdk

from almanac.payments.providers import stripe_reading as reading
from almanac.payments.providers.online import ProviderDown, ProviderRefused

T = TypeVar("T")
OTHER_ASK = "idempotency_error"  # the key was used for something else
NOT_ALLOWED = "PermissionError"  # good keys that may not ask this
MOST_PAGES = 100  # of a list, 100 each


class Declined(ProviderRefused):
    """A card's no: which intent it was, and why."""

    def __init__(self, code: str, reference: str) -> None:
        super().__init__(code)
        self.reference = reference
        self.decline = reading.decline_of(code)


def asked(call: Callable[[], T]) -> T:
    """What the company answers. Raises ProviderDown and ProviderRefused; messages stay behind, they may name a person."""
    try:
        return call()
    except sdk.CardError as error:
        intent = getattr(error.error, "payment_intent", None)
        code = getattr(error.error, "decline_code", None) or error.code or "card_error"
        raise Declined(str(code), str(getattr(intent, "id", "") or "")) from None
    except (sdk.APIConnectionError, sdk.RateLimitError, sdk.APIError) as error:
        raise ProviderDown(type(error).__name__) from None
    except sdk.IdempotencyError:
        raise ProviderRefused(OTHER_ASK) from None
    except sdk.StripeError as error:
        raise ProviderRefused(str(error.code or type(error).__name__)) from None


def listed(page_of: Callable[[Any], Any], params: dict[str, Any]) -> Iterator[Any]:
    """Every object of a list, page by page, in Stripe's order: the newest first. Raises as `asked` does."""
    after: dict[str, Any] = {}
    for _ in range(MOST_PAGES):
        whole = {**params, "limit": 100, **after}
        page = asked(lambda: page_of(whole))  # noqa: B023  # called at once
        yield from page.data
        if not page.has_more:
            return
        after = {"starting_after": page.data[-1].id}
