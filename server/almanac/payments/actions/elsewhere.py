"""Money that went back by somebody's hand at the company itself, in its dashboard: found by a notice or in the company's own
list, and booked as what it most likely is (docs/algorithms/payments.md, refunds made elsewhere)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import SYSTEM
from almanac.ledger import actions as ledger
from almanac.ledger import queries as books
from almanac.ledger.actions import credit, debit
from almanac.ledger.models import Role
from almanac.payments.actions import refunds, steps
from almanac.payments.actions.returning import ask_for_the_rest
from almanac.payments.books import shares_of
from almanac.payments.keys import beyond_key, company_of
from almanac.payments.models import LineShare, Payment, Refund
from almanac.payments.providers.online import RefundStage, RefundStanding
from almanac.payments.step_tables import StepKind
from almanac.sales import actions as sales
from almanac.sales import issuing as cards
from almanac.sales import pass_steps as passes
from almanac.sales.models import LineKind, Order
from almanac.scheduling.models import Appointment

Why = Refund.Why
SOLD = (LineKind.GIFT_CARD, LineKind.PACKAGE)


def found(*, payment_id: UUID, standing: RefundStanding, now: datetime) -> None:
    """Write down a refund that we did not ask for. Doing it again changes nothing.

    What we asked for ourselves is carried out first: it may be this very one, and what is left is known then. Emits RefundBooked.
    Raises ProviderDown.
    """
    own = Refund.objects.filter(payment=payment_id, state=Refund.State.ASKED, way="")
    for refund_id in list(own.values_list("pk", flat=True)):
        refunds.carry_out(refund_id=refund_id, now=now)
    with transaction.atomic():
        order = sales.lock_order(Payment.objects.values_list("order_id", flat=True).get(pk=payment_id))
        payment = Payment.objects.select_for_update(of=("self",)).select_related("account").get(pk=payment_id)
        known = Refund.objects.filter(payment=payment, reference=standing.reference).first()
        has_failed = standing.stage is RefundStage.FAILED
        left = payment.amount - payment.refunded_amount
        is_news = known is None and not has_failed and left > 0
        if is_news:
            known = _written(order, payment, min(left, standing.amount), standing.reference, now=now)
            _beyond(order, payment, standing, standing.amount - known.amount, now=now)
        elif known is None:
            _beyond(order, payment, standing, 0 if has_failed else standing.amount, now=now)
        if has_failed:
            _came_back(payment, standing, now=now)
        if known is not None:
            refunds.book(refund_id=known.pk, standing=standing, now=now)
        if is_news:
            ask_for_the_rest(payment=payment, order=order, now=now)


def _written(order: Order, payment: Payment, amount: int, reference: str, *, now: datetime) -> Refund:
    parts = _parts(order, payment, amount, now=now)
    refund = Refund(payment=payment, amount=amount, reference=reference, why=Why.ELSEWHERE, created_at=now)
    if not parts and getattr(payment, "tip", None):
        refund.why = Why.TIP
    refunds.write_down(refund, parts)
    return refund


def _parts(order: Order, payment: Payment, amount: int, *, now: datetime) -> list[tuple[LineShare, int]]:
    """Of which lines it is: first of nobody's (the surplus), then of those that do not stand any more, then of those that stand,
    in proportion to what is left of each; of what was sold as a gift card or a package last, as far as it was not spent."""
    amount -= min(amount, books.balance(Role.SUSPENSE, payment.currency, f"payment:{payment.pk}"))
    shares = list(payment.shares.select_related("line__appointment").order_by("pk"))
    parts: list[tuple[LineShare, int]] = []
    for group in _groups(shares):
        left = {share.line_id: share.amount - share.refunded_amount for share in group}
        taken = shares_of(left, amount)
        amount -= sum(taken.values())
        parts += [(share, taken[share.line_id]) for share in group if share.line_id in taken]
    for share in shares:
        if share.line.kind in SOLD and amount:
            part = _unspent(share, min(amount, share.amount - share.refunded_amount), now=now)
            amount -= part
            parts += [(share, part)] if part else []
    return parts


def _groups(shares: Sequence[LineShare]) -> Iterator[list[LineShare]]:
    usual = [share for share in shares if share.line.kind not in SOLD]
    for stands in (False, True):
        yield [share for share in usual if _stands(share) is stands]


def _stands(share: LineShare) -> bool:
    visit = share.line.appointment
    return visit is None or visit.state != Appointment.State.CANCELLED


def _unspent(share: LineShare, amount: int, *, now: datetime) -> int:
    """How much of it is still on the card or unused of the package, which nobody spends meanwhile."""
    stop = cards.stop if share.line.kind == LineKind.GIFT_CARD else passes.stop
    missing = -stop(line_id=share.line_id, amount=amount, actor=SYSTEM, now=now) if amount else 0
    there = amount - missing
    if missing and there > 0:
        stop(line_id=share.line_id, amount=there, actor=SYSTEM, now=now)
    return max(0, there)


def _beyond(order: Order, payment: Payment, standing: RefundStanding, amount: int, *, now: datetime) -> None:
    """More than was left of the payment, as where we gave the same back in cash: it is lost."""
    key = beyond_key(payment, standing.reference)
    if not amount or books.entry(key) is not None:
        return
    happened_at = standing.happened_at or now
    ledger.post(
        key=key,
        kind="refund",
        currency=payment.currency,
        legs=[debit(Role.DISPUTES, amount, company_of(payment)), credit(Role.CLEARING, amount, company_of(payment))],
        happened_at=happened_at,
        now=now,
        subject=f"order:{order.pk}",
    )
    steps.write(
        payment, StepKind.REFUND_DONE, at=now, amount=amount, reference=standing.reference, reason=Why.ELSEWHERE
    )


def _came_back(payment: Payment, standing: RefundStanding, *, now: datetime) -> None:
    """What was lost so came back in the end."""
    key = beyond_key(payment, standing.reference)
    entry, opposite = books.entry(key), f"{key}:failed"
    if entry is not None and books.entry(opposite) is None:
        ledger.reverse(entry=entry, key=opposite, happened_at=now, now=now)
