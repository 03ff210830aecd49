"""A small open shop for tests of the booking journey, and visitors who go through it over the API.

It is always Monday 2 March 2026, 09:00 in London; `shop.clock.move_to(...)` lets time pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Sum

from almanac.business.models import Business, Setting
from almanac.catalog.models import Category, Extra, Offering, Service, Venue
from almanac.kit.actor import ScopeAction
from almanac.outbox import registry
from almanac.outbox.models import ScheduleEntry
from almanac.people.models import ManagerScope, StaffMember, UserRole
from almanac.places.models import Area
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment, WorkingHours
from tests.cast import Person, make_user

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
POSTCODE = "SW11 1AA"
OUTSIDE = "BN1 8AA"  # a real postcode, far away
NOBODY = "0a0a0a0a-0000-4000-8000-000000000000"  # an id that nothing has
WEDNESDAY_TEN = datetime(2026, 3, 4, 10, tzinfo=UTC)
SIMPLE_WEEK = (9 * 60, 17 * 60)
DETAILS = {
    "name": "Nora Newcomer",
    "email": "nora@example.com",
    "phone": "07700 900321",
    "line1": "1 Plain Street",
    "town": "London",
}


@dataclass
class Shop:
    """What is on sale and who delivers it."""

    business: Business
    clean: Service  # at the customer's door; an hour, buffer after of 15 minutes
    call: Service  # online, an hour
    oven: Extra  # half an hour more
    sam: StaffMember
    sid: StaffMember
    clock: time_machine.Traveller

    def rules(self, **values: Any) -> None:
        """Change the business's booking rules."""
        row, _ = Setting.objects.get_or_create(business=self.business, group="booking")
        row.values = {**row.values, **values}
        row.save()


@dataclass
class Visitor(Person):
    """Somebody on the way through the shop. Each step answers with the response."""

    def place(self, postcode: str = POSTCODE) -> Any:
        return self.put("/basket/place", {"business": "valclean", "postcode": postcode})

    def want(self, service: Service, **more: Any) -> Any:
        return self.post("/basket/lines", {"service_id": str(service.pk), **more})

    def basket(self) -> Any:
        return self.get("/basket").json()

    def line_id(self, number: int = 0) -> str:
        return str(self.basket()["lines"][number]["id"])

    def hold(
        self, at: datetime = WEDNESDAY_TEN, *, line: int = 0, line_id: str = "", staff: StaffMember | None = None
    ) -> Any:
        body = {"line_id": line_id or self.line_id(line), "starts_at": at.isoformat()}
        return self.post("/holds", {**body, **({"staff_id": str(staff.pk)} if staff else {})})

    def type_in(self, **changed: str) -> Any:
        return self.patch("/basket/details", {**DETAILS, **changed})

    def send_file(self, question: str, content: bytes, name: str = "photo.png", *, line: int = 0) -> Any:
        file = SimpleUploadedFile(name, content)
        return self.client.post(f"/api/basket/lines/{self.line_id(line)}/answers/{question}", {"file": file})

    def book(self, *, key: str = "", **changed: Any) -> Any:
        body = {
            "payment_method": "pay_on_site",
            "terms_accepted": True,
            "early_start_consent": True,
            **changed,
        }
        if "shown_total_amount" not in body:
            body["shown_total_amount"] = self.basket()["total_amount"]
        return self.post("/bookings", body, idempotency_key=key or str(uuid4()))

    def chooses(self, shop: Shop, at: datetime = WEDNESDAY_TEN, *, staff: StaffMember | None = None) -> Any:
        """One clean, its place and its time; answers what the hold was answered."""
        _good(self.place())
        first, *_ = _good(self.want(shop.clean))["lines"]
        return self.hold(at, line_id=first["id"], staff=staff or shop.sam)

    def ready(
        self, shop: Shop, at: datetime = WEDNESDAY_TEN, *, staff: StaffMember | None = None, **details: str
    ) -> dict[str, Any]:
        """Everything up to the last button, for one clean; gives the basket as it is shown then."""
        _good(self.chooses(shop, at, staff=staff))
        return _good(self.type_in(**details))

    def booked(
        self, shop: Shop, at: datetime = WEDNESDAY_TEN, *, staff: StaffMember | None = None, **details: str
    ) -> Booked:
        """A whole journey."""
        shown = self.ready(shop, at, staff=staff, **details)
        return Booked(**_good(self.book(shown_total_amount=shown["total_amount"])))


def _good(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


@dataclass(frozen=True)
class Booked:
    """An order as its customer got it; `orders` are all that the basket became, one for each currency."""

    number: str
    token: str
    orders: list[dict[str, str]] = field(default_factory=list)

    @property
    def order(self) -> Order:
        return Order.objects.get(number=self.number)

    @property
    def visit(self) -> Appointment:
        return Appointment.objects.filter(order_line__order__number=self.number).order_by("starts_at")[0]


@pytest.fixture
def clock_at_work() -> Iterator[time_machine.Traveller]:
    """It is Monday morning, and stays so until a test says otherwise."""
    with time_machine.travel(NOW, tick=False) as coordinates:
        yield coordinates


@pytest.fixture
def shop(
    clock_at_work: time_machine.Traveller,
    settings: Any,
    valclean: Business,
    postcodes: None,
    sam: Person,
    sid: Person,
) -> Shop:
    settings.RATE_LIMITS_LIFTED = True
    valclean.phone, valclean.email = "020 7946 0000", "hello@valclean.example"
    valclean.save()
    category = Category.objects.create(business=valclean, slug="home", name={"en": "Home"})
    clean = make_service(valclean, category, "clean", 4_000, Venue.CUSTOMER, buffer_after_minutes=15)
    call = make_service(valclean, category, "call", 2_500, Venue.ONLINE)
    for person in (sam.staff, sid.staff):
        Area.objects.create(staff_member=person, postcode=POSTCODE, latitude=51.4650, longitude=-0.1560, radius_m=5_000)
        WorkingHours.objects.bulk_create(
            WorkingHours(staff_member=person, weekday=day, start_minute=SIMPLE_WEEK[0], end_minute=SIMPLE_WEEK[1])
            for day in range(7)
        )
        for service in (clean, call):
            Offering.objects.create(service=service, staff_member=person)
    # Fees can be seen: all is ordered within 14 days of its visit here.
    Setting.objects.create(business=valclean, group="booking", values={"right_to_cancel": False})
    oven = Extra.objects.create(
        business=valclean, slug="oven", name={"en": "Oven"}, price_amount=1_750, duration_minutes=30, max_quantity=2
    )
    oven.services.add(clean)
    all_ran_just_now()
    return Shop(valclean, clean, call, oven, sam.staff, sid.staff, clock_at_work)


def all_ran_just_now() -> None:
    """The worker has been at work until now: what recurs comes again when time has passed, as it does in the product. On a
    database that no worker has seen all of it would come at once, in each test, with nothing to do."""
    coming = {name: NOW + timedelta(seconds=every) for name, every in registry.schedule().items()}
    ScheduleEntry.objects.bulk_create(ScheduleEntry(name=name, next_at=at) for name, at in coming.items())


def let_all_recur() -> None:
    """Whatever recurs is due, without any time passing."""
    ScheduleEntry.objects.update(next_at=NOW)


@pytest.fixture
def rows() -> Callable[[], dict[str, int]]:
    """How many rows each table of the product has, and the sum of their revisions: equal means nothing was written."""

    def counted() -> dict[str, int]:
        found = {}
        for model in apps.get_models():
            if model.__module__.startswith("almanac."):
                found[model._meta.label] = model._default_manager.count()
                if any(field.name == "revision" for field in model._meta.fields):
                    revisions = model._default_manager.aggregate(sum=Sum("revision"))["sum"]
                    found[f"{model._meta.label}.revision"] = revisions or 0
        return found

    return counted


@pytest.fixture
def nora(shop: Shop) -> Visitor:
    """A stranger with a browser."""
    return Visitor()


@pytest.fixture
def rival(shop: Shop) -> Visitor:
    """Another stranger, after the same times."""
    return Visitor()


@pytest.fixture
def mia(sid: Person) -> Person:
    """A manager with every right over Sid, and none over Sam."""
    user = make_user("mia", UserRole.MANAGER)
    scope = ManagerScope.objects.create(user=user, actions=[action.value for action in ScopeAction])
    scope.staff_members.add(sid.staff)
    return Person(user)


def make_service(business: Business, category: Category, slug: str, price: int, venue: str, **more: Any) -> Service:
    return Service.objects.create(
        business=business,
        category=category,
        slug=slug,
        name={"en": slug.capitalize()},
        duration_minutes=more.pop("duration_minutes", 60),
        price_amount=price,
        currency=more.pop("currency", "GBP"),
        venue=venue,
        **more,
    )


def days_from_now(days: int, hour: int = 10) -> datetime:
    return (NOW + timedelta(days=days)).replace(hour=hour)
