"""Two customers' orders with two staff members, and everybody who might come to a door: for the tests of access."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from almanac.booking.content import LineContent, PlaceContent, WaitingContent
from almanac.booking.models import ChangeRequest, WaitingEntry
from almanac.booking.queries.accounts import account_key
from almanac.booking.queries.waiting import waiting_key
from almanac.business.models import Location, Setting
from almanac.catalog.models import Extra, PriceRule
from almanac.customers.actions.field_answers import save_field_answers, send_field_file
from almanac.customers.actions.notes import write_note
from almanac.customers.models import FieldSet
from almanac.files.actions import keep_picture, keep_private, store_picture, store_private
from almanac.files.links import file_address
from almanac.files.pictures import redrawn
from almanac.files.tests.drawings import drawing
from almanac.files.uploads import checked_upload
from almanac.kit.actor import STRANGER, SYSTEM
from almanac.kit.clock import epoch
from almanac.kit.doors import Who
from almanac.payments.actions.passes import give_by_hand
from almanac.people.models import Customer, Invitation, ScopeTemplate, User, UserRole
from almanac.people.queries.invitations import invitation_key
from almanac.sales.models import Coupon, OrderLine, Subscription
from almanac.scheduling.actions.feeds import open_feed
from almanac.scheduling.models import BusinessHoliday, BusyBlock, TimeOff
from tests.bundles import make_bundle
from tests.cast import Person, make_customer
from tests.goods import BOOKLET, a_card, file_of, make_product
from tests.packages import make_package
from tests.shop import NOBODY, NOW, POSTCODE, WEDNESDAY_TEN, Booked, Shop, Visitor

CANARY_DETAILS = {
    "name": "Cleo Canarybird",
    "email": "canary@cleo.example",
    "phone": "07700 900765",
    "line1": "77 Canary Mews",
    "access_notes": "The canary key is under the pot",
    "notes": "Please whisper, the canary sleeps",
}
CANARY_ANSWER = "The canary cage is in the hall"
CANARY_FIELD = "The canary sings at seven"
CANARY_SCAN = "canary-passport.webp"
CANARY_WORD = "A canary must not be startled"
CANARY_FILE = "canary-garden.webp"
CANARY_NOTE = "The canary has an appointment at the vet"
GARDEN, PICTURED = str(UUID(int=71)), str(UUID(int=72))  # two questions of the service
SINGS, SCANNED = str(UUID(int=74)), str(UUID(int=75))  # two fields of customers' records
CANARY_TOTAL = 98_541  # in minor units; no sum of public prices but this order's
WITH_KEY = ("/gift-cards", "/given-passes", "/points", "/takings", "/refunds", "/payment-link", "/kept-charges")
A_PICTURE, A_PDF, A_STATEMENT = (
    "a picture",
    "a PDF",
    "a statement",
)  # as the body of a probe: sent as a form with a file
MARCH_TENTH = datetime(2026, 3, 10, 10, tzinfo=NOW.tzinfo)
A_WINDOW = {"first_on": "2026-03-10", "last_on": "2026-03-12", "name": "Nora", "email": "nora@example.com"}
THURSDAY_ELEVEN = datetime(2026, 3, 5, 11, tzinfo=NOW.tzinfo)


@dataclass(frozen=True)
class Caller:
    """Somebody at the door, with what their browser sends along."""

    person: Person
    headers: dict[str, str] = field(default_factory=dict)

    def call(self, method: str, path: str, body: Any = None) -> Any:
        sent = dict(self.headers)
        if body == A_PICTURE:
            file = SimpleUploadedFile("garden.png", drawing())
            return getattr(self.person.client, method)(f"/api{path}", {"file": file}, headers=sent)
        if body == A_STATEMENT:
            statement = SimpleUploadedFile("bank.csv", b"Date,Amount,Reference\n01/03/2026,1.00,x\n")
            return getattr(self.person.client, method)(f"/api{path}", {"file": statement}, headers=sent)
        if body == A_PDF:
            booklet = SimpleUploadedFile("booklet.pdf", BOOKLET)
            return getattr(self.person.client, method)(f"/api{path}", {"file": booklet}, headers=sent)
        if path == "/bookings" or path.endswith(WITH_KEY):
            sent["idempotency-key"] = "a-key-of-one-request"
        if path.startswith("/phone-bookings"):
            sent["x-basket"] = "phone"
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
            "answer": CANARY_ANSWER,
            "note on a change": CANARY_NOTE,
            "note of the team": CANARY_WORD,
            "file": CANARY_FILE,
            "field": CANARY_FIELD,
            "file in a field": CANARY_SCAN,
            "phone": "7700900765",
            "order number": self.cleos.number,
            "order id": str(self.cleos.order.pk),
            "appointment id": str(self.cleos.visit.pk),
            "link": self.cleos.token,
        }
        found = {name: re.compile(re.escape(text)) for name, text in words.items()}
        return {**found, "total": re.compile(rf"[:,\[ ]{CANARY_TOTAL}\b")}

    def linked_staff(self) -> Caller:
        """Sid, who has nothing to do with Cleo's order, with its link in his hands."""
        return Caller(self.callers[Who.OTHER_STAFF].person, {"x-order-token": self.cleos.token})

    def filled(self, pattern: Any) -> Any:
        """A path or body with the world's ids in it; the total is a number again."""
        if isinstance(pattern, dict):
            return {key: self.filled(value) for key, value in pattern.items()}
        if isinstance(pattern, list):
            return [self.filled(value) for value in pattern]
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


# Made by the probes that need them.
MADE_LATER = (
    *("merge", "payment", "order_line", "refund", "notice", "invoice_link", "kept", "keep_page", "charge"),
    *("bank_line", "tip", "review", "dispute", "bundle_instance", "absence", "restoration", "move_back"),
    "cancellation",
)


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
    shop.clean.questions = [
        {"id": GARDEN, "kind": "text", "label": {"en": "Anything else?"}, "for_staff": True},
        {"id": PICTURED, "kind": "file", "label": {"en": "A photo"}, "for_staff": True},
    ]
    shop.clean.save()
    shopper = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    shopper.place()
    shopper.want(shop.clean, extras=[{"extra_id": str(extra.pk)}])
    shopper.hold(staff=shop.sam)
    shopper.patch(f"/basket/lines/{shopper.line_id()}/answers", {"answers": {GARDEN: CANARY_ANSWER}})
    shopper.send_file(PICTURED, drawing(), CANARY_FILE)
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
    basket.want(shop.clean)
    basket.hold(WEDNESDAY_TEN + timedelta(days=6), line=1, staff=shop.sid)
    basket.want(shop.clean)
    basket.delete(f"/basket/lines/{basket.line_id(2)}")
    weekly = basket.put(f"/basket/lines/{basket.line_id(1)}/repeat", {"frequency": "weekly", "months": 2}).json()
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
    asked_for = TimeOff.objects.create(
        staff_member=shop.sam,
        off_from=epoch(NOW + timedelta(days=24)),
        off_until=epoch(NOW + timedelta(days=25)),
        state=TimeOff.State.REQUESTED,
    )
    holiday = BusinessHoliday.objects.create(business=shop.business, on_date=date(2026, 12, 25), name="Christmas Day")
    block = BusyBlock.objects.create(
        staff_member=shop.sam, busy_from=epoch(NOW + timedelta(days=22)), busy_until=epoch(NOW + timedelta(days=23))
    )
    picture = keep_picture(actor=SYSTEM, asset=store_picture(redrawn(drawing()), now=NOW), now=NOW)
    sent = keep_private(
        store_private(checked_upload(drawing(), name="plain.png"), owner="order:none", now=NOW), now=NOW
    )
    ids = {
        "file": file_address(sent.pk, reader=STRANGER, now=NOW).rsplit("/", 1)[1],
        "photo": PICTURED,
        "scan": SCANNED,
        "appointment": str(cleos.visit.pk),
        "number": cleos.number,
        "email": CANARY_DETAILS["email"],
        "line": basket.line_id(),
        "line_beside": basket.line_id(1),
        "line_repeating": basket.line_id(1),
        "repeated_on": weekly["lines"][1]["repeat"]["dates"][0]["on"],
        "line_out": basket.basket()["can_restore"][0],
        "total": str(basket.basket()["total_amount"]),
        "sam": str(shop.sam.pk),
        "area": str(shop.sam.areas.get().pk),
        "time_off": str(absence.pk),
        "request": str(asked_for.pk),
        "holiday": str(holiday.pk),
        "max": str(max_.account.pk),
        "clean": str(shop.clean.pk),
        "call": str(shop.call.pk),
        "block": str(block.pk),
        "feed": open_feed(actor=make_customer("nell").actor, now=NOW).token,
        "business": str(shop.business.pk),
        "category": str(shop.clean.category_id),
        "extra": str(shop.oven.pk),
        "picture": str(picture.pk),
        "wish": str(UUID(int=73)),
        "caller": str(cleos.order.customer_id),
        "their_address": str(cleos.visit.address_id),
        "template": str(ScopeTemplate.objects.create(name="Whole week").pk),
    }
    rule = PriceRule.objects.create(
        business=shop.business, name={"en": "Sundays"}, when={"weekdays": [6]}, effect={"kind": "amount", "amount": 500}
    )
    coupon = Coupon.objects.create(business=shop.business, code="WELCOME", currency="GBP", percent_bp=1_000)
    Setting.objects.create(business=shop.business, group="referrals", values={"referrals_on": True})
    Coupon.objects.create(
        business=shop.business,
        code="CLEO-ONLY",
        currency="GBP",
        amount=500,
        customer=cleo.customer,
        name={"en": CANARY_WORD},
    )
    ids |= {"price_rule": str(rule.pk), "coupon": str(coupon.pk)}
    office = Location.objects.create(
        business=shop.business, name="Office", address_line="2 Plain Street", postcode=POSTCODE, latitude=0, longitude=0
    )
    ids["location"] = str(office.pk)
    ids |= _invited(shop, now=NOW) | _subscribed(shop, cleos, ada)
    ids |= {"order": str(cleos.order.pk), "customer": str(cleo.customer.pk), "address": str(cleos.visit.address_id)}
    ids["note"] = str(write_note(actor=ada.actor, customer_id=cleo.customer.pk, text=CANARY_WORD, now=NOW).pk)
    ids["twin"] = str(Customer.objects.create(name="C. Bird", phone="+447700900111", recorded_by=max_.account).pk)
    ids |= dict.fromkeys(MADE_LATER, NOBODY)
    ids["key"] = account_key(cleos.order, now=NOW)
    _filled_in(shop, cleo)
    asked = ChangeRequest.objects.create(
        appointment=cleos.visit, order=cleos.order, kind=ChangeRequest.Kind.MOVE, note=CANARY_NOTE
    )
    ids["change"] = str(asked.pk)
    ids |= _waiting(shop, cleo) | _on_sale(shop)
    return World(shop, cleos, ottos, basket, callers, ids)


def _on_sale(shop: Shop) -> dict[str, str]:
    """Sam sells a booklet, and somebody was given a gift card."""
    product = make_product(shop.business, shop.sam, "booklet")
    card, code = a_card(shop.business)
    nothing = dict.fromkeys(("entitlement", "download", "good", "bought_pass"), NOBODY)
    cards = {"gift_card": str(card.pk), "gift_code": code}
    package = make_package(shop.business, shop.clean)
    held, pass_code = give_by_hand(
        actor=SYSTEM,
        package_id=package.pk,
        customer_id=make_customer("pat").customer.pk,
        language="en",
        reason="a test",
        now=NOW,
    )
    cards["bundle"] = str(make_bundle(shop.clean, shop.call).pk)
    cards |= {"package": str(package.pk), "pass": str(held.pk), "pass_code": pass_code}
    return {**nothing, **cards, "product": str(product.pk), "product_file": str(file_of(product).pk)}


def _filled_in(shop: Shop, cleo: Person) -> None:
    """VALClean asks its customers two things, and Cleo answered both."""
    told = {"asks_customer": True, "for_staff": True}
    FieldSet.objects.create(
        business=shop.business,
        fields=[
            {"id": SINGS, "kind": "text", "label": {"en": "When does it sing?"}, **told},
            {"id": SCANNED, "kind": "file", "label": {"en": "Its passport"}, **told},
        ],
    )
    mine: dict[str, Any] = {"actor": cleo.actor, "customer_id": None, "slug": shop.business.slug, "now": NOW}
    save_field_answers(answers={UUID(SINGS): CANARY_FIELD}, seen=None, **mine)
    send_field_file(field_id=UUID(SCANNED), content=drawing(), name=CANARY_SCAN, **mine)


def _waiting(shop: Shop, cleo: Person) -> dict[str, str]:
    """Cleo waits for a clean by Sam."""
    wish = WaitingContent(
        lines=[LineContent(service_id=shop.clean.pk)],
        place=PlaceContent(postcode=POSTCODE, latitude=51.465, longitude=-0.156),
        staff_ids=[shop.sam.pk],
        name=CANARY_DETAILS["name"],
        email=CANARY_DETAILS["email"],
    )
    entry = WaitingEntry.objects.create(
        business=shop.business,
        service=shop.clean,
        customer=cleo.customer,
        content=wish.model_dump_json(),
        language="en",
        zone="Europe/London",
        first_on=date(2026, 3, 10),
        last_on=date(2026, 3, 12),
        wish_digest="cleo",
    )
    entry.staff.add(shop.sam)
    return {"entry": str(entry.pk), "waiting_key": waiting_key(entry)}


def _subscribed(shop: Shop, booked: Booked, ada: Person) -> dict[str, str]:
    """The order's visit is one of a subscription."""
    row = Subscription.objects.create(
        business=shop.business,
        customer=booked.order.customer,
        service=shop.clean,
        name="Clean",
        frequency="weekly",
        every=1,
        first_on=booked.visit.starts_at.date(),
        minutes=600,
        zone="Europe/London",
        months=1,
        booked_months=1,
        wish="{}",
        price_amount=4_000,
        currency="GBP",
        charging="per_visit",
        payment_method="pay_on_site",
    )
    OrderLine.objects.filter(order=booked.order).update(subscription=row, occurs_on=row.first_on)
    told = ada.post(f"/subscriptions/{row.pk}/plan", {"kind": "cancel", "from_on": "2026-03-02"}).json()
    return {"subscription": str(row.pk), "plan": told["token"]}


def _invited(shop: Shop, *, now: datetime) -> dict[str, str]:
    """Somebody new and somebody with a customer's account, both asked to join."""
    admin = User.objects.get(username="ada")
    rows = [
        Invitation.objects.create(
            email=email,
            name="Ivy",
            role=UserRole.STAFF,
            business=shop.business,
            invited_by=admin,
            created_at=now,
            expires_at=now + timedelta(days=7),
        )
        for email in ("ivy@new.example", "cleo@example.com")
    ]
    return {
        "invitation": str(rows[0].pk),
        "invited": invitation_key(rows[0]),
        "invited_cleo": invitation_key(rows[1]),
    }
