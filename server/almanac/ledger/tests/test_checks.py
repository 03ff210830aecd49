"""The books are looked at each hour and by hand; what is wrong is in the log, on the health page and in the exit code."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import structlog
from django.core.management import CommandError, call_command
from django.test import Client
from structlog.testing import capture_logs

from almanac.kit import clock
from almanac.ledger import actions
from almanac.ledger.actions import credit, debit
from almanac.ledger.models import Balance, BooksCheck, Role
from almanac.ledger.tasks import CHECK_BOOKS
from almanac.outbox import duties, registry, worker

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)
HOUR = 60 * 60


@pytest.fixture(autouse=True)
def books() -> None:
    legs = [debit(Role.BANK, 5), credit(Role.REVENUE, 5, "business:1")]
    actions.post(key="k", kind="capture", currency="GBP", legs=legs, happened_at=NOW, now=NOW)


@pytest.fixture
def log() -> Iterator[list[structlog.typing.EventDict]]:
    with capture_logs() as entries:
        yield entries


def break_them() -> None:
    Balance.objects.filter(account__role=Role.BANK).update(amount=6)


def health() -> str:
    answer = Client().get("/api/health/ready")
    assert answer.status_code == 200
    found: str = answer.json()["checks"]["books"]
    return found


def test_the_duty_looks_each_hour(log: list[structlog.typing.EventDict]) -> None:
    assert registry.schedule()[CHECK_BOOKS] == HOUR
    assert health() == "not looked at yet"
    duties.enqueue_scheduled({CHECK_BOOKS: HOUR}, now=clock.now())
    worker.drain()
    assert health() == "ok"
    assert [entry for entry in log if entry["log_level"] == "error"] == []


def test_what_is_wrong_is_said_where_people_look(log: list[structlog.typing.EventDict]) -> None:
    break_them()
    broken = actions.check_books(now=clock.now())
    assert len(broken) == 1
    assert health() == "1 broken laws"
    (said,) = [entry for entry in log if entry["log_level"] == "error"]
    assert said["laws"] == broken
    actions.rebuild_balances()
    assert actions.check_books(now=clock.now()) == []
    assert health() == "ok"


def test_a_look_of_long_ago_says_nothing_of_today() -> None:
    actions.check_books(now=clock.now() - timedelta(hours=4))
    assert health() == "not looked at for hours"
    assert BooksCheck.objects.count() == 1


def test_the_command_prints_the_laws_and_fails() -> None:
    out = StringIO()
    call_command("check_books", stdout=out)
    assert "in order" in out.getvalue()
    break_them()
    with pytest.raises(CommandError):
        call_command("check_books", stdout=out)
    assert "law 4: bank:GBP is said to hold 6 and holds 5" in out.getvalue()
