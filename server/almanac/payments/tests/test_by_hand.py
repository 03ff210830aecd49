"""A kept card charged by hand: with a yes, for what is owed of one's own visits, once; and what becomes of a no."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import IntegrityError, transaction

from almanac.business.models import Setting
from almanac.kit.actor import SYSTEM, ScopeAction
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.actions import charges, keeping
from almanac.payments.actions.settling import settle
from almanac.payments.actions.takings import record_taking
from almanac.payments.asking_tables import CardYes
from almanac.payments.models import ChargedLine, DueCharge, Payment, ProviderAccount
from almanac.payments.providers.online import ChargeAsk, Decline, PaymentStanding, Stage
from almanac.payments.providers.stripe import Stripe
from almanac.payments.step_tables import PaymentStep, StepKind
from almanac.people.models import ManagerScope
from almanac.sales.models import Order
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor, let_all_recur
from tests.tills import AWAY_FAILS, CHALLENGED, Till, keeps, order_of, page_of, placed

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
VISA_SHOWN = "Visa 4242"


def charge(person: Person, made: Booked, amount: int = 4_000, **more: Any) -> Any:
    headers = {"idempotency_key": more.pop("key")} if "key" in more else {}
    headers |= {"x_order_token": more.pop("token")} if "token" in more else {}
    body = {"what": "due", "shown_amount": amount, "shown_card": VISA_SHOWN, "agreed": True} | more
    return person.post(f"/orders/{made.number}/kept-charges", body, **headers)


def offered(person: Person, made: Booked) -> Any:
    return person.get(f"/orders/{made.number}").json()["card_offer"]


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def facts(name: str) -> list[dict[str, Any]]:
    return [row.payload for row in EventRow.objects.filter(name=name).order_by("at", "pk")]


def charged(till: Till) -> list[int]:
    """What the company took, and did not decline."""
    return sorted(each["amount"] for each in till.fake.book.all("ch") if each["status"] == "succeeded")


def owes(made: Booked) -> int:
    order = order_of(made)
    return order.total_amount - order.paid_amount


@pytest.fixture
def made(shop: Shop, nora: Visitor, till: Till) -> Booked:
    """A clean of 40.00 by Sam, to be paid on the day; Nora keeps a card."""
    found = nora.booked(shop, staff=shop.sam)
    keeps(till, order_of(found))
    return found


@pytest.fixture
def of_two(shop: Shop, nora: Visitor, till: Till) -> Booked:
    """A clean of 40.00 by Sam and a call of 25.00 by Sid, to be paid on the day; Nora keeps a card."""
    nora.ready(shop, staff=shop.sam)
    nora.want(shop.call)
    nora.hold(WEDNESDAY_TEN + 3 * HOUR, line=1, staff=shop.sid)
    found = Booked(**nora.book().json())
    keeps(till, order_of(found))
    return found


class TestItWorks:
    def test_what_is_due_is_charged_and_booked(self, made: Booked, till: Till, sam: Person) -> None:
        offer = offered(sam, made)
        assert (offer["card"], offer["due_amount"], offer["owed_amount"]) == (VISA_SHOWN, 4_000, 4_000)
        answer = charge(sam, made)
        assert (answer.status_code, answer.json()) == (200, {"state": "paid", "decline": "", "method": ""})
        assert (owes(made), charged(till)) == (0, [4_000])
        (fact,) = facts("payments.card_charged")
        assert fact["amount"] == 4_000
        assert EventRow.objects.get(name="payments.card_charged").user_id == sam.account.pk
        yes = CardYes.objects.get()
        assert (yes.amount, yes.asked_by_id, yes.charge.state) == (4_000, sam.account.pk, "paid")
        assert PaymentStep.objects.get(kind=StepKind.CHARGE_TRIED).actor_id == sam.account.pk
        till.tell()
        assert till.agrees()
        assert offered(sam, made) is None

    def test_all_that_is_owed_takes_what_was_to_come_by_itself(self, of_two: Booked, till: Till, ada: Person) -> None:
        order = order_of(of_two)
        first = order.lines.order_by("position")[0]
        planned = charges.plan(order=order, line_ids=[first.pk], due_at=NOW + DAY)
        offer = offered(ada, of_two)
        assert (offer["due_amount"], offer["owed_amount"]) == (2_500, 6_500)
        assert charge(ada, of_two, 6_500, what="all").json()["state"] == "paid"
        planned.refresh_from_db()
        assert (planned.state, owes(of_two), charged(till)) == ("paid", 0, [6_500])

    def test_what_comes_by_itself_later_is_left_to_its_day(
        self, of_two: Booked, till: Till, shop: Shop, ada: Person
    ) -> None:
        order = order_of(of_two)
        first = order.lines.order_by("position")[0]
        planned = charges.plan(order=order, line_ids=[first.pk], due_at=NOW + DAY)
        assert charge(ada, of_two, 2_500).json()["state"] == "paid"
        planned.refresh_from_db()
        assert (planned.state, owes(of_two)) == ("waiting", 4_000)
        shop.clock.move_to(NOW + DAY)
        worker.drain()
        assert (owes(of_two), charged(till)) == (0, [2_500, 4_000])

    def test_each_has_what_their_visits_owe_charged(self, of_two: Booked, till: Till, sam: Person, sid: Person) -> None:
        assert [offered(who, of_two)["due_amount"] for who in (sam, sid)] == [4_000, 2_500]
        assert refusal(charge(sam, of_two, 6_500, what="all")) == (409, "charge_changed")
        assert charge(sam, of_two, 4_000, what="all").json()["state"] == "paid"
        first, other = order_of(of_two).lines.order_by("position")
        assert (first.paid_amount, other.paid_amount) == (4_000, 0)
        assert refusal(charge(sam, of_two, 4_000)) == (409, "nothing_due")

    def test_a_page_that_was_open_is_closed_before(self, made: Booked, nora: Visitor, till: Till, ada: Person) -> None:
        page = page_of(nora, made)
        assert charge(ada, made).json()["state"] == "paid"
        till.pay(page)
        till.tell()
        worker.drain()
        assert (owes(made), charged(till)) == (0, [4_000])
        assert till.agrees()


class TestOnce:
    def test_the_same_key_is_the_same_charge(self, made: Booked, till: Till, ada: Person) -> None:
        first = charge(ada, made, key="one-form")
        again = charge(ada, made, key="one-form")
        assert first.json() == again.json()
        assert (charged(till), CardYes.objects.count()) == ([4_000], 1)
        assert refusal(charge(ada, made, 3_000, key="one-form")) == (422, "idempotency_key_reused")

    def test_from_another_tab_it_is_refused_while_one_is_under_way(
        self, made: Booked, till: Till, shop: Shop, ada: Person, sam: Person
    ) -> None:
        till.fake.down = [500] * 9
        first = charge(ada, made, key="one-form")
        assert first.json() == {"state": "under_way", "decline": "", "method": ""}
        assert offered(sam, made) is None
        till.fake.down = []
        assert refusal(charge(sam, made)) == (409, "charge_under_way")
        assert charge(ada, made, key="one-form").json()["state"] == "under_way"
        shop.clock.move_to(NOW + timedelta(minutes=3))
        worker.drain()
        assert charge(ada, made, key="one-form").json()["state"] == "paid"
        assert (owes(made), charged(till)) == (0, [4_000])
        assert refusal(charge(sam, made)) == (409, "nothing_due")

    def test_an_answer_that_was_lost_is_no_second_charge(
        self, made: Booked, till: Till, shop: Shop, ada: Person
    ) -> None:
        with patch.object(charges, "settle", side_effect=SystemExit), pytest.raises(SystemExit):
            charge(ada, made, key="one-form")
        assert charged(till) == [4_000]
        shop.clock.move_to(NOW + timedelta(minutes=3))
        worker.drain()
        assert charge(ada, made, key="one-form").json()["state"] == "paid"
        assert (owes(made), charged(till)) == (0, [4_000])

    def test_a_process_that_dies_before_it_asks_is_made_up_for(
        self, made: Booked, till: Till, shop: Shop, ada: Person
    ) -> None:
        with patch("almanac.payments.actions.by_hand.run", side_effect=SystemExit), pytest.raises(SystemExit):
            charge(ada, made)
        record_taking(actor=SYSTEM, order=order_of(made), method="cash", amount=1_000, now=NOW)
        let_all_recur()
        worker.drain()
        assert (owes(made), charged(till)) == (0, [3_000])

    def test_a_charge_that_comes_by_itself_waits_for_it(
        self, made: Booked, till: Till, shop: Shop, ada: Person
    ) -> None:
        order = order_of(made)
        planned = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
        till.fake.down = [500] * 9
        charge(ada, made)
        till.fake.down = []
        charges.run(charge_id=planned.pk, now=NOW)
        assert charged(till) == []
        planned.refresh_from_db()
        assert (planned.state, planned.tries) == ("waiting", 0)
        shop.clock.move_to(NOW + timedelta(minutes=5))
        worker.drain()
        planned.refresh_from_db()
        assert (planned.state, charged(till)) == ("paid", [4_000])

    def test_a_line_is_in_one_live_charge_by_hand(self, made: Booked, till: Till, ada: Person) -> None:
        till.fake.down = [500] * 9
        charge(ada, made)
        line = ChargedLine.objects.get()
        other = DueCharge.objects.create(order=order_of(made), due_at=NOW, next_try_at=NOW)
        with pytest.raises(IntegrityError), transaction.atomic():
            ChargedLine.objects.create(due_charge=other, line_id=line.line_id, by_hand=True)


class TestNo:
    @pytest.mark.parametrize(("card", "why"), [(AWAY_FAILS, "declined"), (CHALLENGED, "authentication_failed")])
    def test_the_customer_is_told_and_the_order_owes_as_before(
        self, made: Booked, till: Till, shop: Shop, ada: Person, card: str, why: str
    ) -> None:
        label = keeps(till, order_of(made), card).label
        answer = charge(ada, made, shown_card=label)
        assert (answer.json()["state"], answer.json()["decline"]) == ("failed", why)
        assert (owes(made), charged(till)) == (4_000, [])
        (fact,) = facts("payments.charge_failed")
        assert (fact["amount"], fact["next_try_at"]) == (4_000, None)
        assert facts("payments.charge_given_up") == []  # whoever pressed reads it
        offer = offered(ada, made)
        assert (offer["decline"], offer["failed_at"] is not None) == (answer.json()["decline"], True)
        shop.clock.move_to(NOW + DAY)
        worker.drain()
        assert Payment.objects.exclude(kept=None).count() == 1  # a yes to one charge is none to another
        keeps(till, order_of(made))
        assert charge(ada, made).json()["state"] == "paid"

    def test_one_that_comes_by_itself_comes_on_its_day(self, made: Booked, till: Till, shop: Shop, ada: Person) -> None:
        order = order_of(made)
        planned = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW + DAY)
        label = keeps(till, order, AWAY_FAILS).label
        assert charge(ada, made, shown_card=label, what="all").json()["state"] == "failed"
        planned.refresh_from_db()
        assert (planned.state, planned.tries, planned.due_at) == ("waiting", 0, NOW + DAY)
        keeps(till, order)
        shop.clock.move_to(NOW + DAY)
        worker.drain()
        assert (owes(made), charged(till)) == (0, [4_000])

    def test_a_no_that_comes_later_is_told_to_the_team(self, made: Booked, till: Till, shop: Shop, ada: Person) -> None:
        label = keeps(till, order_of(made), AWAY_FAILS).label
        till.fake.down = [500] * 9
        assert charge(ada, made, shown_card=label).json()["state"] == "under_way"
        till.fake.down = []
        shop.clock.move_to(NOW + timedelta(minutes=3))
        worker.drain()
        assert len(facts("payments.charge_given_up")) == 1
        assert owes(made) == 4_000

    def test_a_debit_that_breaks_days_later_is_told_to_the_team(
        self, made: Booked, till: Till, shop: Shop, ada: Person
    ) -> None:
        def promised(_: Stripe, ask: ChargeAsk) -> PaymentStanding:
            return PaymentStanding("PM1", ask.payment_id, Stage.PENDING, ask.amount, ask.currency)

        with patch.object(Stripe, "charge_kept", promised):
            assert charge(ada, made).json()["state"] == "promised"
        assert refusal(charge(ada, made)) in [(409, "nothing_due"), (409, "charge_under_way")]
        shop.clock.move_to(NOW + 4 * DAY)
        payment = Payment.objects.get(state="pending")
        broken = PaymentStanding("PM1", str(payment.pk), Stage.FAILED, 4_000, "GBP", decline=Decline.INSUFFICIENT)
        for _ in range(2):
            settle(payment_id=payment.pk, standing=broken, now=NOW + 4 * DAY)
        assert len(facts("payments.charge_given_up")) == 1
        assert (owes(made), DueCharge.objects.get().state) == (4_000, "withdrawn")
        assert charge(ada, made).json()["state"] == "paid"
        assert till.agrees()

    def test_what_a_bank_promised_meanwhile_ends_the_yes(
        self, made: Booked, nora: Visitor, till: Till, shop: Shop, ada: Person
    ) -> None:
        """The debit may break in days: the card is not charged then, on the yes of today."""
        page_of(nora, made)
        with patch("almanac.payments.actions.by_hand.run", side_effect=SystemExit), pytest.raises(SystemExit):
            charge(ada, made)
        page = Payment.objects.get(state="open")
        promised = PaymentStanding(page.reference, str(page.pk), Stage.PENDING, 4_000, "GBP")
        settle(payment_id=page.pk, standing=promised, now=NOW)
        let_all_recur()
        worker.drain()
        assert (DueCharge.objects.get().state, charged(till)) == ("withdrawn", [])
        assert not ChargedLine.objects.filter(is_live=True).exists()
        broken = PaymentStanding(page.reference, str(page.pk), Stage.FAILED, 4_000, "GBP", decline=Decline.INSUFFICIENT)
        shop.clock.move_to(NOW + DAY)
        settle(payment_id=page.pk, standing=broken, now=NOW + DAY)
        worker.drain()
        assert (owes(made), charged(till)) == (4_000, [])

    def test_what_is_called_off_meanwhile_goes_back(
        self, made: Booked, nora: Visitor, till: Till, shop: Shop, ada: Person
    ) -> None:
        till.fake.lose_answers = 9
        charge(ada, made)
        assert nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token).status_code == 204
        till.fake.lose_answers = 0
        for minutes in (3, 10):
            shop.clock.move_to(NOW + timedelta(minutes=minutes))
            worker.drain()
        till.tell()
        worker.drain()
        assert till.agrees()
        assert order_of(made).paid_amount == 0
        assert not DueCharge.objects.filter(state="trying").exists()


class TestRefused:
    def test_without_a_yes_nothing_is_asked(self, made: Booked, till: Till, ada: Person) -> None:
        assert charge(ada, made, agreed=False).status_code == 422
        assert charge(ada, made, what="3999").status_code == 422
        assert Payment.objects.exclude(kept=None).count() == 0

    def test_whoever_does_not_take_its_money(
        self, made: Booked, nora: Visitor, till: Till, sid: Person, max_: Person
    ) -> None:
        assert refusal(charge(sid, made)) == (404, "not_found")
        assert refusal(charge(sid, made, token=made.token)) == (403, "not_allowed")
        assert charge(nora, made, token=made.token).status_code in (401, 403)
        ManagerScope.objects.filter(user=max_.account).update(actions=[ScopeAction.REFUNDS.value])
        assert refusal(charge(max_, made)) == (403, "not_allowed")
        assert offered(max_, made) is None
        assert nora.get(f"/orders/{made.number}", x_order_token=made.token).json()["card_offer"] is None
        assert DueCharge.objects.count() == 0

    def test_what_has_changed_since_it_was_read_out(self, made: Booked, till: Till, ada: Person) -> None:
        answer = charge(ada, made, 3_999)
        assert refusal(answer) == (409, "charge_changed")
        assert (answer.json()["amount"], answer.json()["card"]) == (4_000, VISA_SHOWN)
        other = keeps(till, order_of(made), "5555555555554444")
        assert refusal(charge(ada, made)) == (409, "charge_changed")
        assert charge(ada, made, shown_card=other.label).json()["state"] == "paid"

    def test_where_nothing_is_kept(self, made: Booked, till: Till, ada: Person) -> None:
        ProviderAccount.objects.update(is_on=False)
        assert offered(ada, made) is None
        assert refusal(charge(ada, made)) == (409, "no_card_kept")
        ProviderAccount.objects.update(is_on=True)
        keeping.remove(actor=SYSTEM, kept_id=keeps(till, order_of(made)).pk, now=NOW)
        for kept in order_of(made).customer.kept_methods.filter(removed_at=None):
            keeping.remove(actor=SYSTEM, kept_id=kept.pk, now=NOW)
        assert refusal(charge(ada, made)) == (409, "no_card_kept")

    def test_an_order_that_waits_for_its_money(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        waits = placed(nora, shop)
        keeps(till, order_of(waits))
        assert offered(ada, waits) is None
        assert refusal(charge(ada, waits)) == (409, "order_waits")

    def test_a_card_that_was_removed_after_the_yes(self, made: Booked, till: Till, shop: Shop, ada: Person) -> None:
        with patch("almanac.payments.actions.by_hand.run", side_effect=SystemExit), pytest.raises(SystemExit):
            charge(ada, made)
        (kept,) = order_of(made).customer.kept_methods.all()
        keeping.remove(actor=SYSTEM, kept_id=kept.pk, now=NOW)
        keeps(till, order_of(made), "5555555555554444")  # another card is no card of the yes
        let_all_recur()
        worker.drain()
        assert (owes(made), charged(till), CardYes.objects.get().charge.decline) == (4_000, [], "no_card")

    def test_subscriptions_do_not_stand_still_for_it(self, made: Booked, till: Till, shop: Shop, ada: Person) -> None:
        """It has no schedule of tries, and none of its business's settings makes one."""
        Setting.objects.create(business=shop.business, group="payment", values={"retry_days": []})
        label = keeps(till, order_of(made), AWAY_FAILS).label
        charge(ada, made, shown_card=label)
        assert facts("payments.charge_given_up") == []
        assert Order.objects.get(number=made.number).state == "confirmed"
