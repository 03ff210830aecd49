"""The books as plain text accounting, for administrators."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from almanac.invoices.queries.statements import check_period
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed
from almanac.ledger.exports import FORMATS, Period
from almanac.payments.modes import Money, money_wanted
from almanac.reports.permissions import can_read_books


def journal(
    actor: Actor, kind: str, *, first_on: date, last_on: date, zone: str, money: Money | None = None
) -> Iterator[str]:
    """Lines of the journal of these days, of real or of test money: `modes.money_wanted`. Raises NotAllowed, PeriodWrong,
    InvalidInput (the zone)."""
    if not can_read_books(actor):
        raise NotAllowed
    check_period(first_on, last_on)
    try:
        place = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInput(fields={"zone": ["There is no such time zone."]}) from error
    return FORMATS[kind](Period(first_on, last_on + timedelta(days=1), place, money_wanted(money).apart))
