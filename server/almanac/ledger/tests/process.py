"""A process of its own at the books: `python -m almanac.ledger.tests.process <command> ...`; prints one line per success.

Each begins when the file it is told is there, so that several begin at once.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import django

django.setup()

from django.db import transaction  # noqa: E402

from almanac.ledger import actions  # noqa: E402
from almanac.ledger.actions import credit, debit  # noqa: E402
from almanac.ledger.errors import BelowNothing  # noqa: E402
from almanac.ledger.models import Role  # noqa: E402

NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)
CARD = "gift_card:1"


@transaction.atomic
def load(amount: str) -> None:
    """Money on the card that all of them spend from."""
    legs = [debit(Role.BANK, int(amount)), credit(Role.GIFT_CARD, int(amount), CARD)]
    actions.post(key="load", kind="capture", currency="GBP", legs=legs, happened_at=NOW, now=NOW)


def spend(name: str, times: str) -> None:
    """One by one, a penny each, under keys of its own."""
    for number in range(int(times)):
        try:
            with transaction.atomic():
                legs = [debit(Role.GIFT_CARD, 1, CARD), credit(Role.REVENUE, 1)]
                actions.post(key=f"{name}:{number}", kind="redeem", currency="GBP", legs=legs, happened_at=NOW, now=NOW)
        except BelowNothing:
            continue
        sys.stdout.write(f"{number}\n")


def repeat(_name: str, times: str) -> None:
    """The same movements as all the others, onto accounts that nobody made yet."""
    for number in range(int(times)):
        with transaction.atomic():
            legs = [
                debit(Role.CLEARING, 3, f"p{number}"),
                credit(Role.REVENUE, 2),
                credit(Role.PAYABLE, 1, f"s{number}"),
            ]
            entry = actions.post(
                key=f"same:{number}", kind="capture", currency="GBP", legs=legs, happened_at=NOW, now=NOW
            )
        sys.stdout.write(f"{entry.pk}\n")


if __name__ == "__main__":
    commands: dict[str, Callable[..., None]] = {"load": load, "spend": spend, "repeat": repeat}
    command, go, *words = sys.argv[1:]
    if go != "now":
        Path(f"{go}-{words[0]}").touch()  # ready
    while go != "now" and not Path(go).exists():
        threading.Event().wait(0.01)
    commands[command](*words)
