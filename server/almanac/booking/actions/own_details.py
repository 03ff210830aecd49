"""Details that an account knows already: filled into its owner's basket, where nothing was typed yet."""

from __future__ import annotations

from datetime import datetime

from almanac.booking.actions import baskets
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import basket_behind, content_of
from almanac.kit.actor import Actor
from almanac.people.models import Customer
from almanac.places.models import Address

WHO = ("name", "email", "phone")


def fill_in_own(*, actor: Actor, basket: Basket, token: str, now: datetime) -> Basket:
    """Write down who the signed-in customer is, as their account says, and their usual address where the visits are there.

    What was typed stays: details of which any are there are left alone. A basket by phone is somebody else's. How to get in
    is not filled in: it would tell whoever finds this browser. Answers the basket as it is then.
    """
    if actor.customer_id is None or actor.user_id is None or basket.is_by_phone:
        return basket
    content = content_of(basket)
    known: dict[str, str] = {}
    if not any(getattr(content.details, field) for field in WHO):
        customer = Customer.objects.get(pk=actor.customer_id)
        known |= {"name": customer.name, "email": customer.email, "phone": customer.phone}
    if content.place is not None and not content.details.line1:
        usual = Address.objects.filter(customer=actor.customer_id, is_usual=True, archived_at=None).first()
        if usual is not None and usual.postcode == content.place.postcode:
            known |= where(usual) | {"access_notes": ""}
    return keep_missing(known, token=token, now=now) if known else basket


def where(address: Address) -> dict[str, str]:
    """An address as the basket's details have it."""
    return {
        "line1": address.line1,
        "line2": address.line2,
        "town": address.city,
        "access_notes": address.access_notes,
    }


def keep_missing(known: dict[str, str], *, token: str, now: datetime) -> Basket:
    """Keep what is known as if it had been typed; what somebody has typed into this basket already stays. Raises NoBasket."""
    basket = basket_behind(token, now=now)
    typed = content_of(basket).details.model_dump() if basket else {}
    missing = {field: words for field, words in known.items() if words and not typed.get(field)}
    return baskets.save_details(token=token, typed=missing, now=now)
