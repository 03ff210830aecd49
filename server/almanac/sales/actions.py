"""Writes of orders: place, confirm, cancel, what a changed visit means for its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max, Q, Sum
from django.db.models.functions import Coalesce

from almanac.business.models import Business
from almanac.catalog.actions.saving import differences, open_business
from almanac.catalog.models import Category, Service
from almanac.engine.price import Breakdown
from almanac.engine.price_discounts import Share, Unfit
from almanac.kit import ids
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.people.models import Customer
from almanac.sales.bundles import BundleSold, keep_bundles
from almanac.sales.coupons import CouponWish, coupon_faults, facts_of, free_number, person_of, written
from almanac.sales.day_wishes import DaySold, keep_days
from almanac.sales.errors import CouponNotApplicable
from almanac.sales.events import CouponChanged, OrderCancelled, OrderConfirmed, OrderPlaced
from almanac.sales.gift_cards import GiftWish, prepare_cards
from almanac.sales.models import GOODS, Coupon, CouponUse, LineKind, Order, OrderLine, OrderState
from almanac.sales.passes import PassWish, prepare_passes
from almanac.sales.permissions import can_edit_coupons
from almanac.scheduling.models import Appointment

NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class SoldLine:
    """What a priced line (`line_id` of the breakdown) stands for, and which business sells it."""

    line_id: str
    business_id: UUID
    name: str
    policy: Mapping[str, Any]
    appointment_id: UUID | None
    answers: str = ""  # see catalog.questions.answers_text
    payee_id: UUID | None = None  # who earns with us by it
    commission_bp: int = 0
    subscription_id: UUID | None = None  # of which it is a visit, on which of its dates
    occurs_on: date | None = None
    kind: LineKind = LineKind.VISIT
    product_id: UUID | None = None
    gift: GiftWish | None = None
    package: PassWish | None = None
    bundle: BundleSold | None = None
    day: DaySold | None = None


def place(
    *,
    actor: Actor,
    business: Business,
    customer_id: UUID,
    currency: str,
    language: str,
    price: Breakdown,
    lines: tuple[SoldLine, ...],
    early_start_consent: bool,
    note: str,
    is_confirmed: bool,
    booked_by: UUID | None = None,
    download_consent: bool = False,
    now: datetime,
) -> Order:
    """Write the order and its lines as priced, under the name of `business`; runs in the caller's transaction. Emits
    OrderPlaced, and OrderConfirmed where nothing is due before the visit (`is_confirmed`).
    """
    order = Order.objects.create(
        business=business,
        customer_id=customer_id,
        number=ids.order_number(business.order_prefix),
        currency=currency,
        total_amount=price.total_amount,
        tax_amount=price.tax_amount,
        state=OrderState.CONFIRMED if is_confirmed else OrderState.PLACED,
        language=language,
        placed_at=now,
        early_start_consent_at=now if early_start_consent else None,
        download_consent_at=now if download_consent and any(line.product_id for line in lines) else None,
        customer_note=note,
        booked_by_id=booked_by,
    )
    sold = {line.line_id: line for line in lines}
    made = OrderLine.objects.bulk_create(
        OrderLine(
            order=order,
            business_id=sold[priced.line_id].business_id,
            position=position,
            kind=sold[priced.line_id].kind,
            name=sold[priced.line_id].name[:NAME_LENGTH],
            breakdown=[asdict(step) for step in priced.steps],
            total_amount=priced.total_amount,
            tax_rate_bp=priced.tax_rate_bp,
            tax_amount=priced.tax_amount,
            policy=dict(sold[priced.line_id].policy),
            appointment_id=sold[priced.line_id].appointment_id,
            product_id=sold[priced.line_id].product_id,
            answers=sold[priced.line_id].answers,
            payee_id=sold[priced.line_id].payee_id,
            commission_bp=sold[priced.line_id].commission_bp,
            subscription_id=sold[priced.line_id].subscription_id,
            occurs_on=sold[priced.line_id].occurs_on,
        )
        for position, priced in enumerate(price.lines)
    )
    bundled = zip(made, (sold[priced.line_id].bundle for priced in price.lines), strict=True)
    keep_bundles({line.pk: bundle for line, bundle in bundled if bundle is not None})
    keep_days(
        {line.pk: day for line, priced in zip(made, price.lines, strict=True) if (day := sold[priced.line_id].day)}
    )
    prepare_cards({line.line_id: line.gift for line in lines if line.gift}, price, order)
    prepare_passes({line.line_id: line.package for line in lines if line.package}, price, order)
    emit(OrderPlaced(order.id, business.id, customer_id, order.total_amount, currency), actor=actor, at=now)
    if is_confirmed:
        emit(OrderConfirmed(order.id, business.id, customer_id), actor=actor, at=now)
    return order


def confirm(*, actor: Actor, order: Order, now: datetime) -> None:
    """The payment terms are met; confirming twice is no change. Emits OrderConfirmed."""
    with transaction.atomic(savepoint=False):
        changed = Order.objects.filter(pk=order.pk, state=OrderState.PLACED).update(state=OrderState.CONFIRMED)
        if changed:
            order.state = OrderState.CONFIRMED
            emit(OrderConfirmed(order.id, order.business_id, order.customer_id), actor=actor, at=now)


def withdraw_links(*, customer_id: UUID) -> None:
    """Links to this customer's orders that were written so far open nothing any more."""
    Order.objects.filter(customer=customer_id).update(link_revision=F("link_revision") + 1)


def lock_order(order_id: UUID) -> Order:
    """The order, fresh, locked until the caller's transaction ends: whoever changes what is paid of it holds this."""
    return Order.objects.select_for_update(of=("self",)).get(pk=order_id)


def paid(*, order: Order, amounts: Mapping[UUID, int]) -> None:
    """What is paid of lines of a locked order, as payments found out: minor units by line, each as a whole."""
    for line_id, amount in amounts.items():
        OrderLine.objects.filter(pk=line_id, order=order).update(paid_amount=amount)
    order.paid_amount = order.lines.aggregate(sum=Coalesce(Sum("paid_amount"), 0))["sum"]
    order.revision += 1
    order.save(update_fields=["paid_amount", "revision"])


def keep_fee(*, line_id: UUID, amount: int | None) -> None:
    """What a line of a locked order costs in place of its price, minor units; none: its price, or nothing once called off."""
    OrderLine.objects.filter(pk=line_id).update(fee_amount=amount, revision=F("revision") + 1)


def hand_over(*, order: Order, line: OrderLine, payee_id: UUID) -> None:
    """Somebody else earns by a line of a locked order from now on; what was booked before is its caller's to book over."""
    OrderLine.objects.filter(pk=line.pk, order=order).update(payee=payee_id)
    line.payee_id = payee_id
    order.revision += 1
    order.save(update_fields=["revision"])


def settle_after_cancellation(*, actor: Actor, appointment_id: UUID, now: datetime) -> Order | None:
    """A visit was called off: with its last one its order is cancelled, unless a good stands. The order, locked.

    None for a visit that was not sold. Doing it twice changes nothing. Emits OrderCancelled.
    """
    with transaction.atomic():
        order = Order.objects.select_for_update(of=("self",)).filter(lines__appointment_id=appointment_id).first()
        if order is not None:
            cancel_if_empty(actor=actor, order=order, now=now)
        return order


def revive(*, actor: Actor, order_id: UUID, now: datetime) -> Order:
    """The order of visits that stand again, locked: one that was cancelled is confirmed anew. Its coupons stay given back: what
    they took off stands with the lines. Emits OrderConfirmed."""
    order = lock_order(order_id)
    if order.state == OrderState.CANCELLED:
        order.state, order.cancelled_at = OrderState.CONFIRMED, None
        order.revision += 1
        order.save(update_fields=["state", "cancelled_at", "revision"])
        emit(OrderConfirmed(order.id, order.business_id, order.customer_id), actor=actor, at=now)
    return order


def cancel_if_empty(*, actor: Actor, order: Order, now: datetime) -> None:
    """A locked order of which neither a visit nor a good stands is over. Emits OrderCancelled."""
    if order.state != OrderState.CANCELLED and not _has_live_visits(order.pk) and not _has_goods(order.pk):
        _cancel(actor, order, now=now)


def cancel_unpaid(*, actor: Actor, order: Order, now: datetime) -> None:
    """A locked order that was not paid in time is over, goods and all; doing it twice changes nothing. Emits OrderCancelled."""
    if order.state == OrderState.PLACED:
        _cancel(actor, order, now=now)


def _cancel(actor: Actor, order: Order, *, now: datetime) -> None:
    order.state = OrderState.CANCELLED
    order.cancelled_at = now
    order.revision += 1
    order.save(update_fields=["state", "cancelled_at", "revision"])
    CouponUse.objects.filter(order=order, given_back_at=None).update(given_back_at=now)
    emit(OrderCancelled(order.id, order.business_id, order.customer_id), actor=actor, at=now)


def _has_goods(order_id: UUID) -> bool:
    goods = OrderLine.objects.filter(order_id=order_id, kind__in=GOODS)
    live = goods.exclude(entitlement__revoked_at__isnull=False).exclude(gift_card__voided_at__isnull=False)
    live = live.exclude(visit_pass__refunded__gte=F("visit_pass__visits"))
    return live.exists()


def _has_live_visits(order_id: UUID) -> bool:
    return Appointment.objects.filter(order_line__order_id=order_id).exclude(state=Appointment.State.CANCELLED).exists()


def use_discounts(*, used: Sequence[tuple[Order, Share]], mailbox: str) -> None:
    """Write down which coupons and discounts orders of one customer use, each under its lock, in the order of their keys; in the
    transaction that placed them. `mailbox` tells a guest from others. Raises CouponNotApplicable when one has been used up."""
    by_key = {UUID(share.discount.key): (order, share.amount) for order, share in used}
    rows = Coupon.objects.select_for_update(of=("self",)).filter(pk__in=by_key).order_by("pk") if by_key else ()
    for coupon in rows:
        order, amount = by_key[coupon.pk]
        if coupon.is_counted:
            _use(coupon, order, person_of(mailbox if coupon.code else "", order.customer_id), amount)


def _use(coupon: Coupon, order: Order, person: str, amount: int) -> None:
    live = CouponUse.objects.filter(coupon=coupon, given_back_at=None)
    theirs = live.filter(Q(person=person) | Q(order__customer_id=order.customer_id))
    most, each = coupon.limit, coupon.customer_most
    faults = {
        Unfit.NOT_YOURS: coupon.customer_id not in (None, order.customer_id),
        Unfit.OWN_CODE: coupon.referrer_id == order.customer_id,
        Unfit.OVER: coupon.archived_at is not None,
        Unfit.USED_UP: most is not None and live.count() >= most,
        Unfit.USED_BY_CUSTOMER: each is not None and theirs.count() >= each,
    }
    if reason := next((why for why, holds in faults.items() if holds), None):
        raise CouponNotApplicable(coupon=coupon.code or "", reason=reason, currency=coupon.currency)
    last = CouponUse.objects.filter(coupon=coupon).aggregate(last=Coalesce(Max("number"), 0))["last"]
    CouponUse.objects.create(
        coupon=coupon,
        order=order,
        number=last + 1 if most is None else free_number(live.values_list("number", flat=True)),
        out_of=most,
        person=person,
        person_number=free_number(live.filter(person=person).values_list("person_number", flat=True)),
        person_out_of=each,
        amount=amount,
        used_at=order.placed_at,
    )


def save_coupon(
    *, actor: Actor, coupon_id: UUID | None, wish: CouponWish, revision: int | None, now: datetime
) -> Coupon:
    """Write a coupon or discount, a new one without `coupon_id`. Orders keep what they were given. Raises NotAllowed, NotFound,
    Conflict, InvalidInput."""
    with transaction.atomic():
        coupon = _coupon_for(actor, coupon_id, wish, revision)
        before = facts_of(coupon) if coupon_id else {}
        written(coupon, wish)
        faults = coupon_faults(coupon, wish) | _faulty_ids(coupon, wish)
        if coupon.code and Coupon.objects.filter(code=coupon.code).exclude(pk=coupon.pk).exists():
            faults["code"] = ["There is a coupon of this name already, perhaps an archived one."]
        if faults:
            raise InvalidInput(fields=faults)
        coupon.revision += 1
        coupon.save()
        old, new = differences(before, facts_of(coupon))
        if old or new:
            emit(_event(coupon, "changed" if before else "added", old, new), actor=actor, at=now)
    return coupon


def archive_coupon(*, actor: Actor, coupon_id: UUID, archived: bool, now: datetime) -> Coupon:
    """Put a coupon away, or bring it back. Raises NotAllowed, NotFound."""
    with transaction.atomic():
        coupon = _coupon(actor, coupon_id)
        if (coupon.archived_at is not None) != archived:
            coupon.archived_at = now if archived else None
            coupon.revision += 1
            coupon.save(update_fields=["archived_at", "revision"])
            emit(_event(coupon, "archived" if archived else "restored", {}, {}), actor=actor, at=now)
    return coupon


def _coupon_for(actor: Actor, coupon_id: UUID | None, wish: CouponWish, revision: int | None) -> Coupon:
    if coupon_id is None:
        if not can_edit_coupons(actor):
            raise NotAllowed
        business = open_business(wish.business_id)
        return Coupon(business=business, currency=business.currency, customer_id=wish.customer_id, revision=0)
    coupon = _coupon(actor, coupon_id)
    if revision is not None and revision != coupon.revision:
        raise Conflict
    return coupon


def _coupon(actor: Actor, coupon_id: UUID) -> Coupon:
    """The row, locked. Raises NotAllowed, NotFound."""
    if not can_edit_coupons(actor):
        raise NotAllowed
    rows = Coupon.objects.filter(referrer=None).select_for_update(of=("self",)).select_related("business")
    found = rows.filter(pk=coupon_id).first()
    if found is None:
        raise NotFound
    return found


def _faulty_ids(coupon: Coupon, wish: CouponWish) -> dict[str, list[str]]:
    """Services and categories are of its business."""
    services = set(Service.objects.filter(business=coupon.business).values_list("pk", flat=True))
    categories = set(Category.objects.filter(business=coupon.business).values_list("pk", flat=True))
    known = {"service_ids": services, "category_ids": categories, "never_ids": services | categories}
    faults = {
        field: ["At least one of these is not of this business."]
        for field, ids_of in known.items()
        if not set(getattr(wish, field)) <= ids_of
    }
    whose = coupon.customer_id if coupon.revision == 0 else None
    if whose and not Customer.objects.filter(pk=whose, archived_at=None).exists():
        faults["customer_id"] = ["There is no such customer any more."]
    return faults


def _event(coupon: Coupon, what: str, before: dict[str, object], after: dict[str, object]) -> CouponChanged:
    return CouponChanged(business_id=coupon.business_id, coupon_id=coupon.pk, what=what, before=before, after=after)
