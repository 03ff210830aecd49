"""What is wrong with an entry. None of these is a visitor's doing: the module that writes entries answers for them."""

from __future__ import annotations

from django.db import OperationalError


class OutsideTransaction(RuntimeError):
    """An entry, or a lock, belongs in the transaction of what it is for."""


class MalformedEntry(ValueError):
    """An entry that could never be right: its postings, its key or a name of an account."""


class EntryMismatch(ValueError):
    """An entry of this key is there and says something else."""


class AlreadyReversed(ValueError):
    """An entry is reversed once, and a reversal not at all."""


class BelowNothing(Exception):
    """More would be taken from an account than is there: `available` minor units of `currency` on `role` and `holder`."""

    def __init__(self, *, role: str, holder: str, currency: str, available: int) -> None:
        self.account = ":".join(filter(None, (role, holder, currency)))
        super().__init__(f"{self.account} holds {available}")
        self.role = role
        self.holder = holder
        self.currency = currency
        self.available = available


class BeyondCapture(Exception):
    """More would go back of the entry `key` than it took in: `available` minor units are left of it."""

    def __init__(self, *, key: str, available: int) -> None:
        super().__init__(f"{available} are left of {key}")
        self.key = key
        self.available = available


class BooksBusy(OperationalError):
    """Others held the rows of the books for too long, or in a circle: the transaction is lost and may be tried again.

    It says nothing about a time that somebody else took, though it comes from the same words of the database.
    """
