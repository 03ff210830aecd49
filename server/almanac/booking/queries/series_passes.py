"""What a change of several visits means for the packages that pay for them: docs/algorithms/packages.md, visits that repeat."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.queries.changes import uses_pass
from almanac.booking.queries.series_parts import ForPass, Item
from almanac.sales.models import OrderLine, PassUse, VisitPass
from almanac.sales.passes import PassStanding, standings, with_uses
from almanac.scheduling.queries.spots import Spot


def given_up(line: OrderLine, *, late: bool) -> ForPass | None:
    """What calling a visit off means for the package that pays for it; none where none does."""
    if not uses_pass(line):
        return None
    return ForPass.USED if late else ForPass.BACK


def taken_again(items: Sequence[Item], *, as_it_was: bool) -> list[Item]:
    """The plan with what standing again means for packages, the earlier date first: it takes a visit of the same one, or is left
    alone (`package`) where none is left, or where the package is not good for the visit; that is not asked of one that stands
    `as_it_was`. What counted as used takes none. One SQL query where any package paid for what stands again."""
    back = [item for item in items if _stands_again(item)]
    uses = {item.change.line.pk: used for item in back if (used := use_of(item.change.line)) is not None}
    passes = standings_of({used.visit_pass_id for used in uses.values()})
    left = {pass_id: each.left for pass_id, each in passes.items()}
    found: dict[UUID, Item] = {}
    for item in sorted(back, key=lambda each: each.occurs_on):
        used = uses.get(item.change.line.pk)
        if used is None or item.after is None:
            continue
        takes = used.given_back_at is not None
        fits = as_it_was or not takes or _fits(passes[used.visit_pass_id], item, item.after)
        if takes and (not fits or left[used.visit_pass_id] <= 0):
            found[item.change.line.pk] = replace(item, after=None, fit=None, left_alone="package", owed_amount=0)
            continue
        left[used.visit_pass_id] -= takes
        found[item.change.line.pk] = replace(item, for_pass=ForPass.AGAIN)
    return [found.get(item.change.line.pk, item) for item in items]


def use_of(line: OrderLine) -> PassUse | None:
    """The visit of a package that the line uses, or used."""
    used: PassUse | None = getattr(line, "pass_use", None)
    return used


def standings_of(pass_ids: Collection[UUID]) -> dict[UUID, PassStanding]:
    """How these packages stand. One SQL query, none for none."""
    if not pass_ids:
        return {}
    rows = with_uses(VisitPass.objects.select_related("business").filter(pk__in=pass_ids))
    return {each.held.pk: each for each in standings(rows)}


def _stands_again(item: Item) -> bool:
    return item.before is None and item.after is not None and not item.left_alone


def _fits(standing: PassStanding, item: Item, spot: Spot) -> bool:
    on = _day(spot, standing)
    return standing.misfit(item.change.appointment.service_id, staff_id=spot.staff_id, on=on) is None


def _day(spot: Spot, standing: PassStanding) -> date:
    return datetime.fromtimestamp(spot.start, ZoneInfo(standing.held.business.zone)).date()
