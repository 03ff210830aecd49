"""Tests that commit are followed by a flush of all tables: the guard refuses it, so they must take the guard away themselves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from almanac.ledger import actions
from almanac.ledger.actions import credit, debit
from almanac.ledger.models import Account, Entry, Posting, Role

NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)


def written() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Account, Entry, Posting))


@pytest.mark.parametrize("turn", [1, 2])
def test_books_outlive_a_flush(committed_books: None, turn: int) -> None:
    assert written() == (0, 0, 0)  # the one before was flushed
    with transaction.atomic():
        legs = [debit(Role.BANK, 5), credit(Role.REVENUE, 5)]
        actions.post(key=f"k{turn}", kind="capture", currency="GBP", legs=legs, happened_at=NOW, now=NOW)
    with pytest.raises(CommandError):
        call_command("flush", interactive=False, verbosity=0)
    assert written() == (2, 1, 2)
