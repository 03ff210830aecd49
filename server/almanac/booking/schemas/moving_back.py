"""What undoing that a visit was moved would mean, as the API tells and takes it."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema

from almanac.booking.queries.moving_back import MoveBack
from almanac.kit.clock import instant


class MoveBackOut(Schema):
    """A visit where it was before it was moved last: when, with whom, and at which address, empty where that is none. Its price
    stays. Agree by sending `token` back. `refused_reason` says why it cannot be: `not_moved`, `over`, `too_late`, `in_a_row`,
    `not_yours`, `gone`, `taken`."""

    allowed: bool
    refused_reason: str
    starts_at: datetime
    ends_at: datetime
    staff_name: str
    address: str
    token: str

    @classmethod
    def of(cls, found: MoveBack) -> MoveBackOut:
        return cls(
            allowed=not found.refused,
            refused_reason=found.refused,
            starts_at=instant(found.before.start),
            ends_at=instant(found.before.end),
            staff_name=found.staff_name,
            address=str(found.address) if found.address else "",
            token=found.token,
        )
