"""Whose calendar the team may move a visit into: only into those it looks after, on every way there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.booking.models import ChangeRequest
from almanac.outbox import worker
from almanac.people.models import StaffMember
from almanac.sales.models import Subscription
from almanac.scheduling.actions.blocks import block_time
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
THURSDAY_TEN = WEDNESDAY_TEN + timedelta(days=1)


@pytest.fixture
def made(shop: Shop, cleo: Person) -> Booked:
    """Cleo's visit by Sam, which she asked to have moved; Max looks after Sam alone."""
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    booked = visitor.booked(shop)
    wish = {"kind": "move", "wishes": [{"on": "2026-03-05", "part": "any"}], "note": ""}
    assert cleo.post(f"/appointments/{booked.visit.pk}/change-requests", wish).status_code == 200
    return booked


def ask(person: Person, made: Booked, way: str, whom: StaffMember | None = None, **more: Any) -> Any:
    body = {"starts_at": THURSDAY_TEN.isoformat(), **({"staff_id": str(whom.pk)} if whom else {}), **more}
    if way == "move":
        return person.post(f"/appointments/{made.visit.pk}/move", body)
    return person.post(f"/change-requests/{ChangeRequest.objects.get().pk}/{way}", body)


def where(made: Booked) -> tuple[Any, StaffMember]:
    visit = Appointment.objects.select_related("staff_member").get(pk=made.visit.pk)
    return visit.starts_at, visit.staff_member


WAYS = pytest.mark.parametrize("way", ["move", "accept", "propose"])


@WAYS
def test_out_of_scope_is_refused_and_in_scope_goes(
    shop: Shop, made: Booked, max_: Person, sam: Person, way: str
) -> None:
    for person in (max_, sam):
        answer = ask(person, made, way, shop.sid)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    assert where(made) == (WEDNESDAY_TEN, shop.sam)
    assert ask(max_, made, way, shop.sam).status_code == 204


@WAYS
def test_an_administrator_gives_it_to_anybody(shop: Shop, made: Booked, ada: Person, way: str) -> None:
    assert ask(ada, made, way, shop.sid).status_code == 204
    if way != "propose":
        assert where(made) == (THURSDAY_TEN, shop.sid)


@WAYS
def test_where_nobody_is_named_only_those_in_scope_are_thought_of(
    shop: Shop, made: Booked, ada: Person, max_: Person, way: str
) -> None:
    block_time(
        actor=ada.actor,
        staff_id=shop.sam.pk,
        starts_at=THURSDAY_TEN,
        ends_at=THURSDAY_TEN + timedelta(hours=1),
        now=WEDNESDAY_TEN,
    )
    answer = ask(max_, made, way)
    assert (answer.status_code, answer.json()["code"]) == (409, "slot_taken")
    assert ask(ada, made, way).status_code == 204


def people_shown(person: Person, made: Booked) -> set[str]:
    asked = f"/slots?appointment={made.visit.pk}&first_on=2026-03-05&last_on=2026-03-05"
    return {each["id"] for each in person.get(asked).json()["staff"]}


def test_only_times_of_people_in_scope_are_shown(
    shop: Shop, made: Booked, max_: Person, sam: Person, ada: Person, cleo: Person
) -> None:
    both = {str(shop.sam.pk), str(shop.sid.pk)}
    assert people_shown(max_, made) == people_shown(sam, made) == {str(shop.sam.pk)}
    assert people_shown(ada, made) == people_shown(cleo, made) == both


def test_a_customer_takes_what_was_proposed_to_them(shop: Shop, made: Booked, ada: Person, cleo: Person) -> None:
    assert ask(ada, made, "propose", shop.sid).status_code == 204
    worker.drain()
    taken = cleo.post(
        f"/change-requests/{ChangeRequest.objects.get().pk}/take", {"starts_at": THURSDAY_TEN.isoformat()}
    )
    assert (taken.status_code, where(made)) == (204, (THURSDAY_TEN, shop.sid))


def test_a_series_goes_to_nobody_out_of_scope(shop: Shop, cleo: Person, max_: Person, ada: Person) -> None:
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 1, "months": 1})
    assert visitor.book().status_code == 200
    key = Subscription.objects.get().pk
    body = {"kind": "move", "from_on": "2026-03-04", "staff_id": str(shop.sid.pk)}
    refused = max_.post(f"/subscriptions/{key}/plan", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
    assert ada.post(f"/subscriptions/{key}/plan", body).status_code == 200
    block_time(
        actor=ada.actor,
        staff_id=shop.sam.pk,
        starts_at=THURSDAY_TEN - timedelta(hours=4),
        ends_at=THURSDAY_TEN + timedelta(days=2),
        now=WEDNESDAY_TEN,
    )
    later = {"kind": "move", "from_on": "2026-03-04", "starts_at": THURSDAY_TEN.isoformat()}
    names = {
        person: {
            item["after"]["staff_name"]
            for item in asker.post(f"/subscriptions/{key}/plan", later).json()["items"]
            if item["after"]
        }
        for person, asker in (("max", max_), ("ada", ada))
    }
    assert (names["max"], "Sid" in names["ada"]) == ({"Sam"}, True)
