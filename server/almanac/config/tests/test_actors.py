"""Who is acting, from a request."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from almanac.config import actors
from almanac.kit import clock, links
from almanac.kit.actor import STRANGER, Actor, Role, guest
from almanac.sales.models import Order
from tests.cast import Person
from tests.shop import Shop, Visitor

ORDER = str(uuid4())

pytestmark = pytest.mark.django_db


def request_of(user: Any = None, token: str | None = None) -> Any:
    request = RequestFactory().get("/", headers={"X-Order-Token": token} if token is not None else {})
    request.user = user or AnonymousUser()
    return request


def token_for(subject: str, *, purpose: str = "order", hours: int = 1) -> str:
    return links.sign(purpose, subject, expires_at=clock.now() + timedelta(hours=hours))


@pytest.fixture
def order(shop: Shop, nora: Visitor) -> Order:
    return nora.booked(shop).order


def test_the_holder_of_a_good_token_is_a_guest(order: Order) -> None:
    assert actors.of_request(request_of(token=token_for(f"{order.pk}:0"))) == guest(order.pk)
    assert actors.of_request(request_of(token=token_for(f"{order.pk}:1"))) == STRANGER


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        "a:b:c",
        token_for(f"{ORDER}:0")[:-1] + "!",
        token_for(f"{ORDER}:0", purpose="invoice"),
        token_for(f"{ORDER}:0", hours=-1),
        token_for(f"{ORDER}:0"),
        token_for(ORDER),
        token_for(f"{ORDER}:x"),
        token_for("not a uuid"),
        "é" * 3000,
    ],
    ids=[
        "empty",
        "word",
        "parts",
        "changed",
        "other purpose",
        "over",
        "no order",
        "no revision",
        "no number",
        "no id",
        "long",
    ],
)
def test_a_bad_token_opens_nothing_and_breaks_nothing(token: str) -> None:
    assert actors.of_request(request_of(token=token)) == STRANGER


def test_a_signed_in_customer_stays_one_with_a_token(order: Order, cleo: Person) -> None:
    found = actors.of_request(request_of(cleo.account, token_for(f"{order.pk}:0")))
    assert found == Actor(Role.CUSTOMER, user_id=cleo.account.pk, customer_id=cleo.customer.pk, order_id=order.pk)
    assert actors.of_request(request_of(cleo.account, "bad")).order_id is None
