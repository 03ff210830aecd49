"""How somebody is reached beside their mailbox."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from almanac.notifications.models import Delivery
from almanac.people.models import Customer, StaffMember, User


@dataclass(frozen=True, slots=True)
class Reach:
    """The account, none for guests; a telephone as it was typed, or empty; the zone whose nights are quiet."""

    user_id: UUID | None
    phone: str
    zone: str


def reach_of(mail: Delivery) -> Reach | None:
    """How the recipient of a letter is reached; None for whoever we know nothing more of, and whoever has left. One SQL query,
    two for administrators and managers."""
    if mail.recipient_id is None:
        return None
    if mail.recipient == Delivery.Recipient.CUSTOMER:
        found = Customer.objects.filter(pk=mail.recipient_id).values_list("user_id", "phone", "zone", "user__is_active")
        customer = found.first()
        if customer is None:
            return None
        user_id, phone, zone, is_active = customer
        return Reach(user_id if is_active else None, phone, zone)
    named = Q(pk=mail.recipient_id) | Q(user=mail.recipient_id)
    staff = StaffMember.objects.filter(named).values_list("user_id", "user__phone", "zone", "user__is_active").first()
    if staff is not None:
        user_id, phone, zone, is_active = staff
        return Reach(user_id, phone, zone) if is_active else None
    user = User.objects.filter(pk=mail.recipient_id, is_active=True).values_list("pk", "phone").first()
    return Reach(user[0], user[1], mail.business.zone if mail.business else "UTC") if user else None
