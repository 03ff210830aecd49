"""However many visits a subscription has, what a plan reads is the same number of questions."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.sales.models import Subscription
from tests.shop import Shop, Visitor

pytestmark = pytest.mark.django_db
MOVE = {"kind": "move", "from_on": "2026-03-04", "starts_at": "2026-03-05T13:00:00Z"}
CANCEL = {"kind": "cancel", "from_on": "2026-03-04"}


def booked(shop: Shop, months: int) -> tuple[Visitor, str]:
    visitor = Visitor()
    visitor.ready(shop)
    rule = {"frequency": "weekly", "every": 1, "months": months}
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", rule)
    answer = visitor.book()
    assert answer.status_code == 200, answer.content
    return visitor, answer.json()["token"]


@pytest.mark.parametrize("asked", [MOVE, CANCEL], ids=["move", "cancel"])
def test_a_plan_of_a_year_asks_no_more_than_one_of_a_month(shop: Shop, asked: dict[str, str]) -> None:
    counts = []
    for months in (1, 12):
        visitor, token = booked(shop, months)
        row = Subscription.objects.order_by("-created_at", "-pk")[0]
        with CaptureQueriesContext(connection) as queries:
            answer = visitor.post(f"/subscriptions/{row.pk}/plan", asked, x_order_token=token)
        assert answer.status_code == 200, answer.content
        counts.append((len(queries), answer.json()["visit_count"]))
        again = visitor.post(f"/subscriptions/{row.pk}/plan", CANCEL, x_order_token=token).json()
        done = {**CANCEL, "token": again["token"]}
        assert visitor.post(f"/subscriptions/{row.pk}/change", done, x_order_token=token).status_code == 200
    assert counts[1][1] > 40 > counts[0][1]
    assert counts[0][0] == counts[1][0], counts
