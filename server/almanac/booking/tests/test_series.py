"""Many visits of a subscription changed at once: what the plan says is what happens, all of it or nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from almanac.business.models import Setting
from almanac.sales.models import Order, OrderLine, Subscription
from almanac.sales.subscriptions import end_over
from almanac.scheduling.models import Appointment, BusinessHoliday
from tests.cast import Person
from tests.series_cases import agree, claims_fit, plan, subscribed, visits
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(shop: Shop, cleo: Person) -> Booked:
    return subscribed(shop, cleo)


@pytest.fixture
def key(order: Booked) -> str:
    return str(Subscription.objects.get().pk)


def test_this_and_all_following_move_to_another_weekday_and_hour(cleo: Person, order: Booked, key: str) -> None:
    told = plan(cleo, key, "move", "2026-03-18", starts_at="2026-03-19T13:00:00Z").json()
    assert told["visit_count"] == 6
    assert {item["fit"] for item in told["items"]} == {"kept"}
    assert told["items"][0]["before"]["starts_at"][:16] == "2026-03-18T10:00"
    answer = agree(cleo, key, "move", "2026-03-18", starts_at="2026-03-19T13:00:00Z")
    assert answer.status_code == 200, answer.content
    assert visits(cleo, key) == [
        "2026-03-04T10:00",
        "2026-03-19T13:00",
        "2026-04-02T12:00",  # one o'clock on the wall
        "2026-04-16T12:00",
        "2026-04-30T12:00",
        "2026-05-14T12:00",
        "2026-05-28T12:00",
    ]
    assert claims_fit()
    assert [line.occurs_on for line in OrderLine.objects.order_by("occurs_on")][1] == date(2026, 3, 18)


def test_a_visit_may_take_the_time_another_had(cleo: Person, order: Booked, key: str) -> None:
    assert agree(cleo, key, "move", "2026-03-04", starts_at="2026-03-18T10:00:00Z").status_code == 200
    assert visits(cleo, key)[:2] == ["2026-03-18T10:00", "2026-04-01T09:00"]
    assert claims_fit()


def test_another_person_for_all_that_follow(cleo: Person, shop: Shop, order: Booked, key: str) -> None:
    assert agree(cleo, key, "move", "2026-04-01", staff_id=str(shop.sid.pk)).status_code == 200
    who = list(Appointment.objects.order_by("starts_at").values_list("staff_member__name", flat=True))
    assert who == ["Sam"] * 2 + ["Sid"] * 5
    assert claims_fit()


def test_where_a_date_does_not_fit_the_plan_says_so(cleo: Person, shop: Shop, order: Booked, key: str) -> None:
    BusinessHoliday.objects.create(business=shop.business, on_date=date(2026, 4, 2), name="Closed")
    told = plan(cleo, key, "move", "2026-03-18", starts_at="2026-03-19T10:00:00Z").json()
    other = [item for item in told["items"] if item["fit"] != "kept"]
    assert [(item["occurs_on"], item["fit"]) for item in other] == [("2026-04-01", "other_time")]


def test_a_pause_with_an_end_calls_off_what_lies_between(cleo: Person, order: Booked, key: str) -> None:
    answer = agree(cleo, key, "pause", "2026-03-10", until_on="2026-04-10")
    assert answer.status_code == 200, answer.content
    assert answer.json()["state"] == "active"
    assert visits(cleo, key, "cancelled") == ["2026-03-18T10:00", "2026-04-01T09:00"]
    assert claims_fit()


def test_paused_and_resumed_again(cleo: Person, shop: Shop, order: Booked, key: str) -> None:
    told = agree(cleo, key, "pause", "2026-03-10").json()
    assert (told["state"], told["paused_from"], told["can_resume"]) == ("active", "2026-03-10", True)  # one is to come
    assert visits(cleo, key) == ["2026-03-04T10:00"]
    Visitor().booked(shop, WEDNESDAY_TEN + timedelta(days=28) - timedelta(hours=1), staff=shop.sam, email="a@b.example")
    told = plan(cleo, key, "resume", "2026-03-25").json()
    assert [item["occurs_on"] for item in told["items"]][:2] == ["2026-04-01", "2026-04-15"]
    assert told["items"][0]["fit"] == "other_time"  # somebody has the hour by now
    told = agree(cleo, key, "resume", "2026-03-25").json()
    assert (told["state"], told["paused_from"], told["can_resume"]) == ("active", None, False)
    assert len(visits(cleo, key)) == 6
    assert claims_fit()


def test_cancelling_the_rest_ends_it(cleo: Person, order: Booked, key: str) -> None:
    answer = agree(cleo, key, "cancel", "2026-03-04")
    assert answer.json()["state"] == "cancelled"
    assert not any(answer.json()[name] for name in ("can_change", "can_cancel", "can_resume", "can_carry_on"))
    assert Order.objects.get().state == "cancelled"
    assert visits(cleo, key) == []


def test_a_visit_too_near_is_left_alone_and_named(cleo: Person, shop: Shop, order: Booked, key: str) -> None:
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=2))
    told = plan(cleo, key, "cancel", "2026-03-04").json()
    assert told["items"][0]["left_alone"] == "too_late"
    assert told["visit_count"] == 6
    agree(cleo, key, "cancel", "2026-03-04")
    assert visits(cleo, key) == ["2026-03-04T10:00"]
    assert Subscription.objects.get().state == "active"
    end_over(now=WEDNESDAY_TEN + timedelta(hours=1))
    assert Subscription.objects.get().state == "ended"


def test_the_team_may_do_what_the_customer_may_not_and_undo_it_for_a_day(
    cleo: Person, ada: Person, shop: Shop, order: Booked, key: str
) -> None:
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=2))
    assert agree(ada, key, "cancel", "2026-03-04").json()["can_undo"]
    assert Order.objects.get().state == "cancelled"
    assert plan(cleo, key, "undo").status_code == 403
    told = plan(ada, key, "undo").json()
    assert told["visit_count"] == 7
    assert told["owed_amount"] == Order.objects.get().total_amount
    answer = agree(ada, key, "undo").json()
    assert (answer["state"], answer["can_undo"]) == ("active", False)
    assert len(visits(ada, key)) == 7
    assert Order.objects.get().state == "confirmed"
    assert claims_fit()


def test_undoing_a_move_puts_everything_back(ada: Person, order: Booked, key: str) -> None:
    before = visits(ada, key)
    agree(ada, key, "move", "2026-03-18", starts_at="2026-03-20T15:00:00Z")
    assert visits(ada, key) != before
    assert agree(ada, key, "undo").status_code == 200
    assert visits(ada, key) == before
    assert claims_fit()


def test_nothing_is_undone_where_a_time_is_taken(ada: Person, shop: Shop, order: Booked, key: str) -> None:
    agree(ada, key, "cancel", "2026-03-10")
    Visitor().booked(shop, WEDNESDAY_TEN + timedelta(days=14), staff=shop.sam)
    answer = agree(ada, key, "undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "times_gone")
    assert answer.json()["dates"] == ["2026-03-18"]
    assert len(visits(ada, key)) == 1


def test_not_after_a_day(ada: Person, shop: Shop, order: Booked, key: str) -> None:
    agree(ada, key, "cancel", "2026-03-10")
    shop.clock.shift(timedelta(hours=24))
    assert plan(ada, key, "undo").status_code == 403


def test_what_is_otherwise_by_now_is_refused_with_nothing_done(
    cleo: Person, ada: Person, order: Booked, key: str
) -> None:
    told = plan(cleo, key, "cancel", "2026-03-05").json()
    visit = Appointment.objects.order_by("starts_at")[2]
    assert ada.post(f"/appointments/{visit.pk}/cancel", {"reason": "ill"}).status_code == 204
    answer = cleo.post(
        f"/subscriptions/{key}/change", {"kind": "cancel", "from_on": "2026-03-05", "token": told["token"]}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_changed")
    assert len(visits(cleo, key)) == 6


def test_a_reason_where_the_rules_want_one(cleo: Person, shop: Shop, key: str) -> None:
    OrderLine.objects.update(policy={**OrderLine.objects.all()[0].policy, "reason_needed": "customer"})
    told = plan(cleo, key, "cancel", "2026-03-05").json()
    assert told["reason_needed"]
    body = {"kind": "cancel", "from_on": "2026-03-05", "token": told["token"]}
    assert cleo.post(f"/subscriptions/{key}/change", body).json()["code"] == "reason_missing"
    assert cleo.post(f"/subscriptions/{key}/change", {**body, "reason": "We move house"}).status_code == 200


def test_others_know_nothing_of_it(otto: Person, sid: Person, key: str) -> None:
    for stranger in (otto, sid, Person()):
        assert plan(stranger, key, "cancel").status_code in {401, 403, 404}
        assert stranger.get(f"/subscriptions/{key}").status_code in {401, 403, 404}
    assert otto.get("/subscriptions").json()["items"] == []


def test_the_link_of_the_order_is_enough(order: Booked, key: str) -> None:
    guest = Person()
    answer = guest.client.get(f"/api/subscriptions/{key}", headers={"x-order-token": order.token})
    assert answer.status_code == 200
    assert len(answer.json()["visits"]) == 7


def test_the_list_is_one_page_and_narrowed(cleo: Person, ada: Person, key: str) -> None:
    assert [row["id"] for row in cleo.get("/subscriptions").json()["items"]] == [key]
    assert ada.get("/subscriptions?state=paused").json()["items"] == []
    assert ada.get("/subscriptions?business=valclean").json()["items"][0]["customer_name"]


def test_the_list_tells_the_next_visit_that_stands(cleo: Person, shop: Shop, key: str) -> None:
    def told() -> str:
        person = Person(cleo.user)  # whoever was signed in months ago is not any more
        return str(person.get("/subscriptions").json()["items"][0]["next_at"])[:16]

    assert told() == "2026-03-04T10:00"
    first = OrderLine.objects.order_by("occurs_on")[0].appointment
    assert first is not None
    cleo.post(
        f"/appointments/{first.pk}/cancel",
        {"token": cleo.get(f"/appointments/{first.pk}/cancellation").json()["token"]},
    )
    assert told() == "2026-03-18T10:00"
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(days=90))
    assert told() == "None"


def test_the_setting_says_when_it_is_charged(cleo: Person, shop: Shop, key: str) -> None:
    assert Subscription.objects.get().charging == "per_visit"
    Setting.objects.create(business=shop.business, group="subscriptions", values={"charging": "monthly"})
    assert Subscription.objects.get().charging == "per_visit"  # as it was sold


def test_after_the_last_visit_it_has_ended(cleo: Person, shop: Shop, key: str) -> None:
    last = Appointment.objects.order_by("-starts_at")[0]
    assert end_over(now=last.ends_at - timedelta(minutes=1)) == 0
    assert end_over(now=last.ends_at) == 1
    assert Subscription.objects.get().state == "ended"
