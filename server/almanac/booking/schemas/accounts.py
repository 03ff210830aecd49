"""From a guest's order to an account, as the API tells it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

Key = Annotated[str, Field(max_length=400)]


class LinkableOrderOut(Schema):
    """An order booked as a guest that the signed-in account may add to itself."""

    id: UUID
    number: str
    business_name: str
    placed_at: datetime
    names: list[str]


class LinkableOrdersOut(Schema):
    """`signed_in`: whether a customer's account asks; a stranger is told nothing but that they are none."""

    signed_in: bool
    orders: list[LinkableOrderOut]


class LinkOrdersIn(Schema):
    order_ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]


class OfferKeyIn(Schema):
    key: Key


class OfferOut(Schema):
    """What the link in a letter offers; `has_account` when its mailbox signs in already."""

    number: str
    business_name: str
    has_account: bool


class OpenAccountIn(Schema):
    key: Key
    password: Annotated[str, Field(min_length=1, max_length=500)]


class OpenedOut(Schema):
    """The e-mail the new account signs in with."""

    email: str
