"""Keeping a time while its owner types on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from almanac.catalog.models import Offering
from almanac.scheduling.models import Claim
from tests.shop import NOW, WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def chooser(shop: Shop, nora: Visitor) -> Visitor:
    """A visitor who is about to choose a time."""
    nora.place()
    nora.want(shop.clean)
    return nora


def code_of(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_time_is_kept_for_a_quarter_of_an_hour(shop: Shop, chooser: Visitor) -> None:
    line = chooser.hold(staff=shop.sam).json()["lines"][0]
    assert (line["state"], line["starts_at"], line["ends_at"]) == (
        "held",
        "2026-03-04T10:00:00Z",
        "2026-03-04T11:00:00Z",
    )
    assert (line["held_until"], line["staff"]["name"]) == ("2026-03-02T09:15:00Z", "Sam")


def test_a_taken_time_comes_with_others(shop: Shop, chooser: Visitor, rival: Visitor) -> None:
    rival.booked(shop, staff=shop.sam)
    answer = chooser.hold(staff=shop.sam)
    assert code_of(answer) == (409, "slot_taken")
    found = answer.json()["alternatives"]
    assert found
    assert all(item["starts_at"] != "2026-03-04T10:00:00Z" or item["staff_ids"] != [str(shop.sam.pk)] for item in found)


def test_anybody_gets_whoever_is_left(shop: Shop, chooser: Visitor, rival: Visitor) -> None:
    rival.booked(shop, staff=shop.sam)
    assert chooser.hold().json()["lines"][0]["staff"]["name"] == "Sid"


def test_a_merely_overlapping_time_is_taken_too(shop: Shop, chooser: Visitor, rival: Visitor) -> None:
    rival.booked(shop, staff=shop.sam)
    assert code_of(chooser.hold(WEDNESDAY_TEN + timedelta(minutes=30), staff=shop.sam)) == (409, "slot_taken")
    assert code_of(chooser.hold(WEDNESDAY_TEN + timedelta(hours=1), staff=shop.sam)) == (409, "slot_taken")  # the way


def test_another_time_replaces_the_first(shop: Shop, chooser: Visitor, rival: Visitor) -> None:
    chooser.hold(staff=shop.sam)
    chooser.hold(WEDNESDAY_TEN + timedelta(minutes=30), staff=shop.sam)  # overlaps one's own earlier hold
    assert Claim.objects.count() == 1
    chooser.hold(WEDNESDAY_TEN + timedelta(hours=5), staff=shop.sam)
    rival.booked(shop, staff=shop.sam)


def test_a_refused_time_keeps_the_first(shop: Shop, chooser: Visitor, rival: Visitor) -> None:
    rival.booked(shop, staff=shop.sam)
    chooser.hold(WEDNESDAY_TEN + timedelta(hours=4), staff=shop.sam)
    chooser.hold(staff=shop.sam)
    assert chooser.basket()["lines"][0]["starts_at"] == "2026-03-04T14:00:00Z"


def test_a_hold_is_over_at_its_instant(shop: Shop, chooser: Visitor, rival: Visitor) -> None:
    chooser.hold(staff=shop.sam)
    shop.clock.shift(timedelta(minutes=15) - timedelta(seconds=1))
    rival.place()
    rival.want(shop.clean)
    assert code_of(rival.hold(staff=shop.sam)) == (409, "slot_taken")
    shop.clock.shift(timedelta(seconds=1))
    assert chooser.basket()["lines"][0]["state"] == "lapsed"
    assert rival.hold(staff=shop.sam).status_code == 200


def test_giving_a_time_back(shop: Shop, chooser: Visitor, rival: Visitor) -> None:
    chooser.hold(staff=shop.sam)
    for _ in range(2):
        assert chooser.delete(f"/holds/{chooser.line_id()}").json()["lines"][0]["state"] == "open"
    rival.booked(shop, staff=shop.sam)


@pytest.mark.parametrize(
    "starts_at",
    [
        "2026-03-02T08:00:00Z",  # before now
        "2026-03-02T10:00:00Z",  # within the lead time
        "2026-03-04T03:00:00Z",  # at night
        "2026-03-04T10:10:00Z",  # off the grid
        "2026-09-04T10:00:00Z",  # beyond the horizon
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_times_that_are_not_open(shop: Shop, chooser: Visitor, starts_at: str) -> None:
    answer = chooser.post("/holds", {"line_id": chooser.line_id(), "starts_at": starts_at})
    assert code_of(answer) in ((409, "slot_taken"), (422, "invalid_input"))
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    "starts_at", ["2026-03-04T10:00:00", "tomorrow", "", None, 10**20, "2026-03-04T10:00:00+99:00"]
)
def test_times_that_are_none(shop: Shop, chooser: Visitor, starts_at: Any) -> None:
    answer = chooser.post("/holds", {"line_id": chooser.line_id(), "starts_at": starts_at})
    assert code_of(answer) == (422, "invalid_input")


def test_other_offsets_mean_the_same_instant(shop: Shop, chooser: Visitor) -> None:
    answer = chooser.post("/holds", {"line_id": chooser.line_id(), "starts_at": "2026-03-04T15:30:00+05:30"})
    assert answer.json()["lines"][0]["starts_at"] == "2026-03-04T10:00:00Z"


def test_without_a_postcode(shop: Shop, nora: Visitor) -> None:
    nora.want(shop.clean)
    assert code_of(nora.hold()) == (409, "place_needed")


def test_without_a_basket(shop: Shop, nora: Visitor) -> None:
    answer = nora.post("/holds", {"line_id": str(uuid4()), "starts_at": "2026-03-04T10:00:00Z"})
    assert code_of(answer) == (404, "no_basket")


def test_a_line_nobody_knows(shop: Shop, chooser: Visitor) -> None:
    answer = chooser.post("/holds", {"line_id": str(uuid4()), "starts_at": "2026-03-04T10:00:00Z"})
    assert code_of(answer) == (404, "line_unknown")


def test_a_service_that_went_off_sale(shop: Shop, chooser: Visitor) -> None:
    Offering.objects.update(archived_at=NOW)
    assert code_of(chooser.hold()) == (409, "not_on_offer")


def test_somebody_who_does_not_deliver_it(shop: Shop, chooser: Visitor) -> None:
    answer = chooser.post(
        "/holds", {"line_id": chooser.line_id(), "starts_at": "2026-03-04T10:00:00Z", "staff_id": str(uuid4())}
    )
    assert answer.status_code in (404, 409)
    assert not Claim.objects.exists()
