"""Group sessions that stand already: how many seats are left in each. Whom the seats are of is nobody's business here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from almanac.scheduling.models import Claim


class Session(NamedTuple):
    """What a standing session is of, with whom, and when it starts (epoch seconds)."""

    service_id: UUID
    staff_id: UUID
    start: int


def seats_left(
    service_ids: Collection[UUID],
    *,
    staff_ids: Collection[UUID],
    start_from: int,
    start_before: int,
    now: int,
    ignoring: Mapping[UUID, int] | None = None,
) -> dict[Session, int]:
    """The seats left in each session of these services and people that starts in the range. One SQL query.

    A hold that is over takes no seats; `ignoring` takes that many seats of a claim as free.
    """
    free = ignoring or {}
    rows = Claim.objects.filter(
        Q(expires_at=None) | Q(expires_at__gt=now),
        service__in=service_ids,
        staff__in=staff_ids,
        capacity__gt=1,
        core_from__gte=start_from,
        core_from__lt=start_before,
    )
    return {
        Session(service, staff, start): max(0, capacity - taken + free.get(claim, 0))
        for claim, service, staff, start, capacity, taken in rows.values_list(
            "pk", "service", "staff", "core_from", "capacity", "seats_taken"
        )
    }
