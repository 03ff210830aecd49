"""The cast: the same few people in every test, each with a signed-in client. A cast, not fixtures files.

Ada (administrator), Max (manager; his scope covers Sam, not Sid), Sam and Sid (staff), Cleo (customer), Otto (a
customer who must see nothing of hers) and a stranger, all around the business valclean.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from almanac.business.models import Business
from almanac.kit import clock
from almanac.kit.actor import STRANGER, Actor, ScopeAction
from almanac.people.actions.accounts import trust_address
from almanac.people.models import Customer, ManagerScope, StaffMember, User, UserRole
from almanac.people.queries.accounts import actor_of_user
from almanac.places import actions as places
from almanac.places.models import PostcodeEntry

MONEY_OF_ORDERS = ("/takings", "/refunds", "/payment-link", "/kept-charges")
NOTHING_SHOWN = "0" * 64  # what anything that is shown would be told apart from
POSTCODES: list[tuple[Any, ...]] = []  # of the sample, read once


@dataclass
class Person:
    """Somebody of the cast. `get("/me")` and the like speak JSON with `/api/...` as that person."""

    user: User | None = None
    customer_row: Customer | None = None
    staff_row: StaffMember | None = None
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        if self.user is not None:
            self.client.force_login(self.user)

    @property
    def actor(self) -> Actor:
        """As the API would see them now."""
        return actor_of_user(self.user) if self.user else STRANGER

    @property
    def account(self) -> User:
        assert self.user is not None
        return self.user

    @property
    def customer(self) -> Customer:
        assert self.customer_row is not None
        return self.customer_row

    @property
    def staff(self) -> StaffMember:
        assert self.staff_row is not None
        return self.staff_row

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(f"/api{path}", headers=_named(headers))

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        """Money that is written down by hand goes with a key, a new one each time where a test names none. Whoever calls a visit
        off has been shown what that means, where a test names nothing else."""
        of_order = path.startswith("/orders/") and path.endswith(MONEY_OF_ORDERS)
        if of_order or path in ("/gift-cards", "/given-passes"):
            headers = {"idempotency_key": str(uuid4()), **headers}
        if path.startswith("/appointments/") and path.endswith("/cancel") and "token" not in (body or {}):
            shown = self.client.get(f"/api{path.removesuffix('cancel')}cancellation", headers=_named(headers))
            body = {**(body or {}), "token": shown.json().get("token", NOTHING_SHOWN)}
        return self.client.post(f"/api{path}", body, content_type="application/json", headers=_named(headers))

    def put(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.client.put(f"/api{path}", body, content_type="application/json", headers=_named(headers))

    def patch(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.client.patch(f"/api{path}", body, content_type="application/json", headers=_named(headers))

    def delete(self, path: str, **headers: str) -> Any:
        return self.client.delete(f"/api{path}", headers=_named(headers))


@pytest.fixture
def valclean(db: None) -> Business:
    return Business.objects.create(
        slug="valclean", name="VALClean", order_prefix="VC", currency="GBP", zone="Europe/London", languages=["en"]
    )


@pytest.fixture
def ada(db: None) -> Person:
    user = User.objects.create_superuser("ada", "ada@valclean.example", name="Ada Admin")
    return Person(user)


@pytest.fixture
def max_(sam: Person) -> Person:
    user = make_user("max", UserRole.MANAGER)
    scope = ManagerScope.objects.create(user=user, actions=[action.value for action in ScopeAction])
    scope.staff_members.add(sam.staff)
    return Person(user)


@pytest.fixture
def sam(valclean: Business) -> Person:
    return make_staff(valclean, "sam")


@pytest.fixture
def sid(valclean: Business) -> Person:
    return make_staff(valclean, "sid")


@pytest.fixture
def cleo(db: None) -> Person:
    return make_customer("cleo")


@pytest.fixture
def otto(db: None) -> Person:
    return make_customer("otto")


@pytest.fixture
def stranger(db: None) -> Person:
    return Person()


@pytest.fixture
def postcodes(db: None) -> None:
    """The sample postcodes are in the directory: as the product puts them there, and from then on by their rows."""
    table = PostcodeEntry._meta.db_table
    names = [field.name for field in PostcodeEntry._meta.concrete_fields if field.name != "checked_at"]
    columns = ", ".join(names)
    with connection.cursor() as cursor:
        if POSTCODES:
            now = connection.ops.adapt_datetimefield_value(clock.now())
            marks = f"({'%s, ' * len(names)}%s)"
            rows = ", ".join([marks] * len(POSTCODES))  # one statement: PostgreSQL answers each of many
            sent = [value for row in POSTCODES for value in (*row, now)]
            cursor.execute(f"INSERT INTO {table} ({columns}, checked_at) VALUES {rows}", sent)
            return
        places.import_sample(now=clock.now())
        cursor.execute(f"SELECT {columns} FROM {table}")
        POSTCODES.extend(cursor.fetchall())


def make_user(name: str, role: UserRole) -> User:
    """Somebody who can sign in, without a password: tests use `force_login`."""
    return User.objects.create_user(name, f"{name}@example.com", name=name.capitalize(), role=role)


def make_staff(business: Business, name: str) -> Person:
    """A bookable cleaner with an account, without areas or hours."""
    user = make_user(name, UserRole.STAFF)
    row = StaffMember.objects.create(
        user=user,
        business=business,
        slug=name,
        name=name.capitalize(),
        title={"en": "Cleaner", "uk": "Прибиральник"},
        biography={"en": f"{name.capitalize()} likes clean windows."},
        zone=business.zone,
    )
    return Person(user, staff_row=row)


def make_customer(name: str) -> Person:
    """A customer with an account, whose e-mail is proven."""
    user = make_user(name, UserRole.CUSTOMER)
    trust_address(user)
    row = Customer.objects.create(user=user, name=user.name, email=user.email, phone="+447700900123")
    return Person(user, customer_row=row)


def _named(headers: dict[str, str]) -> dict[str, str]:
    """`if_match="3"` -> `If-Match: 3`."""
    return {name.replace("_", "-"): value for name, value in headers.items()}
