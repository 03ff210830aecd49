"""What happened to a payment, step by step, as the team sees it; and the list it is found in."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.outbox import worker
from almanac.payments.actions.charges import plan, run
from almanac.payments.actions.pages import mind
from almanac.payments.models import Payment
from almanac.payments.step_tables import PaymentStep
from almanac.people.models import ManagerScope
from fakes.stripe.money import decide, end_refund, warn
from tests.cast import Person
from tests.shop import NOW, Booked, Shop, Visitor, days_from_now
from tests.tills import AWAY_FAILS, DECLINED, DISPUTED, Till, check, keeps, order_of, page_of, paid, placed

pytestmark = pytest.mark.django_db
HIGHEST = "4000000000004954"


def payment_of(made: Booked) -> Payment:
    return Payment.objects.filter(order__number=made.number).latest("created_at", "pk")


def seen(ada: Person, payment: Payment) -> dict[str, Any]:
    answer = ada.get(f"/payments/{payment.pk}")
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def kinds(ada: Person, payment: Payment) -> list[str]:
    return [step["kind"] for step in seen(ada, payment)["steps"]]


class TestByCard:
    def test_declined_then_mended_then_a_part_back(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = placed(nora, shop)
        page = page_of(nora, made)
        till.pay(page, DECLINED)
        for _ in range(3):  # asked about it again and again, it is one try
            check(nora, made)
        shop.clock.move_to(NOW + timedelta(minutes=2))
        assert page_of(nora, made) == page
        till.pay(page)
        till.tell()
        worker.drain()
        line = order_of(made).lines.get()
        ada.post(
            f"/orders/{made.number}/refunds", {"lines": [{"line_id": str(line.pk), "amount": 500}], "note": "late"}
        )
        worker.drain()
        found = seen(ada, payment_of(made))
        steps = {step["kind"]: step for step in found["steps"]}
        assert list(steps) == ["page_opened", "declined", "captured", "fee", "refund_asked", "refund_done"]
        assert len(found["steps"]) == 6
        assert (steps["declined"]["reason"], steps["declined"]["amount"]) == ("generic_decline", 4_000)
        assert steps["declined"]["reference"].startswith("ch_")
        assert (steps["captured"]["amount"], steps["captured"]["reference"]) == (4_000, found["payment"]["charge"])
        assert (steps["refund_asked"]["amount"], steps["refund_asked"]["by"]) == (500, "Ada Admin")
        assert (steps["refund_done"]["reference"][:3], steps["refund_done"]["by"]) == ("re_", "")
        assert [entry["kind"] for entry in found["entries"]] == ["capture", "fee", "refund"]
        assert {notice["kind"] for notice in found["notices"]} >= {"checkout.session.completed", "charge.failed"}
        assert all(notice["handled_at"] for notice in found["notices"])

    def test_declined_and_paid_within_one_second(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        """The company tells whole seconds, we know parts of them: what was declined first stays first."""
        made = placed(nora, shop)
        page = page_of(nora, made)
        till.pay(page, DECLINED)
        shop.clock.move_to(NOW + timedelta(milliseconds=300))
        check(nora, made)
        shop.clock.move_to(NOW + timedelta(milliseconds=900))
        till.pay(page)
        check(nora, made)
        worker.drain()
        payment = payment_of(made)
        assert payment.captured_at == NOW
        assert kinds(ada, payment)[:3] == ["page_opened", "declined", "captured"]

    def test_never_paid_it_closes(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = placed(nora, shop)
        page_of(nora, made)
        shop.clock.move_to(NOW + timedelta(hours=2))
        mind(payment_of(made), now=NOW + timedelta(hours=2))
        assert kinds(ada, payment_of(made)) == ["page_opened", "closed"]

    def test_a_warning_of_fraud_is_told_once_and_moves_no_money(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made = placed(nora, shop)
        till.pay(page_of(nora, made), "4000000000005423")
        check(nora, made)
        mail.outbox.clear()
        till.tell(times=2, backwards=True)
        worker.drain()
        payment = payment_of(made)
        (notice,) = payment.notices.filter(about="warning")
        assert ada.post(f"/payment-notices/{notice.pk}/replay", {}).status_code == 200
        worker.drain()
        (warned,) = [step for step in seen(ada, payment)["steps"] if step["kind"] == "warned"]
        assert (warned["reason"], warned["reference"][:6]) == ("unauthorized_use_of_card", "issfr_")
        assert seen(ada, payment)["payment"]["warned_at"] is not None
        letters = [letter for letter in mail.outbox if letter.subject.startswith("Warning of fraud")]
        assert ada.user is not None
        assert [letter.to for letter in letters] == [[ada.user.email]]
        assert till.agrees()

    def test_a_warning_about_nothing_of_ours_says_so(self, shop: Shop, till: Till, ada: Person) -> None:
        stranger = till.fake.book.make(
            "ch", amount=1, currency="gbp", disputed=False, refunded=False, payment_intent=None
        )
        warn(till.fake.book, stranger, "misc")
        till.tell()
        worker.drain()
        (notice,) = ada.get("/payment-notices").json()["items"]
        assert (notice["about"], notice["error"], notice["handled_at"]) == ("warning", "no payment of ours", None)

    @pytest.mark.parametrize("outcome", ["won", "lost"])
    def test_a_dispute_from_its_opening_to_its_end(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person, outcome: str
    ) -> None:
        made = placed(nora, shop)
        till.pay(page_of(nora, made), DISPUTED)
        check(nora, made)
        till.tell()
        worker.drain()
        row = payment_of(made).disputes.get()
        assert ada.post(f"/disputes/{row.pk}/answer", {"note": "we were there"}).status_code == 200
        decide(till.fake.book, till.fake.book.all("du")[0], outcome)
        till.tell()
        worker.drain()
        found = seen(ada, payment_of(made))
        wanted = ["dispute_opened", "dispute_answered", "dispute_reviewed", f"dispute_{outcome}"]
        assert [step["kind"] for step in found["steps"] if step["kind"].startswith("dispute")] == wanted
        entries = [entry["kind"] for entry in found["entries"] if entry["kind"].startswith("dispute")]
        assert entries == ["dispute", "dispute_fee"] + (["dispute_won"] if outcome == "won" else [])

    def test_a_dispute_that_is_told_of_before_the_money(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made = placed(nora, shop)
        till.pay(page_of(nora, made), DISPUTED)
        messages = till.messages()
        till.post([each for each in messages if b"charge.dispute.created" in each[0]])
        worker.drain()
        told = ["captured", "dispute_opened", "fee", "page_opened"]
        assert sorted(kinds(ada, payment_of(made))) == told
        till.post(messages)
        worker.drain()
        assert sorted(kinds(ada, payment_of(made))) == told
        assert till.agrees()

    def test_held_and_approved(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = placed(nora, shop)
        till.pay(page_of(nora, made), HIGHEST)
        check(nora, made)
        (review,) = ada.get("/payment-reviews").json()["items"]
        ada.post(f"/payment-reviews/{review['id']}/approve", {})
        found = seen(ada, payment_of(made))
        steps = {step["kind"]: step for step in found["steps"]}
        assert (steps["held"]["reason"], steps["held"]["about"]) == ("risk_highest", review["id"])
        assert (steps["approved"]["by"], found["was_held"]) == ("Ada Admin", True)

    def test_a_refund_that_fails_after_all(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = placed(nora, shop)
        till.pay(page_of(nora, made))
        check(nora, made)
        line = order_of(made).lines.get()
        back = {"lines": [{"line_id": str(line.pk), "amount": 4_000}], "note": "sorry"}
        ada.post(f"/orders/{made.number}/refunds", back)
        worker.drain()
        end_refund(till.fake.book, till.fake.book.all("re")[0], "failed")
        till.tell()
        worker.drain()
        found = [kind for kind in kinds(ada, payment_of(made)) if kind.startswith("refund")]
        assert found == ["refund_asked", "refund_done", "refund_failed"]


class TestByOtherWays:
    def test_on_the_day_agreed_and_owed_no_more(self, shop: Shop, nora: Visitor, ada: Person) -> None:
        made = nora.booked(shop, days_from_now(7))
        nora.post(f"/orders/{made.number}/cancel", {}, x_order_token=made.token)
        ada.post(f"/appointments/{made.visit.pk}/cancel", {"reason": "ill"})
        assert kinds(ada, payment_of(made)) == ["agreed", "closed"]

    def test_taken_at_the_door_by_somebody_of_the_team(self, shop: Shop, nora: Visitor, ada: Person) -> None:
        made = nora.booked(shop, days_from_now(7))
        ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 1_500})
        agreed, taken = Payment.objects.filter(order__number=made.number).order_by("created_at")
        (step,) = seen(ada, taken)["steps"]
        assert (step["kind"], step["amount"], step["by"]) == ("captured", 1_500, "Ada Admin")
        assert [(each["kind"], each["amount"]) for each in seen(ada, agreed)["steps"]] == [
            ("agreed", 4_000),
            ("changed", 2_500),
        ]

    def test_a_kept_card_tried_while_its_customer_is_away(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made = nora.booked(shop, days_from_now(7))
        order = order_of(made)
        keeps(till, order, AWAY_FAILS)
        charge = plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
        run(charge_id=charge.pk, now=NOW)
        found = seen(ada, payment_of(made))
        assert [step["kind"] for step in found["steps"]] == ["charge_tried", "declined", "failed"]
        assert found["steps"][0]["about"] == str(charge.pk)


class TestWhoSees:
    def test_a_manager_of_refunds_without_books_and_messages(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person, max_: Person
    ) -> None:
        made = paid(nora, shop, till, staff=shop.sam)
        payment = payment_of(made)
        assert seen(ada, payment)["entries"]
        found = max_.get(f"/payments/{payment.pk}")
        assert found.status_code == 200, found.content
        assert (found.json()["entries"], found.json()["notices"]) == (None, None)
        ManagerScope.objects.all().delete()
        assert max_.get(f"/payments/{payment.pk}").status_code == 404

    def test_nobody_else_and_nothing_that_is_not_there(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person, cleo: Person, sam: Person
    ) -> None:
        payment = payment_of(paid(nora, shop, till))
        path = f"/payments/{payment.pk}"
        statuses = [who.get(path).status_code for who in (Person(), cleo, sam)]
        assert statuses == [401, 403, 404]
        assert ada.get("/payments/00000000-0000-7000-8000-000000000000").status_code == 404

    def test_as_many_queries_however_much_happened(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = paid(nora, shop, till)
        payment, line, counts = payment_of(made), order_of(made).lines.get(), []
        back = {"lines": [{"line_id": str(line.pk), "amount": 100}], "note": "late"}
        for _ in range(3):
            ada.post(f"/orders/{made.number}/refunds", back)
            worker.drain()
            with CaptureQueriesContext(connection) as asked:
                seen(ada, payment)
            counts.append(len(asked))
        assert counts[0] == counts[1] == counts[2]


class TestNothingIsChanged:
    def test_steps_are_added_and_nothing_else(self, shop: Shop, nora: Visitor) -> None:
        nora.booked(shop, days_from_now(7))
        step = PaymentStep.objects.get()
        step.amount = 1
        for change in (
            step.save,
            step.delete,
            PaymentStep.objects.all().delete,
            lambda: PaymentStep.objects.update(amount=1),
        ):
            with pytest.raises(TypeError, match="what happened to a payment"):
                change()
        assert PaymentStep.objects.get().amount == 4_000


class TestStepsSoFar:
    """Payments from before their steps were written: the migration writes what their rows know."""

    @staticmethod
    def written_anew() -> None:
        PaymentStep.objects.all()._raw_delete(PaymentStep.objects.db)
        import_module("almanac.payments.migrations.0009_steps_so_far").write(apps, None)

    def test_by_card_with_a_dispute_and_a_review(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = placed(nora, shop)
        till.pay(page_of(nora, made), DISPUTED)
        check(nora, made)
        till.tell()
        worker.drain()
        row = payment_of(made).disputes.get()
        assert ada.post(f"/disputes/{row.pk}/answer", {"note": "we were there"}).status_code == 200
        decide(till.fake.book, till.fake.book.all("du")[0], "lost")
        till.tell()
        worker.drain()
        before = seen(ada, payment_of(made))["steps"]
        self.written_anew()
        after = seen(ada, payment_of(made))["steps"]
        # When the bank began to look at it was not kept.
        known = [step for step in before if step["kind"] != "dispute_reviewed"]
        facts = ("kind", "amount", "reference", "by", "about")
        assert sorted(tuple(str(step[name]) for name in facts) for step in after) == sorted(
            tuple(str(step[name]) for name in facts) for step in known
        )

    def test_agreed_taken_and_given_back(self, shop: Shop, nora: Visitor, ada: Person) -> None:
        made = nora.booked(shop, days_from_now(7))
        ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 4_000})
        line = order_of(made).lines.get()
        back = {"lines": [{"line_id": str(line.pk), "amount": 500}], "note": "late"}
        (refund,) = ada.post(f"/orders/{made.number}/refunds", back).json()
        ada.post(f"/refunds/{refund['id']}/given", {})
        self.written_anew()
        agreed, taken = Payment.objects.filter(order__number=made.number).order_by("created_at", "pk")
        assert kinds(ada, agreed) == ["closed"]
        assert sorted(kinds(ada, taken)) == ["captured", "refund_asked", "refund_done"]
        assert {step["by"] for step in seen(ada, taken)["steps"]} == {"Ada Admin", ""}


class TestTheList:
    @pytest.fixture
    def two(self, shop: Shop, nora: Visitor, rival: Visitor) -> tuple[Booked, Booked]:
        """One made a quarter past midnight of the 3rd in London's winter, one a day before."""
        first = nora.booked(shop, days_from_now(7))
        second = rival.booked(shop, days_from_now(8))
        Payment.objects.filter(order__number=first.number).update(created_at=NOW.replace(day=3, hour=0, minute=15))
        Payment.objects.filter(order__number=second.number).update(created_at=NOW.replace(day=2, hour=12))
        return first, second

    @staticmethod
    def numbers(ada: Person, query: str) -> list[str]:
        answer = ada.get(f"/payments?{query}")
        assert answer.status_code == 200, answer.content
        return [each["order_number"] for each in answer.json()["items"]]

    def test_by_days_on_the_clock_that_is_named(self, two: tuple[Booked, Booked], ada: Person) -> None:
        first, second = (made.number for made in two)
        assert self.numbers(ada, "first_on=2026-03-03&zone=Europe/London") == [first]
        assert self.numbers(ada, "last_on=2026-03-02&zone=Europe/London") == [second]
        assert self.numbers(ada, "last_on=2026-03-02&zone=America/New_York") == [first, second]
        answer = ada.get("/payments?first_on=2026-03-03&last_on=2026-03-02")
        assert (answer.status_code, list(answer.json()["fields"])) == (422, ["last_on"])
        assert ada.get("/payments?zone=Mars/Olympus").status_code == 422

    def test_by_business_and_by_the_beginning_of_a_number(self, two: tuple[Booked, Booked], ada: Person) -> None:
        first, second = (made.number for made in two)
        assert self.numbers(ada, f"number={first.lower()}") == [first]
        assert set(self.numbers(ada, f"number={first[:3]}")) == {first, second}
        assert self.numbers(ada, "business=nobody") == []
        assert set(self.numbers(ada, "business=valclean")) == {first, second}
        assert ada.get(f"/payments.csv?number={first}").status_code == 200
