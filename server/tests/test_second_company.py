"""A second company for cards behind the product: Mollie beside Stripe. New payments go to whoever comes first; all that was
begun with one stays with it; and the books say what each company's own book says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from threading import Thread
from typing import Any

import httpx
import pytest

from almanac.booking.actions.paying import mind_payments
from almanac.kit import clock
from almanac.ledger.models import Entry
from almanac.outbox import worker
from almanac.payments import looks
from almanac.payments.accounts import company
from almanac.payments.actions import charges, keeping, notices
from almanac.payments.models import ChargeState, Dispute, KeptMethod, Payment, ProviderAccount, ProviderNotice, Refund
from almanac.payments.providers.mollie import MOLLIE
from almanac.payments.providers.online import Line as Bought
from almanac.payments.providers.online import PaymentAsk
from almanac.payments.tests.test_companies import Line, line
from fakes.mollie.server import Fake
from tests.cast import Person
from tests.shop import NOW, Booked, Shop, Visitor, let_all_recur
from tests.tills import Till, check, keeps, order_of, page_of
from tests.tills import paid as paid_by_stripe

pytestmark = pytest.mark.django_db
VISA, CHALLENGED, DECLINED, AWAY_FAILS = "4242424242424242", "4000002760003184", "4000000000000002", "4000000000000341"


@pytest.fixture
def mollie(shop: Shop) -> Iterator[Line]:
    with Fake() as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield line(shop, MOLLIE, "card", fake, {"api_key": fake.rest.api_key, "webhook_secret": "word"})
        fake.shutdown()


def pay(url: str, card: str = VISA, *, proof: str = "complete") -> None:
    answer = httpx.post(url, data={"number": card, "expiry": "12 / 34", "cvc": "123"})
    if "/checkout/3ds/" in answer.headers["location"]:
        bank = httpx.URL(url).join(answer.headers["location"])
        answer = httpx.post(bank, data={"proof": proof})
    assert answer.status_code == 303


def standing(made: Booked) -> tuple[str, str]:
    payment = Payment.objects.filter(order__number=made.number).order_by("-pk")[0]
    return order_of(made).state, payment.state


def paid(mollie: Line, visitor: Visitor, shop: Shop, card: str = VISA, **more: Any) -> Payment:
    return Payment.objects.get(order__number=bought(mollie, visitor, shop, card, **more).number)


def bought(mollie: Line, visitor: Visitor, shop: Shop, card: str = VISA, **more: Any) -> Booked:
    visitor.ready(shop, **more)
    made = Booked(**visitor.book(payment_method="card").json())
    pay(page_of(visitor, made), card)
    assert check(visitor, made)["state"] == "captured"
    mollie.told()
    assert standing(made) == ("confirmed", "captured")
    return made


def test_the_word_that_opens_our_door_is_not_shown_with_a_message(
    shop: Shop, mollie: Line, nora: Visitor, ada: Person
) -> None:
    paid(mollie, nora, shop)
    for was_asked_for in (False, True):
        kept = ProviderNotice.objects.filter(was_asked_for=was_asked_for)[0]
        assert "?key=word" in kept.headers + kept.body  # as it came: so it is read anew
        told = ada.get(f"/payment-notices/{kept.pk}")
        assert "?key=…" in str(told.json()["headers"]) + told.json()["body"]
        assert "key=word" not in told.content.decode()
        ProviderNotice.objects.all().delete()
        assert notices.catch_up(now=clock.now()) == 1  # had its message never come


def called_off(visitor: Visitor, made: Booked) -> None:
    answer = visitor.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    assert answer.status_code == 204, answer.content
    worker.drain()


def control(mollie: Line, verb: str, **asked: Any) -> dict[str, Any]:
    answer = httpx.post(f"{mollie.fake.url}/_control/{verb}", json=asked)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_paid_after_the_bank_asked(shop: Shop, nora: Visitor, mollie: Line) -> None:
    payment = paid(mollie, nora, shop, CHALLENGED)
    assert (payment.paid_with, payment.account.provider if payment.account else "") == ("Visa 3184", "mollie")
    assert mollie.agrees()
    assert payment.amount == mollie.theirs() == 4_000


def test_a_closed_browser_and_its_message_alone_however_often(shop: Shop, nora: Visitor, mollie: Line) -> None:
    made = mollie.placed(nora, shop)
    pay(page_of(nora, made))
    assert set(mollie.tell(times=3)) == {200}
    let_all_recur()
    worker.drain()
    assert standing(made) == ("confirmed", "captured")
    mollie.told()
    seen = {notice.event_id.partition(":")[2]: notice.times for notice in ProviderNotice.objects.all()}
    assert seen == {"authorized": 3, "paid": 2}  # its own list told of the second too
    assert Entry.objects.filter(kind="capture").count() == 1
    assert mollie.agrees()


def test_a_lost_message_is_missed_by_nobody(shop: Shop, nora: Visitor, mollie: Line) -> None:
    made = mollie.placed(nora, shop)
    control(mollie, "webhooks", trouble="lost")
    pay(page_of(nora, made))
    (payment,) = Payment.objects.filter(state="open")
    assert payment.pay_by is not None
    assert payment.pay_by - NOW <= timedelta(minutes=15)  # a page there lasts no longer
    mind_payments(now=payment.pay_by)
    worker.drain()
    assert standing(made) == ("confirmed", "captured")
    assert mollie.agrees()


def test_while_mollie_is_down_its_message_waits(shop: Shop, nora: Visitor, mollie: Line) -> None:
    made = mollie.placed(nora, shop)
    pay(page_of(nora, made))
    mollie.fake.down = [503] * 20
    assert set(mollie.tell()) == {200}
    assert ProviderNotice.objects.get().about == "unread"
    mollie.fake.down = []
    shop.clock.move_to(NOW + timedelta(minutes=1))
    worker.drain()
    assert standing(made) == ("confirmed", "captured")


def test_what_no_message_told_is_found_in_its_lists(shop: Shop, nora: Visitor, rival: Visitor, mollie: Line) -> None:
    payment = paid(mollie, nora, shop)
    control(mollie, "webhooks", trouble="lost")
    other = Booked(**_placed(rival, shop))
    pay(page_of(rival, other))
    back = {"amount": {"currency": "GBP", "value": "15.00"}}  # by hand, on Mollie's own page
    key = {"Authorization": "Bearer test_standinstandinstandinstandin"}
    url = f"{mollie.fake.url}/v2/payments/{payment.charge}/refunds"
    assert httpx.post(url, json=back, headers=key).status_code == 201
    taken = control(mollie, "chargeback", payment=payment.charge)["id"]
    for hours in (1, 2):  # the second time nothing is new
        shop.clock.move_to(NOW + timedelta(hours=hours))
        notices.catch_up(now=NOW + timedelta(hours=hours))
        worker.drain()
    assert standing(other) == ("confirmed", "captured")
    assert (Refund.objects.get().why, Dispute.objects.get().amount) == ("elsewhere", 2_500)
    assert not ProviderNotice.objects.filter(was_asked_for=True).exclude(error="").exists()
    assert (mollie.agrees(), mollie.theirs()) == (True, 4_000)
    control(mollie, "reverse", id=taken)
    shop.clock.move_to(NOW + timedelta(days=90))
    notices.catch_up(now=NOW + timedelta(days=90))
    worker.drain()
    assert (Dispute.objects.get().stage, mollie.agrees(), mollie.theirs()) == ("won", True, 6_500)


def _placed(visitor: Visitor, shop: Shop) -> dict[str, Any]:
    visitor.ready(shop, staff=shop.sid)
    found: dict[str, Any] = visitor.book(payment_method="card").json()
    return found


def test_messages_of_strangers_are_not_taken_and_ask_nobody(shop: Shop, nora: Visitor, mollie: Line) -> None:
    made = mollie.placed(nora, shop)
    pay(page_of(nora, made))
    ((body, headers),) = mollie.fake.telling.messages()
    mollie.fake.down = [500] * 3
    for path in ("/api/payment-webhooks/mollie", "/api/payment-webhooks/mollie?key=guessed"):
        sent = Person().client.post(path, data=body, content_type=headers["Content-Type"])
        assert sent.status_code == 403
    kept: list[Any] = list(ProviderNotice.objects.values_list("account", "about", "error"))
    assert (kept, len(mollie.fake.down)) == ([(None, "refused", "signature")] * 2, 3)


def test_declined_there_a_new_page_mends_it(shop: Shop, nora: Visitor, mollie: Line) -> None:
    made = mollie.placed(nora, shop)
    first = page_of(nora, made)
    pay(first, DECLINED)
    assert check(nora, made)["state"] == "failed"
    worker.drain()
    assert standing(made) == ("placed", "failed")
    second = page_of(nora, made)
    assert second != first
    pay(second)
    assert check(nora, made)["state"] == "captured"
    mollie.told()
    assert standing(made) == ("confirmed", "captured")
    assert mollie.agrees()


def test_what_is_promised_too_late_is_given_back_and_not_taken(shop: Shop, nora: Visitor, mollie: Line) -> None:
    made = mollie.placed(nora, shop)
    page = page_of(nora, made)
    control(mollie, "webhooks", trouble="kept")
    (payment,) = Payment.objects.filter(state="open")
    Payment.objects.update(pay_by=NOW)  # ours ended before theirs
    mind_payments(now=NOW)
    worker.drain()
    assert standing(made) == ("cancelled", "cancelled")
    pay(page)
    mollie.told()
    payment.refresh_from_db()
    assert (payment.state, mollie.theirs(), Entry.objects.count()) == ("cancelled", 0, 0)
    assert control(mollie, "book")["payments"] == {payment.reference: "canceled"}


@pytest.mark.parametrize("arrives", [True, False])
def test_money_goes_back_by_whom_it_came(shop: Shop, nora: Visitor, mollie: Line, arrives: bool) -> None:
    made = bought(mollie, nora, shop)
    called_off(nora, made)
    payment = Payment.objects.get(order__number=made.number)
    refund = Refund.objects.get()
    assert (refund.state, refund.reference.partition("/")[0]) == ("pending", payment.charge)
    assert mollie.agrees()
    control(mollie, "end-refund", id=refund.reference.partition("/")[2], status="refunded" if arrives else "failed")
    mollie.told()
    refund.refresh_from_db()
    assert refund.state == ("done" if arrives else "failed")
    assert mollie.agrees()
    assert mollie.theirs() == (0 if arrives else 4_000)


def test_a_chargeback_takes_the_money_and_may_bring_it_back(shop: Shop, nora: Visitor, mollie: Line) -> None:
    payment = paid(mollie, nora, shop)
    taken = control(mollie, "chargeback", payment=payment.charge)["id"]
    mollie.told()
    dispute = Dispute.objects.get()
    assert (dispute.stage, dispute.amount, dispute.respond_by) == ("under_review", 4_000, None)
    assert (mollie.agrees(), mollie.theirs()) == (True, 0)
    control(mollie, "reverse", id=taken)
    mollie.told()
    dispute.refresh_from_db()
    assert (dispute.stage, mollie.agrees(), mollie.theirs()) == ("won", True, 4_000)


def test_nobody_asks_for_a_fee_that_is_never_told(shop: Shop, nora: Visitor, till: Till, mollie: Line) -> None:
    first(mollie)
    payment = paid(mollie, nora, shop)
    assert payment.fee_amount is None
    assert list(looks.without_fee(NOW)) == []


# Two companies side by side


def first(mollie: Line) -> None:
    """Mollie takes new payments from now on."""
    ProviderAccount.objects.filter(provider="stripe").update(position=1)
    ProviderAccount.objects.filter(provider="mollie").update(position=0)


def test_what_began_with_one_stays_with_it(shop: Shop, nora: Visitor, rival: Visitor, till: Till, mollie: Line) -> None:
    ProviderAccount.objects.filter(provider="mollie").update(position=1)
    before = paid_by_stripe(nora, shop, till)
    waiting = Payment.objects.get(order__number=before.number)
    first(mollie)
    after = paid(mollie, rival, shop, staff=shop.sid)
    assert [row.account.provider for row in (waiting, after) if row.account] == ["stripe", "mollie"]
    ProviderAccount.objects.filter(provider="stripe").update(is_on=False)
    called_off(nora, before)
    refund = Refund.objects.get()
    assert (refund.state, refund.payment_id) == ("done", waiting.pk)
    assert refund.reference.startswith("re_")
    assert till.agrees()
    assert mollie.agrees()
    assert mollie.theirs() == 4_000


def test_a_page_that_is_open_stays_good_when_another_company_comes_first(
    shop: Shop, nora: Visitor, till: Till, mollie: Line
) -> None:
    ProviderAccount.objects.filter(provider="mollie").update(position=1)
    nora.ready(shop)
    made = Booked(**nora.book(payment_method="card").json())
    url = page_of(nora, made)
    first(mollie)
    till.pay(url)
    assert check(nora, made)["state"] == "captured"
    worker.drain()
    assert standing(made) == ("confirmed", "captured")
    assert till.agrees()
    assert mollie.theirs() == 0


def test_asked_again_the_order_goes_on_with_whoever_is_first_now(
    shop: Shop, nora: Visitor, till: Till, mollie: Line
) -> None:
    ProviderAccount.objects.filter(provider="mollie").update(position=1)
    nora.ready(shop)
    made = Booked(**nora.book(payment_method="card").json())
    old = page_of(nora, made)
    first(mollie)
    new = page_of(nora, made)
    assert new.startswith(mollie.fake.url)
    till.pay(old)  # closed meanwhile
    pay(new)
    assert check(nora, made)["state"] == "captured"
    worker.drain()
    assert standing(made) == ("confirmed", "captured")
    assert (till.agrees(), mollie.agrees(), mollie.theirs()) == (True, True, 4_000)
    assert till.fake.book.balances().get("gbp", 0) == 0


def kept_at_mollie(mollie: Line, order: Any, card: str = VISA) -> KeptMethod:
    """The order's customer paid once at Mollie and left the card there."""
    account = ProviderAccount.objects.get(provider="mollie")
    speaking = company(account)
    page = speaking.open_page(
        PaymentAsk(
            key=f"keep:{order.pk}",
            payment_id="",
            amount=100,
            currency="GBP",
            description="x",
            lines=(Bought("Clean", 100),),
            email=order.customer.email,
            language="en",
            return_url="https://shop.example/",
            cancel_url="https://shop.example/",
            closes_at=NOW,
            keep_card=True,
        )
    )
    pay(page.url, card)
    found = speaking.look_up(page.reference)
    mollie.fake.book.movements.clear()  # type: ignore[attr-defined]
    mollie.fake.telling.kept.clear()
    return keeping.keep(
        customer_id=order.customer_id,
        account=account,
        method="card",
        label=found.paid_with,
        customer_reference=found.customer_reference,
        method_reference=found.method_reference,
        now=NOW,
    )


@pytest.mark.parametrize(("card", "state", "decline"), [(VISA, "paid", ""), (AWAY_FAILS, "failed", "declined")])
def test_a_kept_card_is_charged_where_it_is_kept(
    shop: Shop, nora: Visitor, till: Till, mollie: Line, card: str, state: str, decline: str
) -> None:
    order = order_of(nora.booked(shop))  # on the day
    kept = kept_at_mollie(mollie, order, card)
    assert kept.label == f"Visa {card[-4:]}"
    charge = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
    done = charges.run(charge_id=charge.pk, now=NOW)
    assert (done.state, done.decline) == (state, decline)
    assert Payment.objects.get(kept=kept).account_id == kept.account_id
    assert mollie.agrees()
    assert mollie.theirs() == (4_000 if state == "paid" else 0)


def test_cards_that_are_kept_at_the_other_company_are_charged_on(
    shop: Shop, nora: Visitor, till: Till, mollie: Line
) -> None:
    order = order_of(nora.booked(shop))
    keeps(till, order)
    first(mollie)
    charge = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
    assert charges.run(charge_id=charge.pk, now=NOW).state == ChargeState.PAID
    assert Payment.objects.get(state="captured").charge.startswith("ch_")
    assert till.agrees()
    assert mollie.theirs() == 0
