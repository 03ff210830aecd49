"""The database itself refuses books that are not balanced, and any change of them, also from its shell."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from almanac.kit import ids
from almanac.ledger.guards import DATED, KEPT, SEALED, UNBALANCED
from almanac.ledger.models import Account, Role

pytestmark = pytest.mark.django_db
SOME = ((Role.BANK, 500), (Role.REVENUE, -500))
AT = "2026-01-01 00:00:00+00:00"


def key(value: UUID) -> str:
    return value.hex if connection.vendor == "sqlite" else str(value)


def run(sql: str, *values: str | int | UUID) -> None:
    """A statement as from the database's shell."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [key(value) if isinstance(value, UUID) else value for value in values])


def add_posting(entry_id: UUID, account: Account, amount: int, at: str = AT) -> None:
    run(
        "INSERT INTO ledger_posting (id, entry_id, account_id, amount, happened_at) VALUES (%s, %s, %s, %s, %s)",
        ids.new_id(),
        entry_id,
        account.pk,
        amount,
        at,
    )


def add_entry(entry_id: UUID, *, currency: str = "GBP", name: str = "k") -> None:
    run(
        "INSERT INTO ledger_entry (id, key, kind, subject, currency, happened_at, created_at) "
        f"VALUES (%s, %s, 'capture', '', %s, '{AT}', '{AT}')",
        entry_id,
        name,
        currency,
    )


@transaction.atomic
def add_whole(entry_id: UUID, amounts: dict[Account, int], at: str = AT) -> None:
    for account, amount in amounts.items():
        add_posting(entry_id, account, amount, at)
    add_entry(entry_id)


@pytest.fixture
def bank() -> Account:
    return Account.objects.create(role=Role.BANK, currency="GBP")


@pytest.fixture
def revenue() -> Account:
    return Account.objects.create(role=Role.REVENUE, currency="GBP")


@pytest.fixture
def written(bank: Account, revenue: Account) -> UUID:
    """A whole entry."""
    entry_id = ids.new_id()
    add_whole(entry_id, {bank: 500, revenue: -500})
    connection.check_constraints()
    return entry_id


def test_an_entry_that_does_not_sum_to_zero_is_refused(bank: Account, revenue: Account) -> None:
    entry_id = ids.new_id()
    with pytest.raises(IntegrityError, match=UNBALANCED):
        add_whole(entry_id, {bank: 500, revenue: -499})


def test_an_entry_whose_postings_are_of_another_instant_is_refused(bank: Account, revenue: Account) -> None:
    whole = {bank: 5, revenue: -5}
    with pytest.raises(IntegrityError, match=DATED):
        add_whole(ids.new_id(), whole, at=AT.replace("2026", "2025"))


def test_an_entry_without_postings_is_refused(written: UUID) -> None:
    with pytest.raises(IntegrityError, match=UNBALANCED):
        add_entry(ids.new_id(), name="another")


def test_an_entry_over_two_currencies_is_refused(bank: Account) -> None:
    euros = Account.objects.create(role=Role.REVENUE, currency="EUR")
    entry_id = ids.new_id()
    with pytest.raises(IntegrityError, match=UNBALANCED):
        add_whole(entry_id, {bank: 500, euros: -500})


def test_postings_without_their_entry_do_not_outlive_the_transaction(bank: Account, revenue: Account) -> None:
    entry_id = ids.new_id()
    add_posting(entry_id, bank, 500)
    add_posting(entry_id, revenue, -500)
    with pytest.raises(IntegrityError), transaction.atomic():
        connection.check_constraints()
    add_entry(entry_id)
    connection.check_constraints()


def test_nothing_is_added_to_an_entry(written: UUID) -> None:
    with pytest.raises(IntegrityError, match=SEALED):
        add_posting(written, Account.objects.create(role=Role.TAX, currency="GBP"), 1)


def test_an_account_stands_once_in_an_entry_and_never_for_nothing(bank: Account) -> None:
    entry_id = ids.new_id()
    with pytest.raises(IntegrityError):
        add_posting(entry_id, bank, 0)
    add_posting(entry_id, bank, 500)
    with pytest.raises(IntegrityError):
        add_posting(entry_id, bank, -500)
    add_posting(entry_id, Account.objects.create(role=Role.REVENUE, currency="GBP"), -500)
    add_entry(entry_id)


def test_a_key_is_used_once(written: UUID, bank: Account, revenue: Account) -> None:
    entry_id = ids.new_id()
    add_posting(entry_id, bank, 1)
    add_posting(entry_id, revenue, -1)
    with pytest.raises(IntegrityError):
        add_entry(entry_id)
    add_entry(entry_id, name="another")


@pytest.mark.parametrize("table", ["account", "entry", "posting"])
def test_nothing_is_changed_or_taken_away(written: UUID, table: str) -> None:
    column = {"account": "holder", "entry": "kind", "posting": "amount"}[table]
    with pytest.raises(IntegrityError, match=f"{KEPT}_{table}_update"):
        run(f"UPDATE ledger_{table} SET {column} = {column}")
    with pytest.raises(IntegrityError, match=f"{KEPT}_{table}_delete"):
        run(f"DELETE FROM ledger_{table}")


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
def test_no_table_is_emptied() -> None:
    run("TRUNCATE ledger_account, ledger_entry, ledger_posting, ledger_balance")  # of nothing it takes nothing
    add_whole(ids.new_id(), {Account.objects.create(role=role, currency="GBP"): amount for role, amount in SOME})
    connection.check_constraints()
    for table, named in (("posting", "posting"), ("entry", "entry"), ("account", "account")):
        with pytest.raises(IntegrityError, match=f"{KEPT}_{named}_truncate"):
            run(f"TRUNCATE ledger_{table} CASCADE")


def test_a_floored_balance_never_falls_below_nothing() -> None:
    card = Account.objects.create(role=Role.GIFT_CARD, holder="gift_card:1", currency="GBP")
    add = "INSERT INTO ledger_balance (account_id, shard, has_floor, amount) VALUES (%s, %s, %s, %s)"
    with pytest.raises(IntegrityError):
        run(add, card.pk, 1, True, -5)  # a part of the sum could not be held to it
    run(add, card.pk, 0, True, -5)
    with pytest.raises(IntegrityError):
        run("UPDATE ledger_balance SET amount = amount + 6")
    run("UPDATE ledger_balance SET amount = amount + 5")


@pytest.mark.parametrize("table", ["account", "entry", "posting"])
def test_no_row_takes_the_place_of_another(written: UUID, table: str) -> None:
    columns = {
        "account": "id, role, holder, currency",
        "entry": "id, key, kind, subject, currency, happened_at, created_at",
        "posting": "id, entry_id, account_id, amount, happened_at",
    }[table]
    again = "INSERT OR REPLACE INTO" if connection.vendor == "sqlite" else "INSERT INTO"
    with pytest.raises(IntegrityError):
        run(f"{again} ledger_{table} ({columns}) SELECT {columns} FROM ledger_{table}")
