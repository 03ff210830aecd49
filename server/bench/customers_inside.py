"""`POST /api/customers/search` inside one process, on a database of its own; run by bench.customers.

Prints rows of [name, milliseconds at the 95th percentile, SQL queries] as JSON on its last line.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import UUID

import_module("almanac.config.wsgi")  # sets Django up, and the process like a production worker

from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from almanac.business.models import Business  # noqa: E402
from almanac.catalog.models import Category, Service  # noqa: E402
from almanac.kit import ids  # noqa: E402
from almanac.kit.actor import ScopeAction  # noqa: E402
from almanac.people.models import Customer, CustomerTerm, ManagerScope, StaffMember, User, UserRole  # noqa: E402
from almanac.people.terms import terms_of  # noqa: E402
from almanac.places.models import Address  # noqa: E402
from almanac.sales.models import Order, OrderLine  # noqa: E402
from almanac.scheduling.models import Appointment  # noqa: E402
from bench.figures import percentile, timed  # noqa: E402

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
STAFF, IN_SCOPE, BATCH, TIMES = 100, 20, 5_000, 60
FIRST = [
    f"{a}{b}{c}" for a in ("Ma", "Jo", "An", "Da", "Li", "So", "Ka", "Pe") for b in "nrlt" for c in ("a", "ine", "y")
]
LAST = [f"{a}{b}{c}" for a in ("Ell", "Ben", "Kha", "Smi", "Okaf", "Wal") for b in "aeiou" for c in ("s", "ton", "ley")]
AREAS = [f"{area}{number}" for area in ("SW", "SE", "N", "E", "W") for number in range(1, 21)]
Row = tuple[Customer, Address, Order]


def seed(size: int) -> list[Row]:
    """Customers with an address, an order and a visit each; a visit that was called off takes nobody's time."""
    dice = random.Random(20260302)
    owner = Business.objects.create(slug="bench", name="Bench", order_prefix="BN", currency="GBP")
    category = Category.objects.create(business=owner, slug="all", name={"en": "All"})
    clean = Service.objects.create(
        business=owner, category=category, slug="clean", name={"en": "Clean"}, duration_minutes=60, price_amount=1
    )
    people = StaffMember.objects.bulk_create(
        StaffMember(business=owner, slug=f"p{number}", name=f"P{number:03}") for number in range(STAFF)
    )
    made: list[Row] = []
    for first in range(0, size, BATCH):
        rows = [_row(owner, dice, first + number) for number in range(min(BATCH, size - first))]
        with transaction.atomic():
            _store(rows, owner, clean, people)
        made += rows
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return made


def _row(owner: Business, dice: random.Random, number: int) -> Row:
    name = f"{dice.choice(FIRST)} {dice.choice(LAST)}"
    who = Customer(name=name, email=f"{name.replace(' ', '.').lower()}{number}@example.org", phone=f"+447{number:09}")
    postcode = f"{dice.choice(AREAS)} {dice.randrange(10)}{dice.choice('ABDEF')}{dice.choice('ABDEF')}"
    where = Address(
        customer=who, line1=f"{number} Street", city="London", postcode=postcode, latitude=51.5, longitude=0
    )
    order = Order(
        business=owner,
        customer=who,
        number=ids.order_number("BN"),
        currency="GBP",
        total_amount=1,
        tax_amount=0,
        placed_at=NOW - timedelta(minutes=number),
    )
    return who, where, order


def _store(rows: list[Row], owner: Business, clean: Service, people: list[StaffMember]) -> None:
    Customer.objects.bulk_create(who for who, _, _ in rows)
    CustomerTerm.objects.bulk_create(
        CustomerTerm(customer=who, term=term)
        for who, _, _ in rows
        for term in terms_of(name=who.name, email=who.email, phone=who.phone)
    )
    Address.objects.bulk_create(where for _, where, _ in rows)
    Order.objects.bulk_create(order for _, _, order in rows)
    visits = [
        Appointment(
            business=owner,
            service=clean,
            staff_member=people[number % STAFF],
            customer=who,
            address=where,
            visit_id=ids.new_id(),
            venue="customer",
            starts_at=order.placed_at,
            ends_at=order.placed_at + timedelta(hours=1),
            zone="Europe/London",
            state=Appointment.State.CANCELLED,
            cancelled_at=NOW,
            uid=str(ids.new_id()),
        )
        for number, (who, where, order) in enumerate(rows)
    ]
    Appointment.objects.bulk_create(visits)
    OrderLine.objects.bulk_create(
        OrderLine(
            order=order,
            business=owner,
            position=0,
            name="Clean",
            breakdown=[],
            total_amount=1,
            tax_rate_bp=0,
            tax_amount=0,
            appointment=visit,
        )
        for (_, _, order), visit in zip(rows, visits, strict=True)
    )


def askers() -> dict[str, Client]:
    """An administrator, and a manager of one person in five."""
    found = {"administrator": User.objects.create_user("ada", role=UserRole.ADMIN)}
    found["manager"] = User.objects.create_user("max", role=UserRole.MANAGER)
    scope = ManagerScope.objects.create(
        user=found["manager"], actions=[ScopeAction.CUSTOMERS, ScopeAction.APPOINTMENTS]
    )
    scope.staff_members.set(StaffMember.objects.order_by("name")[:IN_SCOPE])
    clients = {name: Client() for name in found}
    for name, user in found.items():
        clients[name].force_login(user)
    return clients


def texts(rows: list[Row], dice: random.Random) -> dict[str, list[str]]:
    """What is typed, kind by kind; of a name also the first two letters, which find thousands."""
    some = dice.sample(rows, TIMES)
    return {
        "nothing typed": [""] * TIMES,
        "two letters of a name": [who.name[:2] for who, _, _ in some],
        "a whole name": [who.name for who, _, _ in some],
        "an e-mail": [who.email for who, _, _ in some],
        "a phone": [f"0{who.phone[3:7]} {who.phone[7:]}" for who, _, _ in some],
        "the first half of a postcode": [where.postcode.split()[0] for _, where, _ in some],
        "a postcode": [where.postcode.lower() for _, where, _ in some],
        "an order number": [order.number for _, _, order in some],
    }


def measure(size: int) -> Iterator[list[Any]]:
    """Every row; each answer is looked at before it is timed."""
    rows = seed(size)
    scope = {UUID(str(pk)) for pk in StaffMember.objects.order_by("name").values_list("pk", flat=True)[:IN_SCOPE]}
    seen = set(Appointment.objects.filter(staff_member__in=scope).values_list("customer", flat=True))
    mine = [row for row in rows if row[0].pk in seen]
    for who, client in askers().items():
        for kind, typed in texts(rows if who == "administrator" else mine, random.Random(7)).items():
            with CaptureQueriesContext(connection) as captured:
                _ask(client, typed[0])
            queries = len(captured)  # told now: the next request forgets them
            seconds = [timed(lambda text=text: _ask(client, text)) for text in typed]  # type: ignore[misc]  # noqa: B023
            yield [f"{who}: {kind}", percentile(seconds, 95) * 1000, queries]


def _ask(client: Client, text: str) -> None:
    answer = client.post("/api/customers/search", {"text": text, "limit": 25}, content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert answer.json()["items"], text


if __name__ == "__main__":
    print(json.dumps(list(measure(int(sys.argv[1])))))
