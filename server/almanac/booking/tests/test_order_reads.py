"""An order that is acted on is read in one query, and by nobody who may not see it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.kit.errors import NotFound
from almanac.sales.queries import order_numbered
from tests.cast import Person
from tests.shop import Shop, Visitor

pytestmark = pytest.mark.django_db


def test_for_an_action_it_takes_one_query(shop: Shop, nora: Visitor, ada: Person) -> None:
    made, actor = nora.booked(shop), ada.actor
    with CaptureQueriesContext(connection) as asked:
        order = order_numbered(actor, made.number, whole=False)
    assert (order.number, order.customer.name, order.business.slug) == (made.number, "Nora Newcomer", "valclean")
    assert len(asked) == 1


@pytest.mark.parametrize("whole", [True, False])
def test_others_do_not_find_it(shop: Shop, nora: Visitor, cleo: Person, whole: bool) -> None:
    made = nora.booked(shop)
    with pytest.raises(NotFound):
        order_numbered(cleo.actor, made.number, whole=whole)
    with pytest.raises(NotFound):
        order_numbered(Visitor().actor, made.number, whole=whole)
