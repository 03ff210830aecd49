"""What is changed about people and places in the administration is written down, and nothing of it is deleted there."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.outbox.models import EventRow
from almanac.people.models import Customer, User
from almanac.places.models import Address
from tests.cast import Person

pytestmark = pytest.mark.django_db


def change(ada: Person, page: str, row: Any, **values: str) -> Any:
    return ada.client.post(f"/admin/{page}/{row.pk}/change/", values)


def edits() -> list[EventRow]:
    return list(EventRow.objects.filter(name="outbox.row_edited").order_by("at", "pk"))


def test_a_customer(ada: Person, cleo: Person) -> None:
    row, account = cleo.customer, str(cleo.account.pk)
    values = {"name": "Cleopatra", "email": row.email, "phone": row.phone, "language": "en", "zone": row.zone}
    assert change(ada, "people/customer", row, user=account, **values).status_code == 302
    (edit,) = edits()
    assert (edit.payload["fields"], edit.user_id) == (["name"], ada.account.pk)
    assert edit.personal == {"before": {"name": "Cleo"}, "after": {"name": "Cleopatra"}}
    row.refresh_from_db()
    assert row.revision == 2


def test_a_zone_that_is_none_is_not_taken(ada: Person, cleo: Person, sam: Person) -> None:
    row = cleo.customer
    answer = change(ada, "people/customer", row, name="Cleo", email=row.email, language="en", zone="Mars/Base")
    assert "zone" in answer.context["adminform"].form.errors
    answer = change(ada, "people/staffmember", sam.staff, name="Sam", slug="sam", zone="Mars/Base")
    assert "zone" in answer.context["adminform"].form.errors
    assert not edits()


def test_rights(ada: Person, cleo: Person) -> None:
    values = {"username": "cleo", "email": "cleo@example.com", "name": "Cleo", "language": "en", "is_active": "on"}
    dates = {"date_joined_0": "2026-01-01", "date_joined_1": "09:00:00"}
    assert change(ada, "people/user", cleo.account, role="manager", **values, **dates).status_code == 302
    (edit,) = edits()
    assert "role" in edit.payload["fields"]
    assert edit.personal is not None
    assert (edit.personal["before"]["role"], edit.personal["after"]["role"]) == ("customer", "manager")


def test_a_password_is_never_written_down(ada: Person) -> None:
    made = {"username": "zoe", "email": "zoe@example.com", "name": "Zoe", "role": "staff", "usable_password": "true"}
    secret = "correct-horse-7"
    answer = ada.client.post("/admin/people/user/add/", {**made, "password1": secret, "password2": secret})
    assert answer.status_code == 302
    assert User.objects.get(username="zoe").check_password(secret)
    (edit,) = edits()
    assert secret not in str(edit.personal) + str(edit.payload)


def test_the_way_into_a_home_is_never_written_down(ada: Person, cleo: Person) -> None:
    row = Address.objects.create(
        customer=cleo.customer,
        line1="1 Plain Street",
        city="London",
        postcode="SW11 1AA",
        latitude=51.5,
        longitude=-0.1,
    )
    values = {"customer": str(cleo.customer.pk), "line1": "2 Plain Street", "city": "London", "postcode": "SW11 1AA"}
    answer = change(
        ada, "places/address", row, latitude="51.5", longitude="-0.1", access_notes="Key under the pot", **values
    )
    assert answer.status_code == 302
    (edit,) = edits()
    assert edit.payload["fields"] == ["access_notes", "line1"]
    assert edit.personal == {"before": {"line1": "1 Plain Street"}, "after": {"line1": "2 Plain Street"}}


@pytest.mark.parametrize("page", ["people/customer", "people/staffmember", "people/user", "places/address"])
def test_nothing_is_deleted(ada: Person, cleo: Person, sam: Person, page: str) -> None:
    rows = {"people/customer": cleo.customer, "people/staffmember": sam.staff, "people/user": sam.account}
    row = rows.get(page) or Address.objects.create(
        customer=cleo.customer,
        line1="1 Plain Street",
        city="London",
        postcode="SW11 1AA",
        latitude=51.5,
        longitude=-0.1,
    )
    assert ada.client.post(f"/admin/{page}/{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Customer.objects.exists()
