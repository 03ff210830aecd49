"""The ways to pay that this installation has; config/providers.py fills it."""

from __future__ import annotations

from almanac.kit.errors import InvalidInput
from almanac.payments.providers.base import PaymentMethod

_methods: dict[str, PaymentMethod] = {}


def register(method: PaymentMethod) -> None:
    _methods[method.name] = method


def names() -> list[str]:
    """What a customer may choose from, in the order of registration."""
    return list(_methods)


def method_named(name: str) -> PaymentMethod:
    """One way to pay. Raises InvalidInput."""
    if name not in _methods:
        raise InvalidInput(fields={"payment_method": ["Choose one of the ways to pay that are offered."]})
    return _methods[name]
