"""The ways to pay that this installation knows; config/providers.py fills it. Which are on is said by accounts and settings."""

from __future__ import annotations

from almanac.payments.providers.base import PaymentMethod
from almanac.payments.providers.kinds import ProviderKind

_built_in: dict[str, PaymentMethod] = {}
_companies: dict[str, ProviderKind] = {}
_methods: dict[str, list[str]] = {}


def register(method: PaymentMethod) -> None:
    """A way to pay that needs no company."""
    _built_in[method.name] = method


def register_company(method: str, kind: ProviderKind) -> None:
    """A company behind a way to pay. Several may stand behind one; the first account that is on takes new payments."""
    _companies[kind.name] = kind
    _methods.setdefault(method, []).append(kind.name)


def built_in() -> list[str]:
    """Ways to pay without a company, in the order of registration."""
    return list(_built_in)


def method(name: str) -> PaymentMethod:
    """One without a company. Raises KeyError."""
    return _built_in[name]


def online() -> dict[str, list[str]]:
    """Way to pay -> names of the companies that offer it."""
    return {method: list(names) for method, names in _methods.items()}


def method_of(provider: str) -> str:
    """The way to pay behind which a company stands. Raises KeyError."""
    return next(method for method, names in _methods.items() if provider in names)


def kind_of(provider: str) -> ProviderKind:
    """One company. Raises KeyError."""
    return _companies[provider]


def kinds() -> list[ProviderKind]:
    """All companies, in the order of registration."""
    return list(_companies.values())
