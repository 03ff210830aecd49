"""What the API takes about the books as a file."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from almanac.payments.modes import Money


class JournalWanted(Schema):
    """Whole days of a zone; of `real` money, `test` money or `all`. Where nobody says which, it is real money once a company has
    live keys."""

    first_on: date
    last_on: date
    zone: str = "Europe/London"
    money: Money | None = None
