"""Stripe's documented test cards and what each of them does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """`decline` is Stripe's decline code; `code` the error's. `away_fails`: only charges without the customer fail.

    `dispute` is the reason of one that is opened at once; `inquiry`: the bank only asks, and takes nothing yet.
    `postcode` and `cvc` are what the bank says of what was typed: `pass`, `fail`, `unavailable` or `unchecked`.
    `warning` is the kind of fraud that the bank reports soon after.
    `refunds` is what becomes of money sent back to it: `succeeded`, `pending` (comes later) or `failed` (later).
    """

    brand: str = "visa"
    code: str = ""
    decline: str = ""
    challenge: bool = False
    away_fails: bool = False
    dispute: str = ""
    inquiry: bool = False
    risk: str = "normal"
    refunds: str = ""
    postcode: str = "pass"
    cvc: str = "pass"
    warning: str = ""


VISA = "4242424242424242"
CARDS = {
    VISA: Card(),
    "5555555555554444": Card(brand="mastercard"),
    "378282246310005": Card(brand="amex"),
    "4000002500003155": Card(challenge=True),  # not again once it is kept
    "4000002760003184": Card(challenge=True, away_fails=True),  # each time anew
    "4000000000000002": Card(code="card_declined", decline="generic_decline"),
    "4000000000009995": Card(code="card_declined", decline="insufficient_funds"),
    "4000000000009987": Card(code="card_declined", decline="lost_card"),
    "4000000000009979": Card(code="card_declined", decline="stolen_card"),
    "4000000000000069": Card(code="expired_card", decline="expired_card"),
    "4000000000000127": Card(code="incorrect_cvc", decline="incorrect_cvc"),
    "4000000000000119": Card(code="processing_error", decline="processing_error"),
    "4100000000000019": Card(code="card_declined", decline="fraudulent", risk="highest"),
    "4000000000000341": Card(away_fails=True),
    "4000000000000259": Card(dispute="fraudulent"),
    "4000000000002685": Card(dispute="product_not_received"),
    "4000000000001976": Card(dispute="fraudulent", inquiry=True),
    "4000000000009235": Card(risk="elevated"),
    "4000000000004954": Card(risk="highest"),
    "4000000000005423": Card(warning="unauthorized_use_of_card"),
    "4000000000000036": Card(postcode="fail"),
    "4000000000000101": Card(cvc="fail"),
    "4000000000007726": Card(refunds="pending"),
    "4000000000005126": Card(refunds="failed"),
}
METHODS = {  # names of ready payment methods, for requests that no page is behind
    "pm_card_visa": VISA,
    "pm_card_mastercard": "5555555555554444",
    "pm_card_amex": "378282246310005",
    "pm_card_authenticationRequired": "4000002760003184",
    "pm_card_authenticationRequiredOnSetup": "4000002500003155",
    "pm_card_visa_chargeDeclined": "4000000000000002",
    "pm_card_chargeDeclined": "4000000000000002",
    "pm_card_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_chargeDeclinedExpiredCard": "4000000000000069",
    "pm_card_chargeCustomerFail": "4000000000000341",
    "pm_card_createDispute": "4000000000000259",
    "pm_card_createDisputeInquiry": "4000000000001976",
    "pm_card_riskLevelElevated": "4000000000009235",
    "pm_card_riskLevelHighest": "4100000000000019",
    "pm_card_createIssuerFraudRecord": "4000000000005423",
    "pm_card_avsZipFail": "4000000000000036",
    "pm_card_cvcCheckFail": "4000000000000101",
    "pm_card_pendingRefund": "4000000000007726",
    "pm_card_refundFail": "4000000000005126",
}
WORDS = {
    "generic_decline": "Your card was declined.",
    "insufficient_funds": "Your card has insufficient funds.",
    "expired_card": "Your card has expired.",
    "incorrect_cvc": "Your card's security code is incorrect.",
    "processing_error": "An error occurred while processing your card. Try again in a little bit.",
    "authentication_required": "Your card was declined. This transaction requires authentication.",
    "test_mode_live_card": "Your card was declined. Your request was in test mode, but used a non test card.",
}


def digits_of(typed: str) -> str:
    return "".join(sign for sign in typed if sign.isascii() and sign.isdecimal())


def card_numbered(typed: str) -> Card | None:
    """The card of a number as typed: a test card, one that is declined because it is none, or None for no card at all."""
    digits = digits_of(typed)
    if digits in CARDS:
        return CARDS[digits]
    if 12 <= len(digits) <= 19 and _adds_up(digits):
        return Card(code="card_declined", decline="test_mode_live_card")
    return None


def _adds_up(digits: str) -> bool:
    """Luhn's check: every second digit from the right doubled."""
    doubled = (int(digit) * 2 if place % 2 else int(digit) for place, digit in enumerate(reversed(digits)))
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0
