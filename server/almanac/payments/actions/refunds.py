"""Giving money back: asked for together with its reason, carried out by the worker, booked when the company took it on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import F

from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import NotFound
from almanac.ledger import actions as ledger
from almanac.ledger import queries as books
from almanac.ledger.actions import Leg, credit, debit
from almanac.ledger.models import Entry, Role
from almanac.outbox.actions import emit
from almanac.payments import looks
from almanac.payments.accounts import company
from almanac.payments.actions import steps
from almanac.payments.actions.failing import undo
from almanac.payments.actions.lines import of_lines, pay_lines
from almanac.payments.books import exchanged, legs_of, staff_holder
from almanac.payments.errors import TooMuchBack
from almanac.payments.events import RefundAsked, RefundBooked, RefundEvent, RefundFailed
from almanac.payments.keys import capture_key, company_of, refund_exchange_key, refund_key
from almanac.payments.models import LineShare, Payment, Refund, RefundShare
from almanac.payments.providers.bank_transfer import BANK_TRANSFER
from almanac.payments.providers.online import (
    ProviderDown,
    ProviderRefused,
    RefundAsk,
    RefundStage,
    RefundStanding,
    Settled,
)
from almanac.payments.shares import newest_first
from almanac.sales import actions as sales
from almanac.sales import issuing as cards
from almanac.sales import pass_steps as passes
from almanac.sales.models import LineKind, Order, gift_card_holder

State = Refund.State
KEY_LASTS = timedelta(hours=20)  # Stripe keeps keys for a day at least
log = structlog.get_logger(__name__)


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
    stop_cards(actor, order, amounts, now=now)
    return [
        _ask_one(actor, order, payment_id, parts, sum(part for _, part in parts), why=why, note=note, now=now)
        for payment_id, parts in sorted(taken.items())
    ]


def stop_cards(actor: Actor, order: Order, amounts: Mapping[UUID, int], *, now: datetime) -> None:
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
    refund = Refund(payment_id=payment_id, amount=amount, why=why, note=note, asked_by_id=actor.user_id, created_at=now)
    write_down(refund, parts)
    asked(refund, order, actor=actor, now=now)
    return refund


def write_down(refund: Refund, parts: Iterable[tuple[LineShare, int]]) -> None:
    """A new refund and of what it is: so much of each share, which cannot go back again. Under the order's lock."""
    refund.save()
    Payment.objects.filter(pk=refund.payment_id).update(refunded_amount=F("refunded_amount") + refund.amount)
    for share, part in parts:
        LineShare.objects.filter(pk=share.pk).update(refunded_amount=F("refunded_amount") + part)
    RefundShare.objects.bulk_create(RefundShare(refund=refund, share=share, amount=part) for share, part in parts)


def asked(refund: Refund, order: Order, *, actor: Actor, now: datetime) -> None:
    """Tell of it, so that it is carried out. Emits RefundAsked."""
    steps.of_refund(refund, at=now, actor=actor)
    _tell(RefundAsked, refund, order, actor=actor, now=now)


def carry_out(*, refund_id: UUID, now: datetime) -> Refund:
    """Have the company send it back, or ask how far it is. What was paid without a company waits for somebody's hand, and one of
    which the company knows nothing stays as it is.

    Raises NotFound, ProviderDown: ask again, with the same key it is the same refund.
    """
    refund = Refund.objects.select_related("payment__account").filter(pk=refund_id).first()
    if refund is None:
        raise NotFound
    payment, account = refund.payment, refund.payment.account
    if payment.gift_card_id is not None and refund.state == State.ASKED:
        return book(refund_id=refund.pk, standing=_put_back(refund, now), now=now)
    if account is None or refund.way or refund.state in (State.DONE, State.FAILED):
        return refund
    was_asked = refund.look_at is not None
    Refund.objects.filter(pk=refund.pk).update(look_at=looks.next_look(refund.created_at, now))
    if refund.state == State.PENDING:
        try:
            standing = company(account).look_up_refund(refund.reference)
        except ProviderRefused as refused:
            log.warning("a refund is not known any more", refund=str(refund.pk), reason=refused.code)
            return refund
        return book(refund_id=refund.pk, standing=standing, now=now)
    return book(refund_id=refund.pk, standing=_sent(refund, was_asked=was_asked, now=now), now=now)


def _sent(refund: Refund, *, was_asked: bool, now: datetime) -> RefundStanding:
    """What the company makes of a refund. One that was first asked for so long ago that it may have forgotten the key is looked
    for before, and one that it refuses after: it may have gone back when the answer was lost. Raises ProviderDown."""
    payment = refund.payment
    assert payment.account is not None
    refused = ProviderRefused("stand_in")
    try:
        speaking = company(payment.account)
        if now - refund.created_at > KEY_LASTS:
            before = _own(refund, speaking.refunds_of(payment.charge))
            if before is not None:
                return before
        wanted = RefundAsk(
            key=f"refund:{refund.pk}",
            refund_id=str(refund.pk),
            charge=payment.charge,
            amount=refund.amount,
            currency=payment.currency,
        )
        try:
            return speaking.refund(wanted)
        except ProviderRefused as error:
            refused = error
            found = speaking.refunds_of(payment.charge)
            there = _own(refund, found) or _same(refund, found)
            if there is not None:
                return there
    except ProviderRefused as error:
        if was_asked:  # what became of the earlier try cannot be told: never say that nothing went back
            raise ProviderDown(error.code) from error
        refused = error
    return RefundStanding("", str(refund.pk), payment.charge, RefundStage.FAILED, refund.amount, None, refused.code)


def _own(refund: Refund, found: Iterable[RefundStanding]) -> RefundStanding | None:
    return next((each for each in found if each.refund_id == str(refund.pk)), None)


def _same(refund: Refund, found: Iterable[RefundStanding]) -> RefundStanding | None:
    """One of this amount that somebody made at the company itself and that we do not know: what was to go back went back so."""
    known = set(Refund.objects.filter(payment=refund.payment_id).values_list("reference", flat=True))
    theirs = (each for each in found if not each.refund_id and each.reference not in known)
    return next(
        (each for each in theirs if each.amount == refund.amount and each.stage is not RefundStage.FAILED), None
    )


def mind(*, now: datetime) -> None:
    """Ask about the refunds whose turn it is; none keeps the others waiting. What goes wrong with one of them is raised when the
    others are asked about."""
    wrong: list[Exception] = []
    for refund_id in list(looks.refunds_without_end(now).values_list("pk", flat=True)[: looks.AT_ONCE]):
        try:
            with suppress(ProviderDown):
                carry_out(refund_id=refund_id, now=now)
        except Exception as error:
            wrong.append(error)
    if wrong:
        raise wrong[0]


def _put_back(refund: Refund, now: datetime) -> RefundStanding:
    """What was taken from a gift card goes back to it at once, also where it was stopped or voided meanwhile."""
    return RefundStanding(f"gift card {refund.pk}", str(refund.pk), "", RefundStage.DONE, refund.amount, now)


def give_by_hand(*, actor: Actor, refund: Refund, now: datetime) -> Refund:
    """Somebody of the team gave back what was paid in cash or by transfer. Doing it twice changes nothing."""
    standing = RefundStanding(f"by hand {refund.pk}", str(refund.pk), "", RefundStage.DONE, refund.amount, now)
    return book(refund_id=refund.pk, standing=standing, now=now, actor=actor)


def book(*, refund_id: UUID, standing: RefundStanding, now: datetime, actor: Actor = SYSTEM) -> Refund:
    """Write what is true of a refund: the entry when it was taken on, and that it came back when it failed after all.

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
            undo(refund, order, was_booked=before != State.ASKED, now=now)
            _tell(RefundFailed, refund, order, actor=actor, now=now)
        elif before == State.ASKED:
            _post(refund, order, now=now)
            _post_exchange(refund, standing.settled, now=now)
            _tell(RefundBooked, refund, order, actor=actor, now=now)
        if refund.state != before:
            _free_cards(refund, now=now)
    return refund


def _post(refund: Refund, order: Order, *, now: datetime) -> Entry:
    payment, by_line = refund.payment, of_lines(refund)
    passes.lock_sold(list(by_line))
    unpaid = pay_lines(order, {line_id: -part for line_id, part in by_line.items()})
    return ledger.post(
        key=refund_key(refund),
        kind="refund",
        currency=payment.currency,
        legs=[
            out_of(payment, refund.amount, refund.way),
            *legs_of(unpaid),
            *_of_no_line(refund, refund.amount - sum(by_line.values())),
        ],
        happened_at=refund.happened_at or now,
        now=now,
        subject=f"order:{order.pk}",
        relates_to=books.entry(capture_key(payment)),
    )


def _post_exchange(refund: Refund, settled: Settled | None, *, now: datetime) -> None:
    """It left the company's balance in another currency than it was paid in."""
    if settled is None:
        return
    payment = refund.payment
    keys = {each: refund_exchange_key(refund, each) for each in (payment.currency, settled.currency)}
    ledger.post_all(exchanged(keys, payment, -refund.amount, settled, refund.happened_at or now), now=now)


def _of_no_line(refund: Refund, amount: int) -> Iterator[Leg]:
    """Whose the part of a refund was that nobody paid for a line: whom a tip was for, or nobody. What went back at the company
    itself and was somebody's who has had it, as of a gift card that is spent, is lost."""
    payment = refund.payment
    if refund.why == Refund.Why.TIP:
        yield debit(Role.PAYABLE, amount, staff_holder(payment.tip.staff_member_id))
        return
    holder = f"payment:{payment.pk}"
    of_nobody = amount
    if refund.why == Refund.Why.ELSEWHERE:
        of_nobody = min(amount, books.balance(Role.SUSPENSE, payment.currency, holder))
    yield debit(Role.SUSPENSE, of_nobody, holder)
    if amount > of_nobody:
        yield debit(Role.DISPUTES, amount - of_nobody, company_of(payment))


def _free_cards(refund: Refund, *, now: datetime) -> None:
    """Gift cards and packages of which nothing is on its way back any more are over, or can be spent again."""
    kinds = (LineKind.GIFT_CARD, LineKind.PACKAGE)
    sold = refund.shares.filter(share__line__kind__in=kinds).values_list("share__line_id", flat=True)
    for line_id in list(sold):
        if not RefundShare.objects.filter(share__line_id=line_id, refund__state=State.ASKED).exists():
            cards.refund_ended(line_id=line_id, now=now)
            passes.refund_ended(line_id=line_id, now=now)


def out_of(payment: Payment, amount: int, way: str = "") -> Leg:
    """The account that the payment came into, or of another way in which it goes back."""
    if way:
        return credit(Role.BANK if way == BANK_TRANSFER else Role.TILL, amount)
    if payment.account is not None:
        return credit(Role.CLEARING, amount, payment.account.provider)
    if payment.gift_card_id is not None:
        return credit(Role.GIFT_CARD, amount, gift_card_holder(payment.gift_card_id))
    return credit(Role.BANK if payment.method == BANK_TRANSFER else Role.TILL, amount)


def _tell(event: type[RefundEvent], refund: Refund, order: Order, *, actor: Actor, now: datetime) -> None:
    fact = event(
        refund_id=refund.pk,
        order_id=order.pk,
        business_id=order.business_id,
        amount=refund.amount,
        currency=refund.payment.currency,
        why=refund.why,
    )
    emit(fact, actor=actor, at=now)
