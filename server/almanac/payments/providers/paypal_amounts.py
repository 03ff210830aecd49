"""Amounts as PayPal writes them: decimal strings, turned to minor units and back exactly.

Source: developer.paypal.com/api/rest/reference/currency-codes. Forint and new Taiwan dollars have hundredths in ISO 4217, and
none at PayPal: what is no whole number of them cannot be paid there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from almanac.payments.providers.online import ProviderDown, ProviderRefused

DIGITS = 2
NO_MINOR_UNITS = frozenset({"JPY"})  # of the currencies that PayPal takes
WITHOUT_DECIMALS = frozenset({"HUF", "JPY", "TWD"})
_VALUE = re.compile(r"(-?[0-9]{1,15})(?:\.([0-9]+))?")


def as_money(minor: int, currency: str) -> dict[str, str]:
    """The object of PayPal's for an amount in minor units. Raises ProviderRefused for what cannot be said there."""
    if currency in NO_MINOR_UNITS:
        return {"currency_code": currency, "value": str(minor)}
    sign = "-" if minor < 0 else ""
    whole, rest = divmod(abs(minor), 10**DIGITS)
    if currency not in WITHOUT_DECIMALS:
        return {"currency_code": currency, "value": f"{sign}{whole}.{rest:0{DIGITS}d}"}
    if rest:
        raise ProviderRefused("DECIMALS_NOT_SUPPORTED")
    return {"currency_code": currency, "value": f"{sign}{whole}"}


def minor_units(money: Mapping[str, Any]) -> int:
    """The amount of PayPal's object in minor units of its currency. Raises ProviderDown for what is no amount."""
    found = _VALUE.fullmatch(str(money.get("value", "")))
    digits = 0 if money.get("currency_code") in NO_MINOR_UNITS else DIGITS
    if found is None or len((found[2] or "").rstrip("0")) > digits:
        raise ProviderDown("not_documented")
    return int(found[1] + (found[2] or "").rstrip("0").ljust(digits, "0"))
