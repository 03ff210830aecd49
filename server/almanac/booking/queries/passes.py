"""Packages whose visits may pay for lines of a basket: which there are, which line may use which, and which do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from almanac.booking.content import BasketContent, LineContent
from almanac.catalog.queries.offers import OnOffer
from almanac.sales.models import VisitPass
from almanac.sales.pass_steps import Spending
from almanac.sales.passes import Misfit, PassStanding, standings, with_uses


@dataclass(frozen=True, slots=True)
class PassChoice:
    """A pass that a line may use a visit of, and how many are left beside those that other lines use."""

    standing: PassStanding
    left: int


@dataclass(frozen=True, slots=True)
class Prepaid:
    """What passes do for a basket: each by its id, which visit uses which (a line that repeats has several), why a visit does not
    though it is wished, and the passes that each line may use."""

    passes: Mapping[UUID, PassStanding] = field(default_factory=dict)
    used: Mapping[UUID, UUID] = field(default_factory=dict)  # pass by visit
    unpaid: Mapping[UUID, Misfit] = field(default_factory=dict)  # by visit
    choices: Mapping[UUID, tuple[PassChoice, ...]] = field(default_factory=dict)  # by line

    @property
    def names(self) -> dict[UUID, str]:
        """What the package is called that pays for a seat, by visit."""
        return {visit_id: self.passes[pass_id].held.name for visit_id, pass_id in self.used.items()}

    def used_by(self, line: LineContent) -> list[UUID]:
        """The pass of each visit of a line that uses one."""
        return [self.used[visit.id] for visit in line.every_visit() if visit.id in self.used]

    def why_not(self, line: LineContent) -> Misfit | None:
        """Why a line does not use the pass that is wished, or not for all of its visits: the first reason."""
        return next((self.unpaid[visit.id] for visit in line.every_visit() if visit.id in self.unpaid), None)

    def spendings(self, content: BasketContent, offers: Mapping[UUID, OnOffer]) -> list[Spending]:
        """What is to be used, by the ids that visits have in the basket."""
        found = []
        for line in content.every_line():
            on = day_of(line, offers.get(line.service_id))
            if line.id in self.used and on is not None:
                found.append(Spending(self.used[line.id], line.id, on))
        return found


def prepaid_by(content: BasketContent, offers: Mapping[UUID, OnOffer], *, customer_id: UUID | None) -> Prepaid:
    """What passes do for a basket: those that were named by their codes, and the customer's own where one is known. Each
    line's own visit comes before later dates of those that repeat. One SQL query, none where there can be no pass."""
    whose = Q(pk__in=content.passes)
    if customer_id is not None:
        whose |= Q(line__order__customer_id=customer_id) | Q(customer_id=customer_id)
    elif not content.passes:
        return Prepaid()
    if not content.lines:
        return Prepaid()
    rows = with_uses(VisitPass.objects.filter(whose, issued_at__isnull=False, voided_at=None))
    order = ("valid_until", "created_at", "pk")  # what ends first is offered first; without an end comes last, as below
    known = sorted(standings(rows.order_by(*order)), key=lambda each: each.held.valid_until or date.max)
    passes = {each.held.pk: each for each in known if each.left > 0 or each.held.pk in content.passes}
    left = {pass_id: each.left for pass_id, each in passes.items()}
    used: dict[UUID, UUID] = {}
    unpaid: dict[UUID, Misfit] = {}
    later = [visit for line in content.lines for visit in line.every_visit()[1:]]

    def take(visits: Iterable[LineContent]) -> None:
        for visit in visits:
            wished = passes.get(visit.pass_id) if visit.pass_id else None
            if wished is None:
                continue
            misfit = _misfit(wished, visit, offers) or (None if left[wished.held.pk] > 0 else Misfit.NONE_LEFT)
            if misfit is not None:
                unpaid[visit.id] = misfit
                continue
            used[visit.id] = wished.held.pk
            left[wished.held.pk] -= 1

    take(content.lines)
    free = dict(left)  # later dates of other lines give way to a line's own visit
    take(later)
    choices: dict[UUID, tuple[PassChoice, ...]] = {}
    for line in content.lines:
        visits = line.every_visit()
        own = {used[visit.id] for visit in visits if visit.id in used}
        choices[line.id] = tuple(
            PassChoice(each, left[pass_id] if pass_id in own else free[pass_id])
            for pass_id, each in passes.items()
            if pass_id in own or (free[pass_id] > 0 and any(_misfit(each, visit, offers) is None for visit in visits))
        )
    return Prepaid(passes, used, unpaid, choices)


def day_of(line: LineContent, offer: OnOffer | None) -> date | None:
    """The day on which a line begins, on the clock of its business, where its time is chosen."""
    if line.starts_at is None or offer is None:
        return None
    return datetime.fromtimestamp(line.starts_at, ZoneInfo(offer.service.business.zone)).date()


def _misfit(standing: PassStanding, line: LineContent, offers: Mapping[UUID, OnOffer]) -> Misfit | None:
    offer = offers.get(line.service_id)
    if offer is None:
        return Misfit.SERVICE
    if line.bundle is not None:
        return Misfit.BUNDLE
    return standing.misfit(line.service_id, staff_id=line.staff_id, on=day_of(line, offer))
