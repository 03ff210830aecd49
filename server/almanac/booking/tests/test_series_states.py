"""How a subscription stands follows from what of it is paused and what stands: docs/algorithms/series.md, how it stands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from almanac.booking.actions import renewing, series
from almanac.booking.queries.series_parts import Asked, SeriesChangeKind, following
from almanac.booking.queries.series_plans import plan_of
from almanac.kit import clock
from almanac.kit.errors import NotAllowed
from almanac.sales.models import Order, Subscription, SubscriptionChange
from almanac.sales.subscriptions import end_over
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.series_cases import agree, claims_fit, plan, subscribed, visits
from tests.shop import WEDNESDAY_TEN, Booked, Shop

pytestmark = pytest.mark.django_db
APRIL = ["2026-04-01T09:00", "2026-04-15T09:00", "2026-04-29T09:00"]


@pytest.fixture
def order(shop: Shop, cleo: Person) -> Booked:
    """Visits on 4 and 18 March, 1, 15 and 29 April, 13 and 27 May."""
    return subscribed(shop, cleo)


@pytest.fixture
def key(order: Booked) -> str:
    return str(Subscription.objects.get().pk)


@pytest.fixture
def shared(shop: Shop, ada: Person, cleo: Person, key: str) -> str:
    """From 15 April on Sid comes; before, Sam."""
    assert agree(ada, key, "move", "2026-04-15", staff_id=str(shop.sid.pk)).status_code == 200
    return key


def again(person: Person) -> Person:
    """Signed in once more, weeks later."""
    person.client.force_login(person.account)
    return person


def row() -> Subscription:
    return Subscription.objects.get()


# What goes on again


def test_going_on_again_leaves_a_holiday_as_it_was(cleo: Person, key: str) -> None:
    agree(cleo, key, "pause", "2026-04-01", until_on="2026-04-16")
    agree(cleo, key, "pause", "2026-03-10")
    told = agree(cleo, key, "resume").json()
    assert visits(cleo, key, "cancelled") == APRIL[:2]
    assert (told["state"], told["can_resume"]) == ("active", False)
    (pause,) = told["pauses"]
    assert (pause["from_on"], pause["until_on"], pause["visit_count"]) == ("2026-04-01", "2026-04-16", 2)


def test_a_holiday_that_is_off_after_all_is_asked_for_by_itself(cleo: Person, key: str) -> None:
    told = agree(cleo, key, "pause", "2026-04-01", until_on="2026-04-16").json()
    assert not told["can_resume"]
    assert plan(cleo, key, "resume").json()["is_empty"]
    (pause,) = told["pauses"]
    told = agree(cleo, key, "resume", "2026-04-01", pause_id=pause["id"]).json()
    assert (told["pauses"], len(visits(cleo, key))) == ([], 7)
    assert plan(cleo, key, "resume", "2026-04-01", pause_id=pause["id"]).json()["is_empty"]
    assert claims_fit()


def test_a_pause_of_something_else_is_unknown(cleo: Person, key: str) -> None:
    assert plan(cleo, key, "resume", pause_id=key).status_code == 404


def test_what_was_called_off_by_itself_since_stays_off(cleo: Person, shop: Shop, key: str) -> None:
    agree(cleo, key, "pause", "2026-03-10")
    agree(cleo, key, "resume")
    skipped = Appointment.objects.get(starts_at=datetime(2026, 4, 15, 9, tzinfo=UTC))
    assert cleo.post(f"/appointments/{skipped.pk}/cancel", {}).status_code == 204
    assert not cleo.get(f"/subscriptions/{key}").json()["can_resume"]
    agree(cleo, key, "pause", "2026-05-01")
    assert [item["occurs_on"] for item in plan(cleo, key, "resume").json()["items"]] == ["2026-05-13", "2026-05-27"]


def test_going_on_from_a_later_day_gives_the_pause_its_end(cleo: Person, key: str) -> None:
    agree(cleo, key, "pause", "2026-03-10")
    told = agree(cleo, key, "resume", "2026-04-10").json()
    assert visits(cleo, key, "cancelled") == ["2026-03-18T10:00", "2026-04-01T09:00"]
    assert [(pause["until_on"], pause["visit_count"]) for pause in told["pauses"]] == [("2026-04-10", 2)]
    assert told["paused_from"] is None


def test_what_was_cancelled_does_not_go_on(cleo: Person, key: str) -> None:
    agree(cleo, key, "pause", "2026-03-10")
    agree(cleo, key, "cancel")
    assert row().state == "cancelled"
    told = plan(cleo, key, "resume").json()
    assert (told["items"], told["is_empty"]) == ([], True)
    body = {"kind": "resume", "from_on": "2026-03-04", "token": told["token"]}
    assert cleo.post(f"/subscriptions/{key}/change", body).json()["code"] == "not_allowed"


# Longer than the term


def test_paused_beyond_its_term_it_goes_on_with_the_next_one(shop: Shop, cleo: Person) -> None:
    subscribed(shop, cleo, carries_on=True)
    key = str(row().pk)
    agree(cleo, key, "pause", "2026-03-04")
    assert row().state == "paused"
    shop.clock.move_to(datetime(2026, 10, 5, 9, tzinfo=UTC))
    end_over(now=clock.now())
    renewing.give_notices(now=clock.now())
    told = again(cleo).get(f"/subscriptions/{key}").json()
    assert (told["state"], told["can_resume"], told["can_cancel"]) == ("paused", True, True)
    seen = plan(cleo, key, "resume").json()
    assert (seen["visit_count"], seen["is_empty"]) == (0, False)
    assert agree(cleo, key, "resume").json()["state"] == "active"
    renewing.give_notices(now=clock.now())
    made = Order.objects.latest("created_at").lines.order_by("occurs_on")
    assert made[0].occurs_on == date(2026, 10, 14)  # the rule's dates go on: two weeks and two weeks from 4 March
    assert row().booked_months == 9


def test_what_is_paused_beyond_its_term_can_be_cancelled(shop: Shop, cleo: Person) -> None:
    subscribed(shop, cleo, carries_on=True)
    key = str(row().pk)
    agree(cleo, key, "pause", "2026-03-04")
    shop.clock.move_to(datetime(2026, 6, 8, 9, tzinfo=UTC))
    told = agree(again(cleo), key, "cancel", "2026-06-08").json()
    assert (told["state"], told["carries_on"], told["can_cancel"]) == ("cancelled", False, False)


def test_a_pause_with_nothing_left_to_go_on_with_is_over(shop: Shop, cleo: Person, key: str) -> None:
    agree(cleo, key, "pause", "2026-03-04")
    last = datetime(2026, 5, 27, 9, tzinfo=UTC)
    assert end_over(now=last - timedelta(minutes=1)) == 0
    assert row().state == "paused"
    assert end_over(now=last) == 1
    assert (row().state, row().paused_from) == ("ended", None)


def test_a_holiday_to_the_end_of_the_term_is_no_end_before_it_is_over(cleo: Person, key: str) -> None:
    agree(cleo, key, "pause", "2026-03-04", until_on="2026-06-01")
    assert end_over(now=clock.now()) == 0
    assert row().state == "active"
    assert end_over(now=datetime(2026, 5, 28, tzinfo=UTC)) == 1


def test_a_holiday_reaches_into_the_next_term(shop: Shop, cleo: Person) -> None:
    subscribed(shop, cleo, carries_on=True)
    agree(cleo, str(row().pk), "pause", "2026-05-20", until_on="2026-07-01")
    due = row().notice_at
    assert due
    shop.clock.move_to(due)
    renewing.give_notices(now=clock.now())
    made = Order.objects.latest("created_at").lines.order_by("occurs_on")
    assert made[0].occurs_on == date(2026, 7, 8)  # not 10 and 24 June


def test_a_pause_without_an_end_from_a_later_day_keeps_the_notice_waiting(shop: Shop, cleo: Person) -> None:
    subscribed(shop, cleo, carries_on=True)
    agree(cleo, str(row().pk), "pause", "2026-05-25")
    assert row().state == "active"
    shop.clock.move_to(datetime(2026, 5, 21, 9, tzinfo=UTC))
    renewing.give_notices(now=clock.now())
    assert Order.objects.count() == 1
    end_over(now=datetime(2026, 5, 26, tzinfo=UTC))
    assert row().state == "paused"


# From a later day


def test_cancelled_from_a_later_day_it_goes_on_until_then(shop: Shop, cleo: Person) -> None:
    subscribed(shop, cleo, carries_on=True)
    key = str(row().pk)
    told = agree(cleo, key, "cancel", "2026-04-20").json()
    assert (told["state"], told["can_change"], told["carries_on"], told["notice_at"]) == ("active", True, False, None)
    assert plan(cleo, key, "cancel", "2026-04-20").json()["is_empty"]  # it was done
    assert agree(cleo, key, "move", "2026-04-15", starts_at="2026-04-16T12:00:00Z").status_code == 200
    assert end_over(now=datetime(2026, 4, 16, 13, tzinfo=UTC)) == 1
    assert row().state == "ended"


def test_undone_it_carries_on_as_it_did(shop: Shop, cleo: Person, ada: Person) -> None:
    subscribed(shop, cleo, carries_on=True)
    before = (row().notice_at, row().state)
    agree(cleo, str(row().pk), "cancel", "2026-04-20")
    told = agree(ada, str(row().pk), "undo").json()
    assert told["carries_on"]
    assert (row().notice_at, row().state) == before


def test_a_pause_that_is_undone_is_none(ada: Person, key: str) -> None:
    agree(ada, key, "pause", "2026-05-01")
    agree(ada, key, "pause", "2026-04-10")
    assert row().paused_from == date(2026, 4, 10)
    agree(ada, key, "undo")
    assert row().paused_from == date(2026, 5, 1)


def test_a_charge_that_fails_before_a_pause_begins_pauses_what_still_stands(cleo: Person, key: str) -> None:
    agree(cleo, key, "pause", "2026-04-10")
    assert series.pause_unpaid(subscription_id=row().pk, now=clock.now())
    assert (row().state, row().paused_from) == ("paused", date(2026, 3, 2))
    assert len(visits(cleo, key, "cancelled")) == 7
    assert not series.pause_unpaid(subscription_id=row().pk, now=clock.now())


# By somebody who looks after a part of it


@pytest.mark.parametrize("kind", ["cancel", "pause"])
def test_a_manager_of_one_person_calls_off_that_persons_visits_alone(
    shared: str, cleo: Person, mia: Person, kind: str
) -> None:
    Subscription.objects.update(carries_on=True, notice_at=datetime(2026, 5, 20, 9, tzinfo=UTC))
    told = agree(mia, shared, kind, "2026-03-03").json()
    assert (told["state"], told["carries_on"], told["paused_from"]) == ("active", True, None)
    assert visits(cleo, shared) == ["2026-03-04T10:00", "2026-03-18T10:00", "2026-04-01T09:00"]
    assert cleo.get(f"/subscriptions/{shared}").json()["can_change"]
    assert told["can_resume"] is (kind == "pause")


def test_what_a_manager_paused_may_go_on_by_the_customer_too(shared: str, cleo: Person, mia: Person) -> None:
    agree(mia, shared, "pause", "2026-03-03")
    assert len(agree(cleo, shared, "resume").json()["visits"]) == 7
    assert len(visits(cleo, shared)) == 7
    assert not mia.get(f"/subscriptions/{shared}").json()["can_resume"]


def test_a_part_that_goes_on_leaves_the_rest_paused(shared: str, cleo: Person, mia: Person) -> None:
    agree(cleo, shared, "pause", "2026-03-03")
    assert row().state == "paused"
    told = agree(mia, shared, "resume").json()
    assert (told["state"], told["paused_from"]) == ("active", "2026-03-03")
    told = cleo.get(f"/subscriptions/{shared}").json()
    assert (len(visits(cleo, shared)), told["can_resume"]) == (4, True)
    assert len(agree(cleo, shared, "resume").json()["visits"]) == 7
    assert len(visits(cleo, shared)) == 7


def test_only_who_looks_after_all_its_visits_undoes_a_change(shared: str, ada: Person, mia: Person) -> None:
    agree(ada, shared, "cancel", "2026-03-03")
    assert not mia.get(f"/subscriptions/{shared}").json()["can_undo"]
    assert plan(mia, shared, "undo").status_code == 403
    assert agree(ada, shared, "undo").json()["state"] == "active"
    assert len(visits(ada, shared)) == 7


def test_nothing_of_theirs_left_nothing_is_ended(shared: str, cleo: Person, mia: Person) -> None:
    agree(mia, shared, "cancel", "2026-03-03")
    told = plan(mia, shared, "cancel", "2026-03-03").json()
    assert told["is_empty"]
    body = {"kind": "cancel", "from_on": "2026-03-03", "token": told["token"]}
    assert mia.post(f"/subscriptions/{shared}/change", body).json()["code"] == "not_allowed"
    assert len(visits(cleo, shared)) == 3


# Waiting for a yes


@pytest.mark.parametrize("kind", ["pause", "cancel"])
def test_what_waits_for_a_yes_waits_again(shop: Shop, cleo: Person, ada: Person, kind: str) -> None:
    shop.rules(approval="by_hand")
    subscribed(shop, cleo)
    key = str(row().pk)
    first = Appointment.objects.order_by("starts_at")[0]
    assert ada.post(f"/appointments/{first.pk}/confirm").status_code in (200, 204)
    agree(cleo, key, kind, "2026-03-03")
    answer = agree(cleo, key, "resume") if kind == "pause" else agree(ada, key, "undo")
    assert answer.status_code == 200, answer.content
    assert visits(cleo, key) == ["2026-03-04T10:00"]
    assert len(visits(cleo, key, "pending")) == 6
    assert not Appointment.objects.filter(awaits_payment=True).exists()


def test_what_was_written_down_before_goes_by_how_it_was_sold(shop: Shop, cleo: Person) -> None:
    shop.rules(approval="by_hand")
    subscribed(shop, cleo)
    key = str(row().pk)
    agree(cleo, key, "pause", "2026-03-03")
    change = SubscriptionChange.objects.get()
    change.visits = [{name: visit[name] for name in visit if name != "waited"} for visit in change.visits]
    change.save()
    agree(cleo, key, "resume")
    assert len(visits(cleo, key, "pending")) == 7


def test_a_plan_that_is_empty_is_refused_by_the_action_as_well(cleo: Person, key: str) -> None:
    asked = Asked(SeriesChangeKind.RESUME, date(2026, 3, 4))
    token = plan_of(cleo.actor, row().pk, asked, now=clock.now()).token
    with pytest.raises(NotAllowed):
        series.change_series(actor=cleo.actor, subscription_id=row().pk, asked=asked, token=token, now=clock.now())
    assert following(cleo.actor, row().pk).is_whole(WEDNESDAY_TEN)
