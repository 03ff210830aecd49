"""Addresses: what is stored, and what of it is encrypted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection

from almanac.engine.problem import Place
from almanac.kit.actor import STRANGER
from almanac.kit.errors import InvalidInput
from almanac.outbox.models import EventRow
from almanac.people.models import Customer
from almanac.places import actions
from almanac.places.models import Address
from almanac.places.providers.base import Located
from tests.cast import Person

NOW = datetime(2026, 6, 9, 10, tzinfo=UTC)
HERE = Located("SW11 1AA", Place(51.46, -0.16))
pytestmark = pytest.mark.django_db


def add(customer: Customer, **changes: Any) -> Address:
    typed = {"line1": "1 High Street", "line2": "", "city": "London", "access_notes": "key under the mat", **changes}
    return actions.add_address(actor=STRANGER, customer_id=customer.pk, located=HERE, now=NOW, **typed)


def test_access_notes_are_ciphertext_in_the_database(cleo: Person) -> None:
    address = add(cleo.customer)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_notes FROM places_address")
        (stored,) = cursor.fetchone()
    assert "under the mat" not in stored
    assert Address.objects.get(pk=address.pk).access_notes == "key under the mat"


def test_the_same_address_is_used_again_with_new_notes(cleo: Person, otto: Person) -> None:
    first = add(cleo.customer)
    again = add(cleo.customer, line1=" 1 High Street ", access_notes="ring twice")
    assert again.pk == first.pk
    assert Address.objects.get(pk=first.pk).access_notes == "ring twice"
    assert add(otto.customer).pk != first.pk


def test_the_event_names_no_street(cleo: Person) -> None:
    add(cleo.customer)
    event = EventRow.objects.get(name="places.address_added")
    assert set(event.payload) == {"address_id", "customer_id"}
    assert event.personal is None


def test_a_house_and_street_are_needed(cleo: Person) -> None:
    with pytest.raises(InvalidInput) as refused:
        add(cleo.customer, line1="  ")
    assert set(refused.value.fields) == {"line1"}
