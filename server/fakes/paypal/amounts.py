"""Amounts as PayPal writes them: decimal strings, of yen, forint and new Taiwan dollars without decimals."""

from __future__ import annotations

import re

from fakes.paypal.errors import Refused, unprocessable

WHOLE = frozenset({"HUF", "JPY", "TWD"})
KNOWN = WHOLE | {"AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "ILS", "MXN", "MYR", "NOK"}
KNOWN |= {"NZD", "PHP", "PLN", "SEK", "SGD", "THB", "USD"}
_VALUE = re.compile(r"(-?)([0-9]{1,12})(?:\.([0-9]+))?")

Money = dict[str, str]


def units(money: Money, field: str) -> int:
    """Hundredths, or whole units where the currency has no decimals. Raises Refused."""
    code, value = str(money.get("currency_code", "")), str(money.get("value", ""))
    if code not in KNOWN:
        raise unprocessable("CURRENCY_NOT_SUPPORTED", f"{field}/currency_code")
    found = _VALUE.fullmatch(value)
    if found is None:
        raise Refused(400, "INVALID_REQUEST", "INVALID_PARAMETER_VALUE", f"{field}/value")
    sign, whole, decimals = found[1], found[2], found[3] or ""
    if code in WHOLE:
        if decimals.strip("0"):
            raise unprocessable("DECIMALS_NOT_SUPPORTED", f"{field}/value")
        return int(sign + whole)
    if len(decimals) > 2:
        raise unprocessable("DECIMAL_PRECISION", f"{field}/value")
    return int(f"{sign}{whole}{decimals:0<2}")


def money(amount: int, code: str) -> Money:
    """The object for an amount in units."""
    if code in WHOLE:
        return {"currency_code": code, "value": str(amount)}
    sign, left = ("-", -amount) if amount < 0 else ("", amount)
    return {"currency_code": code, "value": f"{sign}{left // 100}.{left % 100:02d}"}
