"""Making a subscription of a line that repeats, in the transaction that books its visits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from almanac.booking.content import LineContent
from almanac.booking.queries.baskets import BasketView
from almanac.booking.queries.renewals import notice_at
from almanac.booking.queries.series import rule_of, zone_of
from almanac.booking.queries.visit_requests import Wish
from almanac.kit.actor import Actor
from almanac.kit.localized import text_in
from almanac.sales import subscriptions as sales
from almanac.sales.actions import SoldLine
from almanac.sales.subscriptions import Agreement


def subscribe(
    found: BasketView,
    *,
    renews: UUID | None,
    actor: Actor,
    customer_id: UUID,
    method: str,
    sold: Mapping[str, SoldLine],
    now: datetime,
) -> dict[str, SoldLine]:
    """Write down a subscription for each line that repeats, unless it is the next term of one; the lines of its visits, by id, as
    they are to be sold under it."""
    changed: dict[str, SoldLine] = {}
    for line in found.content.lines:
        agreement = agreement_of(line, found, customer_id=customer_id, method=method)
        if agreement is None:
            continue
        of = renews or _record(actor, agreement, now=now)
        for visit in line.every_visit():
            on = visit.occurs_on or agreement.first_on
            changed[str(visit.id)] = replace(sold[str(visit.id)], subscription_id=of, occurs_on=on)
    return changed


def _record(actor: Actor, agreement: Agreement, *, now: datetime) -> UUID:
    row = sales.record_subscription(actor=actor, agreement=agreement, now=now)
    row.notice_at = notice_at(row)
    row.save(update_fields=["notice_at"])
    return row.pk


def agreement_of(line: LineContent, found: BasketView, *, customer_id: UUID, method: str) -> Agreement | None:
    """What a line that repeats comes to; None for one that does not."""
    if line.repeat is None:
        return None
    offer = found.offers[line.service_id]
    rule = rule_of(line, line.repeat, zone_of(Wish(line, offer), found.content))
    return Agreement(
        business_id=offer.service.business_id,
        customer_id=customer_id,
        service_id=line.service_id,
        name=text_in(offer.service.name, found.language),
        frequency=line.repeat.frequency,
        every=line.repeat.every,
        first_on=rule.first_on,
        minutes=rule.minutes,
        zone=rule.zone,
        months=line.repeat.months,
        booked_months=line.repeat.months,
        carries_on=line.repeat.carries_on,
        wish=kept_wish(line),
        price_amount=found.plain_price(line),
        currency=offer.service.currency,
        charging=offer.policies.subscriptions.charging,
        payment_method=method,
    )


def kept_wish(line: LineContent) -> str:
    """What a visit is asked with, without its times, and without the package that may pay for some of them."""
    kept = line.model_copy(deep=True, update={"held_until": None, "repeat": None, "visit": None, "pass_id": None})
    return kept.model_dump_json()
