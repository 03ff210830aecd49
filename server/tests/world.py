"""Two customers' orders with two staff members, and everybody who might come to a door: for the tests of access."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from almanac.catalog.models import Extra
from almanac.files.actions import keep_picture, store_picture
from almanac.files.pictures import redrawn
from almanac.files.tests.drawings import drawing
from almanac.kit.actor import SYSTEM
from almanac.kit.clock import epoch
from almanac.kit.doors import Who
from almanac.scheduling.models import Appointment, BusyBlock, DateOverride, TimeOff
from tests.cast import Person
from tests.shop import NOW, POSTCODE, WEDNESDAY_TEN, Booked, Shop, Visitor

CANARY_DETAILS = {
    "name": "Cleo Canarybird",
    "email": "canary@cleo.example",
    "phone": "07700 900765",
    "line1": "77 Canary Mews",
    "access_notes": "The canary key is under the pot",
    "notes": "Please whisper, the canary sleeps",
}
CANARY_TOTAL = 98_541  # in minor units; no sum of public prices but this order's
THURSDAY_ELEVEN = datetime(2026, 3, 5, 11, tzinfo=NOW.tzinfo)


@dataclass(frozen=True)
class Caller:
    """Somebody at the door, with what their browser sends along."""

    person: Person
    headers: dict[str, str] = field(default_factory=dict)

    def call(self, method: str, path: str, body: Any = None) -> Any:
        sent = dict(self.headers)
        if path == "/bookings":
            sent["idempotency-key"] = "a-key-of-one-request"
        kind = {} if body is None else {"content_type": "application/json"}
        return getattr(self.person.client, method)(f"/api{path}", body, headers=sent, **kind)


@dataclass
class World:
    shop: Shop
    cleos: Booked  # by Sam
    ottos: Booked  # by Sid
    basket: Visitor
    callers: dict[Who, Caller]
    ids: dict[str, str]

    def secrets(self) -> dict[str, re.Pattern[str]]:
        """What only the parties of Cleo's order may ever be told, in any form the API might write it."""
        words = {
            **CANARY_DETAILS,
            "phone": "7700900765",
            "order number": self.cleos.number,
            "order id": str(self.cleos.order.pk),
            "appointment id": str(self.cleos.visit.pk),
            "link": self.cleos.token,
        }
        found = {name: re.compile(re.escape(text)) for name, text in words.items()}
        return {**found, "total": re.compile(rf"[:,\[ ]{CANARY_TOTAL}\b")}

    def filled(self, pattern: Any) -> Any:
        """A path or body with the world's ids in it; the total is a number again."""
        if isinstance(pattern, dict):
            return {key: self.filled(value) for key, value in pattern.items()}
        if not isinstance(pattern, str):
            return pattern
        return int(self.ids["total"]) if pattern == "{total}" else pattern.format_map(self.ids)

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Whatever happens in the block did not happen."""
        with transaction.atomic(using="ephemeral"), transaction.atomic():
            yield
            transaction.set_rollback(True)
            transaction.set_rollback(True, using="ephemeral")


@pytest.fixture
def world(
    shop: Shop,
    ada: Person,
    max_: Person,
    mia: Person,
    sam: Person,
    sid: Person,
    cleo: Person,
    otto: Person,
    files_folder: Path,
) -> World:
    extra = Extra.objects.create(
        business=shop.business, slug="deep", name={"en": "Deep"}, price_amount=94_541, max_quantity=1
    )
    shopper = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    shopper.place()
    shopper.want(shop.clean, extras=[{"extra_id": str(extra.pk)}])
    shopper.hold(staff=shop.sam)
    cleo.customer.name, cleo.customer.email, cleo.customer.phone = (
        CANARY_DETAILS["name"],
        CANARY_DETAILS["email"],
        "+447700900765",
    )
    cleo.customer.save()
    shopper.type_in(**CANARY_DETAILS)
    cleos = Booked(**shopper.book().json())
    extra.archived_at = NOW  # so that its price is not public
    extra.save()
    ottos = Visitor(otto.user, otto.customer_row, client=otto.client).booked(shop, THURSDAY_ELEVEN, staff=shop.sid)
    for client in (cleo.client, otto.client):
        del client.cookies["almanac_basket"]
    basket = Visitor()
    basket.ready(shop, WEDNESDAY_TEN + timedelta(hours=3), staff=shop.sam)
    callers = {
        Who.STRANGER: Caller(Person()),
        Who.BASKET: Caller(basket),
        Who.LINK: Caller(Person(client=Client()), {"x-order-token": cleos.token}),
        Who.OTHER_LINK: Caller(Person(client=Client()), {"x-order-token": ottos.token}),
        Who.CUSTOMER: Caller(cleo),
        Who.OTHER_CUSTOMER: Caller(otto),
        Who.STAFF: Caller(sam),
        Who.OTHER_STAFF: Caller(sid),
        Who.MANAGER: Caller(max_),
        Who.OTHER_MANAGER: Caller(mia),
        Who.ADMIN: Caller(ada),
    }
    absence = TimeOff.objects.create(
        staff_member=shop.sam, off_from=epoch(NOW + timedelta(days=20)), off_until=epoch(NOW + timedelta(days=21))
    )
    block = BusyBlock.objects.create(
        staff_member=shop.sam, busy_from=epoch(NOW + timedelta(days=22)), busy_until=epoch(NOW + timedelta(days=23))
    )
    picture = keep_picture(actor=SYSTEM, asset=store_picture(redrawn(drawing()), now=NOW), now=NOW)
    ids = {
        "appointment": str(cleos.visit.pk),
        "number": cleos.number,
        "email": CANARY_DETAILS["email"],
        "line": basket.line_id(),
        "total": str(basket.basket()["total_amount"]),
        "sam": str(shop.sam.pk),
        "area": str(shop.sam.areas.get().pk),
        "time_off": str(absence.pk),
        "max": str(max_.account.pk),
        "clean": str(shop.clean.pk),
        "call": str(shop.call.pk),
        "block": str(block.pk),
        "picture": str(picture.pk),
    }
    return World(shop, cleos, ottos, basket, callers, ids)


@dataclass(frozen=True)
class Probe:
    """A request that works for whoever may make it; `{...}` in path and body are ids of the world."""

    method: str
    path: str
    body: Any = None
    before: Callable[[World], None] | None = None


def _pending(world: World) -> None:
    Appointment.objects.filter(pk=world.cleos.visit.pk).update(state=Appointment.State.PENDING)


def _overridden(world: World) -> None:
    DateOverride.objects.create(staff_member=world.shop.sam, on_date=date(2026, 3, 20), spans=[])


def _afterwards(world: World) -> None:
    world.shop.clock.move_to(WEDNESDAY_TEN + timedelta(hours=1))


RANGE = "starting_from=2026-03-01T00:00:00Z&starting_before=2026-04-01T00:00:00Z"
SLOTS = "first_on=2026-03-04&last_on=2026-03-06"
LATER = {"starts_at": "2026-03-05T14:00:00Z"}
SPAN = {"starts_at": "2026-03-28T10:00:00Z", "ends_at": "2026-03-28T12:00:00Z"}

PROBES: dict[str, Probe] = {
    "health_live": Probe("get", "/health/live"),
    "health_ready": Probe("get", "/health/ready"),
    "businesses": Probe("get", "/businesses"),
    "settings": Probe("get", "/businesses/valclean/settings/booking"),
    "change_settings": Probe("put", "/businesses/valclean/settings/booking", {"values": {"horizon_days": 60}}),
    "me": Probe("get", "/me"),
    "change_me": Probe("patch", "/me", {"language": "uk"}),
    "staff_cards": Probe("get", "/staff-members?business=valclean"),
    "manager_scope": Probe("get", "/manager-scopes/{max}"),
    "set_manager_scope": Probe("put", "/manager-scopes/{max}", {"staff_ids": [], "actions": []}),
    "coverage": Probe("post", "/coverage", {"business": "valclean", "postcode": POSTCODE}),
    "postcode_suggestions": Probe("get", "/postcodes?prefix=SW11"),
    "coverage_map": Probe("get", "/areas?business=valclean"),
    "areas": Probe("get", "/staff-members/{sam}/areas"),
    "add_area": Probe("post", "/staff-members/{sam}/areas", {"postcode": POSTCODE, "radius_m": 3_000}),
    "remove_area": Probe("delete", "/areas/{area}"),
    "picture": Probe("get", "/pictures/{picture}"),
    "services": Probe("get", "/services"),
    "service": Probe("get", "/services/valclean/clean"),
    "appointments": Probe("get", "/appointments"),
    "appointment": Probe("get", "/appointments/{appointment}"),
    "confirm_appointment": Probe("post", "/appointments/{appointment}/confirm", before=_pending),
    "decline_appointment": Probe("post", "/appointments/{appointment}/decline", {"reason": "ill"}, before=_pending),
    "complete_appointment": Probe("post", "/appointments/{appointment}/complete", before=_afterwards),
    "mark_no_show": Probe("post", "/appointments/{appointment}/no-show", before=_afterwards),
    "working_hours": Probe("get", "/staff-members/{sam}/hours"),
    "set_working_hours": Probe("put", "/staff-members/{sam}/hours", {"spans": []}),
    "date_overrides": Probe("get", "/staff-members/{sam}/overrides?first_on=2026-03-01&last_on=2026-04-01"),
    "set_date_override": Probe("put", "/staff-members/{sam}/overrides/2026-03-20", {"spans": [[600, 700]]}),
    "drop_date_override": Probe("delete", "/staff-members/{sam}/overrides/2026-03-20", before=_overridden),
    "time_off": Probe("get", f"/staff-members/{{sam}}/time-off?{RANGE}"),
    "add_time_off": Probe("post", "/staff-members/{sam}/time-off", SPAN),
    "drop_time_off": Probe("delete", "/time-off/{time_off}"),
    "busy_blocks": Probe("get", f"/busy-blocks?staff={{sam}}&{RANGE}"),
    "block_time": Probe("post", "/busy-blocks", {"staff_member_id": "{sam}", **SPAN}),
    "unblock_time": Probe("delete", "/busy-blocks/{block}"),
    "why_not": Probe("post", "/why-not", {"staff": "{sam}", "service": "{clean}", "on_date": "2026-03-04"}),
    "slots": Probe("get", f"/slots?service={{call}}&{SLOTS}"),
    "slots?line": Probe("get", f"/slots?line={{line}}&{SLOTS}"),
    "slots?appointment": Probe("get", f"/slots?appointment={{appointment}}&{SLOTS}"),
    "first_free_slot": Probe("get", "/slots/first?service={call}"),
    "why_nothing_fits": Probe("get", "/slots/why-none?service={call}&on=2026-03-04"),
    "basket": Probe("get", "/basket"),
    "set_basket_place": Probe("put", "/basket/place", {"business": "valclean", "postcode": POSTCODE}),
    "add_line": Probe("post", "/basket/lines", {"service_id": "{clean}"}),
    "change_line": Probe("patch", "/basket/lines/{line}", {"seats": 1}),
    "remove_line": Probe("delete", "/basket/lines/{line}"),
    "save_details": Probe("patch", "/basket/details", {"name": "N"}),
    "hold": Probe("post", "/holds", {"line_id": "{line}", "starts_at": "2026-03-06T10:00:00Z"}),
    "release": Probe("delete", "/holds/{line}"),
    "book": Probe(
        "post", "/bookings", {"shown_total_amount": "{total}", "terms_accepted": True, "early_start_consent": True}
    ),
    "track": Probe("post", "/tracking", {"number": "{number}", "email": "{email}"}),
    "orders": Probe("get", "/orders"),
    "order": Probe("get", "/orders/{number}"),
    "order_calendar": Probe("get", "/orders/{number}/calendar.ics"),
    "linked_order": Probe("get", "/linked-order"),
    "cancellation": Probe("get", "/appointments/{appointment}/cancellation"),
    "cancel": Probe("post", "/appointments/{appointment}/cancel", {"reason": "holiday"}),
    "move": Probe("post", "/appointments/{appointment}/move", LATER),
    "deliveries": Probe("get", "/deliveries"),
}
