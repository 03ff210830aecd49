"""Orders, tracking and changes as the API tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ninja import Schema

from almanac.booking.queries.absences import report_refusal, was_reported
from almanac.booking.queries.calling_off import looked_after, looks_after_all, may_call_off, waits_to_be_paid
from almanac.booking.queries.change_requests import NOT_OVER, ask_refusal, request_told
from almanac.booking.queries.changes import Change, cancel_refusal, fee_of, money_back, move_refusal, returns_of
from almanac.booking.schemas.answers import answers_out
from almanac.booking.schemas.change_requests import request_out
from almanac.booking.schemas.money import BackOut, KeptOut, kept_out
from almanac.booking.schemas.standings import has_lapsed, standing_of
from almanac.kit.actor import Actor, ScopeAction
from almanac.kit.clock import instant
from almanac.kit.localized import text_in
from almanac.payments.models import Payment
from almanac.payments.permissions import can_pay, can_refund, can_see_accounts
from almanac.payments.points import points_ahead
from almanac.payments.queries import pays_on_the_day
from almanac.payments.schemas.asking import card_offer_out, payment_link_out
from almanac.payments.schemas.dues import Dues
from almanac.payments.schemas.payments import payment_out
from almanac.payments.schemas.transfers import tip_out, transfer_out
from almanac.payments.shares import newest_first
from almanac.payments.terms import need_kept
from almanac.sales.links import order_token
from almanac.sales.models import (
    BundledLine,
    DayWished,
    Entitlement,
    GiftCard,
    Order,
    OrderLine,
    OrderState,
    VisitPass,
)
from almanac.sales.permissions import gives_back, looks_after_goods
from almanac.sales.schemas import BookedByOut, DayWishOut, OrderLineOut, OrderOut, PriceStepOut, WayBackOut
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import can_restore, can_undo_move, works_on


@dataclass(frozen=True, slots=True)
class SeenPart:
    """The lines of an order that somebody sees, and their sums in minor units."""

    lines: list[OrderLine]
    total_amount: int
    tax_amount: int
    paid_amount: int


class OrderNumberOut(Schema):
    """An order by its number."""

    number: str


class OrderLinkOut(Schema):
    """An order and what opens it."""

    number: str
    token: str


class BookedOut(OrderLinkOut):
    """A finished booking. `token` opens this one order (header `X-Order-Token`); it also stands in the messages.

    A basket in several currencies becomes as many `orders`; the first of them stands outside too.
    """

    orders: list[OrderLinkOut]

    @classmethod
    def of(cls, orders: Sequence[Order], *, now: datetime) -> BookedOut:
        """Each order with its link, in the order of the basket."""
        found = [OrderLinkOut(number=order.number, token=order_token(order, now=now)) for order in orders]
        return cls(number=found[0].number, token=found[0].token, orders=found)


class CancellationOut(Schema):
    """What cancelling now means: `refund_amount` of the `paid_amount` comes back, by each of the `ways`, the fee is kept. Agree
    by sending `token` back. `as_of`: when this was so.

    `owed_amount` is what of the fee was not paid: it is `charged_to` that, where it names something. `by_law`: everything comes
    back by the right to cancel, in 14 days, where the scale would keep something.

    `refused_reason` is set when it cannot be done online, with the number to call.

    `reason_needed` holds for moving and asking as well. `visit_returns`: whether the visit of a package that it uses can be used
    again; null: it uses none.
    """

    allowed: bool
    refused_reason: str | None
    refund_percent: int
    refund_amount: int
    fee_amount: int
    owed_amount: int
    charged_to: str
    by_law: bool
    paid_amount: int
    currency: str
    answer_changes_at: datetime | None
    business_phone: str
    reason_needed: bool
    ways: list[BackOut]
    kept: KeptOut | None
    token: str
    as_of: datetime
    visit_returns: bool | None = None


def order_out(order: Order, actor: Actor, language: str, now: datetime, *, with_account: bool = False) -> OrderOut:
    """An order with what the asker may do with each of its visits; `with_account` also where a transfer is to be sent.

    Staff and managers are shown the visits they look after, not their colleagues' beside them; the customer's e-mail
    goes to managers only with the action *customers*, and to staff not at all. What the others' visits cost is nobody's
    but the customer's to know, so the sums are then of what is shown.
    """
    tries = sorted(order.payments.all(), key=lambda each: (each.created_at, each.pk), reverse=True)
    part, sees_all = seen_part(order, actor), _sees_all(order, actor)
    is_whole = sees_all or (actor.is_team and len(part.lines) == len(order.lines.all()))
    own = _own_lines(order, actor) if actor.is_team else set()
    seen = {line.pk for line in part.lines}
    dues = Dues.of(order, now, seen, takes=own, pays=can_pay(actor, order)) if sees_all or actor.is_team else None
    pays = dues is not None and dues.now > 0 and can_pay(actor, order)
    gives = gives_back(actor, order)
    takes = dues is not None and dues.owed > 0 and bool(own)
    return OrderOut(
        id=order.id,
        number=order.number,
        business=order.business.slug,
        business_name=order.business.name,
        business_phone=order.business.phone,
        business_email=order.business.email,
        state=standing_of(order, now),
        placed_at=order.placed_at,
        currency=order.currency,
        total_amount=part.total_amount,
        tax_amount=part.tax_amount,
        paid_amount=part.paid_amount,
        payment_method=tries[0].method if tries else "",
        due_amount=dues.now if dues else 0,
        owed_amount=dues.owed if dues else 0,
        on_the_day=with_account and dues is not None and dues.owed > 0 and pays_on_the_day(order),
        later=dues.later if dues else [],
        charges=dues.charges if dues else [],
        charged_by=dues.charged_by if dues else "",
        pay_by=_pay_by(order, tries),
        lapsed=order.state == OrderState.CANCELLED and has_lapsed(order),
        in_review=order.state == OrderState.PLACED and any(each.state == "open" for each in order.reviews.all()),
        can_pay=pays,
        can_take=takes,
        can_call_off=waits_to_be_paid(order) and may_call_off(actor, order),
        can_refund=gives,
        can_see_books=can_see_accounts(actor),
        is_test=order.is_test,
        can_keep_card=actor.customer_id is not None and actor.customer_id == order.customer_id,
        keeps_card=pays and need_kept(order, now),
        payments=[payment_out(each, to_team=gives) for each in tries] if is_whole else [],
        transfer=transfer_out(order) if with_account and (sees_all or looks_after_all(actor, order)) else None,
        tip=tip_out(order, now) if with_account and can_pay(actor, order) else None,
        points=points_ahead(order, now) if with_account and can_pay(actor, order) else 0,
        payment_link=payment_link_out(order, actor, now) if with_account and takes else None,
        card_offer=card_offer_out(order, actor, now) if with_account and takes else None,
        customer_name=order.customer.name,
        customer_email=order.customer.email if _sees_all(order, actor) or actor.may(ScopeAction.CUSTOMERS) else "",
        booked_by=_booked_by(order) if actor.is_team else None,
        early_start_consent_at=order.early_start_consent_at,
        download_consent_at=order.download_consent_at,
        lines=[_line(line, order, actor, language, now) for line in part.lines],
    )


def _pay_by(order: Order, tries: Sequence[Payment]) -> datetime | None:
    """Until when an order that waits for money is kept."""
    if order.state != OrderState.PLACED:
        return None
    return max((each.pay_by for each in tries if each.pay_by is not None), default=None)


def _booked_by(order: Order) -> BookedByOut:
    """A guest who opened an account since, or added the order to one, is the customer."""
    if order.booked_by is not None:
        return BookedByOut(kind="team", name=order.booked_by.get_full_name())
    return BookedByOut(kind="customer" if order.customer.user_id else "guest", name=order.customer.name)


def _sees_all(order: Order, actor: Actor) -> bool:
    is_theirs = actor.order_id == order.pk or (actor.customer_id is not None and actor.customer_id == order.customer_id)
    return is_theirs or actor.is_admin


def seen_part(order: Order, actor: Actor) -> SeenPart:
    """What this actor is shown of an order: what colleagues' visits cost must not be found by subtraction either, and what was
    paid for these pays for no other."""
    seen = [line for line in order.lines.all() if _sees(line, order, actor)]
    if _sees_all(order, actor):
        return SeenPart(seen, order.total_amount, order.tax_amount, order.paid_amount)
    total, tax = sum(line.total_amount for line in seen), sum(line.tax_amount for line in seen)
    return SeenPart(seen, total, tax, sum(line.paid_amount for line in seen))


def _sees(line: OrderLine, order: Order, actor: Actor) -> bool:
    visit = line.appointment
    is_looked_after = looks_after_goods(actor, order) if visit is None else works_on(actor, visit)
    return is_looked_after or _sees_all(order, actor) or gives_back(actor, order)


def _own_lines(order: Order, actor: Actor) -> set[UUID]:
    """The lines whose money somebody of the team may write down, as `payments.takes_for` has it: no SQL query."""
    lines = zip(order.lines.all(), looked_after(actor, order), strict=True)
    return {line.pk for line, is_theirs in lines if is_theirs}


def _line(line: OrderLine, order: Order, actor: Actor, language: str, now: datetime) -> OrderLineOut:
    sold = OrderLineOut(
        id=line.id,
        kind=line.kind,
        name=line.name,
        business=line.business.slug,
        business_name=line.business.name,
        business_phone=line.business.phone,
        business_email=line.business.email,
        steps=[PriceStepOut(**step) for step in line.breakdown],
        total_amount=line.total_amount,
        paid_amount=line.paid_amount,
        ways_back=_ways_back(line, order) if gives_back(actor, order) else [],
        tax_amount=line.tax_amount,
        tax_rate_bp=line.tax_rate_bp,
        answers=answers_out(line, actor, language, now),
    )
    bundled: BundledLine | None = getattr(line, "bundled", None)
    if bundled is not None:
        sold.bundle_name, sold.bundle_instance = bundled.name, bundled.instance
    wished: DayWished | None = getattr(line, "day_wished", None)
    if wished is not None:
        sold.day_wish = DayWishOut(on=wished.on, part=wished.part)
    if line.appointment is None:
        return sold.model_copy(update=_good(line))
    visit, person = line.appointment, line.appointment.staff_member
    change, is_theirs = Change(actor, order, line, visit), works_on(actor, visit)
    asked = request_told(visit, now, to_team=is_theirs)
    for_team = {
        "put_aside": visit.put_aside,
        "put_aside_reason": visit.put_aside_reason,
        "cancelled_by": visit.cancelled_by,
        "cancellation_reason": visit.cancellation_reason,
        "can_restore": can_restore(actor, visit, now),
        "can_undo_move": can_undo_move(actor, visit, now),
    }
    return sold.model_copy(
        update={
            **(for_team if is_theirs else {}),
            "appointment_id": visit.id,
            "subscription_id": line.subscription_id,
            "state": visit.state,
            "awaits_payment": visit.awaits_payment,
            "venue": visit.venue,
            "zone": visit.zone,
            "starts_at": visit.starts_at,
            "ends_at": visit.ends_at,
            "staff_name": person.name,
            "staff_title": text_in(person.title, language),
            "staff_photo_url": person.photo_url,
            "staff_zone": person.zone,
            "preparation": text_in(visit.service.preparation, language),
            "address": str(visit.address) if visit.address else None,
            "can_cancel": cancel_refusal(change, now, charging=True) is None,
            "can_move": move_refusal(change, now) is None,
            "can_report": report_refusal(change, now) is None and not was_reported(visit),
            "missed_by": visit.missed_by,
            "fee_amount": line.fee_amount,
            "can_ask": ask_refusal(change, now) is None and not (asked and asked.state in NOT_OVER),
            "change_request": request_out(asked) if asked else None,
        }
    )


def _ways_back(line: OrderLine, order: Order) -> list[WayBackOut]:
    """Of which payments it goes back, as `payments.shares.newest_first` takes it."""
    paid = {payment.pk: payment for payment in order.payments.all()}
    shares = list(line.payment_shares.all())
    return [
        WayBackOut(method=paid[share.payment_id].method, paid_with=paid[share.payment_id].paid_with, amount=part)
        for share, part in newest_first(shares, sum(share.amount for share in shares))
    ]


def _good(line: OrderLine) -> dict[str, object]:
    """What is told of a good besides."""
    right: Entitlement | None = getattr(line, "entitlement", None)
    card: GiftCard | None = getattr(line, "gift_card", None)
    held: VisitPass | None = getattr(line, "visit_pass", None)
    return {
        "product_slug": line.product.slug if line.product else "",
        "picture_url": line.product.picture_url if line.product else "",
        "delivered_at": line.delivered_at,
        "revoked_at": right.revoked_at if right else card.voided_at if card else None,
        "withheld": right.withheld if right else "",
        "package_slug": held.package.slug if held else "",
        "visits": held.visits if held else 0,
        "visits_refunded": held.refunded if held else 0,
    }


def cancellation_out(change: Change, now: datetime) -> CancellationOut:
    """What cancelling now would mean, before anybody decides."""
    consequence, refused = change.consequence(now), cancel_refusal(change, now, charging=True)
    by = Appointment.Party.STAFF if change.by_team else Appointment.Party.CUSTOMER
    fee, returns = fee_of(change, by, now), returns_of(change, by, now)
    charged_to = change.charged_to if fee > change.line.paid_amount else ""
    money = money_back(change.line, change.appointment, fee=fee, returns=returns, charged_to=charged_to)
    split = money.split
    return CancellationOut(
        allowed=refused is None,
        refused_reason=refused,
        refund_percent=consequence.refund_percent,
        refund_amount=money.refund_amount,
        fee_amount=fee,
        owed_amount=money.owed_amount,
        charged_to=money.charged_to,
        by_law=consequence.by_law,
        paid_amount=money.paid_amount,
        currency=change.order.currency,
        answer_changes_at=instant(consequence.until) if consequence.until else None,
        business_phone=change.line.business.phone,
        reason_needed=change.needs_reason,
        visit_returns=money.returns,
        ways=[BackOut(method=method, amount=amount) for method, amount in split.ways],
        kept=kept_out(split) if can_refund(change.actor, change.order) else None,
        token=money.token,
        as_of=now,
    )
