"""Orders by phone: whose basket it is, for whom it may be, and who may be given the work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Lower

from almanac.booking.content import BasketContent, LineContent
from almanac.booking.errors import LineUnknown, NoBasket
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import basket_behind, content_of
from almanac.booking.queries.visit_requests import Wish, visit_request, wishes_of
from almanac.catalog.queries.offers import Deliverer
from almanac.customers.permissions import visible_to
from almanac.customers.queries.search import found_by
from almanac.engine.problem import Slot
from almanac.kit.actor import Actor, ScopeAction
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed, NotFound
from almanac.people.models import Customer
from almanac.places.models import Address
from almanac.scheduling.actions.holds import kept_by
from almanac.scheduling.errors import Objection
from almanac.scheduling.queries.objections import objections
from almanac.scheduling.visits import VisitRequest

PHONE = "phone:"  # what the token of such a basket begins with, so that it is never taken for a visitor's
MOST_CALLERS = 8
FEWEST_SIGNS = 2


def may_take_orders(actor: Actor) -> bool:
    """Administrators, and managers allowed *appointments*, for the staff in their scope."""
    return actor.user_id is not None and actor.may(ScopeAction.APPOINTMENTS)


def phone_token(actor: Actor, secret: str) -> str:
    """The token behind which the basket is found: of this secret with this sign-in, and of nothing for everybody else."""
    return f"{PHONE}{actor.user_id}:{secret}" if secret and may_take_orders(actor) else PHONE


def in_reach(actor: Actor, basket: Basket, wishes: Sequence[Wish]) -> list[Wish]:
    """The wishes with those alone to do them whom the actor may give work to; a visitor may ask for anybody."""
    if not basket.is_by_phone or actor.is_admin:
        return list(wishes)
    managed = actor.managed_staff(ScopeAction.APPOINTMENTS)
    return [replace(wish, offer=replace(wish.offer, offerings=_within(wish, managed))) for wish in wishes]


def callers(actor: Actor) -> QuerySet[Customer]:
    """Customers an order may be taken for: those whose records the actor sees. Raises NotAllowed."""
    if not may_take_orders(actor):
        raise NotAllowed
    return visible_to(actor).filter(archived_at=None)


def callers_found(actor: Actor, text: str) -> list[Customer]:
    """A few customers for what was typed, as the one search box of customers finds them."""
    rows = callers(actor)
    if len(text.strip()) < FEWEST_SIGNS:
        return []
    return list(found_by(rows, actor, text).order_by(Lower("name"), "pk")[:MOST_CALLERS])


def caller(actor: Actor, customer_id: UUID) -> Customer:
    """A customer by id. Raises NotAllowed, NotFound (also where the actor may not see them)."""
    found = callers(actor).filter(pk=customer_id).first()
    if found is None:
        raise NotFound
    return found


def addresses_of(basket: Basket) -> list[Address]:
    """Where the chosen customer had visits before; none for a new one."""
    if basket.customer_id is None:
        return []
    return list(Address.objects.filter(customer=basket.customer_id, archived_at=None).order_by("-created_at", "pk"))


def phone_basket(actor: Actor, token: str, *, now: datetime) -> Basket:
    """The open basket of an order by phone. Raises NotAllowed, NoBasket."""
    if not may_take_orders(actor):
        raise NotAllowed
    found = basket_behind(token, now=now)
    if found is None or not found.is_by_phone or found.order_id is not None:
        raise NoBasket
    return found


def check_may_book(actor: Actor, basket: Basket, content: BasketContent) -> None:
    """Whether the order is still the actor's to take: scopes may have changed on the way. Raises NotAllowed, NotFound."""
    if basket.customer_id is not None:
        caller(actor, basket.customer_id)
    elif not may_take_orders(actor):
        raise NotAllowed
    check_may_give(actor, (line.staff_id for line in content.every_line() if line.staff_id))


def check_may_give(actor: Actor, staff_ids: Iterable[UUID]) -> None:
    """Raises NotAllowed for somebody whom the actor does not look after."""
    if any(not actor.manages(staff_id, ScopeAction.APPOINTMENTS) for staff_id in staff_ids):
        raise NotAllowed


@dataclass(frozen=True, slots=True)
class PhonePlan:
    """An exact time with one person for a line's visit, and what stands against it. Nothing is locked or written."""

    basket: Basket
    visit: tuple[LineContent, ...]
    wishes: tuple[Wish, ...]
    request: VisitRequest
    slot: Slot
    objections: tuple[Objection, ...]

    @property
    def hold_key(self) -> str:
        return str(self.visit[0].id)


def phone_plan(actor: Actor, token: str, *, line_id: UUID, starts_at: int, staff_id: UUID, now: datetime) -> PhonePlan:
    """What an exact time would mean. Raises NotAllowed (out of scope too), NoBasket, LineUnknown, NotOnOffer, PlaceNeeded."""
    basket = phone_basket(actor, token, now=now)
    check_may_give(actor, [staff_id])
    content = content_of(basket)
    line = content.line(line_id)
    if line is None:
        raise LineUnknown
    visit = content.visit_of(line)
    wishes = wishes_of(visit)
    request = visit_request(wishes, content.place, staff_ids=[staff_id])
    slot = _slot(request, starts_at, str(staff_id))
    own = {seat.claim_id: seat.seats for seat in kept_by(str(basket.pk), str(visit[0].id))}
    against = objections(request, slot, now=epoch(now), ignoring=own)
    return PhonePlan(basket, tuple(visit), tuple(wishes), request, slot, tuple(against))


def _slot(request: VisitRequest, start: int, staff_id: str) -> Slot:
    """One service after another by this person, each as long as they take for it."""
    lasts = sum(dict(item.durations).get(staff_id, item.duration) for item in request.segments)
    return Slot(start, start + lasts, (staff_id,) * len(request.segments))


def _within(wish: Wish, managed: frozenset[UUID]) -> tuple[Deliverer, ...]:
    return tuple(item for item in wish.offer.offerings if item.staff_member_id in managed)
