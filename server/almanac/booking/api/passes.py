"""Doors to the packages of visits that a basket uses. Each answers with the whole basket, priced."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.booking.actions import passes
from almanac.booking.api import limits
from almanac.booking.api.baskets import shown
from almanac.booking.api.cookies import token_of
from almanac.booking.errors import BasketFull, LineUnknown, NoBasket
from almanac.booking.schemas.baskets import BasketOut
from almanac.booking.schemas.inputs import PassCodeIn, PassUsedIn
from almanac.kit import clock
from almanac.kit.errors import responses
from almanac.kit.requests import actor_of
from almanac.sales.errors import PassNotUsable, PassUnknown

router = Router(tags=["basket"])


@router.put(
    "/basket/passes",
    response={200: BasketOut, **responses(NoBasket, PassUnknown, BasketFull)},
    operation_id="name_pass",
)
def name_pass(request: HttpRequest, payload: PassCodeIn) -> BasketOut:
    """Have the visits of a package ready by its code; lines that it is good for use them."""
    limits.gift_code(request)
    return shown(request, passes.name_pass(token=token_of(request), typed=payload.code, now=clock.now()))


@router.delete("/basket/passes/{pass_id}", response={200: BasketOut, **responses(NoBasket)}, operation_id="drop_pass")
def drop_pass(request: HttpRequest, pass_id: UUID) -> BasketOut:
    """Go on without a package."""
    limits.basket_change(request)
    return shown(request, passes.drop_pass(token=token_of(request), pass_id=pass_id, now=clock.now()))


@router.put(
    "/basket/lines/{line_id}/pass",
    response={200: BasketOut, **responses(NoBasket, LineUnknown, PassUnknown, PassNotUsable)},
    operation_id="use_pass",
)
def use_pass(request: HttpRequest, line_id: UUID, payload: PassUsedIn) -> BasketOut:
    """Use a visit of a package for a line, or none."""
    limits.basket_change(request)
    changed = passes.use_pass(
        token=token_of(request),
        line_id=line_id,
        pass_id=payload.pass_id,
        customer_id=actor_of(request).customer_id,
        now=clock.now(),
    )
    return shown(request, changed)
