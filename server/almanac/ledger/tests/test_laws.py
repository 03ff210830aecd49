"""The laws hold whatever is posted, reversed or refused, in any order; and `broken_laws` sees each law broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from almanac.ledger import actions, guards, queries
from almanac.ledger.actions import Leg, credit, debit
from almanac.ledger.errors import AlreadyReversed, BelowNothing
from almanac.ledger.models import Account, Balance, Entry, Posting, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)
PROFILE = settings.default or settings()

Movement = tuple[str, list[Leg]]
Written = tuple[Movement, Entry]

places = st.tuples(st.sampled_from(list(Role)), st.sampled_from(["", "a", "b"]))


@st.composite
def movements(draw: st.DrawFn) -> Movement:
    """An entry that sums to zero, over two accounts or more of one currency."""
    chosen = draw(st.lists(places, min_size=2, max_size=5, unique=True))
    amounts = draw(
        st.lists(st.integers(-1_000, 1_000).filter(bool), min_size=len(chosen) - 1, max_size=len(chosen) - 1).filter(
            sum
        )
    )
    amounts.append(-sum(amounts))
    return draw(st.sampled_from(["GBP", "EUR"])), [
        Leg(role, amount, holder) for (role, holder), amount in zip(chosen, amounts, strict=True)
    ]


class Books(RuleBasedStateMachine):
    """The ledger beside a plain sum of what was written."""

    def __init__(self) -> None:
        super().__init__()
        self.expected: Counter[tuple[str, Role, str]] = Counter()
        self.written: list[Written] = []
        self.reversed: set[str] = set()
        self.number = 0
        self.undone = transaction.atomic()
        self.undone.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @rule(movement=movements())
    def post(self, movement: Movement) -> None:
        with self.refused_when(movement):
            entry = self.write(movement)
            self.written.append((movement, entry))
            self.add(movement)

    @precondition(lambda self: self.written)
    @rule(which=st.integers(0, 30))
    def post_again(self, which: int) -> None:
        movement, entry = self.written[which % len(self.written)]
        assert self.write(movement, key=entry.key, at=entry.happened_at) == entry

    @precondition(lambda self: self.written)
    @rule(which=st.integers(0, 30))
    def reverse(self, which: int) -> None:
        (currency, legs), entry = self.written[which % len(self.written)]
        opposite = currency, [Leg(leg.role, -leg.amount, leg.holder) for leg in legs]
        self.number += 1
        if entry.key in self.reversed:
            with pytest.raises(AlreadyReversed):
                actions.reverse(entry=entry, key=f"r{self.number}", happened_at=NOW, now=NOW)
            return
        with self.refused_when(opposite):
            actions.reverse(entry=entry, key=f"r{self.number}", happened_at=NOW, now=NOW)
            self.reversed.add(entry.key)
            self.add(opposite)

    @rule()
    def rebuild(self) -> None:
        Balance.objects.update(amount=0)
        actions.rebuild_balances()

    @invariant()
    def the_laws_hold(self) -> None:
        assert queries.broken_laws() == []

    @invariant()
    def balances_are_the_sums(self) -> None:
        for (currency, role, holder), amount in self.expected.items():
            assert queries.balance(role, currency, holder) == (amount if role.grows_by_debit else -amount)

    def write(self, movement: Movement, *, key: str = "", at: datetime = NOW) -> Entry:
        self.number += 1
        currency, legs = movement
        return actions.post(
            key=key or f"k{self.number}", kind="x", currency=currency, legs=legs, happened_at=at, now=NOW
        )

    def add(self, movement: Movement) -> None:
        currency, legs = movement
        for leg in legs:
            self.expected[currency, leg.role, leg.holder] += leg.amount

    @contextmanager
    def refused_when(self, movement: Movement) -> Iterator[None]:
        """Refused, without a trace, exactly where more would be taken than is there."""
        currency, legs = movement
        overdraws = any(
            leg.role.has_floor and self.expected[currency, leg.role, leg.holder] + leg.amount > 0 for leg in legs
        )
        before = Posting.objects.count()
        with pytest.raises(BelowNothing) if overdraws else nullcontext():
            yield
        if overdraws:
            assert Posting.objects.count() == before


TestBooks = Books.TestCase
TestBooks.settings = settings(max_examples=max(40, PROFILE.max_examples // 4), stateful_step_count=25)


class TestBroken:
    """Each law broken behind the guard's back is named."""

    @pytest.fixture(autouse=True)
    def unguarded(self) -> None:
        with connection.cursor() as cursor:
            for statement in guards.REMOVE[connection.vendor]:
                cursor.execute(statement)

    @pytest.fixture
    def entry(self) -> Entry:
        return actions.post(
            key="k",
            kind="x",
            currency="GBP",
            legs=[debit(Role.BANK, 5), credit(Role.GIFT_CARD, 5, "a")],
            happened_at=NOW,
            now=NOW,
        )

    def laws(self) -> list[str]:
        return [law.split(":")[0] for law in queries.broken_laws()]

    def test_sums_and_zero(self, entry: Entry) -> None:
        Posting.objects.filter(account__role=Role.BANK).update(amount=6)
        assert self.laws() == ["law 1", "law 4", "law 6"]

    def test_an_entry_of_nothing(self, entry: Entry) -> None:
        Posting.objects.all().delete()
        assert self.laws() == ["law 1", "law 4", "law 4"]

    def test_another_currency(self, entry: Entry) -> None:
        Account.objects.filter(role=Role.BANK).update(currency="EUR")
        assert self.laws() == ["law 1", "law 6", "law 6"]

    def test_not_the_opposite(self, entry: Entry) -> None:
        actions.reverse(entry=entry, key="back", happened_at=NOW, now=NOW)
        bank = Account.objects.get(role=Role.BANK)
        till = Account.objects.create(role=Role.TILL, currency="GBP")
        Posting.objects.filter(entry__key="back", account=bank).update(account=till)
        assert self.laws() == ["law 4", "law 4", "law 3"]

    def test_below_nothing(self, entry: Entry) -> None:
        Posting.objects.filter(account__role=Role.GIFT_CARD).update(amount=5)
        Posting.objects.filter(account__role=Role.BANK).update(amount=-5)
        assert self.laws() == ["law 4", "law 4", "law 5"]
