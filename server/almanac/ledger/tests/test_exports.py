"""The journal as hledger and beancount read it: both find it balanced, complete, and of the right days."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from almanac.ledger import actions, exports
from almanac.ledger.actions import Leg, Movement, credit, debit
from almanac.ledger.models import Account, Role
from tests.beancounting import faults_in
from tests.journals import checked

NOW = datetime(2026, 8, 1, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
JUNE, JULY, AUGUST = (date(2026, month, 1) for month in (6, 7, 8))
needs_books = pytest.mark.django_db


@pytest.fixture
def books() -> None:
    """Two months, three currencies, names that no program would take as they are."""

    def movement(number: int, *legs: Leg, currency: str = "GBP", kind: str = "capture") -> Movement:
        at = datetime(2026, 6, 1, tzinfo=UTC) + timedelta(days=5 * number)
        return Movement(f'key "{number}"\\, {number}', kind, currency, legs, at, subject="order:1;x")

    actions.post_all(
        [
            movement(0, debit(Role.BANK, 500), credit(Role.GIFT_CARD, 500, "gift_card:018f-ab"), kind="gift_card_sale"),
            movement(1, debit(Role.BANK, 500), credit(Role.GIFT_CARD, 500, "gift_card"), kind='odd "kind" | ; x'),
            movement(2, debit(Role.GIFT_CARD, 200, "gift_card:018f-ab"), credit(Role.REVENUE, 200, "Ünïcode X:")),
            movement(7, debit(Role.GIFT_CARD, 300, "gift_card:018f-ab"), credit(Role.REVENUE, 300, "xylo:GBP")),
            movement(3, debit(Role.CLEARING, 1_234, "stripe"), credit(Role.REVENUE, 1_234), currency="JPY"),
            movement(8, debit(Role.CLEARING, 1_234, "stripe"), credit(Role.REVENUE, 1_234), currency="KWD"),
        ],
        now=NOW,
    )
    (capture,) = actions.post_all(
        [movement(9, debit(Role.CLEARING, 9, "stripe"), credit(Role.REVENUE, 9, "stripe:"))], now=NOW
    )
    actions.reverse(entry=capture, key="back", happened_at=capture.happened_at, now=NOW)


@needs_books
@pytest.mark.parametrize("kind", list(exports.FORMATS))
@pytest.mark.parametrize(("since", "until"), [(JUNE, AUGUST), (JUNE, JULY), (JULY, AUGUST), (AUGUST, date(2026, 9, 1))])
def test_the_program_itself_finds_it_right(books: None, kind: str, since: date, until: date, tmp_path: Path) -> None:
    file = tmp_path / f"books.{kind}"
    call_command("export_books", format=kind, since=since, until=until, output=file)
    assert checked(kind, file) == (0, "")
    text = file.read_text()
    assert ("opening balances" in text) is (since > JUNE)
    assert ("back" in text) is (since <= date(2026, 7, 16) < until)


@needs_books
@pytest.mark.parametrize("kind", list(exports.FORMATS))
def test_a_missing_entry_is_found_by_the_program(books: None, kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"books.{kind}"
    call_command("export_books", format=kind, output=file)
    assert checked(kind, file)[0] == 0
    blocks = file.read_text().split("\n\n")
    (sale,) = [block for block in blocks if "gift_card_sale" in block]
    blocks.remove(sale)
    file.write_text("\n\n".join(blocks))
    assert checked(kind, file)[0] == 1


@needs_books
@pytest.mark.parametrize("kind", list(exports.FORMATS))
def test_books_of_nothing_are_right_too(kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"books.{kind}"
    call_command("export_books", format=kind, output=file)
    assert checked(kind, file)[0] == 0


@needs_books
def test_an_entry_stands_on_the_day_of_the_zone() -> None:
    at = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight in London
    legs = [debit(Role.BANK, 5), credit(Role.REVENUE, 5)]
    actions.post_all([Movement("k", "capture", "GBP", legs, at)], now=NOW)
    assert "\n2026-07-01 * capture\n" in "".join(exports.hledger(exports.Period(JULY, AUGUST, LONDON)))
    assert "capture" not in "".join(exports.hledger(exports.Period(JUNE, JULY, LONDON)))
    assert "\n2026-06-30 * capture\n" in "".join(exports.hledger(exports.Period(JUNE, JULY, ZoneInfo("UTC"))))


@needs_books
def test_a_period_that_is_none_is_refused() -> None:
    with pytest.raises(CommandError):
        call_command("export_books", format="hledger", since=JULY, until=JUNE)
    with pytest.raises(CommandError):
        call_command("export_books", format="hledger", zone="Europe/Atlantis")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6), min_size=2, unique=True))
def test_no_two_accounts_have_one_name_and_none_is_above_another(holders: list[str]) -> None:
    found_names = [exports.name_of(Account(role=Role.TAX, holder=holder, currency="GBP")) for holder in holders]
    assert Counter(found_names).most_common(1)[0][1] == 1
    assert not any(one.startswith(f"{other}:") for one in found_names for other in found_names)


@needs_books
def test_what_one_program_finds_the_other_finds_within_this_process(books: None) -> None:
    period = exports.whole(LONDON, date(2026, 9, 1))
    lines = list(exports.beancount(period))
    assert faults_in(lines) == []
    text = "".join(lines)
    (sale,) = [block for block in text.split("\n\n") if "gift_card_sale" in block]
    assert faults_in([text.replace(sale, "")]) != []
