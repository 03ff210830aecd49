"""Refusals about invoices and statements."""

from __future__ import annotations

from dataclasses import dataclass

from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class PeriodWrong(AlmanacError):
    """The days of a statement or export are not a time from earlier to later, of `most_days` at most."""

    code = "period_wrong"
    status = 422
    title = "Choose a first day, and a last day that is not before it"
    most_days: int
