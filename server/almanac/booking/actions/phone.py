"""Orders by phone, beside the ways a visitor has: whose order it is, and times against a rule, with a reason."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from almanac.booking.actions.baskets import KEPT_FOR, changing, give_up_times
from almanac.booking.actions.holds import keep_held
from almanac.booking.content import DetailsContent, PlaceContent
from almanac.booking.errors import NoBasket
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import token_hash
from almanac.booking.queries.phone import (
    addresses_of,
    caller,
    may_take_orders,
    phone_basket,
    phone_plan,
    phone_token,
)
from almanac.booking.queries.visit_requests import check_lengths
from almanac.business import queries as business
from almanac.engine.facts import Code
from almanac.kit import ids
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.kit.text import one_line
from almanac.scheduling.actions.holds import hold_agreed


def open_phone_basket(*, actor: Actor, slug: str, token: str, now: datetime) -> tuple[Basket, str]:
    """A new empty basket for a caller, and the secret for its cookie. The times kept by the one before are given back.

    Raises NotAllowed, NotFound (no such business).
    """
    if not may_take_orders(actor):
        raise NotAllowed
    shop = business.by_slug(slug)
    if _is_there(actor, token, now=now):
        with changing(token=token, now=now) as (before, content):
            give_up_times(before, content, content.lines, now=now)
    secret = ids.secret_token()
    opened = Basket.objects.create(
        token_hash=token_hash(phone_token(actor, secret)),
        business=shop,
        booked_by_id=actor.user_id,
        expires_at=now + KEPT_FOR,
    )
    return opened, secret


def choose_caller(*, actor: Actor, token: str, customer_id: UUID | None, now: datetime) -> Basket:
    """Say which known customer the order is for, or with None that it is for a new one; what was typed about who and
    where goes with the one before. Raises NotAllowed, NoBasket, NotFound.
    """
    phone_basket(actor, token, now=now)
    chosen = caller(actor, customer_id) if customer_id is not None else None
    with changing(token=token, now=now) as (basket, content):
        basket.customer = chosen
        kept = {"notes": content.details.notes}
        if chosen is not None:
            kept |= {"name": chosen.name, "email": chosen.email, "phone": chosen.phone}
        content.details, content.address_id = DetailsContent(**kept), None
    return basket


def choose_address(*, actor: Actor, token: str, address_id: UUID, now: datetime) -> Basket:
    """Send the visits to one of the chosen customer's addresses. Times chosen for another place are given up.

    Raises NotAllowed, NoBasket, NotFound (not theirs).
    """
    found = phone_basket(actor, token, now=now)
    if found.customer_id is not None:
        caller(actor, found.customer_id)
    address = next((item for item in addresses_of(found) if item.pk == address_id), None)
    if address is None:
        raise NotFound
    with changing(token=token, now=now) as (basket, content):
        if basket.customer_id != found.customer_id:  # somebody else was chosen in another tab
            raise NotFound
        if content.place is None or content.place.postcode != address.postcode:
            give_up_times(basket, content, content.lines, now=now)
        content.place = PlaceContent(
            postcode=address.postcode, latitude=address.latitude, longitude=address.longitude, town=address.city
        )
        written = {"line1": address.line1, "line2": address.line2, "town": address.city, "access_notes": ""}
        content.details = content.details.model_copy(update=written)
        content.address_id = address.pk
    return basket


def set_time(
    *,
    actor: Actor,
    token: str,
    line_id: UUID,
    starts_at: int,
    staff_id: UUID,
    agreed: Collection[Code],
    reason: str,
    now: datetime,
) -> Basket:
    """Keep exactly this time with this person for a line's visit. Rules that were `agreed` are put aside, for a reason.

    Decided under the lock: other people's time is never taken. Raises NotAllowed, NoBasket, LineUnknown, NotOnOffer,
    PlaceNeeded, Incomplete (its length is not known), InvalidInput (no reason), NotFree with all that stands against it,
    SlotTaken, VisitTooLong.
    """
    plan = phone_plan(actor, token, line_id=line_id, starts_at=starts_at, staff_id=staff_id, now=now)
    check_lengths(plan.wishes)
    why = one_line(reason)
    broken = [item.code for item in plan.objections]
    if broken and set(broken) <= set(agreed) and not why:
        raise InvalidInput(fields={"reason": ["Please say why."]})
    held = hold_agreed(
        actor=actor,
        request=plan.request,
        slot=plan.slot,
        agreed=agreed if why else (),
        owner=str(plan.basket.pk),
        line=plan.hold_key,
        minutes=min(wish.policy.hold_minutes for wish in plan.wishes),
        now=now,
    )
    put_aside = [code.value for code in dict.fromkeys(broken)]
    return keep_held(
        actor=actor,
        token=token,
        basket=plan.basket,
        visit=plan.visit,
        request=plan.request,
        held=held,
        put_aside=put_aside,
        reason=why if put_aside else "",
        now=now,
    )


def _is_there(actor: Actor, token: str, *, now: datetime) -> bool:
    try:
        phone_basket(actor, token, now=now)
    except NoBasket:
        return False
    return True
