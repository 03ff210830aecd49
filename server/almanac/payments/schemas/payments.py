"""What the API says about payments to the team. Amounts are minor units of `currency`; what a customer sees of their order's
payments stands in sales.schemas."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.payments import own_page
from almanac.payments.models import (
    Dispute,
    KeptMethod,
    Payment,
    PaymentState,
    ProviderNotice,
    Refund,
    Tip,
)
from almanac.payments.shares import is_by_hand
from almanac.sales.schemas import PaymentOut, RefundOut

Method = Annotated[str, Field(max_length=20)]
KEY = re.compile(r"([?&]key=)[^&\s\"'\\]+")  # in an address of ours that a company was given


class PayIn(Schema):
    """How it is to be paid: one of the ways of `/api/payment-methods`. `keep_card`: its customer, signed in, agrees that what
    they pay with is kept for later. `at_company`: on the company's page, also where cards are taken within ours."""

    method: Method
    keep_card: bool = False
    at_company: bool = False


class WithinOut(Schema):
    """What our own page takes a payment with: the address of the company's script, its key for browsers, and the payment's
    secret, to be kept in the page's memory alone."""

    script: str
    publishable_key: str
    client_secret: str


class PageOut(Schema):
    """The page the browser is to go to, `amount` minor units to be paid there; `payment_id` comes back with it. `within`: it is
    our own page, and this is what it takes the payment with."""

    payment_id: UUID
    url: str
    amount: int
    currency: str
    within: WithinOut | None

    @classmethod
    def of(cls, row: Payment, language: str) -> Self:
        found = own_page.within(row)
        return cls(
            payment_id=row.pk,
            url=own_page.address_of(row, language),
            amount=row.amount,
            currency=row.currency,
            within=WithinOut(**asdict(found)) if found else None,
        )


class SourcesOut(Schema):
    """Origins that our page for cards may load scripts and frames from, and speak to: for its content policy. Empty where cards
    are taken on companies' own pages alone."""

    scripts: list[str]
    frames: list[str]
    connects: list[str]


class KeptMethodOut(Schema):
    """A card or a debit that a customer keeps for later; charges go to the preferred one. `is_usable`: its company takes payments
    now."""

    id: UUID
    method: Method
    label: str
    is_preferred: bool
    is_usable: bool
    kept_at: datetime

    @classmethod
    def of(cls, row: KeptMethod) -> Self:
        return cls(
            id=row.pk,
            method=row.method,
            label=row.label,
            is_preferred=row.is_preferred,
            is_usable=row.account.is_on,
            kept_at=row.kept_at,
        )


class KeepPageOut(Schema):
    """The company's page to leave a card on; `page_id` comes back with the browser."""

    page_id: UUID
    url: str


class PaymentStandingOut(Schema):
    """How a payment is: `open`, `pending`, `captured`, `failed`, `cancelled`; `decline` is why the last try did not work.
    `order_number` is for whoever comes back in another window than they booked in."""

    state: PaymentState
    decline: str
    order_number: str
    order_state: str


class TakingIn(Schema):
    """What was paid to somebody of the team, or seen to arrive at the bank."""

    method: Literal["cash", "card_reader", "bank_transfer"]
    amount: int = Field(ge=1, le=100_000_000)


class LineBackIn(Schema):
    line_id: UUID
    amount: int = Field(ge=1, le=100_000_000)


class RefundIn(Schema):
    """What goes back of what was paid for each line, and why, in words for the record."""

    lines: list[LineBackIn] = Field(min_length=1, max_length=100)
    note: Annotated[str, Field(min_length=1, max_length=500)]


class OtherwiseIn(Schema):
    """In which way it was given back."""

    way: Literal["cash", "bank_transfer"]


class DisputeOut(Schema):
    id: UUID
    stage: str
    reason: str
    amount: int
    at_stake_amount: int
    is_inquiry: bool
    fee_amount: int
    fee_currency: str
    respond_by: datetime | None
    opened_at: datetime
    closed_at: datetime | None

    @classmethod
    def of(cls, row: Dispute) -> Self:
        return cls(
            id=row.pk,
            stage=row.stage,
            reason=row.reason,
            amount=row.amount,
            at_stake_amount=row.at_stake_amount,
            is_inquiry=row.is_inquiry,
            fee_amount=row.fee_amount,
            fee_currency=row.fee_currency or row.payment.currency,
            respond_by=row.respond_by,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
        )


class TeamPaymentOut(PaymentOut):
    """A payment in the team's list, with its order and what the company says of it. `is_test`: test money came for its order."""

    order_number: str
    business: str
    customer_name: str
    provider: str
    mode: str
    is_test: bool
    charge: str
    fee_amount: int | None
    fee_currency: str
    surplus_amount: int
    risk: str
    mismatches: list[str]
    warned_at: datetime | None
    created_at: datetime
    taken_by: str
    disputes: list[DisputeOut]

    @classmethod
    def seen(cls, row: Payment, *, to_team: bool) -> Self:
        return cls(
            **payment_out(row, to_team=to_team).model_dump(),
            order_number=row.order.number,
            business=row.order.business.slug,
            customer_name=row.order.customer.name,
            provider=row.account.provider if row.account else "",
            mode=row.account.mode if row.account else "",
            is_test=row.order.is_test,
            charge=row.charge,
            fee_amount=row.fee_amount,
            fee_currency=row.fee_currency or row.currency,
            surplus_amount=row.surplus_amount,
            risk=row.risk,
            mismatches=row.mismatches.split(),
            warned_at=row.warned_at,  # type: ignore[attr-defined]  # annotated
            created_at=row.created_at,
            taken_by=row.taken_by.get_full_name() if row.taken_by else "",
            disputes=[DisputeOut.of(each) for each in row.disputes.all()],
        )


class NoticesWanted(Schema):
    """Which messages; what is left out narrows nothing. `about` is `payment`, `refund`, `dispute`, `warning`, `payout`, `other`,
    `unread` or `refused`; `text` the beginning of its id, its kind or of what it is about."""

    provider: Annotated[str, Field(max_length=20)] = ""
    about: Annotated[str, Field(max_length=10)] = ""
    text: Annotated[str, Field(max_length=80)] = ""
    unhandled: bool = False


class NoticeOut(Schema):
    """A company's message: what it is about, how often it came, when it was looked after, or why not. `was_asked_for`: it never
    came, and was found in the company's own list."""

    id: UUID
    provider: str
    mode: str
    event_id: str
    kind: str
    about: str
    reference: str
    came_at: datetime
    times: int
    handled_at: datetime | None
    error: str
    was_asked_for: bool

    @classmethod
    def of(cls, row: ProviderNotice) -> Self:
        return cls(
            id=row.pk,
            provider=row.provider,
            mode=row.account.mode if row.account else "",
            was_asked_for=row.was_asked_for,
            event_id=row.event_id,
            kind=row.kind,
            about=row.about,
            reference=row.reference,
            came_at=row.created_at,
            times=row.times,
            handled_at=row.handled_at,
            error=row.error,
        )


class NoticeSeenOut(NoticeOut):
    """With its headers and its body as they came; of one that nobody signed the beginning. Where our own address is in them, the
    word that opens its door is left out: whoever knows it may knock in the company's name."""

    headers: dict[str, str]
    body: str

    @classmethod
    def seen(cls, row: ProviderNotice) -> Self:
        found = NoticeOut.of(row).model_dump()
        headers = {name: _without_key(value) for name, value in json.loads(row.headers or "{}").items()}
        return cls(**found, headers=headers, body=_without_key(row.body))


def _without_key(text: str) -> str:
    return KEY.sub(r"\1…", text)


def payment_out(row: Payment, *, to_team: bool = False) -> PaymentOut:
    """What anybody who sees the payment is told; with the reasons of its refunds for whoever may give money back."""
    return PaymentOut(
        id=row.pk,
        method=row.method,
        amount=row.amount,
        currency=row.currency,
        state=row.state,
        paid_with=row.paid_with,
        decline=row.decline,
        captured_at=row.captured_at,
        refunded_amount=row.refunded_amount,
        refunds=[refund_out(each, row, to_team=to_team) for each in row.refunds.all()],
        **tip_of(row),
    )


def tip_of(row: Payment) -> dict[str, Any]:
    """What of a payment is a tip, and whose."""
    tip: Tip | None = getattr(row, "tip", None)
    return {"tip_id": tip.pk, "tip_amount": tip.amount, "tip_for": tip.staff_member.name} if tip else {}


def refund_out(row: Refund, payment: Payment, *, to_team: bool = False) -> RefundOut:
    return RefundOut(
        id=row.pk,
        amount=row.amount,
        state=row.state,
        why=row.why,
        asked_at=row.created_at,
        way=row.way,
        is_followed=row.is_followed,
        note=row.note if to_team else "",
        is_by_hand=is_by_hand(row, payment),
    )
