"""Terms that follow upon each other: the next one booked ahead, or notice given of the end. docs/algorithms/series.md."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from almanac.booking.actions import book
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import token_hash, view
from almanac.booking.queries.renewals import CannotCarryOn, Renewal, may_carry_on, notice_at, renewal_of
from almanac.booking.queries.series_parts import following
from almanac.kit import ids
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import NotAllowed
from almanac.outbox.actions import gathered
from almanac.payments.queries import method_named
from almanac.sales import subscriptions
from almanac.sales.models import Subscription
from almanac.scheduling.locks import contention

KEPT_FOR = timedelta(hours=1)  # the basket a term is booked from


def give_notices(*, now: datetime) -> int:
    """Book the next term of each subscription whose notice is due and that carries on, and give notice of the end of the others;
    tells how many. What goes wrong with one is raised when the others are done, however many go wrong."""
    wrong: list[Exception] = []
    tried: set[UUID] = set()
    while due := subscriptions.notices_due(now=now, tried=tried):
        for subscription_id in due:
            tried.add(subscription_id)
            try:
                give_notice(subscription_id=subscription_id, now=now)
            except Exception as error:
                wrong.append(error)
    if wrong:
        raise wrong[0]
    return len(tried)


def give_notice(*, subscription_id: UUID, now: datetime) -> bool:
    """Of one; False where it was given already, or it does not run or is paused. Raises SlotTaken (somebody was faster with a
    time; the next try finds another)."""
    with contention(), transaction.atomic(), gathered():
        row = subscriptions.lock_subscription(subscription_id)
        is_due = row.notice_at is not None and row.notice_at <= now
        if row.state != Subscription.State.ACTIVE or row.paused_from is not None or not is_due:
            return False
        if not row.carries_on:
            subscriptions.give_notice(row=row, why="chosen", now=now)
            return True
        try:
            renewal = renewal_of(row, language=row.customer.language, now=now)
        except CannotCarryOn as end:
            subscriptions.give_notice(row=row, why=end.why, now=now)
            return True
        _book(row, renewal, now=now)
    return True


def set_carrying_on(*, actor: Actor, subscription_id: UUID, carries_on: bool, now: datetime) -> None:
    """Whether it goes on after its term, for whoever may change it. Saying the same twice changes nothing.

    Raises NotFound, NotAllowed (it is over, or its business offers it not).
    """
    following(actor, subscription_id)
    with transaction.atomic():
        row = subscriptions.lock_subscription(subscription_id)
        if row.carries_on == carries_on:
            return
        if not may_carry_on(row):
            raise NotAllowed
        due = notice_at(row)
        told = due if carries_on or due > now else None  # who says it ends need not be told that it does
        subscriptions.choose_to_carry_on(actor=actor, row=row, carries_on=carries_on, notice_at=told, now=now)


def _book(row: Subscription, renewal: Renewal, *, now: datetime) -> None:
    """Take the time of every visit of the next term and write its order, as any basket is booked."""
    language = row.customer.language
    basket = Basket.objects.create(
        token_hash=token_hash(ids.secret_token()),
        business=row.business,
        customer=row.customer,
        content=renewal.content.model_dump_json(),
        expires_at=now + KEPT_FOR,
    )
    content = renewal.content
    found = view(basket, content, language=language, now=now)
    price = found.visit_prices(content.lines[0])
    row.booked_months = renewal.term.booked_months
    subscriptions.carry_on(
        row=row,
        booked_months=renewal.term.booked_months,
        notice_at=notice_at(row),
        price_amount=found.plain_price(content.lines[0]),
        visits=len(price),
        left_out=renewal.left_out,
        now=now,
    )
    agreed = book.Agreed(
        shown_total_amount=found.total_amount, payment_method=renewal.payment_method, early_start_consent=False
    )
    method = method_named(renewal.payment_method, [renewal.payment_method])
    checked = book.Checked(found, content.details, method, tuple(book.visits_of(found)), agreed, renews=row.pk)
    book.write(SYSTEM, checked, now=now)
