"""Where visits of a subscription are put when several change: by people who can be booked, never two at one time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from almanac.catalog.models import Offering
from almanac.kit import clock
from almanac.people.models import StaffMember
from almanac.sales.models import Subscription
from almanac.scheduling.models import Appointment, TimeOff
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


def gone(person: StaffMember, how: str) -> None:
    changed = {"archived_at": clock.now()} if how == "archived" else {"is_bookable": False}
    StaffMember.objects.filter(pk=person.pk).update(**changed)


def who_comes() -> list[str]:
    standing = Appointment.objects.exclude(state="cancelled").order_by("starts_at")
    return list(standing.values_list("staff_member__name", flat=True))


@pytest.mark.parametrize("how", ["archived", "not bookable"])
def test_nobody_who_cannot_be_booked_is_given_another_time(cleo: Person, shop: Shop, key: str, how: str) -> None:
    gone(shop.sam, how)
    told = plan(cleo, key, "move", "2026-03-18", starts_at="2026-03-19T10:00:00Z").json()
    assert {item["fit"] for item in told["items"]} == {"other_person"}
    agree(cleo, key, "move", "2026-03-18", starts_at="2026-03-19T10:00:00Z")
    assert who_comes() == ["Sam"] + ["Sid"] * 6
    assert claims_fit()


@pytest.mark.parametrize("how", ["archived", "not bookable"])
def test_what_goes_on_again_goes_on_with_whoever_can_come(cleo: Person, shop: Shop, key: str, how: str) -> None:
    agree(cleo, key, "pause", "2026-03-10")
    gone(shop.sam, how)
    agree(cleo, key, "resume")
    assert who_comes() == ["Sam"] + ["Sid"] * 6


def test_where_nobody_can_be_booked_visits_stay(cleo: Person, shop: Shop, key: str) -> None:
    gone(shop.sam, "archived")
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=9_900)
    told = plan(cleo, key, "move", "2026-03-18", starts_at="2026-03-19T10:00:00Z").json()
    assert {item["left_alone"] for item in told["items"]} == {"nothing_fits"}


def test_a_hand_over_is_not_undone_to_somebody_who_left(ada: Person, shop: Shop, key: str) -> None:
    agree(ada, key, "move", "2026-03-18", staff_id=str(shop.sid.pk))
    gone(shop.sam, "archived")
    told = plan(ada, key, "undo").json()
    assert {item["left_alone"] for item in told["items"]} == {"taken"}


def test_a_visit_that_finds_nothing_keeps_its_time_to_itself(cleo: Person, shop: Shop) -> None:
    """Every visit wants to be a week later; the third finds nothing there and stays, so the one before may not be there."""
    subscribed(shop, cleo, every=1, months=1)  # 4, 11, 18 and 25 March, 1 April
    key = str(Subscription.objects.get().pk)
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=9_900)
    away = datetime(2026, 3, 25, tzinfo=UTC) - timedelta(days=3, hours=12)
    TimeOff.objects.create(
        staff_member=shop.sam,
        off_from=int(away.timestamp()),
        off_until=int((away + timedelta(days=8)).timestamp()),
        state="granted",
    )
    told = plan(cleo, key, "move", "2026-03-04", starts_at="2026-03-11T10:00:00Z").json()
    came = {item["occurs_on"]: (item["after"]["starts_at"][:16], item["left_alone"]) for item in told["items"]}
    assert came["2026-03-18"] == ("2026-03-18T10:00", "nothing_fits")
    assert came["2026-03-11"][0] not in ("2026-03-11T10:00", "2026-03-18T10:00")
    answer = agree(cleo, key, "move", "2026-03-04", starts_at="2026-03-11T10:00:00Z")
    assert answer.status_code == 200, answer.content
    assert claims_fit()


def test_two_that_come_back_are_not_given_one_time(cleo: Person, shop: Shop, key: str) -> None:
    """Both were moved next to each other, and the day of both is half taken by somebody else meanwhile."""
    third = Appointment.objects.order_by("starts_at")[2]
    body = {"starts_at": "2026-03-18T12:00:00Z", "staff_id": str(shop.sam.pk)}
    assert cleo.post(f"/appointments/{third.pk}/move", body).status_code in (200, 204)
    agree(cleo, key, "pause", "2026-03-10", until_on="2026-03-20")
    (pause,) = cleo.get(f"/subscriptions/{key}").json()["pauses"]
    assert pause["visit_count"] == 2
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=9_900)
    for hour in (0, 2):
        at = WEDNESDAY_TEN + timedelta(days=14, hours=hour)
        Visitor().booked(shop, at, staff=shop.sam, email=f"n{hour}@b.example")
    answer = agree(cleo, key, "resume", "2026-03-10", pause_id=pause["id"])
    assert answer.status_code == 200, answer.content
    assert len(visits(cleo, key)) == 7
    own = [(a.starts, a.ends) for a in Appointment.objects.exclude(state="cancelled").order_by("starts_at")]
    assert all(before[1] <= after[0] for before, after in pairwise(own))


def test_an_undo_leaves_out_what_was_changed_since_and_takes_none_of_its_time(
    ada: Person, shop: Shop, key: str
) -> None:
    """The second visit went where the third was and stays there: the third cannot go back."""
    agree(ada, key, "move", "2026-03-18", starts_at="2026-03-19T10:00:00Z")
    second = Appointment.objects.order_by("starts_at")[1]
    there = {"starts_at": "2026-04-01T09:00:00Z", "staff_id": str(shop.sam.pk)}
    assert ada.post(f"/appointments/{second.pk}/move", there).status_code in (200, 204)
    told = plan(ada, key, "undo").json()
    assert {item["occurs_on"]: item["left_alone"] for item in told["items"]} == {
        "2026-03-18": "changed_since",
        "2026-04-01": "taken",
        **dict.fromkeys(("2026-04-15", "2026-04-29", "2026-05-13", "2026-05-27"), ""),
    }


def test_a_customer_is_offered_only_whom_a_plan_takes(cleo: Person, ada: Person, shop: Shop, key: str) -> None:
    path = f"/subscriptions/{key}/choices"
    assert [each["name"] for each in cleo.get(path).json()["people"]] == ["Sam", "Sid"]
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=9_900)
    assert [each["name"] for each in cleo.get(path).json()["people"]] == ["Sam"]
    assert [each["name"] for each in ada.get(path).json()["people"]] == ["Sam", "Sid"]
    for each in cleo.get(path).json()["people"]:
        assert plan(cleo, key, "move", staff_id=each["id"]).status_code == 200
    assert plan(cleo, key, "move", staff_id=str(shop.sid.pk)).json()["code"] == "not_on_offer"


def test_another_person_alone_leaves_every_time_as_it_is(cleo: Person, shop: Shop, key: str) -> None:
    third = Appointment.objects.order_by("starts_at")[2]
    moved = cleo.post(f"/appointments/{third.pk}/move", {"starts_at": "2026-04-02T13:00:00Z"})
    assert moved.status_code in (200, 204), moved.content
    before = visits(cleo, key)
    agree(cleo, key, "move", "2026-03-04", staff_id=str(shop.sid.pk))
    assert visits(cleo, key) == before
    assert who_comes() == ["Sid"] * 7


def test_a_manager_gives_visits_to_nobody_outside_of_their_scope(
    cleo: Person, ada: Person, mia: Person, shop: Shop, key: str
) -> None:
    agree(ada, key, "move", "2026-04-15", staff_id=str(shop.sid.pk))
    assert [each["name"] for each in mia.get(f"/subscriptions/{key}/choices").json()["people"]] == ["Sid"]
    refused = plan(mia, key, "move", "2026-04-15", staff_id=str(shop.sam.pk))
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
    gone(shop.sid, "not bookable")
    told = plan(mia, key, "move", "2026-04-15", starts_at="2026-04-16T09:00:00Z").json()
    assert {item["left_alone"] for item in told["items"]} == {"nothing_fits"}  # though Sam could come
