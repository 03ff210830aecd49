"""Doors to paying for an order, and to what the team takes and gives back for it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Header, Router

from almanac.kit import clock, ratelimit
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.pages import site
from almanac.kit.requests import actor_of, language_of, signed_in
from almanac.ledger import queries as ledger
from almanac.outbox.errors import IdempotencyInProgress, IdempotencyMismatch
from almanac.payments import own_page, queries
from almanac.payments.actions import pages, takings
from almanac.payments.errors import ChargeUnderWay, CompanySilent, NothingDue, PaymentRefused, TooMuchBack, TooMuchTaken
from almanac.payments.models import PaymentState
from almanac.payments.permissions import can_see_accounts
from almanac.payments.schemas.ledger import LedgerEntryOut
from almanac.payments.schemas.payments import (
    PageOut,
    PayIn,
    PaymentStandingOut,
    RefundIn,
    SourcesOut,
    TakingIn,
    payment_out,
    refund_out,
)
from almanac.sales.queries import order_numbered
from almanac.sales.schemas import PaymentOut, RefundOut

router = Router(tags=["payments"])
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=100)]
TWICE = (IdempotencyInProgress, IdempotencyMismatch)
PAGES = ratelimit.Limit("payment pages", count=40, seconds=600)  # our own page asks once more when it is shown
CHECKS = ratelimit.Limit("payment checks", count=60, seconds=60)


@router.get("/payment-methods", response={200: list[str], **responses()}, operation_id="payment_methods")
def payment_methods(request: HttpRequest, currency: str = "") -> list[str]:
    """Ways to pay by a company's page that work now, in a currency where one is named."""
    return queries.online_methods([currency.upper()] if currency else [])


@router.get("/payment-page", response={200: SourcesOut, **responses()}, operation_id="payment_page")
def payment_page(request: HttpRequest) -> SourcesOut:
    """What our own page for cards may load, for its content policy."""
    return SourcesOut(**asdict(own_page.sources()))


@router.get("/test-payment-methods", response={200: list[str], **responses()}, operation_id="payment_methods_in_test")
def payment_methods_in_test(request: HttpRequest, currency: str = "") -> list[str]:
    """Those of the ways to pay by a company's page by which no real money would move: test keys, or a stand-in."""
    return queries.methods_in_test(currency.upper())


@router.post(
    "/orders/{number}/payments",
    response={
        200: PageOut,
        **responses(NotFound, NotAllowed, NothingDue, ChargeUnderWay, CompanySilent, PaymentRefused),
    },
    operation_id="pay",
)
def pay(request: HttpRequest, number: str, payload: PayIn) -> PageOut:
    """Open a page for what the order owes, or the one that is open: the company's, or ours. For its customer and its link's
    holder."""
    actor, language, now = actor_of(request), language_of(request), clock.now()
    ratelimit.spend(PAGES, client_address(request), now=now)
    order = order_numbered(actor, number, whole=False)
    here = f"{site(language)}/pay/?payment={{payment}}"
    ways = pages.Ways(done=here, back=f"{here}&back=1")
    payment = pages.start(
        actor=actor,
        order=order,
        method=payload.method,
        ways=ways,
        language=language,
        keep_card=payload.keep_card,
        address=client_address(request),
        at_company=payload.at_company,
        now=now,
    )
    return PageOut.of(payment, language)


@router.post(
    "/payments/{payment_id}/check",
    response={200: PaymentStandingOut, **responses(NotFound, CompanySilent)},
    operation_id="check_payment",
)
def check(request: HttpRequest, payment_id: UUID) -> PaymentStandingOut:
    """How a payment is, asked of the company itself. Whoever knows its id may ask: the browser that comes back. They are told the
    order's number, which opens nothing without its e-mail."""
    now = clock.now()
    ratelimit.spend(CHECKS, client_address(request), now=now)
    payment = pages.payment_named(payment_id)
    if payment is None:
        raise NotFound
    payment = pages.check(payment, now=now)
    number, order_state = queries.order_told(payment)
    return PaymentStandingOut(
        state=PaymentState(payment.state), decline=payment.decline, order_number=number, order_state=order_state
    )


@router.post(
    "/orders/{number}/takings",
    response={200: PaymentOut, **responses(SignInNeeded, NotFound, NotAllowed, NothingDue, TooMuchTaken, *TWICE)},
    operation_id="record_taking",
)
def record_taking(request: HttpRequest, number: str, payload: TakingIn, idempotency_key: Key) -> PaymentOut:
    """Write down what was paid to the team: in cash, by its card reader, or into the bank. Sending it again with the same
    Idempotency-Key is the same taking."""
    actor = signed_in(request)
    payment = takings.record_taking(
        actor=actor,
        order=order_numbered(actor, number, whole=False),
        method=payload.method,
        amount=payload.amount,
        now=clock.now(),
        key=idempotency_key,
    )
    return payment_out(payment)


@router.post(
    "/orders/{number}/refunds",
    response={200: list[RefundOut], **responses(SignInNeeded, NotFound, NotAllowed, TooMuchBack, *TWICE)},
    operation_id="refund",
)
def refund(request: HttpRequest, number: str, payload: RefundIn, idempotency_key: Key) -> list[RefundOut]:
    """Give back parts of what was paid, the way it was paid, with a reason for the record. Sending it again with the same
    Idempotency-Key gives nothing more back."""
    actor = signed_in(request)
    amounts: dict[UUID, int] = {}
    for line in payload.lines:
        amounts[line.line_id] = amounts.get(line.line_id, 0) + line.amount
    made = takings.refund_by_hand(
        actor=actor,
        order=order_numbered(actor, number, whole=False),
        amounts=amounts,
        note=payload.note,
        now=clock.now(),
        key=idempotency_key,
    )
    return [refund_out(each, each.payment, to_team=True) for each in made]


@router.post(
    "/refunds/{refund_id}/given",
    response={200: RefundOut, **responses(SignInNeeded, NotFound, NotAllowed)},
    operation_id="refund_given",
)
def refund_given(request: HttpRequest, refund_id: UUID) -> RefundOut:
    """What was paid in cash or by transfer has been given back by hand."""
    row = takings.refund_given(actor=signed_in(request), refund_id=refund_id, now=clock.now())
    return refund_out(row, row.payment, to_team=True)


@router.get(
    "/orders/{number}/ledger",
    response={200: list[LedgerEntryOut], **responses(SignInNeeded, NotFound, NotAllowed)},
    operation_id="order_ledger",
)
def order_ledger(request: HttpRequest, number: str) -> list[LedgerEntryOut]:
    """Every movement of money of an order as it stands in the books, the oldest first."""
    actor = signed_in(request)
    order = order_numbered(actor, number, whole=False)
    if not can_see_accounts(actor):
        raise NotAllowed
    return [LedgerEntryOut.of(entry) for entry in ledger.entries_about(f"order:{order.pk}")]
