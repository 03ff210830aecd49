"""Passes: packages that somebody has (docs/algorithms/packages.md). What is left of one, whether a line may use it, what visits
are worth, and the passes of an order before they are paid."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from almanac.engine.price import Breakdown
from almanac.engine.terms import months_after
from almanac.kit.money import round_half_even
from almanac.sales.gift_cards import CODE_LENGTH, GROUP, flat_code, new_code
from almanac.sales.models import LineKind, Order, VisitPass

LIVE_USE = Q(uses__given_back_at=None, uses__isnull=False)


class Misfit(StrEnum):
    """Why a line cannot use a visit of a pass, the first reason that holds."""

    SERVICE = "service"
    BUNDLE = "bundle"
    PERSON = "person"
    ENDS_BEFORE = "ends_before"
    NONE_LEFT = "none_left"


@dataclass(frozen=True, slots=True)
class PassWish:
    """A package as it is sold."""

    business_id: UUID
    package_id: UUID
    name: str
    service_ids: tuple[str, ...]
    visits: int
    months: int | None
    staff_member_id: UUID | None
    commission_bp: int | None


@dataclass(frozen=True, slots=True)
class PassStanding:
    """A pass with how many of its visits are used."""

    held: VisitPass
    used: int

    @property
    def left(self) -> int:
        """How many visits can still be used."""
        row = self.held
        return row.visits - self.used - row.lapsed - row.refunded - row.asked if row.is_good else 0

    def misfit(self, service_id: UUID, *, staff_id: UUID | None, on: date | None) -> Misfit | None:
        """Why a visit of this service cannot use one, as far as its person and day are chosen; None: it can."""
        row = self.held
        if str(service_id) not in row.service_ids:
            return Misfit.SERVICE
        if row.staff_member_id is not None and staff_id not in (None, row.staff_member_id):
            return Misfit.PERSON
        if on is not None and row.valid_until is not None and on > row.valid_until:
            return Misfit.ENDS_BEFORE
        return None if self.left > 0 else Misfit.NONE_LEFT


def digest_of(typed: str) -> str:
    """What a code is found by."""
    return hashlib.sha256(f"almanac.pass {flat_code(typed)}".encode()).hexdigest()


def give_code(held: VisitPass) -> str:
    """Give the pass its code; the row is not saved."""
    code = new_code()
    held.code, held.digest, held.ending = code, digest_of(code), code[-GROUP:]
    return code


def gross_of(held: VisitPass, count: int) -> int:
    """What its first `count` visits are worth of what was paid, tax included, minor units."""
    return held.amount * count // held.visits


def net_of(held: VisitPass, count: int) -> int:
    """The same without the tax in it, as the books work out the tax of a part."""
    gross = gross_of(held, count)
    return gross - (round_half_even(held.tax_amount * gross, held.amount) if held.amount else 0)


def last_day(first: date, months: int | None) -> date | None:
    """The same day of the month so many months later, or the last one of it. None: it has no end."""
    return None if months is None else months_after(first, months)


def with_uses(rows: QuerySet[VisitPass]) -> QuerySet[VisitPass]:
    """Each with `live`, how many of its visits are used."""
    return rows.annotate(live=Count("uses", filter=LIVE_USE))


def standings(rows: Iterable[VisitPass]) -> list[PassStanding]:
    """Each pass, read by `with_uses`, with how many of its visits are used."""
    return [PassStanding(row, vars(row)["live"]) for row in rows]


def pass_of_code(typed: str) -> VisitPass | None:
    """The pass with this code that can be used, or None. One SQL query."""
    if len(flat_code(typed)) != CODE_LENGTH:
        return None
    rows = with_uses(VisitPass.objects.select_related("business"))
    held = rows.filter(digest=digest_of(typed)).first()
    return held if held is not None and held.is_good else None


def prepare_passes(wishes: Mapping[str, PassWish], price: Breakdown, order: Order) -> None:
    """Write the passes of an order down, without codes: they are issued when they are paid. In the caller's transaction."""
    if not wishes:
        return
    lines = {line.position: line for line in order.lines.filter(kind=LineKind.PACKAGE)}
    VisitPass.objects.bulk_create(
        VisitPass(
            id=lines[position].pk,
            line=lines[position],
            business_id=wish.business_id,
            package_id=wish.package_id,
            staff_member_id=wish.staff_member_id,
            commission_bp=wish.commission_bp,
            name=lines[position].name,
            service_ids=list(wish.service_ids),
            visits=wish.visits,
            months=wish.months,
            amount=priced.total_amount,
            tax_amount=priced.tax_amount,
            currency=order.currency,
            language=order.language,
        )
        for position, priced in enumerate(price.lines)
        if (wish := wishes.get(priced.line_id)) is not None
    )
