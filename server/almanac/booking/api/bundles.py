"""Doors to the bundles of a basket. Each answers with the whole basket, priced."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.booking.actions import bundles as actions
from almanac.booking.actions.own_details import fill_in_own
from almanac.booking.api import limits
from almanac.booking.api.baskets import shown
from almanac.booking.api.cookies import keep, token_of
from almanac.booking.errors import BasketFull, NoBasket
from almanac.booking.schemas.baskets import BasketOut
from almanac.booking.schemas.inputs import BundlePutIn
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import responses
from almanac.kit.requests import actor_of

router = Router(tags=["basket"])


@router.post(
    "/basket/bundles",
    response={200: BasketOut, **responses(NotOnOffer, BasketFull)},
    operation_id="put_bundle",
)
def put_bundle(request: HttpRequest, response: HttpResponse, payload: BundlePutIn) -> BasketOut:
    """Put all services of a bundle into the basket; opens one where there is none."""
    limits.basket_change(request)
    now = clock.now()
    changed, token = actions.add_bundle(token=token_of(request), bundle_id=payload.bundle_id, now=now)
    keep(request, response, token)
    return shown(request, fill_in_own(actor=actor_of(request), basket=changed, token=token, now=now))


@router.delete(
    "/basket/bundles/{instance_id}", response={200: BasketOut, **responses(NoBasket)}, operation_id="take_bundle_out"
)
def take_bundle_out(request: HttpRequest, instance_id: UUID) -> BasketOut:
    """Take all services of a bundle out of the basket and give their times back."""
    limits.basket_change(request)
    return shown(request, actions.remove_bundle(token=token_of(request), instance=instance_id, now=clock.now()))
