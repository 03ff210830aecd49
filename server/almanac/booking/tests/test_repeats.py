"""A line of the basket that comes again: its dates, what fits, and the order it becomes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Setting
from almanac.catalog.models import PriceRule
from almanac.sales.models import OrderLine, Subscription
from almanac.scheduling.models import Appointment, BusinessHoliday, Claim
from tests.shop import WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
FORTNIGHTLY = {"frequency": "weekly", "every": 2, "months": 3}


def repeat(visitor: Visitor, **rule: Any) -> Any:
    return visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {**FORTNIGHTLY, **rule})


def dates(visitor: Visitor) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visitor.basket()["lines"][0]["repeat"]["dates"]
    return found


def when(item: dict[str, Any]) -> str:
    return str(item["starts_at"])[:16]


@pytest.fixture
def fortnightly(shop: Shop, nora: Visitor) -> Visitor:
    nora.ready(shop)
    assert repeat(nora).status_code == 200
    return nora


def test_the_dates_keep_their_hour_when_the_clocks_change(fortnightly: Visitor) -> None:
    line = fortnightly.basket()["lines"][0]
    assert [when(item) for item in line["repeat"]["dates"]] == [
        "2026-03-18T10:00",
        "2026-04-01T09:00",  # British Summer Time: ten on the wall
        "2026-04-15T09:00",
        "2026-04-29T09:00",
        "2026-05-13T09:00",
        "2026-05-27T09:00",
    ]
    assert {item["fit"] for item in line["repeat"]["dates"]} == {"kept"}
    assert line["repeat"]["visit_count"] == 7
    assert line["repeat"]["series_amount"] == 7 * line["total_amount"] == fortnightly.basket()["total_amount"]


def test_each_date_tells_what_it_costs(fortnightly: Visitor, shop: Shop) -> None:
    assert {item["total_amount"] for item in dates(fortnightly)} == {4_000}
    day = {"first_on": "2026-04-01", "last_on": "2026-04-01"}
    effect = {"kind": "percent", "percent_bp": 1_000}
    PriceRule.objects.create(business=shop.business, name={"en": "April"}, when=day, effect=effect)
    found = {item["on"]: item["total_amount"] for item in dates(fortnightly)}
    assert found.pop("2026-04-01") == 4_400
    assert set(found.values()) == {4_000}
    fortnightly.put(f"/basket/lines/{fortnightly.line_id()}/dates/2026-04-15", {})
    assert {item["on"]: item["total_amount"] for item in dates(fortnightly)}["2026-04-15"] is None


def test_a_date_that_does_not_fit_gets_the_nearest_the_same_day_by_the_same_person(shop: Shop, nora: Visitor) -> None:
    busy = Visitor()
    busy.booked(shop, WEDNESDAY_TEN + timedelta(days=14), staff=shop.sam)
    nora.ready(shop)
    repeat(nora)
    first = dates(nora)[0]
    assert (first["fit"], first["staff_name"]) == ("other_time", "Sam")
    assert first["starts_at"][:10] == "2026-03-18"
    assert first["wished_at"][:16] == "2026-03-18T10:00"


def test_on_a_holiday_the_day_beside_it_is_proposed(shop: Shop, nora: Visitor) -> None:
    BusinessHoliday.objects.create(business=shop.business, on_date=date(2026, 3, 18), name="Closed")
    nora.ready(shop)
    repeat(nora)
    first = dates(nora)[0]
    assert first["fit"] == "other_time"
    assert first["starts_at"][:10] in {"2026-03-17", "2026-03-19"}


def test_where_nothing_fits_the_date_is_left_out(shop: Shop, nora: Visitor) -> None:
    for day in range(14, 22):
        BusinessHoliday.objects.create(business=shop.business, on_date=date(2026, 3, day), name="Closed")
    nora.ready(shop)
    repeat(nora)
    assert (dates(nora)[0]["fit"], dates(nora)[0]["starts_at"]) == ("nothing", None)
    assert nora.basket()["lines"][0]["repeat"]["visit_count"] == 6


def test_a_date_is_left_out_and_taken_at_another_time(fortnightly: Visitor) -> None:
    line, first = fortnightly.line_id(), dates(fortnightly)[0]["on"]
    path = f"/basket/lines/{line}/dates/{first}"
    assert fortnightly.put(path, {}).json()["lines"][0]["repeat"]["visit_count"] == 6
    assert fortnightly.put(f"/basket/lines/{line}/repeat", FORTNIGHTLY).status_code == 200
    near = fortnightly.get(path).json()
    assert near[0]["fit"] == "kept"
    other = next(item for item in near if item["fit"] == "other_time")
    answer = fortnightly.put(path, {"starts_at": other["starts_at"], "staff_id": other["staff_id"]}).json()
    assert when(answer["lines"][0]["repeat"]["dates"][0]) == when(other)


def test_a_time_that_is_not_open_is_refused(fortnightly: Visitor) -> None:
    path = f"/basket/lines/{fortnightly.line_id()}/dates/{dates(fortnightly)[0]['on']}"
    answer = fortnightly.put(path, {"starts_at": "2026-03-18T03:00:00Z"})
    assert (answer.status_code, answer.json()["code"]) == (409, "slot_taken")
    assert fortnightly.get(f"/basket/lines/{fortnightly.line_id()}/dates/2026-03-19").status_code == 404


def test_another_first_time_moves_all_dates(fortnightly: Visitor, shop: Shop) -> None:
    fortnightly.hold(WEDNESDAY_TEN + timedelta(days=1, hours=2), staff=shop.sam)
    assert when(dates(fortnightly)[0]) == "2026-03-19T12:00"


def test_once_only_again(fortnightly: Visitor) -> None:
    answer = fortnightly.delete(f"/basket/lines/{fortnightly.line_id()}/repeat").json()
    assert answer["lines"][0]["repeat"] is None
    assert answer["total_amount"] == answer["lines"][0]["total_amount"]


def test_the_business_may_not_offer_it_or_not_for_so_long(shop: Shop, nora: Visitor) -> None:
    Setting.objects.create(business=shop.business, group="subscriptions", values={"most_months": 2})
    nora.ready(shop)
    answer = repeat(nora)
    assert (answer.status_code, answer.json()["code"], answer.json()["most_months"]) == (409, "cannot_repeat", 2)
    Setting.objects.filter(group="subscriptions").update(values={"may_repeat": False})
    assert repeat(nora, months=1).json()["most_months"] == 0
    assert nora.basket()["lines"][0]["most_months"] == 0


def test_an_order_has_a_line_and_an_appointment_for_each_visit(fortnightly: Visitor) -> None:
    answer = fortnightly.book()
    assert answer.status_code == 200, answer.content
    row = Subscription.objects.get()
    lines = list(OrderLine.objects.filter(subscription=row).order_by("occurs_on"))
    assert [line.occurs_on for line in lines] == [date(2026, 3, 4) + timedelta(days=14 * n) for n in range(7)]
    assert len({line.appointment_id for line in lines}) == 7
    assert {line.appointment.state for line in lines if line.appointment} == {"confirmed"}
    assert (row.frequency, row.every, row.months, row.state) == ("weekly", 2, 3, "active")
    assert row.price_amount == lines[0].total_amount
    assert Claim.objects.filter(kind="appointment").count() == 7


def test_beside_other_lines(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    nora.want(shop.call)
    nora.hold(WEDNESDAY_TEN + timedelta(hours=4), line=1)
    repeat(nora, months=1)
    basket = nora.basket()
    assert basket["total_amount"] == 3 * basket["lines"][0]["total_amount"] + basket["lines"][1]["total_amount"]
    assert nora.book().status_code == 200
    assert OrderLine.objects.count() == 4
    assert OrderLine.objects.filter(subscription=None).count() == 1


def test_a_date_taken_meanwhile_books_nothing_and_shows_the_dates_anew(fortnightly: Visitor, shop: Shop) -> None:
    busy = Visitor()
    busy.booked(shop, datetime.fromisoformat("2026-04-01T09:00:00+00:00"), staff=shop.sam)
    before = Appointment.objects.count()
    answer = fortnightly.book()
    assert (answer.status_code, answer.json()["code"]) == (409, "dates_changed")
    assert answer.json()["line"] == fortnightly.line_id()
    assert Appointment.objects.count() == before
    assert not Subscription.objects.exists()
    assert [item["fit"] for item in dates(fortnightly)].count("other_time") == 1
    assert fortnightly.book().status_code == 200


def test_a_year_of_weeks_costs_no_more_questions_than_a_month(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    counts = []
    for months in (1, 12):
        with CaptureQueriesContext(connection) as queries:
            assert repeat(nora, every=1, months=months).status_code == 200
        counts.append(len(queries))
    assert len(dates(nora)) == 52
    assert counts[0] == counts[1]
