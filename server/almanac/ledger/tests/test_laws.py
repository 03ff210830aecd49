"""The laws hold whatever is posted, reversed or refused, in any order; and `broken_laws` sees each law broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from almanac.ledger import actions, guards, queries
from almanac.ledger.actions import Leg, credit, debit
from almanac.ledger.errors import AlreadyReversed, BelowNothing, BeyondCapture, MalformedEntry
from almanac.ledger.models import MONEY_ROLES, Account, Balance, Entry, Posting, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)
PROFILE = settings.default or settings()

Moved = tuple[str, list[Leg]]
MONEY = ((Role.CLEARING,), MONEY_ROLES)

places = st.tuples(st.sampled_from(list(Role)), st.sampled_from(["", "a", "b"]))


@st.composite
def movements(draw: st.DrawFn) -> Moved:
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


@dataclass
class Written:
    """An entry and what was said of it; `back`: what all that gives back of it did, by role."""

    moved: Moved
    entry: Entry
    root: Written | None = None
    is_reversed: bool = False
    back: Counter[Role] = field(default_factory=Counter)

    def is_beyond(self, legs: list[Leg]) -> bool:
        """Whether more would go back of this than it took in."""
        for roles in MONEY:
            came = sum(leg.amount for leg in self.moved[1] if leg.role in roles)
            back = sum(self.back[role] for role in roles) + sum(leg.amount for leg in legs if leg.role in roles)
            if back < 0 and came + back < 0:
                return True
        return False


class Books(RuleBasedStateMachine):
    """The ledger beside a plain sum of what was written."""

    def __init__(self) -> None:
        super().__init__()
        self.expected: Counter[tuple[str, Role, str]] = Counter()
        self.written: list[Written] = []
        self.number = 0
        self.undone = transaction.atomic()
        self.undone.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @rule(moved=movements())
    def post(self, moved: Moved) -> None:
        with self.refused_when([moved]):
            self.written.append(Written(moved, self.write(moved)))
            self.add(moved)

    @rule(several=st.lists(movements(), max_size=4), again=st.lists(st.integers(0, 30), max_size=2))
    def post_all(self, several: list[Moved], again: list[int]) -> None:
        plain = [each for each in self.written if each.root is None]
        there = [plain[which % len(plain)] for which in again if plain]
        asked = [self.movement(moved) for moved in several]
        asked += [self.movement(each.moved, key=each.entry.key) for each in there]
        with self.refused_when(several):
            made = actions.post_all(asked, now=NOW)
            assert made[len(several) :] == [each.entry for each in there]
            for moved, entry in zip(several, made, strict=False):
                self.written.append(Written(moved, entry))
                self.add(moved)

    @precondition(lambda self: self.written)
    @rule(
        which=st.integers(0, 30),
        amount=st.integers(-1_200, 1_200).filter(bool),
        out_of=st.tuples(st.sampled_from(MONEY_ROLES), st.sampled_from(["", "a"])),
    )
    def give_back(self, which: int, amount: int, out_of: tuple[Role, str]) -> None:
        root = self.written[which % len(self.written)]
        moved = root.moved[0], [Leg(out_of[0], -amount, out_of[1]), Leg(Role.REVENUE, amount, "a")]
        if root.root is not None:
            with pytest.raises(MalformedEntry):
                self.write(moved, relates_to=root.entry)
            return
        with self.refused_when([moved], root):
            self.written.append(Written(moved, self.write(moved, relates_to=root.entry), root))
            self.add(moved, root)

    @precondition(lambda self: self.written)
    @rule(which=st.integers(0, 30))
    def post_again(self, which: int) -> None:
        one = self.written[which % len(self.written)]
        root = one.root.entry if one.root else None
        assert self.write(one.moved, key=one.entry.key, at=one.entry.happened_at, relates_to=root) == one.entry

    @precondition(lambda self: self.written)
    @rule(which=st.integers(0, 30))
    def reverse(self, which: int) -> None:
        one = self.written[which % len(self.written)]
        opposite = one.moved[0], [Leg(leg.role, -leg.amount, leg.holder) for leg in one.moved[1]]
        root = one.root or one
        self.number += 1
        if one.is_reversed:
            with pytest.raises(AlreadyReversed):
                actions.reverse(entry=one.entry, key=f"r{self.number}", happened_at=NOW, now=NOW)
            return
        with self.refused_when([opposite], root):
            actions.reverse(entry=one.entry, key=f"r{self.number}", happened_at=NOW, now=NOW)
            one.is_reversed = True
            self.add(opposite, root)

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

    def movement(
        self, moved: Moved, *, key: str = "", at: datetime = NOW, relates_to: Entry | None = None
    ) -> actions.Movement:
        self.number += 1
        return actions.Movement(key or f"k{self.number}", "x", moved[0], moved[1], at, relates_to=relates_to)

    def write(self, moved: Moved, *, key: str = "", at: datetime = NOW, relates_to: Entry | None = None) -> Entry:
        (entry,) = actions.post_all([self.movement(moved, key=key, at=at, relates_to=relates_to)], now=NOW)
        return entry

    def add(self, moved: Moved, root: Written | None = None) -> None:
        currency, legs = moved
        for leg in legs:
            self.expected[currency, leg.role, leg.holder] += leg.amount
            if root is not None:
                root.back[leg.role] += leg.amount

    @contextmanager
    def refused_when(self, several: list[Moved], root: Written | None = None) -> Iterator[None]:
        """Refused, without a trace, exactly where more would be taken than is there, or would go back than came."""
        change: Counter[tuple[str, Role, str]] = Counter()
        for currency, legs in several:
            for leg in legs:
                change[currency, leg.role, leg.holder] += leg.amount
        short = any(
            place[1].has_floor and amount > 0 and self.expected[place] + amount > 0 for place, amount in change.items()
        )
        beyond = root is not None and root.is_beyond(several[0][1])
        before = Posting.objects.count()
        with pytest.raises(BeyondCapture if beyond else BelowNothing) if beyond or short else nullcontext():
            yield
        if beyond or short:
            assert Posting.objects.count() == before


TestBooks = Books.TestCase
TestBooks.settings = settings(max_examples=max(40, PROFILE.max_examples // 4), stateful_step_count=25)


class TestBroken:
    """Each law broken behind the guard's back is named."""

    @pytest.fixture(autouse=True)
    def unguarded(self) -> None:
        guards.take_down(connection)

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

    def test_more_went_back_than_came(self) -> None:
        capture = actions.post(
            key="c",
            kind="capture",
            currency="GBP",
            legs=[debit(Role.CLEARING, 5, "a"), credit(Role.REVENUE, 5)],
            happened_at=NOW,
            now=NOW,
        )
        for key in ("r1", "r2"):
            actions.post(
                key=key,
                kind="refund",
                currency="GBP",
                legs=[credit(Role.CLEARING, 3, "a"), debit(Role.REVENUE, 3)],
                happened_at=NOW,
                now=NOW,
                relates_to=capture if key == "r1" else None,
            )
        assert self.laws() == []
        Entry.objects.filter(key="r2").update(relates_to=capture)
        assert queries.broken_laws() == ["law 7: more went back of c than came in"]
