"""A request that works at each door to payments: the stand-in takes the cards, Cleo has paid in cash where it matters."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import cache
from threading import Thread
from uuid import UUID

from almanac.business.models import Setting
from almanac.kit.actor import SYSTEM
from almanac.payments.actions.charges import plan, run
from almanac.payments.actions.keeping import keep
from almanac.payments.actions.takings import record_taking, refund_by_hand
from almanac.payments.bank_tables import BankLine, BankStatement
from almanac.payments.models import (
    Dispute,
    KeptMethodPage,
    Payment,
    ProviderAccount,
    ProviderNotice,
    Refund,
    Review,
    Tip,
)
from almanac.sales.models import OrderLine, OrderState
from almanac.scheduling.models import Appointment
from fakes.stripe import money
from fakes.stripe.server import Fake
from tests.probe import Probe
from tests.shop import NOW
from tests.world import A_STATEMENT, CANARY_TOTAL, World

PAID = 500


@cache
def _company() -> Fake:
    fake = Fake()
    Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return fake


def _cards(world: World) -> None:
    """Cards are taken."""
    fake = _company()
    ProviderAccount.objects.create(
        provider="stripe",
        mode="test",
        keys=json.dumps({"secret_key": fake.secret_key, "webhook_secret": fake.webhooks.secret}),
        api_url=fake.url,
        is_on=True,
    )


def _agreed(world: World) -> None:
    """How Cleo's order is to be paid has an id."""
    world.ids["payment"] = str(Payment.objects.get(order=world.cleos.order).pk)


def _paid(world: World) -> None:
    """Cleo has paid a part in cash."""
    record_taking(actor=SYSTEM, order=world.cleos.order, method="cash", amount=PAID, now=NOW)
    line = OrderLine.objects.filter(order=world.cleos.order, paid_amount__gt=0)[0]
    world.ids["order_line"] = str(line.pk)


def _asked_back(world: World) -> None:
    """And some of it is to go back."""
    _paid(world)
    amounts = {UUID(world.ids["order_line"]): 1}
    (refund,) = refund_by_hand(actor=SYSTEM, order=world.cleos.order, amounts=amounts, note="late", now=NOW)
    world.ids["refund"] = str(refund.pk)


def _not_sent_back(world: World) -> None:
    """And it could not be."""
    _asked_back(world)
    Refund.objects.filter(pk=world.ids["refund"]).update(state=Refund.State.FAILED)


def _told(world: World) -> None:
    """The company has told of something that is nothing to us."""
    _cards(world)
    account = ProviderAccount.objects.get()
    notice = ProviderNotice.objects.create(
        account=account, event_id="evt_1", kind="payout.paid", about="other", body="{}"
    )
    world.ids["notice"] = str(notice.pk)


def _kept(world: World) -> None:
    """Cleo keeps a card."""
    _cards(world)
    kept = keep(
        customer_id=world.cleos.order.customer_id,
        account=ProviderAccount.objects.get(),
        method="card",
        label="Visa 4242",
        customer_reference="cus_1",
        method_reference="pm_1",
        now=NOW,
    )
    world.ids["kept"] = str(kept.pk)


def _page_open(world: World) -> None:
    """Cleo was sent to a page to leave a card on, and has not yet."""
    _cards(world)
    page = KeptMethodPage.objects.create(
        customer=world.cleos.order.customer, account=ProviderAccount.objects.get(), closes_at=NOW
    )
    world.ids["keep_page"] = str(page.pk)


def _charge_failed(world: World) -> None:
    """A charge of Cleo's order did not work, since she keeps no card."""
    order = world.cleos.order
    charge = plan(order=order, line_ids=list(order.lines.values_list("pk", flat=True)), due_at=NOW)
    run(charge_id=charge.pk, now=NOW)
    world.ids["charge"] = str(charge.pk)


def _seen_at_bank(world: World) -> None:
    """Money came to the bank."""
    business = world.cleos.order.business
    statement = BankStatement.objects.create(business=business, layout="generic")
    line = BankLine.objects.create(
        business=business, statement=statement, digest="d", booked_on=NOW.date(), amount=1, currency="GBP"
    )
    world.ids["bank_line"] = str(line.pk)


def _visited(world: World) -> None:
    """Sam came to Cleo long ago, who gave him a tip; cards are taken, and tips."""
    _cards(world)
    order = world.cleos.order
    Setting.objects.create(business=order.business, group="tips", values={"tips": "after"})
    hours = timedelta(days=60)
    for visit in Appointment.objects.filter(order_line__order=order):
        visit.starts_at, visit.ends_at = visit.starts_at - hours, visit.ends_at - hours
        visit.save(update_fields=["starts_at", "ends_at"])
    paid = Payment.objects.create(
        order=order, method="card", amount=1, currency="GBP", state="captured", charge="ch_tip", captured_at=NOW
    )
    given = Tip.objects.create(
        payment=paid, order=order, staff_member=world.shop.sam, amount=1, currency="GBP", given_at=NOW
    )
    world.ids["tip"] = str(given.pk)


def _held(world: World) -> None:
    """Cleo's order is looked at first."""
    order = world.cleos.order
    order.state = OrderState.PLACED
    order.save(update_fields=["state"])
    review = Review.objects.create(order=order, payment=Payment.objects.filter(order=order)[0], decide_by=NOW)
    world.ids["review"] = str(review.pk)


def _waits(world: World) -> None:
    """Cleo's order waits to be paid, by whatever way."""
    order = world.cleos.order
    order.state = OrderState.PLACED
    order.save(update_fields=["state"])
    Appointment.objects.filter(order_line__order=order).update(state=Appointment.State.PENDING, awaits_payment=True)
    Payment.objects.filter(order=order).update(state="open", method="pay_ahead", pay_by=NOW + timedelta(days=1))


def _disputed(world: World) -> None:
    """A card payment of Cleo's is disputed at the company."""
    _cards(world)
    fake, order = _company(), world.cleos.order
    made = fake.book.make(
        "ch", amount=1_000, currency="gbp", payment_intent=None, disputed=False, payment_method_details={"type": "card"}
    )
    theirs = money.dispute(fake.book, made, "fraudulent")
    paid = Payment.objects.create(
        order=order,
        method="card",
        amount=1_000,
        currency="GBP",
        state="captured",
        charge=made["id"],
        captured_at=NOW,
        account=ProviderAccount.objects.get(),
    )
    row = Dispute.objects.create(
        payment=paid, reference=theirs["id"], stage="needs_response", amount=1_000, opened_at=NOW
    )
    world.ids["dispute"] = str(row.pk)


PAYMENT_PROBES: dict[str, Probe] = {
    "payment_methods": Probe("get", "/payment-methods"),
    "payment_page": Probe("get", "/payment-page"),
    "payment_methods_in_test": Probe("get", "/test-payment-methods"),
    "pay": Probe("post", "/orders/{number}/payments", {"method": "card"}, before=_cards),
    "call_off": Probe("post", "/orders/{number}/call-off", before=_waits),
    "check_payment": Probe("post", "/payments/{payment}/check", before=_agreed),
    "kept_methods": Probe("get", "/kept-methods"),
    "prefer_kept_method": Probe("post", "/kept-methods/{kept}/prefer", before=_kept),
    "remove_kept_method": Probe("delete", "/kept-methods/{kept}", before=_kept),
    "open_keep_page": Probe("post", "/kept-method-pages", before=_cards),
    "check_keep_page": Probe("post", "/kept-method-pages/{keep_page}/check", before=_page_open),
    "retry_charge": Probe("post", "/charges/{charge}/retry", before=_charge_failed),
    "record_taking": Probe("post", "/orders/{number}/takings", {"method": "cash", "amount": 1}),
    "send_payment_link": Probe("post", "/orders/{number}/payment-link", before=_cards),
    "charge_kept": Probe(
        "post",
        "/orders/{number}/kept-charges",
        {"what": "due", "shown_amount": CANARY_TOTAL, "shown_card": "Visa 4242", "agreed": True},
        before=_kept,
    ),
    "copy_payment_link": Probe("post", "/orders/{number}/payment-link/copy", before=_cards),
    "refund": Probe(
        "post",
        "/orders/{number}/refunds",
        {"lines": [{"line_id": "{order_line}", "amount": 1}], "note": "late"},
        before=_paid,
    ),
    "refund_given": Probe("post", "/refunds/{refund}/given", before=_asked_back),
    "refund_again": Probe("post", "/refunds/{refund}/again", before=_not_sent_back),
    "refund_otherwise": Probe("post", "/refunds/{refund}/otherwise", {"way": "cash"}, before=_not_sent_back),
    "order_ledger": Probe("get", "/orders/{number}/ledger"),
    "disputes": Probe("get", "/disputes", before=_disputed),
    "dispute_evidence": Probe("get", "/disputes/{dispute}/evidence", before=_disputed),
    "answer_dispute": Probe("post", "/disputes/{dispute}/answer", {"note": ""}, before=_disputed),
    "payment_reviews": Probe("get", "/payment-reviews", before=_held),
    "approve_payment_review": Probe("post", "/payment-reviews/{review}/approve", before=_held),
    "refuse_payment_review": Probe("post", "/payment-reviews/{review}/refuse", before=_held),
    "give_tip": Probe(
        "post", "/orders/{number}/tips", {"staff_id": "{sam}", "amount": 100, "method": "card"}, before=_visited
    ),
    "refund_tip": Probe("post", "/tips/{tip}/refund", {"note": "by mistake"}, before=_visited),
    "my_tips": Probe("get", "/my/tips", before=_visited),
    "send_bank_statement": Probe("post", "/bank-statements?business=valclean", A_STATEMENT),
    "bank_lines": Probe("get", "/bank-lines"),
    "book_bank_lines": Probe(
        "post",
        "/bank-lines/book",
        {"lines": [{"line_id": "{bank_line}", "order_number": "{number}"}]},
        before=_seen_at_bank,
    ),
    "set_bank_line_aside": Probe("post", "/bank-lines/{bank_line}/aside", {"is_aside": True}, before=_seen_at_bank),
    "payments": Probe("get", "/payments"),
    "payment": Probe("get", "/payments/{payment}", before=_agreed),
    "refunds_to_give": Probe("get", "/refunds-to-give"),
    "payments_csv": Probe("get", "/payments.csv"),
    "payment_accounts": Probe("get", "/payment-accounts"),
    "payment_checklists": Probe("get", "/payment-checklists"),
    "order_payment_companies": Probe(
        "put", "/payment-methods/card/companies", {"providers": ["stripe"]}, before=_cards
    ),
    "set_payment_account": Probe("put", "/payment-accounts/stripe/test", {"is_on": False}),
    "payment_webhook": Probe("post", "/payment-webhooks/stripe", {"id": "evt_1"}, before=_cards),
    "payment_notices": Probe("get", "/payment-notices"),
    "payment_notice": Probe("get", "/payment-notices/{notice}", before=_told),
    "replay_payment_notice": Probe("post", "/payment-notices/{notice}/replay", before=_told),
}
