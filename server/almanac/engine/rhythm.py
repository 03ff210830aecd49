"""How often a visit comes, as prices know it: fewer words than a rule of dates has."""

from __future__ import annotations

from enum import StrEnum

from almanac.engine.recurrence import Frequency


class Rhythm(StrEnum):
    ONCE = "once"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    THREE_WEEKLY = "three_weekly"
    FOUR_WEEKLY = "four_weekly"
    MONTHLY = "monthly"  # by date or by weekday
    SELDOM = "seldom"  # less often than that


_BY_WEEKS = {1: Rhythm.WEEKLY, 2: Rhythm.FORTNIGHTLY, 3: Rhythm.THREE_WEEKLY, 4: Rhythm.FOUR_WEEKLY}


def rhythm_of(frequency: Frequency, every: int) -> Rhythm:
    """The rhythm of a rule of dates."""
    if frequency is Frequency.WEEKLY:
        return _BY_WEEKS.get(every, Rhythm.SELDOM)
    return Rhythm.MONTHLY if every == 1 else Rhythm.SELDOM
