"""Letters about money to the team: disputes and their end, what did not come, what is charged no more; to whom it is given to
look after money, within their scope."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail

from almanac.business.models import Setting
from almanac.kit import clock
from almanac.kit.actor import ScopeAction
from almanac.notifications.tests.factories import mails
from almanac.outbox import worker
from almanac.payments.actions import charges, disputes
from almanac.payments.actions.settling import settle
from almanac.payments.models import Dispute, Payment
from almanac.payments.providers.online import DisputeStanding, PaymentStanding, Stage
from almanac.people.models import ManagerScope
from tests.cast import Person
from tests.shop import NOW, Booked, Shop, Visitor
from tests.tills import AWAY_FAILS, Till, check, keeps, order_of, page_of, paid, placed

pytestmark = pytest.mark.django_db
OPENED = DisputeStanding(
    reference="dp_1",
    charge="ch_1",
    stage="needs_response",
    reason="fraudulent",
    amount=4_000,
    currency="GBP",
    fee_amount=2_000,
    respond_by=NOW + timedelta(days=9),
    opened_at=NOW,
)


def told(template: str) -> list[str]:
    """Who was written to, sorted."""
    return sorted(row.address for row in mails(template=f"money_{template}"))


def said(template: str, to: str) -> str:
    """What it said to them, and where its button leads."""
    row = next(row for row in mails(template=f"money_{template}") if row.address == to)
    (sent,) = [each for each in mail.outbox if each.subject == row.subject and each.to == [to]]
    return f"{sent.subject}\n{sent.body}"


def goes(made: Booked, standing: DisputeStanding) -> Dispute:
    row = disputes.book(
        payment_id=Payment.objects.get(order__number=made.number).pk, standing=standing, now=clock.now()
    )
    worker.drain()
    return row


def rules(shop: Shop, **values: object) -> None:
    Setting.objects.update_or_create(business=shop.business, group="letters", defaults={"values": values})


@pytest.fixture
def made(shop: Shop, nora: Visitor, till: Till, ada: Person) -> Booked:
    """A visit by Sam, paid by card."""
    return paid(nora, shop, till)


class TestDisputes:
    def test_opened_with_its_deadline_then_won(self, made: Booked, ada: Person) -> None:
        goes(made, OPENED)
        goes(made, OPENED)
        assert told("disputed") == [ada.account.email]
        assert "Wed 11 March" in said("disputed", ada.account.email)
        assert "/ad/payments/disputes/" in said("disputed", ada.account.email)
        goes(made, replace(OPENED, stage="won"))
        assert told("dispute_won") == [ada.account.email]
        assert "£40" in said("dispute_won", ada.account.email)
        assert len(told("disputed")) == 1

    def test_lost(self, made: Booked, ada: Person) -> None:
        goes(made, OPENED)
        goes(made, replace(OPENED, stage="lost"))
        assert told("dispute_lost") == [ada.account.email]
        assert told("dispute_won") == []

    def test_one_that_needs_no_answer_is_told_too(self, made: Booked, ada: Person) -> None:
        goes(made, replace(OPENED, stage="under_review", respond_by=None))
        assert told("dispute_seen") == [ada.account.email]
        assert told("disputed") == []

    def test_that_our_answer_is_read_is_no_news(self, made: Booked, ada: Person) -> None:
        Dispute.objects.filter(pk=goes(made, OPENED).pk).update(answered_at=NOW)
        goes(made, replace(OPENED, stage="under_review"))
        assert told("dispute_seen") == []


class TestWhatDidNotCome:
    def test_a_debit_that_broke(self, shop: Shop, made: Booked, ada: Person) -> None:
        order = order_of(made)
        row = Payment.objects.create(
            order=order, method="bank_debit", amount=1_000, currency="GBP", state="pending", reference="d"
        )
        failed = PaymentStanding(
            reference="d", payment_id=str(row.pk), stage=Stage.FAILED, amount=1_000, currency="GBP"
        )
        settle(payment_id=row.pk, standing=failed, now=NOW)
        worker.drain()
        assert told("broken") == ["nora@example.com"]
        assert told("not_come") == [ada.account.email]
        assert f"/ad/orders/{made.number}/" in said("not_come", ada.account.email)

    def test_a_charge_that_was_given_up(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        Setting.objects.create(business=shop.business, group="payments", values={"retry_days": []})
        order = order_of(nora.booked(shop))
        keeps(till, order, AWAY_FAILS)
        due = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
        charges.run(charge_id=due.pk, now=NOW)
        worker.drain()
        assert told("charge_given_up") == ["nora@example.com"]
        assert told("not_charged") == [ada.account.email]


class TestReaders:
    def test_managers_who_may_give_money_back_within_their_scope(
        self, made: Booked, ada: Person, max_: Person, mia: Person, sam: Person
    ) -> None:
        goes(made, OPENED)
        assert told("disputed") == sorted([ada.account.email, max_.account.email])
        (to_max,) = [row for row in mails() if row.address == max_.account.email]
        assert (to_max.recipient, to_max.recipient_id) == ("account", max_.account.pk)
        assert f"/man/orders/{made.number}/" in said("disputed", max_.account.email)
        assert "/ad/" not in said("disputed", max_.account.email)

    def test_not_where_a_visit_of_it_is_out_of_scope(
        self, shop: Shop, nora: Visitor, made: Booked, ada: Person, max_: Person
    ) -> None:
        line = order_of(made).lines.get()
        visit = line.appointment
        assert visit is not None
        ManagerScope.objects.get(user=max_.user).staff_members.set([shop.sid])
        goes(made, OPENED)
        assert told("disputed") == [ada.account.email]

    def test_nor_without_the_right(self, made: Booked, ada: Person, max_: Person) -> None:
        rights = [each.value for each in ScopeAction if each is not ScopeAction.REFUNDS]
        ManagerScope.objects.filter(user=max_.user).update(actions=rights)
        goes(made, OPENED)
        assert told("disputed") == [ada.account.email]

    def test_nor_one_who_has_left(self, made: Booked, ada: Person, max_: Person) -> None:
        max_.account.is_active = False
        max_.account.save()
        goes(made, OPENED)
        assert told("disputed") == [ada.account.email]

    @pytest.mark.parametrize(
        ("setting", "readers"), [("admins", ["ada"]), ("managers", ["max"]), ("everybody", ["ada", "max"])]
    )
    def test_as_the_business_says(
        self, shop: Shop, made: Booked, ada: Person, max_: Person, setting: str, readers: list[str]
    ) -> None:
        rules(shop, disputes_to=setting, failures_to="admins")
        goes(made, OPENED)
        goes(made, replace(OPENED, stage="lost"))
        assert [address.split("@")[0] for address in told("dispute_lost")] == readers
        # Nobody but administrators can answer it.
        assert [address.split("@")[0] for address in told("disputed")] == [
            "ada",
            *(each for each in readers if each != "ada"),
        ]

    def test_administrators_where_no_manager_looks_after_it(
        self, shop: Shop, made: Booked, ada: Person, mia: Person
    ) -> None:
        rules(shop, disputes_to="managers")
        goes(made, OPENED)
        assert told("disputed") == [ada.account.email]

    def test_what_is_to_be_looked_at_is_the_administrators(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person, max_: Person
    ) -> None:
        """Nobody else can approve it."""
        made = placed(nora, shop)
        till.pay(page_of(nora, made), "4000000000004954")
        check(nora, made)
        worker.drain()
        assert told("held") == [ada.account.email]
