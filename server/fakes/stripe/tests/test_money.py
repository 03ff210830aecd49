"""Charges without the customer, money back, disputes, payouts: and the company's own book adds up after each."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from fakes.stripe.money import DAY, DISPUTE_FEE, fee_of
from fakes.stripe.tests.conftest import PROVEN, VISA, Shop


def book(shop: Shop) -> dict[str, int]:
    """What stands on the balance; every way to ask for it says the same."""
    snapshot = shop.control("snapshot")
    found: dict[str, int] = shop.control("book")
    sums: dict[str, int] = {}
    for movement in shop.client.v1.balance_transactions.list({"limit": 3}).auto_paging_iter():
        assert movement.net == movement.amount - movement.fee
        sums[movement.currency] = sums.get(movement.currency, 0) + movement.net
    by_type = {
        code: sum(kind["amount"] - kind["fee"] for kind in kinds.values())
        for code, kinds in snapshot["by_type"].items()
    }
    available = {each.currency: each.amount for each in shop.client.v1.balance.retrieve().available}
    assert found == sums == by_type == available == snapshot["balances"]
    return found


def away(shop: Shop, customer: str, method: str, amount: int = 2_000, **more: Any) -> Any:
    asked = {
        "amount": amount,
        "currency": "gbp",
        "customer": customer,
        "payment_method": method,
        "confirm": True,
        "off_session": True,
        **more,
    }
    return shop.client.v1.payment_intents.create(asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("card", [VISA, "4000002500003155"])
def test_a_kept_card_is_charged_without_the_customer(shop: Shop, card: str) -> None:
    intent = away(shop, *shop.kept(card), metadata={"a": "b"})
    assert (intent.status, intent.amount_received, intent.metadata.to_dict()) == ("succeeded", 2_000, {"a": "b"})
    assert book(shop) == {"gbp": 6_000 - fee_of(4_000) - fee_of(2_000)}


@pytest.mark.parametrize(
    ("card", "code", "decline"),
    [
        ("4000000000000341", "card_declined", "generic_decline"),
        (PROVEN, "authentication_required", "authentication_required"),
    ],
)
def test_a_kept_card_that_says_no_later(shop: Shop, card: str, code: str, decline: str) -> None:
    with pytest.raises(stripe.CardError) as caught:
        away(shop, *shop.kept(card))
    error: Any = caught.value.error
    assert (error.code, error.decline_code, error.payment_intent.status) == (code, decline, "requires_payment_method")
    assert shop.client.v1.payment_intents.retrieve(error.payment_intent.id).last_payment_error is not None
    assert book(shop) == {"gbp": 4_000 - fee_of(4_000)}


def test_ready_payment_methods_and_the_steps_of_an_intent(shop: Shop) -> None:
    intents = shop.client.v1.payment_intents
    made = intents.create({"amount": 500, "currency": "gbp"})
    assert made.status == "requires_payment_method"
    with pytest.raises(stripe.InvalidRequestError, match="payment_method"):
        intents.confirm(made.id)
    asked = intents.confirm(made.id, {"payment_method": "pm_card_authenticationRequired"})
    assert asked.status == "requires_action"
    assert intents.cancel(made.id).status == "canceled"
    for again in (intents.cancel, intents.confirm):
        with pytest.raises(stripe.InvalidRequestError) as caught:
            again(made.id)
        assert caught.value.code == "payment_intent_unexpected_state"
    other = intents.create({"amount": 500, "currency": "gbp", "payment_method": "pm_card_visa"})
    assert (other.status, intents.confirm(other.id).status) == ("requires_confirmation", "succeeded")
    with pytest.raises(stripe.CardError):
        intents.create({"amount": 500, "currency": "gbp", "payment_method": "pm_card_chargeDeclined", "confirm": True})
    with pytest.raises(stripe.CardError) as needs:
        intents.create(
            {
                "amount": 500,
                "currency": "gbp",
                "payment_method": "pm_card_authenticationRequired",
                "confirm": True,
                "error_on_requires_action": True,
            }
        )
    assert needs.value.code == "authentication_required"
    assert book(shop) == {"gbp": 500 - fee_of(500)}


def test_a_card_belongs_to_its_customer(shop: Shop) -> None:
    customer, method = shop.kept()
    stranger = shop.client.v1.customers.create({})
    with pytest.raises(stripe.InvalidRequestError):
        away(shop, stranger.id, method)
    with pytest.raises(stripe.InvalidRequestError):
        shop.client.v1.payment_methods.attach(method, {"customer": stranger.id})
    attached = shop.client.v1.payment_methods.attach("pm_card_visa", {"customer": stranger.id})
    assert away(shop, stranger.id, attached.id).status == "succeeded"
    with pytest.raises(stripe.CardError):
        shop.client.v1.payment_methods.attach("pm_card_chargeDeclined", {"customer": customer})
    assert shop.client.v1.customers.update(customer, {"name": "N"}).name == "N"
    assert shop.client.v1.customers.retrieve(customer).name == "N"


def test_parts_go_back_up_to_all_of_it(shop: Shop) -> None:
    charge, refunds = shop.charge(), shop.client.v1.refunds
    first = refunds.create({"charge": charge.id, "amount": 1_500, "metadata": {"a": "b"}})
    assert (first.status, first.amount, first.currency) == ("succeeded", 1_500, "gbp")
    for amount, code in ((2_501, "amount_too_large"), (0, "parameter_invalid_integer")):
        with pytest.raises(stripe.InvalidRequestError) as caught:
            refunds.create({"charge": charge.id, "amount": amount})
        assert caught.value.code == code
    rest = refunds.create({"payment_intent": charge.payment_intent, "reason": "requested_by_customer"})
    assert rest.amount == 2_500
    with pytest.raises(stripe.InvalidRequestError) as caught:
        refunds.create({"charge": charge.id, "amount": 1})
    assert caught.value.code == "charge_already_refunded"
    after = shop.client.v1.charges.retrieve(charge.id)
    assert (after.amount_refunded, after.refunded) == (4_000, True)
    assert [each.id for each in refunds.list({"charge": charge.id}).data] == [rest.id, first.id]
    assert book(shop) == {"gbp": -fee_of(4_000)}
    assert shop.told()[-2:] == ["charge.refunded", "refund.created"]


def test_what_was_never_paid_does_not_go_back(shop: Shop) -> None:
    made = shop.session()
    shop.pay(made.url, "4000000000000002")
    intent: Any = shop.client.v1.checkout.sessions.retrieve(made.id, {"expand": ["payment_intent"]}).payment_intent
    for asked in ({"payment_intent": intent.id}, {"charge": intent.latest_charge}):
        with pytest.raises(stripe.InvalidRequestError):
            shop.client.v1.refunds.create(asked)  # type: ignore[arg-type]
    with pytest.raises(stripe.InvalidRequestError):
        shop.client.v1.refunds.create({"charge": shop.charge().id, "reason": "whim"})


@pytest.mark.parametrize(("end", "left"), [("succeeded", 0), ("failed", 4_000)])
def test_a_refund_on_its_way(shop: Shop, end: str, left: int) -> None:
    charge = shop.charge()
    shop.control("refunds", end_as="pending")
    made = shop.client.v1.refunds.create({"charge": charge.id})
    assert made.status == "pending"
    shop.control("end-refund", id=made.id, status=end)
    shop.control("end-refund", id=made.id, status=end)
    after = shop.client.v1.refunds.retrieve(made.id)
    assert (after.status, bool(after.failure_reason)) == (end, end == "failed")
    assert shop.client.v1.charges.retrieve(charge.id).amount_refunded == 4_000 - left
    assert book(shop) == {"gbp": left - fee_of(4_000)}


@pytest.mark.parametrize(
    ("card", "at_first", "later"),
    [("4000000000007726", "pending", "succeeded"), ("4000000000005126", "succeeded", "failed")],
)
def test_cards_whose_refunds_end_a_day_later(shop: Shop, card: str, at_first: str, later: str) -> None:
    made = shop.client.v1.refunds.create({"charge": shop.charge(card=card).id})
    assert made.status == at_first
    shop.control("clock", seconds=DAY)
    assert shop.client.v1.refunds.retrieve(made.id).status == later
    assert shop.told()[-1] == "refund.updated"
    assert book(shop) == {"gbp": (4_000 if later == "failed" else 0) - fee_of(4_000)}


def test_a_refund_that_fails_at_once(shop: Shop) -> None:
    shop.control("refunds", end_as="failed")
    made = shop.client.v1.refunds.create({"charge": shop.charge().id})
    assert (made.status, shop.told()[-2:]) == ("failed", ["refund.failed", "refund.updated"])
    assert book(shop) == {"gbp": 4_000 - fee_of(4_000)}


@pytest.mark.parametrize(("decision", "back"), [("won", 4_000), ("lost", 0)])
def test_a_dispute(shop: Shop, decision: str, back: int) -> None:
    charge = shop.charge()
    key = shop.control("dispute", charge=charge.id, reason="duplicate")["id"]
    opened = shop.client.v1.disputes.retrieve(key)
    assert (opened.status, opened.reason, opened.amount) == ("needs_response", "duplicate", 4_000)
    assert book(shop) == {"gbp": -fee_of(4_000) - DISPUTE_FEE}
    with pytest.raises(stripe.InvalidRequestError) as caught:
        shop.client.v1.refunds.create({"charge": charge.id})
    assert caught.value.code == "charge_disputed"
    shop.control("decide", id=key, status=decision)
    shop.control("decide", id=key, status="won")
    assert shop.client.v1.disputes.retrieve(key).status == decision
    assert book(shop) == {"gbp": back - fee_of(4_000) - DISPUTE_FEE}
    assert [kind for kind in shop.told() if "dispute" in kind] == ["charge.dispute.created", "charge.dispute.closed"]


@pytest.mark.parametrize(("text", "end"), [("winning_evidence", "won"), ("losing_evidence", "lost")])
def test_evidence(shop: Shop, text: str, end: str) -> None:
    key = shop.control("dispute", charge=shop.charge().id, amount=1_000)["id"]
    disputes = shop.client.v1.disputes
    kept = disputes.update(key, {"evidence": {"uncategorized_text": "soon"}, "submit": False})
    assert (kept.status, kept.evidence_details.has_evidence) == ("needs_response", True)
    assert disputes.update(key, {"evidence": {"uncategorized_text": text}, "submit": True}).status == end
    with pytest.raises(stripe.InvalidRequestError):
        disputes.update(key, {"evidence": {}})
    with pytest.raises(stripe.InvalidRequestError):
        disputes.close(key)
    assert book(shop) == {"gbp": (4_000 if end == "won" else 3_000) - fee_of(4_000) - DISPUTE_FEE}


def test_given_in_to(shop: Shop) -> None:
    key = shop.control("dispute", charge=shop.charge().id)["id"]
    assert shop.client.v1.disputes.close(key).status == "lost"


@pytest.mark.parametrize(
    ("decision", "status", "taken"),
    [("won", "warning_closed", 0), ("lost", "lost", 4_000 + DISPUTE_FEE)],
)
def test_an_inquiry_takes_nothing_until_it_becomes_a_dispute(
    shop: Shop, decision: str, status: str, taken: int
) -> None:
    charge = shop.charge()
    key = shop.control("dispute", charge=charge.id, inquiry=True)["id"]
    assert book(shop) == {"gbp": 4_000 - fee_of(4_000)}
    shop.control("decide", id=key, status=decision)
    assert shop.client.v1.disputes.retrieve(key).status == status
    assert book(shop) == {"gbp": 4_000 - fee_of(4_000) - taken}


def test_an_inquiry_that_grows(shop: Shop) -> None:
    key = shop.control("dispute", charge=shop.charge().id, inquiry=True)["id"]
    shop.control("escalate", id=key)
    opened = shop.client.v1.disputes.retrieve(key)
    assert (opened.status, len(opened.balance_transactions)) == ("needs_response", 1)


def test_charges_come_onto_the_balance_later(shop: Shop) -> None:
    shop.control("fees", wait=True)
    charge = shop.charge()
    assert (charge.status, charge.balance_transaction, book(shop)) == ("succeeded", None, {})
    shop.control("fees", wait=False)
    assert shop.client.v1.charges.retrieve(charge.id).balance_transaction is not None
    assert (shop.told()[-1], book(shop)) == ("charge.updated", {"gbp": 4_000 - fee_of(4_000)})


def test_payouts_empty_the_balance_of_each_currency(shop: Shop) -> None:
    shop.charge()
    euros = {"currency": "eur", "unit_amount": 1_000, "product_data": {"name": "Call"}}
    shop.charge(line_items=[{"quantity": 1, "price_data": euros}])
    assert set(book(shop)) == {"gbp", "eur"}
    (first, second) = shop.control("payout")["ids"]
    assert [each.id for each in shop.client.v1.payouts.list().data] == [second, first]
    assert book(shop) == {"gbp": 0, "eur": 0}
