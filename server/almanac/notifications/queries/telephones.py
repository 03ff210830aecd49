"""Whether a telephone is still to be told something, and when it may ring."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from almanac.booking.models import ChangeRequest, WaitingOffer
from almanac.business.policies import TextPolicy
from almanac.business.queries import policy
from almanac.notifications.kinds import kind_of
from almanac.notifications.models import Delivery
from almanac.notifications.money_letters import ASKS_FOR_MONEY
from almanac.notifications.queries.own import muted_channels, password_hash
from almanac.notifications.queries.reach import Reach
from almanac.notifications.quiet import not_in_the_night
from almanac.payments.queries import outstanding
from almanac.sales.models import Order
from almanac.scheduling.models import TimeOff

ASKS_FOR_MONEY_BY = frozenset(f"money_{message}" for message in ASKS_FOR_MONEY)


def rules_of(business_id: UUID | None) -> TextPolicy:
    """What a business sends as texts, and its quiet hours."""
    return policy(business_id, TextPolicy) if business_id else TextPolicy()


def rings_at(rules: TextPolicy, zone: str, *, ends: Iterable[datetime], at: datetime) -> datetime:
    """When a telephone in a zone may ring from `at` on for what is over by the first of `ends`."""
    before = min(ends, default=None)
    return not_in_the_night(at, zone, quiet_from=rules.quiet_from, quiet_until=rules.quiet_until, before=before)


def why_not_told(delivery: Delivery, reach: Reach | None, *, now: datetime) -> str:
    """Why a telephone is not told what was written for it earlier; empty where it still is. A few SQL queries."""
    kind = kind_of(delivery.template)
    if kind is None or reach is None or delivery.user_id not in (None, reach.user_id):
        return "not theirs any more"
    if delivery.channel == Delivery.Channel.SMS and reach.phone != delivery.address:
        return "another number by now"
    if delivery.channel == Delivery.Channel.PUSH and not _still_shows(delivery):
        return "device gone"
    if delivery.good_until is not None and delivery.good_until <= now:
        return "too late"
    if delivery.user_id and delivery.channel in muted_channels(delivery.user_id, kind):
        return "not wanted any more"
    return "settled meanwhile" if _is_settled(delivery) else ""


def may_ring_at(delivery: Delivery, reach: Reach, *, now: datetime) -> datetime:
    """The same moment, or the end of the quiet hours: whatever kept it until now does not wake anybody."""
    ends = list(delivery.appointments.values_list("starts_at", flat=True))
    ends += [delivery.good_until] if delivery.good_until else []
    return rings_at(rules_of(delivery.business_id), reach.zone, ends=ends, at=now)


def _still_shows(delivery: Delivery) -> bool:
    """Whether its device is of the account, by the password that it has now."""
    device = delivery.device
    if device is None or device.user_id != delivery.user_id:
        return False
    return device.password_hash == password_hash(device.user)


def _is_settled(delivery: Delivery) -> bool:
    """Whether what it asks for was done meanwhile, or is offered no more."""
    told = delivery.event.payload if delivery.event else {}
    template = delivery.template
    if template == "waiting_offered":
        return not WaitingOffer.objects.filter(pk=told["offer_id"], state=WaitingOffer.State.OPEN).exists()
    if template == "change_proposed":
        return not ChangeRequest.objects.filter(pk=told["request_id"], state=ChangeRequest.State.PROPOSED).exists()
    if template.startswith("change_asked"):
        return not ChangeRequest.objects.filter(pk=told["request_id"], state=ChangeRequest.State.OPEN).exists()
    if template == "time_off_asked":
        return not TimeOff.objects.filter(pk=told["time_off_id"], state=TimeOff.State.REQUESTED).exists()
    if template in ASKS_FOR_MONEY_BY and "order_id" in told:
        return not sum(outstanding(Order.objects.get(pk=told["order_id"])).values())
    return False
