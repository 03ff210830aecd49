"""What undoing that a visit was called off would mean, as the API tells and takes it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field

from almanac.booking.queries.restoring import Restoration


class RestorationOut(Schema):
    """A visit that was called off, standing again: when and with whom, and whether it then waits for the team's yes. Of its
    `price_amount` `kept_amount` is paid already, `owed_amount` is to be paid anew: `pays` is `charge` (by itself), `on_the_day`,
    `link` (of the order) or empty. `by_package`: the visit of a package is used for it again. Agree by sending `token` back.
    `refused_reason` says why it cannot be: `stands`, `over`, `too_late`, `by_itself`, `unpaid`, `ended`, `in_a_row`, `package`,
    `taken`."""

    allowed: bool
    refused_reason: str
    starts_at: datetime
    ends_at: datetime
    staff_name: str
    waits_for_yes: bool
    price_amount: int
    kept_amount: int
    owed_amount: int
    pays: str
    by_package: bool = False
    currency: str
    token: str

    @classmethod
    def of(cls, found: Restoration) -> RestorationOut:
        appointment = found.change.appointment
        return cls(
            allowed=not found.refused,
            refused_reason=found.refused,
            starts_at=appointment.starts_at,
            ends_at=appointment.ends_at,
            staff_name=appointment.staff_member.name,
            waits_for_yes=found.waits,
            price_amount=found.change.line.total_amount,
            kept_amount=found.kept_amount,
            owed_amount=found.owed_amount,
            pays=found.pays,
            by_package=found.by_package,
            currency=found.change.order.currency,
            token=found.token,
        )


class RestoreIn(Schema):
    """The token of what was shown; anything else is not agreed to."""

    token: Annotated[str, Field(min_length=64, max_length=64)]
