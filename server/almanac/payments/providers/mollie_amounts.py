"""Amounts as Mollie writes them: decimal strings with as many decimals as the currency has.

Source: docs.mollie.com/docs/multicurrency. Of the currencies it takes cards in, only yen have none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from almanac.payments.providers.online import ProviderDown, ProviderRefused

WORDS = "AED AUD BRL CAD CHF CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN RON SEK SGD THB TWD USD ZAR"
TAKEN = frozenset(WORDS.split())
WITHOUT_DECIMALS = frozenset({"JPY"})
_VALUE = re.compile(r"(-?[0-9]{1,15})(?:\.([0-9]{2}))?")


def as_money(minor: int, currency: str) -> dict[str, str]:
    """Mollie's object for an amount in minor units. Raises ProviderRefused for a currency that it does not take."""
    if currency not in TAKEN:
        raise ProviderRefused("currency_not_taken")
    if currency in WITHOUT_DECIMALS:
        return {"currency": currency, "value": str(minor)}
    return {"currency": currency, "value": f"{minor // 100}.{minor % 100:02d}"}


def minor_units(money: Mapping[str, Any]) -> int:
    """The amount of Mollie's object in minor units of its currency. Raises ProviderDown for what is no amount."""
    found = _VALUE.fullmatch(str(money.get("value", "")))
    has_decimals = money.get("currency") not in WITHOUT_DECIMALS
    if found is None or (found[2] is not None) != has_decimals:
        raise ProviderDown("not_documented")
    return int(found[1] + (found[2] or ""))
