"""Who is acting, found out from a request: the signed-in user, else the holder of a signed order link, else nobody."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest

from almanac.kit import clock
from almanac.kit.actor import STRANGER, Actor, guest
from almanac.people.models import User
from almanac.people.queries.accounts import actor_of_user
from almanac.sales.links import order_id_in

ORDER_TOKEN_HEADER = "X-Order-Token"  # noqa: S105  # the name of a header, not a secret


def of_request(request: HttpRequest) -> Actor:
    """The signed-in user's Actor, with `order_id` set when a good order token comes along; a guest for the token
    alone; STRANGER otherwise. A bad token is no error: it just opens nothing."""
    token = request.headers.get(ORDER_TOKEN_HEADER, "")
    order_id = order_id_in(token, now=clock.now()) if token else None
    user = request.user
    if isinstance(user, User):
        return replace(actor_of_user(user), order_id=order_id)
    return guest(order_id) if order_id else STRANGER
