"""Cleo's visits every two weeks, and what is done to many of them at once over the API."""

from __future__ import annotations

from typing import Any

from almanac.outbox import worker
from almanac.scheduling.models import Appointment, Claim
from tests.cast import Person
from tests.shop import Booked, Shop, Visitor
from tests.tills import Till, check, page_of

RULE = {"frequency": "weekly", "every": 2, "months": 3}


def subscribed(shop: Shop, cleo: Person, **rule: Any) -> Booked:
    """Cleo's clean with Sam every two weeks for three months from 4 March, seven visits, paid on the day."""
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    assert visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {**RULE, **rule}).status_code == 200
    answer = visitor.book()
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def subscribed_by_card(shop: Shop, cleo: Person, till: Till) -> Booked:
    """The same, by card: what is due with the order is paid, a visit or all seven as the business charges."""
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    assert visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", RULE).status_code == 200
    made = Booked(**visitor.book(payment_method="card").json())
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    return made


def plan(person: Person, key: str, kind: str, on: str = "2026-03-04", **more: Any) -> Any:
    """What a change would do."""
    return person.post(f"/subscriptions/{key}/plan", {"kind": kind, "from_on": on, **more})


def agree(person: Person, key: str, kind: str, on: str = "2026-03-04", **more: Any) -> Any:
    """A change that was looked at, made."""
    told = plan(person, key, kind, on, **more)
    assert told.status_code == 200, told.content
    body = {"kind": kind, "from_on": on, **more, "token": told.json()["token"]}
    return person.post(f"/subscriptions/{key}/change", body)


def visits(person: Person, key: str, state: str = "confirmed") -> list[str]:
    """When the visits in this state are, to the minute."""
    shown = person.get(f"/subscriptions/{key}").json()
    return [visit["starts_at"][:16] for visit in shown["visits"] if visit["state"] == state]


def claims_fit() -> bool:
    """Every visit that stands has its time, and nothing else is taken."""
    standing = Appointment.objects.exclude(state="cancelled")
    own = {(item.claim.core_from, item.claim.core_until) for item in standing.select_related("claim") if item.claim}
    return own == {(item.starts, item.ends) for item in standing} and Claim.objects.count() == standing.count()
