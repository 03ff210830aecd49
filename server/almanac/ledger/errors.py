"""What is wrong with an entry. None of these is a visitor's doing: the module that writes entries answers for them."""

from __future__ import annotations


class OutsideTransaction(RuntimeError):
    """An entry belongs in the transaction of what it records."""


class MalformedEntry(ValueError):
    """An entry that could never be right: its postings, its key or a name of an account."""


class EntryMismatch(ValueError):
    """An entry of this key is there and says something else."""


class AlreadyReversed(ValueError):
    """An entry is reversed once, and a reversal not at all."""


class BelowNothing(Exception):
    """More would be taken from `account` than is there: `available` minor units."""

    def __init__(self, account: str, available: int) -> None:
        super().__init__(f"{account} holds {available}")
        self.account = account
        self.available = available
