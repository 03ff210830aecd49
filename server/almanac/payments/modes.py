"""Real and test money told apart where books are read: which of them, and which where nobody says (ADR 0042)."""

from __future__ import annotations

from enum import StrEnum

from almanac.payments.models import ProviderAccount

Mode = ProviderAccount.Mode


class Money(StrEnum):
    """Which money a list or a file is of."""

    REAL = "real"
    TEST = "test"
    ALL = "all"

    @property
    def apart(self) -> bool | None:
        """As the ledger asks: of test money alone, without it, or all."""
        return {Money.REAL: False, Money.TEST: True, Money.ALL: None}[self]


def has_live_keys() -> bool:
    """Whether live keys of any company were given, now or before: from then on real money comes. One SQL query."""
    return ProviderAccount.objects.filter(mode=Mode.LIVE).exists()


def money_wanted(money: Money | None) -> Money:
    """What is asked for, else the usual: real money alone once there are live keys, all of it before. One SQL query at most."""
    return money or (Money.REAL if has_live_keys() else Money.ALL)


def is_test(account: ProviderAccount) -> bool:
    """Whether what it takes is test money."""
    return account.mode == Mode.TEST
