"""What may happen in any order, and what must be so at the end: one company, orders of all kinds."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Sum
from django.db.models.functions import Coalesce
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from almanac.invoices.tests.laws import broken_documents
from almanac.kit import clock
from almanac.ledger import exports
from almanac.ledger.models import Role
from almanac.ledger.queries import total_of
from almanac.payments.models import DueCharge, ProviderAccount, Refund
from fakes.stripe.webhooks import Trouble
from tests.beancounting import faults_in
from tests.cast import Person
from tests.followed import follow
from tests.money_beginnings import Beginning
from tests.shop import NOW, Booked, Shop
from tests.tills import CHALLENGED, DECLINED, VISA, Till

LONDON = ZoneInfo("Europe/London")
CARDS = st.sampled_from([VISA, VISA, VISA, CHALLENGED, DECLINED])
PICK = st.integers(0, 20)
LEAST = 30  # pence: for less the company takes no payment


class World(RuleBasedStateMachine):
    """Orders of all kinds, one company."""

    def __init__(self, shop: Shop, till: Till, ada: Person, beginning: Beginning) -> None:
        super().__init__()
        self.shop, self.till, self.ada = shop, till, ada
        self.orders, self.series, self.given = beginning.orders, beginning.series, beginning.given
        self.visited, self.package = beginning.visited, beginning.package
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.now = NOW
        shop.clock.move_to(self.now)
        ProviderAccount.objects.update(read_until=self.now)  # as all that recurs, it was done just now
        fake = till.fake
        fake.book.things.clear()
        fake.answers.clear()
        fake.webhooks.kept.clear()
        fake.webhooks.trouble, fake.api.refunds_end_as = Trouble.NONE, "succeeded"
        self.pages: list[str] = []
        self.written: dict[str, int] = {}  # in the books, when their laws were looked at last

    def teardown(self) -> None:
        try:
            assert faults_in(exports.beancount(exports.whole(LONDON, clock.now().date()))) == []
        finally:
            self.put_back()

    def put_back(self) -> None:
        self.shop.clock.move_to(NOW)
        self.till.fake.down, self.till.fake.lose_answers = [], 0
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def settled(self) -> None:
        """The network is well again, days have passed: the books say what the company's say."""
        self.till.fake.down, self.till.fake.lose_answers = [], 0
        self.till.tell()
        for minutes in (1, 60, 60, 600):
            self.now += timedelta(minutes=minutes)
            self.shop.clock.move_to(self.now)
            follow()
            self.till.tell()
        follow()
        assert self.till.agrees()
        assert broken_documents() == []
        assert not Refund.objects.filter(state="asked").exclude(payment__account=None).exists()
        assert not DueCharge.objects.filter(state="trying").exists()
        for refund in of_nobody():
            answer = self.ada.post(f"/refunds/{refund.pk}/otherwise", {"way": "cash"})
            assert answer.status_code == 200 or answer.json()["code"] == "too_much_back"  # it went back meanwhile
        assert total_of(Role.SUSPENSE).get("GBP", 0) == 0  # nothing is kept that nobody owed
        assert self.till.agrees()


def of_nobody() -> list[Refund]:
    """Refunds that failed and of which a part at least is owed by nobody: of no line, and no tip."""
    failed = Refund.objects.filter(state="failed", is_followed=False).exclude(why="tip")
    return list(failed.annotate(of_lines=Coalesce(Sum("shares__amount"), 0)).filter(amount__gt=F("of_lines")))


def is_too_little(said: dict[str, Any]) -> bool:
    """Whether what is left to pay is less than the company takes."""
    return (said["code"], said.get("reason")) == ("payment_refused", "amount_too_small")


def asked_back(made: Booked) -> int:
    asked = Refund.objects.filter(payment__order__number=made.number).exclude(state="failed")
    return asked.aggregate(sum=Sum("amount"))["sum"] or 0
