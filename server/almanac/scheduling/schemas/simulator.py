"""What the API says about a change that is tried."""

from __future__ import annotations

from typing import Annotated, Self

from ninja import Schema
from pydantic import Field

from almanac.places.schemas import AreaIn
from almanac.scheduling.errors import BrokenVisit
from almanac.scheduling.queries.simulator import Simulation
from almanac.scheduling.schemas.hours import Minute


class SimulationOut(Schema):
    """What a change would break. Nothing is saved yet.

    `broken` are visits the asking actor looks after, by start; `unnamed` counts those they may not see, and those beyond
    the list. `broken_already` counts visits that break a rule today and are not the change's doing. Send `seen` as
    Bookings-Seen when saving, to be told when more breaks by then.
    """

    broken: list[BrokenVisit]
    unnamed: int
    broken_already: int
    seen: str

    @classmethod
    def of(cls, found: Simulation) -> Self:
        return cls(
            broken=list(found.broken), unnamed=found.unnamed, broken_already=found.broken_already, seen=found.seen
        )


class DateTrialIn(Schema):
    """Other hours of one date as `[start minute, end minute]` pairs, none for closed, null for the weekly ones again."""

    spans: Annotated[list[tuple[Minute, Minute]], Field(max_length=50)] | None


class AreaTrialIn(AreaIn):
    """Another middle and radius for an area; `removed` tries it away, whatever else is said."""

    radius_m: int = 0
    removed: bool = False
