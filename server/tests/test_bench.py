"""What the bench keeps its figures on can still be stored: it goes around the models' own `save`."""

from __future__ import annotations

import pytest

from almanac.ledger import actions, queries
from almanac.ledger.models import Entry
from almanac.scheduling.models import Appointment, Claim
from bench import ledger_inside, scheduling_inside

pytestmark = pytest.mark.django_db


def test_the_store_of_the_bench_is_made_of_whole_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduling_inside, "DAYS_BACK", 2)
    scheduling_inside.fill(*scheduling_inside.open_shop(2))
    stored = Appointment.objects.select_related("claim")
    assert stored.count() == Claim.objects.count() == 2 * (2 + 64) * 3
    for row in stored:
        row.full_clean(exclude=["claim"])
        assert row.claim is not None
        assert (row.starts, row.ends) == (row.claim.core_from, row.claim.core_until)
        assert row.staff_member_id == row.claim.staff_id


def test_the_books_of_the_bench_keep_every_law() -> None:
    ledger_inside.fill(1_000)
    actions.rebuild_balances()
    assert Entry.objects.count() == 1_000
    assert queries.broken_laws() == []
