"""A process of its own at the books: `python -m almanac.ledger.tests.process <command> ...`; prints one line per success.

Each begins when the file it is told is there, so that several begin at once.
"""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import django

django.setup()

from django.db import IntegrityError, connection, transaction  # noqa: E402

from almanac.ledger import actions, guards, writing  # noqa: E402
from almanac.ledger.actions import Movement, credit, debit  # noqa: E402
from almanac.ledger.errors import AlreadyReversed, BelowNothing, BeyondCapture, EntryMismatch  # noqa: E402
from almanac.ledger.locks import lock_available  # noqa: E402
from almanac.ledger.models import Entry, Role  # noqa: E402

NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)
CARD = "gift_card:1"


@transaction.atomic
def load(amount: str) -> None:
    """Money on the card that all of them spend from, by a capture that they give back of."""
    legs = [debit(Role.CLEARING, int(amount), "p"), credit(Role.GIFT_CARD, int(amount), CARD)]
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


def spend_looking(name: str, times: str) -> None:
    """As far as it reaches, two pennies each, by what is there under the lock: nobody is ever refused."""
    for number in range(int(times)):
        with transaction.atomic():
            there = min(2, lock_available(Role.GIFT_CARD, CARD, "GBP"))
            if not there:
                continue
            legs = [debit(Role.GIFT_CARD, there, CARD), credit(Role.REVENUE, there)]
            actions.post(key=f"{name}:{number}", kind="redeem", currency="GBP", legs=legs, happened_at=NOW, now=NOW)
        sys.stdout.write(f"{there}\n")


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


def differ(name: str, times: str) -> None:
    """Other movements than the others', under the same keys."""
    for number in range(int(times)):
        try:
            with transaction.atomic():
                legs = [debit(Role.CLEARING, 1 + int(name[1:])), credit(Role.REVENUE, 1 + int(name[1:]))]
                actions.post(key=f"same:{number}", kind="capture", currency="GBP", legs=legs, happened_at=NOW, now=NOW)
        except EntryMismatch:
            continue
        sys.stdout.write(f"{number}\n")


def batches(name: str, times: str) -> None:
    """Calls of many entries each, of which the others write the same ones, in an order of its own."""
    dice = random.Random(name)
    for number in range(int(times)):
        movements = [
            Movement(
                f"batch:{number // 2}:{one}",
                "capture",
                "GBP",
                [debit(Role.CLEARING, 3, f"p{one % 3}"), credit(Role.PREPAID, 3, f"o{one}")],
                NOW,
            )
            for one in range(8)
        ]
        dice.shuffle(movements)
        with transaction.atomic():
            actions.post_all(movements, now=NOW)
        sys.stdout.write(f"{number}\n")


def give_back(name: str, times: str) -> None:
    """A penny of the one capture, again and again."""
    for number in range(int(times)):
        try:
            with transaction.atomic():
                legs = [debit(Role.REVENUE, 1), credit(Role.CLEARING, 1, "p")]
                actions.post(
                    key=f"{name}:{number}",
                    kind="refund",
                    currency="GBP",
                    legs=legs,
                    happened_at=NOW,
                    now=NOW,
                    relates_to=Entry.objects.get(key="load"),
                )
        except BeyondCapture:
            continue
        except IntegrityError as error:
            if guards.RELATED not in str(error):
                raise
            continue
        sys.stdout.write(f"{number}\n")


def give_back_blindly(name: str, times: str) -> None:
    """The same by a program that neither locks nor looks: the database alone."""
    with patch.multiple(writing, _keep_to_captures=lambda drafts: None, lock_entries=lambda keys: None):
        give_back(name, times)


def reverse(name: str, times: str) -> None:
    """The same entries as all the others, under keys of its own."""
    repeat(name, times)
    for number in range(int(times)):
        entry = Entry.objects.get(key=f"same:{number}")
        try:
            with transaction.atomic():
                actions.reverse(entry=entry, key=f"{name}:{number}", happened_at=NOW, now=NOW)
        except AlreadyReversed:
            continue
        sys.stdout.write(f"reversed {number}\n")


if __name__ == "__main__":
    command, go, *words = sys.argv[1:]
    if connection.vendor == "sqlite":
        # Waiting for a file is no queue: where the others write without a pause, one may wait for minutes. The product says that
        # it is busy after twenty seconds; here all is to be written.
        connection.settings_dict["OPTIONS"]["timeout"] = 200
    if go != "now":
        Path(f"{go}-{words[0]}").touch()  # ready
    while go != "now" and not Path(go).exists():
        threading.Event().wait(0.01)
    commands: dict[str, Callable[..., None]] = {
        each.__name__: each
        for each in (load, spend, spend_looking, repeat, differ, batches, give_back, give_back_blindly, reverse)
    }
    commands[command](*words)
