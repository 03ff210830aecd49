"""What happens to money: a card is charged, money goes back, a bank takes it back."""

from __future__ import annotations

from hashlib import sha256

from fakes.stripe.book import Book, Thing
from fakes.stripe.cards import WORDS, Card, card_numbered
from fakes.stripe.errors import Refused, invalid, missing
from fakes.stripe.forms import is_true, whole

FEE_PERCENT_BP, FEE_FIXED = 150, 20  # 1.5 % + 20p: cards of the United Kingdom
DISPUTE_FEE = 2000
DAY = 24 * 3600
WEEK = 7 * DAY
REASONS = ("duplicate", "fraudulent", "requested_by_customer")
OPEN = ("needs_response", "under_review", "warning_needs_response", "warning_under_review")


def fee_of(amount: int) -> int:
    return round(amount * FEE_PERCENT_BP / 10_000) + FEE_FIXED


def charge(book: Book, intent: Thing, card: Card, number: str, wallet: str = "") -> Thing:
    """Take the intent's amount from a card that agreed; the charge."""
    made = _tried(book, intent, card, number, wallet)
    intent.update(
        status="succeeded",
        amount_received=intent["amount"],
        latest_charge=made["id"],
        last_payment_error=None,
        next_action=None,
    )
    if not book.fees_wait:
        settle_fee(book, made)
    book.tell("charge.succeeded", made)
    book.tell("payment_intent.succeeded", intent)
    if card.dispute:
        dispute(book, made, card.dispute, inquiry=card.inquiry)
    if card.warning:
        warn(book, made, card.warning)
    return made


def warn(book: Book, made: Thing, fraud: str) -> Thing:
    """The card's bank says that a charge may be fraud; a dispute may follow."""
    warning = book.make(
        "issfr",
        actionable=not made["disputed"] and not made["refunded"],
        charge=made["id"],
        fraud_type=fraud,
        payment_intent=made["payment_intent"],
    )
    book.tell("radar.early_fraud_warning.created", warning)
    return warning


def _tried(book: Book, intent: Thing, card: Card, number: str, wallet: str = "") -> Thing:
    """A charge as it is when the bank said yes or, where the card has a `code`, no."""
    has_failed = bool(card.code)
    details = {
        "brand": card.brand,
        "last4": number[-4:],
        "fingerprint": f"fp_{sha256(number.encode()).hexdigest()[:16]}",
        "wallet": {"type": wallet} if wallet else None,
        "checks": {"address_line1_check": None, "address_postal_code_check": card.postcode, "cvc_check": card.cvc},
    }
    return book.make(
        "ch",
        amount=intent["amount"],
        amount_captured=0 if has_failed else intent["amount"],
        amount_refunded=0,
        balance_transaction=None,
        captured=not has_failed,
        currency=intent["currency"],
        payment_intent=intent["id"],
        metadata=dict(intent["metadata"]),
        customer=intent.get("customer"),
        payment_method=intent.get("payment_method"),
        paid=not has_failed,
        refunded=False,
        disputed=False,
        status="failed" if has_failed else "succeeded",
        failure_code=card.code or None,
        failure_message=WORDS.get(card.decline, WORDS["generic_decline"]) if has_failed else None,
        payment_method_details={"type": "card", "card": details},
        outcome={
            "risk_level": card.risk,
            "type": "issuer_declined" if has_failed else "authorized",
            "network_status": "declined_by_network" if has_failed else "approved_by_network",
        },
    )


def settle_fee(book: Book, made: Thing) -> None:
    """A charge comes onto the balance, less the company's fee."""
    txn = book.post("charge", made, made["amount"], fee_of(made["amount"]))
    made["balance_transaction"] = txn["id"]


def settle_fees(book: Book) -> None:
    """All charges that waited for it."""
    for made in reversed(book.all("ch")):
        if made["balance_transaction"] is None:
            settle_fee(book, made)
            book.tell("charge.updated", made)


def decline(book: Book, intent: Thing, card: Card, number: str) -> Refused:
    """A card that said no (`card.code`, `card.decline`): the intent waits for another one."""
    error = {
        "type": "card_error",
        "code": card.code,
        "decline_code": card.decline,
        "message": WORDS.get(card.decline, WORDS["generic_decline"]),
    }
    made = _tried(book, intent, card, number)
    error["charge"] = made["id"]
    intent.update(
        status="requires_payment_method", latest_charge=made["id"], last_payment_error=error, next_action=None
    )
    book.tell("charge.failed", made)
    book.tell("payment_intent.payment_failed", intent)
    return Refused(
        402,
        "card_error",
        card.code,
        error["message"],
        decline_code=card.decline,
        charge=made["id"],
        payment_intent=dict(intent),
    )


def refund(book: Book, asked: Thing, *, ends_as: str) -> Thing:
    """Send back a part or all of a charge. `ends_as` is `succeeded`, `pending` or `failed`."""
    made = _charge_to_refund(book, asked)
    key, left = made["id"], made["amount"] - made["amount_refunded"]
    amount = whole(asked, "amount") if "amount" in asked else left
    if asked.get("reason") and asked["reason"] not in REASONS:
        raise invalid("reason", f"Invalid reason: must be one of {', '.join(REASONS)}")
    if left == 0:
        raise invalid("charge", f"Charge {key} has already been refunded.", "charge_already_refunded")
    if made["disputed"]:
        raise invalid("charge", f"Charge {key} has been charged back; cannot issue a refund.", "charge_disputed")
    if amount == 0:
        raise invalid("amount", "Invalid positive integer", "parameter_invalid_integer")
    if amount > left:
        words = f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})"
        raise invalid("amount", words, "amount_too_large")
    by_card = _refunds_of(book, made) if ends_as == "succeeded" else ""
    back = book.make(
        "re",
        amount=amount,
        currency=made["currency"],
        charge=key,
        payment_intent=made["payment_intent"],
        metadata=asked.get("metadata") or {},
        reason=asked.get("reason"),
        status="pending" if "pending" in (ends_as, by_card) else "succeeded",
        failure_reason=None,
    )
    back["balance_transaction"] = book.post("refund", back, -amount)["id"]
    made["amount_refunded"] += amount
    made["refunded"] = made["amount_refunded"] == made["amount"]
    book.tell("charge.refunded", made)
    book.tell("refund.created", back)
    if by_card:
        book.after(DAY, lambda: end_refund(book, back, "succeeded" if by_card == "pending" else by_card))
    if ends_as == "failed":
        end_refund(book, back, "failed")
    return back


def _charge_to_refund(book: Book, asked: Thing) -> Thing:
    key = asked.get("charge")
    if not key and asked.get("payment_intent"):
        intent = book.get("pi", asked["payment_intent"], param="payment_intent")
        if intent["status"] != "succeeded":
            raise invalid("payment_intent", "This PaymentIntent does not have a successful charge to refund.")
        key = intent["latest_charge"]
    if not key:
        raise missing("charge")
    made = book.get("ch", key, param="charge")
    if not made["paid"]:
        raise invalid("charge", f"Charge {key} was not paid and cannot be refunded.")
    return made


def _refunds_of(book: Book, made: Thing) -> str:
    method = book.things.get(made.get("payment_method") or "", {})
    card = card_numbered(method.get("_number", ""))
    return card.refunds if card else ""


def end_refund(book: Book, back: Thing, status: str) -> None:
    """A bank's late word on a refund."""
    if back["status"] == status or back["status"] == "failed":
        return
    back["status"] = status
    if status == "failed":
        back["failure_reason"] = "lost_or_stolen_card"
        txn = book.post("refund_failure", back, back["amount"])
        back["failure_balance_transaction"] = txn["id"]
        made = book.get("ch", back["charge"])
        made["amount_refunded"] -= back["amount"]
        made["refunded"] = False
        book.tell("refund.failed", back)
    book.tell("refund.updated", back)


def dispute(book: Book, made: Thing, reason: str, *, amount: int | None = None, inquiry: bool = False) -> Thing:
    """The customer's bank takes the charge (or `amount` of it) back, with a fee; with `inquiry` it only asks, for now."""
    made["disputed"] = not inquiry
    opened = book.make(
        "du",
        amount=made["amount"] if amount is None else amount,
        balance_transactions=[],
        currency=made["currency"],
        charge=made["id"],
        payment_intent=made["payment_intent"],
        reason=reason,
        status="warning_needs_response" if inquiry else "needs_response",
        is_charge_refundable=inquiry,
        evidence={},
        evidence_details={
            "due_by": book.now() + WEEK,
            "has_evidence": False,
            "past_due": False,
            "submission_count": 0,
        },
    )
    if not inquiry:
        _withdraw(book, opened)
    book.tell("charge.dispute.created", opened)
    return opened


def escalate(book: Book, opened: Thing) -> None:
    """The bank is not content with the answer to its inquiry and takes the money."""
    if not opened["status"].startswith("warning_"):
        raise invalid("dispute", "This is no inquiry.")
    book.get("ch", opened["charge"])["disputed"] = True
    opened.update(status="needs_response", is_charge_refundable=False)
    _withdraw(book, opened)
    book.tell("charge.dispute.updated", opened)


def _withdraw(book: Book, opened: Thing) -> None:
    txn = book.post("adjustment", opened, -opened["amount"], DISPUTE_FEE)
    opened["balance_transactions"] = [dict(txn)]


def answer_dispute(book: Book, opened: Thing, asked: Thing) -> Thing:
    """Evidence of the shop's. In test mode its text decides: `winning_evidence`, `losing_evidence`."""
    if opened["status"] not in ("needs_response", "warning_needs_response"):
        raise invalid("evidence", "This dispute does not take evidence any more.")
    opened["evidence"].update(asked.get("evidence") or {})
    opened["evidence_details"]["has_evidence"] = bool(opened["evidence"])
    if not is_true(asked, "submit", "true"):
        return opened
    opened["evidence_details"]["submission_count"] += 1
    opened["status"] = opened["status"].replace("needs_response", "under_review")
    book.tell("charge.dispute.updated", opened)
    text = opened["evidence"].get("uncategorized_text", "")
    if text in ("winning_evidence", "losing_evidence"):
        decide(book, opened, "won" if text == "winning_evidence" else "lost")
    return opened


def accept_dispute(book: Book, opened: Thing) -> Thing:
    """The shop gives in. Raises Refused where it is over."""
    if opened["status"] not in OPEN:
        raise invalid("dispute", "This dispute is already closed.")
    decide(book, opened, "lost")
    return opened


def decide(book: Book, opened: Thing, status: str) -> None:
    """The bank's decision, `won` or `lost`: won gives the amount back, the fee stays. An inquiry is closed, `won`, or `lost`
    after the money was taken."""
    if opened["status"] not in OPEN:
        return
    if opened["status"].startswith("warning_"):
        if status == "won":
            opened["status"] = "warning_closed"
            book.tell("charge.dispute.closed", opened)
            return
        escalate(book, opened)
    opened["status"] = status
    if status == "won":
        txn = book.post("adjustment", opened, opened["amount"])
        opened["balance_transactions"] = [*opened["balance_transactions"], dict(txn)]
    book.tell("charge.dispute.closed", opened)


def pay_out(book: Book) -> list[Thing]:
    """What stands on the balance goes to the shop's bank, a payout a currency."""
    made = []
    for currency, amount in book.balances().items():
        if amount > 0:
            payout = book.make("po", amount=amount, currency=currency, status="paid", arrival_date=book.now())
            payout["balance_transaction"] = book.post("payout", payout, -amount)["id"]
            book.tell("payout.created", payout)
            book.tell("payout.paid", payout)
            made.append(payout)
    return made


def fail_payout(book: Book, payout: Thing) -> None:
    """The shop's bank sends it back: it is on the balance again."""
    payout.update(status="failed", failure_code="account_closed")
    payout["failure_balance_transaction"] = book.post("payout_failure", payout, payout["amount"])["id"]
    book.tell("payout.failed", payout)
