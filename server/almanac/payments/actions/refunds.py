"""Giving money back: asked for together with its reason, carried out by the worker, booked when the company took it on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import NotFound
from almanac.ledger import actions as ledger
from almanac.ledger import queries as books
from almanac.ledger.actions import Leg, credit, debit
from almanac.ledger.models import Entry, Role
from almanac.outbox.actions import emit
from almanac.payments.accounts import company
from almanac.payments.actions import steps
from almanac.payments.actions.lines import pay_lines
from almanac.payments.books import legs_of, staff_holder
from almanac.payments.errors import TooMuchBack
from almanac.payments.events import RefundAsked, RefundBooked, RefundEvent, RefundFailed
from almanac.payments.keys import capture_key, failed_refund_key, refund_key
from almanac.payments.models import LineShare, Payment, Refund, RefundShare
from almanac.payments.providers.online import ProviderRefused, RefundAsk, RefundStage, RefundStanding
from almanac.payments.shares import newest_first
from almanac.sales import actions as sales
from almanac.sales import issuing as cards
from almanac.sales import pass_steps as passes
from almanac.sales.models import LineKind, Order, gift_card_holder

State = Refund.State


def ask(
    *, actor: Actor, order: Order, amounts: Mapping[UUID, int], why: Refund.Why, note: str = "", now: datetime
) -> list[Refund]:
    """Ask for money back of lines of a locked order, from the payments that paid for them, the newest first.

    Runs in the caller's transaction. Raises TooMuchBack when more is asked than is there; nothing is written then.
    """
    found = LineShare.objects.filter(payment__order=order, line__in=amounts).select_for_update(of=("self",))
    taken: dict[UUID, list[tuple[LineShare, int]]] = {}
    for line_id, amount in amounts.items():
        left = amount
        for share, part in newest_first((each for each in found if each.line_id == line_id), amount):
            taken.setdefault(share.payment_id, []).append((share, part))
            left -= part
        if left > 0:
            raise TooMuchBack(most_amount=amount - left, currency=order.currency)
    _stop_cards(actor, order, amounts, now=now)
    return [
        _ask_one(actor, order, payment_id, parts, sum(part for _, part in parts), why=why, note=note, now=now)
        for payment_id, parts in sorted(taken.items())
    ]


def _stop_cards(actor: Actor, order: Order, amounts: Mapping[UUID, int], *, now: datetime) -> None:
    """Of a gift card goes back only what is still on it, of a package what is unused, and nobody spends it meanwhile. Raises
    TooMuchBack."""
    for line in order.lines.filter(pk__in=amounts, kind=LineKind.GIFT_CARD):
        missing = cards.stop(line_id=line.pk, amount=amounts[line.pk], actor=actor, now=now)
        if missing:
            raise TooMuchBack(most_amount=amounts[line.pk] + missing, currency=order.currency)
    for line in order.lines.filter(pk__in=amounts, kind=LineKind.PACKAGE):
        missing = passes.stop(line_id=line.pk, amount=amounts[line.pk], actor=actor, now=now)
        if missing:
            raise TooMuchBack(most_amount=amounts[line.pk] + missing, currency=order.currency)


def ask_surplus(*, payment: Payment, now: datetime) -> Refund:
    """Send back what came in and is owed by nobody. Runs in the caller's transaction, under the order's lock."""
    return _ask_one(
        SYSTEM, payment.order, payment.pk, [], payment.surplus_amount, why=Refund.Why.SURPLUS, note="", now=now
    )


def ask_tip(*, actor: Actor, payment: Payment, amount: int, note: str, now: datetime) -> Refund:
    """Send a tip back. Runs in the caller's transaction, under the order's lock."""
    return _ask_one(actor, payment.order, payment.pk, [], amount, why=Refund.Why.TIP, note=note, now=now)


def _ask_one(
    actor: Actor,
    order: Order,
    payment_id: UUID,
    parts: list[tuple[LineShare, int]],
    amount: int,
    *,
    why: Refund.Why,
    note: str,
    now: datetime,
) -> Refund:
    refund = Refund.objects.create(
        payment_id=payment_id, amount=amount, why=why, note=note, asked_by_id=actor.user_id, created_at=now
    )
    Payment.objects.filter(pk=payment_id).update(refunded_amount=F("refunded_amount") + amount)
    for share, part in parts:
        LineShare.objects.filter(pk=share.pk).update(refunded_amount=F("refunded_amount") + part)
    RefundShare.objects.bulk_create(RefundShare(refund=refund, share=share, amount=part) for share, part in parts)
    steps.of_refund(refund, at=now, actor=actor)
    _tell(RefundAsked, refund, order, actor=actor, now=now)
    return refund


def carry_out(*, refund_id: UUID, now: datetime) -> Refund:
    """Have the company send it back, or ask how far it is. What was paid without a company waits for somebody's hand.

    Raises NotFound, ProviderDown: ask again, with the same key it is the same refund.
    """
    refund = Refund.objects.select_related("payment__account").filter(pk=refund_id).first()
    if refund is None:
        raise NotFound
    payment, account = refund.payment, refund.payment.account
    if payment.gift_card_id is not None and refund.state == State.ASKED:
        return book(refund_id=refund.pk, standing=_put_back(refund, now), now=now)
    if account is None or refund.state in (State.DONE, State.FAILED):
        return refund
    if refund.state == State.PENDING:
        return book(refund_id=refund.pk, standing=company(account).look_up_refund(refund.reference), now=now)
    wanted = RefundAsk(
        key=f"refund:{refund.pk}",
        refund_id=str(refund.pk),
        charge=payment.charge,
        amount=refund.amount,
        currency=payment.currency,
    )
    try:
        standing = company(account).refund(wanted)
    except ProviderRefused as refused:
        standing = RefundStanding(
            "", str(refund.pk), payment.charge, RefundStage.FAILED, refund.amount, None, refused.code
        )
    return book(refund_id=refund.pk, standing=standing, now=now)


def _put_back(refund: Refund, now: datetime) -> RefundStanding:
    """What was taken from a gift card goes back to it at once, also where it was stopped or voided meanwhile."""
    return RefundStanding(f"gift card {refund.pk}", str(refund.pk), "", RefundStage.DONE, refund.amount, now)


def give_by_hand(*, actor: Actor, refund: Refund, now: datetime) -> Refund:
    """Somebody of the team gave back what was paid in cash or by transfer. Doing it twice changes nothing."""
    standing = RefundStanding(f"by hand {refund.pk}", str(refund.pk), "", RefundStage.DONE, refund.amount, now)
    return book(refund_id=refund.pk, standing=standing, now=now, actor=actor)


def book(*, refund_id: UUID, standing: RefundStanding, now: datetime, actor: Actor = SYSTEM) -> Refund:
    """Write what is true of a refund: the entry when it was taken on, its opposite when it failed after all.

    Doing it again, or with an older answer, changes nothing. Emits RefundBooked or RefundFailed.
    """
    with transaction.atomic():
        order_id = Refund.objects.values_list("payment__order_id", flat=True).get(pk=refund_id)
        order = sales.lock_order(order_id)
        refund = Refund.objects.select_for_update(of=("self",)).select_related("payment__account").get(pk=refund_id)
        before = refund.state
        if before == State.FAILED or (before == State.DONE and standing.stage is not RefundStage.FAILED):
            return refund
        refund.reference = refund.reference or standing.reference
        refund.happened_at = refund.happened_at or standing.happened_at or now
        refund.failure = standing.failure[:60]
        refund.state = {
            RefundStage.PENDING: State.PENDING,
            RefundStage.DONE: State.DONE,
            RefundStage.FAILED: State.FAILED,
        }[standing.stage]
        refund.revision += 1
        refund.save()
        if refund.state != before:
            steps.of_refund(refund, at=now, actor=actor)
        if refund.state == State.FAILED:
            _undo(refund, order, was_booked=before != State.ASKED, now=now)
            _tell(RefundFailed, refund, order, actor=actor, now=now)
        elif before == State.ASKED:
            _post(refund, order, now=now)
            _tell(RefundBooked, refund, order, actor=actor, now=now)
        if refund.state != before:
            _free_cards(refund, now=now)
    return refund


def _post(refund: Refund, order: Order, *, now: datetime) -> Entry:
    payment = refund.payment
    unpaid = pay_lines(order, {line_id: -part for line_id, part in _by_line(refund).items()})
    of_surplus = refund.amount if refund.why == Refund.Why.SURPLUS else 0
    return ledger.post(
        key=refund_key(refund),
        kind="refund",
        currency=payment.currency,
        legs=[
            _out_of(payment, refund.amount),
            *legs_of(unpaid),
            debit(Role.SUSPENSE, of_surplus, f"payment:{payment.pk}"),
            *_of_tip(refund),
        ],
        happened_at=refund.happened_at or now,
        now=now,
        subject=f"order:{order.pk}",
        relates_to=books.entry(capture_key(payment)),
    )


def _of_tip(refund: Refund) -> list[Leg]:
    """What is no more owed to whom a tip was for."""
    if refund.why != Refund.Why.TIP:
        return []
    return [debit(Role.PAYABLE, refund.amount, staff_holder(refund.payment.tip.staff_member_id))]


def _free_cards(refund: Refund, *, now: datetime) -> None:
    """Gift cards and packages of which nothing is on its way back any more are over, or can be spent again."""
    kinds = (LineKind.GIFT_CARD, LineKind.PACKAGE)
    sold = refund.shares.filter(share__line__kind__in=kinds).values_list("share__line_id", flat=True)
    for line_id in list(sold):
        if not RefundShare.objects.filter(share__line_id=line_id, refund__state=State.ASKED).exists():
            cards.refund_ended(line_id=line_id, now=now)
            passes.refund_ended(line_id=line_id, now=now)


def _undo(refund: Refund, order: Order, *, was_booked: bool, now: datetime) -> None:
    payment = refund.payment
    Payment.objects.filter(pk=payment.pk).update(refunded_amount=F("refunded_amount") - refund.amount)
    for part in refund.shares.all():
        LineShare.objects.filter(pk=part.share_id).update(refunded_amount=F("refunded_amount") - part.amount)
    entry = books.entry(refund_key(refund)) if was_booked else None
    if entry is not None:
        pay_lines(order, _by_line(refund))
        ledger.reverse(entry=entry, key=failed_refund_key(refund), happened_at=now, now=now)


def _by_line(refund: Refund) -> dict[UUID, int]:
    return {part.share.line_id: part.amount for part in refund.shares.select_related("share")}


def _out_of(payment: Payment, amount: int) -> Leg:
    """The account that the payment came into."""
    if payment.account is not None:
        return credit(Role.CLEARING, amount, payment.account.provider)
    if payment.gift_card_id is not None:
        return credit(Role.GIFT_CARD, amount, gift_card_holder(payment.gift_card_id))
    return credit(Role.BANK if payment.method == "bank_transfer" else Role.TILL, amount)


def _tell(event: type[RefundEvent], refund: Refund, order: Order, *, actor: Actor, now: datetime) -> None:
    fact = event(
        refund_id=refund.pk,
        order_id=order.pk,
        business_id=order.business_id,
        amount=refund.amount,
        currency=order.currency,
        why=refund.why,
    )
    emit(fact, actor=actor, at=now)
