"""Opening a company's page to pay on, asking how a payment is, and closing a page. No company is asked in a transaction."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import prefetch_related_objects

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.payments import looks
from almanac.payments.accounts import company
from almanac.payments.actions import steps
from almanac.payments.actions.dues import PAGE_TIME, asked_now
from almanac.payments.actions.keeping import agree_to_keep
from almanac.payments.actions.reviews import digest
from almanac.payments.actions.settling import settle
from almanac.payments.actions.transfers import is_waited_for
from almanac.payments.errors import ChargeUnderWay, CompanySilent, NothingDue, PaymentRefused
from almanac.payments.models import Payment, PaymentState, Tip
from almanac.payments.own_page import is_taken_here
from almanac.payments.permissions import can_keep, can_pay
from almanac.payments.providers.online import (
    Line,
    PaymentAsk,
    PaymentStanding,
    ProviderDown,
    ProviderRefused,
    Stage,
)
from almanac.payments.queries import (
    account_for,
    due_now,
    kept_at,
    outstanding,
    try_under_way,
    undecided_of,
)
from almanac.payments.terms import ROWS, need_kept
from almanac.sales import actions as sales
from almanac.sales.models import Order

REFUSED_FOR = timedelta(hours=1)  # a page is asked about that its company does not know
STILL_GOOD = timedelta(minutes=2)  # a page that closes sooner is not worth sending anybody to
SOONEST = timedelta(minutes=31)  # what companies keep a page open at least
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the browser goes from the company's page: done, paid or not, and given up. `{payment}` becomes the payment's id."""

    done: str
    back: str


def start(
    *,
    actor: Actor,
    order: Order,
    method: str,
    ways: Ways,
    language: str,
    keep_card: bool = False,
    address: str = "",
    at_company: bool = False,
    now: datetime,
) -> Payment:
    """The payment whose page the browser is to be sent to: the open one of this way, or a new one. It is of what is to be paid
    by now; `keep_card`: the customer agrees that what they pay with is kept for later, which it also is where the terms of what
    was bought need it. A card that is kept is shown to whoever signed in as its owner, and such a page to nobody else, not to
    whoever holds the link. `address` is where on the internet it is asked from. `at_company`: on the company's own page, also
    where cards are taken within ours.

    Pages of other ways are closed. Raises NotAllowed, InvalidInput (no such way), NothingDue, ChargeUnderWay, CompanySilent,
    PaymentRefused.
    """
    if not can_pay(actor, order) or (keep_card and not can_keep(actor, order.customer_id)):
        raise NotAllowed
    is_own = actor.customer_id == order.customer_id
    payment = _written_down(
        order, method, is_own=is_own, keep_card=keep_card, address=address, at_company=at_company, now=now
    )
    if keep_card:
        agree_to_keep(actor=actor, customer_id=order.customer_id, now=now)
    if payment.page_url or payment.page_secret:
        return payment
    for other in undecided_of(order.pk).filter(state=PaymentState.OPEN, kept=None, tip=None).exclude(pk=payment.pk):
        close(other, now=now)
    order.refresh_from_db()
    if not due_now(order, now):
        raise NothingDue
    own = kept_at(order.customer_id, payment.account_id) if payment.shows_kept else ""
    return _opened(payment, order, ways, language=language, customer_reference=own, now=now)


def open_for(payment: Payment, order: Order, ways: Ways, *, language: str, now: datetime) -> Payment:
    """The page of a payment that was written down by itself. Raises CompanySilent, PaymentRefused."""
    return _opened(payment, order, ways, language=language, customer_reference="", now=now)


def check(payment: Payment, *, now: datetime) -> Payment:
    """Ask the company how a payment is and write down what is true. Raises CompanySilent."""
    if payment.account is None or not payment.reference or payment.state == PaymentState.CAPTURED:
        return payment
    try:
        standing = company(payment.account).look_up(payment.reference)
    except (ProviderDown, ProviderRefused) as error:
        raise CompanySilent from error
    return settle(payment_id=payment.pk, standing=standing, now=now)


def learn_fee(payment: Payment, *, now: datetime) -> Payment:
    """Ask what the company kept of a captured payment, where it had not said. Raises ProviderDown."""
    assert payment.account is not None
    try:
        standing = company(payment.account).look_up(payment.reference)
    except ProviderRefused:
        return payment
    return settle(payment_id=payment.pk, standing=standing, now=now)


def close(payment: Payment, *, now: datetime) -> Payment:
    """See to it that nothing more is paid on a page, and write down what is true of it then. One that was never opened, or
    whose company does not answer, is left to the search for lost ones."""
    if payment.account is None or not payment.reference:
        return payment
    try:
        standing = company(payment.account).close_page(payment.reference)
    except (ProviderDown, ProviderRefused):
        return payment
    return settle(payment_id=payment.pk, standing=standing, now=now)


def mind(payment: Payment, *, now: datetime) -> Payment:
    """For the search for lost ones: a page past its time is closed, a debit asked about. A page that was never opened is
    over, and so is what was waited for and did not come, and in the end one of which the company knows nothing: its keys may be
    good no more. Raises ProviderDown."""
    if payment.account is None and not is_waited_for(payment):
        return payment
    if payment.account is None or not payment.reference:
        return settle(payment_id=payment.pk, standing=_never_opened(payment), now=now)
    try:
        speaking = company(payment.account)
        if payment.state == PaymentState.OPEN:
            standing = speaking.close_page(payment.reference)
        else:
            standing = speaking.look_up(payment.reference)
    except ProviderRefused as refused:
        is_over = payment.pay_by is not None and payment.pay_by <= now - REFUSED_FOR
        if payment.state != PaymentState.OPEN or not is_over:
            return payment
        log.error("a page that the company does not know", payment=str(payment.pk), reason=refused.code)
        standing = _never_opened(payment)  # should money come of it after all, it goes back
    return settle(payment_id=payment.pk, standing=standing, now=now)


def mind_overdue(*, now: datetime) -> None:
    """Ask about the payments whose turn it is. When each is asked next is written before it is asked: one without an answer never
    keeps the others waiting."""
    for payment in looks.overdue(now)[: looks.AT_ONCE]:
        is_page = payment.state == PaymentState.OPEN
        since = (payment.pay_by if is_page else None) or payment.created_at
        latest = looks.A_PAGE if is_page else looks.LATEST
        Payment.objects.filter(pk=payment.pk).update(look_at=looks.next_look(since, now, latest=latest))
        with suppress(ProviderDown):
            mind(payment, now=now)


def mind_fees(*, now: datetime) -> None:
    """Ask what companies kept of the payments whose turn it is, where they did not say when the money came."""
    for payment in looks.without_fee(now)[: looks.AT_ONCE]:
        look_at = looks.next_look(payment.captured_at or payment.created_at, now)
        Payment.objects.filter(pk=payment.pk).update(look_at=look_at)
        with suppress(ProviderDown):
            learn_fee(payment, now=now)


def _written_down(
    order: Order, method: str, *, is_own: bool, keep_card: bool, address: str, at_company: bool, now: datetime
) -> Payment:
    """The row of this try: committed before the company hears of it, so that its key is the same whatever happens. The yes of the
    owner (`is_own`) to keeping a card stays theirs, and so does a page that shows what they keep."""
    account = account_for(method, order.currency, order_id=order.pk)
    with transaction.atomic():
        locked = sales.lock_order(order.pk)
        if try_under_way(order.pk) is not None:
            raise ChargeUnderWay
        due, wanted = due_now(locked, now), asked_now(locked, now)
        if wanted <= 0:
            raise NothingDue
        open_ones = list(undecided_of(order.pk).filter(state=PaymentState.OPEN, tip=None))
        in_page = not at_company and is_taken_here(account, locked)
        prefetch_related_objects([locked], *ROWS)
        agreed = keep_card or (is_own and any(each.keep_card for each in open_ones))
        keeps = agreed or need_kept(locked, now)
        shows = is_own and bool(kept_at(locked.customer_id, account.pk))
        for each in open_ones:
            is_good = each.pay_by is not None and each.pay_by > now + STILL_GOOD and each.keep_card == keeps
            is_theirs = is_own or not each.shows_kept
            is_same = each.account_id == account.pk and each.amount == wanted and each.in_page == in_page
            if is_same and is_good and is_theirs:
                each.address_digest = each.address_digest or digest("address", address)
                each.shows_kept = each.shows_kept or (shows and not each.reference)
                each.save(update_fields=["address_digest", "shows_kept"])
                return each
        return Payment.objects.create(
            order=locked,
            method=method,
            amount=wanted,
            currency=locked.currency,
            state=PaymentState.OPEN,
            account=account,
            in_page=in_page,
            pay_by=now + PAGE_TIME,
            keep_card=keeps,
            shows_kept=shows,
            address_digest=digest("address", address),
            meant_for=[str(line_id) for line_id in due] if len(due) < len(outstanding(locked)) else [],
        )


def _opened(
    payment: Payment, order: Order, ways: Ways, *, language: str, customer_reference: str, now: datetime
) -> Payment:
    assert payment.account is not None
    pay_by = payment.pay_by or now
    ask = PaymentAsk(
        key=f"payment:{payment.pk}",
        payment_id=str(payment.pk),
        amount=payment.amount,
        currency=payment.currency,
        description=order.number,
        lines=_lines(order, payment, now),
        email=order.customer.email,
        language=language,
        return_url=ways.done.replace("{payment}", str(payment.pk)),
        cancel_url=ways.back.replace("{payment}", str(payment.pk)),
        closes_at=pay_by + SOONEST,  # the same each time it is asked; we close it ourselves at `pay_by`
        customer_reference=customer_reference,
        keep_card=payment.keep_card,
        in_page=payment.in_page,
    )
    try:
        page = company(payment.account).open_page(ask)
    except ProviderDown as error:
        raise CompanySilent from error
    except ProviderRefused as error:
        settle(payment_id=payment.pk, standing=_never_opened(payment), now=now)
        raise PaymentRefused(reason=error.code) from error
    # Only where it still waits: the customer may have paid in the meantime in another tab.
    with transaction.atomic():
        Payment.objects.filter(pk=payment.pk, state=PaymentState.OPEN).update(
            reference=page.reference,
            page_url=page.url,
            page_secret=page.secret,
            pay_by=min(pay_by, page.closes_at or pay_by),
        )
        steps.opened(payment, page.reference, at=now)
    payment.refresh_from_db()
    payment.page_url, payment.page_secret = page.url, page.secret
    return payment


def _lines(order: Order, payment: Payment, now: datetime) -> tuple[Line, ...]:
    owed = due_now(order, now) if not Tip.objects.filter(payment=payment).exists() else {}
    if sum(owed.values()) != payment.amount:  # a part of it, or a tip: no line can be named for it
        return (Line(order.number, payment.amount),)
    names = {line.pk: line.name for line in order.lines.all()}
    return tuple(Line(names[line_id], each) for line_id, each in owed.items())


def _never_opened(payment: Payment) -> PaymentStanding:
    return PaymentStanding(payment.reference, str(payment.pk), Stage.CLOSED, payment.amount, payment.currency)


def payment_named(payment_id: UUID) -> Payment | None:
    """A payment by its id, which is as good as a secret: for the browser that comes back from a company's page."""
    return Payment.objects.select_related("account", "order").filter(pk=payment_id).first()
