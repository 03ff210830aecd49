"""Turning a basket into an order."""

from __future__ import annotations

import pytest

from tests.shop import Shop, Visitor

pytestmark = pytest.mark.django_db


def test_a_stranger_books(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop)
    order = made.order
    assert (order.state, order.total_amount, order.currency) == ("confirmed", 4_000, "GBP")
    assert (made.visit.state, made.visit.staff_member_id) == ("confirmed", shop.sam.pk)
