"""A hold promises a time at one place, and no other."""

from __future__ import annotations

import pytest

from almanac.booking.content import PlaceContent
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import content_of
from tests.shop import Shop, Visitor

pytestmark = pytest.mark.django_db


def test_a_time_held_for_one_place_is_not_booked_for_another(shop: Shop, nora: Visitor) -> None:
    """As when the place is changed in another tab while the hold is on its way."""
    nora.ready(shop)
    basket = Basket.objects.get()
    content = content_of(basket)
    content.place = PlaceContent(postcode="BN1 8AA", latitude=50.86, longitude=-0.15)  # where nobody of the shop comes
    basket.content = content.model_dump_json()
    basket.save()
    answer = nora.book()
    assert (answer.status_code, answer.json()["code"]) == (409, "slot_taken")
