"""The right to download what was bought: given and taken back by what is paid, used by links (docs/algorithms/goods.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.files.queries import private_files
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import NotFound
from almanac.outbox.actions import emit
from almanac.sales.actions import cancel_if_empty, lock_order
from almanac.sales.errors import DownloadsSpent
from almanac.sales.events import (
    DownloadMade,
    EntitlementReleased,
    EntitlementRestored,
    EntitlementRevoked,
    EntitlementWithheld,
    ProductDelivered,
)
from almanac.sales.issuing import settle_card
from almanac.sales.links import download_address
from almanac.sales.models import DOWNLOADS_ALLOWED, GOODS, Entitlement, LineKind, Order, OrderLine, OrderState
from almanac.sales.pass_steps import settle_pass
from almanac.sales.permissions import owns

RightEvent = ProductDelivered | EntitlementRevoked | EntitlementRestored | EntitlementWithheld | EntitlementReleased


@dataclass(frozen=True, slots=True)
class Download:
    """A link to a file, and how often more one may be made."""

    url: str
    left: int


def settle_goods(*, order_id: UUID, returned: bool = False, now: datetime) -> None:
    """Make what was delivered of an order say what is paid of it: paid in full, the right is given or given again; with nothing
    paid any more it is taken back. `returned` is whether money went back, for what went back before it was delivered.

    Doing it twice changes nothing. Emits ProductDelivered, EntitlementRevoked or EntitlementRestored; OrderCancelled where
    nothing of the order is left.
    """
    if not OrderLine.objects.filter(order_id=order_id, kind__in=GOODS).exists():
        return
    with transaction.atomic():
        order = lock_order(order_id)
        if order.state == OrderState.PLACED and not returned:
            return  # it does not stand yet: a part is missing, or somebody looks at it first
        for line in order.lines.filter(kind=LineKind.PRODUCT).select_related("product", "entitlement"):
            _settle(order, line, returned=returned, now=now)
        for line in order.lines.filter(kind=LineKind.GIFT_CARD):
            settle_card(line, now=now)
        for line in order.lines.filter(kind=LineKind.PACKAGE).select_related("order"):
            settle_pass(line, now=now)
        if returned:
            cancel_if_empty(actor=SYSTEM, order=order, now=now)


def _settle(order: Order, line: OrderLine, *, returned: bool, now: datetime) -> None:
    right: Entitlement | None = getattr(line, "entitlement", None)
    stands = order.state not in (OrderState.PLACED, OrderState.CANCELLED)
    is_paid = line.paid_amount == line.total_amount and (line.total_amount > 0 or stands)
    is_back = line.paid_amount == 0 and line.total_amount > 0
    if right is None and (is_paid or (is_back and returned)):
        right = _give(order, line, now=now, told=is_paid)
    elif right is not None and right.revoked_at is not None and is_paid:
        right.revoked_at = None
        _save(right, line, EntitlementRestored, now=now)
    if right is not None and right.revoked_at is None and is_back:
        right.revoked_at = now
        _save(right, line, EntitlementRevoked, now=now)


def withhold(*, states: Mapping[UUID, str], now: datetime) -> None:
    """Whether the bank of who paid asks for the money of these lines back (`disputed`), got it (`lost`), or neither (""): what
    was bought by them is not downloaded meanwhile. Under the order's lock; doing it twice changes nothing. Emits
    EntitlementWithheld, EntitlementReleased."""
    for right in Entitlement.objects.filter(line__in=states).select_related("line"):
        before, right.withheld = right.withheld, states[right.line_id]
        if before == right.withheld:
            continue
        right.revision += 1
        right.save(update_fields=["withheld", "revision"])
        if not (before and right.withheld):
            _tell(EntitlementWithheld if right.withheld else EntitlementReleased, right, right.line, now=now)


def _give(order: Order, line: OrderLine, *, now: datetime, told: bool) -> Entitlement:
    assert line.product_id is not None
    right = Entitlement.objects.create(line=line, product_id=line.product_id, given_at=now)
    line.delivered_at = now
    line.revision += 1
    line.save(update_fields=["delivered_at", "revision"])
    if told:
        _tell(ProductDelivered, right, line, now=now)
    return right


def _save(right: Entitlement, line: OrderLine, event: type[RightEvent], *, now: datetime) -> None:
    right.revision += 1
    right.save(update_fields=["revoked_at", "revision"])
    _tell(event, right, line, now=now)


def _tell(event: type[RightEvent], right: Entitlement, line: OrderLine, *, now: datetime) -> None:
    emit(event(right.pk, line.order_id, line.business_id, right.product_id), actor=SYSTEM, at=now)


def make_download(*, actor: Actor, entitlement_id: UUID, file_id: UUID, now: datetime) -> Download:
    """A link to one file of what was bought, for its buyer; counts as one download. Raises NotFound, DownloadsSpent."""
    allowed = owns(actor)
    if allowed is None:
        raise NotFound
    with transaction.atomic():
        rows = Entitlement.objects.select_for_update(of=("self",)).select_related("product", "line__business")
        mine = Order.objects.filter(allowed).values("pk")
        right = rows.filter(pk=entitlement_id, revoked_at=None, withheld="", line__order__in=mine).first()
        if right is None or file_id not in private_files(right.product.files_owner, [file_id]):
            raise NotFound
        if right.downloads >= DOWNLOADS_ALLOWED:
            seller = right.line.business
            raise DownloadsSpent(allowed=DOWNLOADS_ALLOWED, business_phone=seller.phone, business_email=seller.email)
        right.downloads += 1
        right.revision += 1
        right.save(update_fields=["downloads", "revision"])
        made = DownloadMade(right.pk, right.line.order_id, right.line.business_id, file_id, right.downloads)
        emit(made, actor=actor, at=now)
    address = download_address(right.pk, file_id, reader=actor, now=now)
    return Download(address, DOWNLOADS_ALLOWED - right.downloads)
