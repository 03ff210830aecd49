"""Recording customers and consent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from almanac.kit.actor import STRANGER, Actor, Role
from almanac.kit.errors import InvalidInput
from almanac.outbox.models import EventRow
from almanac.people.actions import customers as actions
from almanac.people.models import Customer, User, UserRole
from almanac.people.phones import normalised
from tests.cast import Person, make_user

NOW = datetime(2026, 6, 9, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def record(actor: Actor, **changes: str) -> Customer:
    typed = {
        "name": "Cleo Carter",
        "email": "cleo@example.com",
        "phone": "07700 900123",
        "language": "en",
        "zone": "Europe/London",
        **changes,
    }
    return actions.record_customer(actor=actor, now=NOW, **typed)


def test_a_guest_is_new_each_time_whoever_has_the_email(cleo: Person) -> None:
    guest = record(STRANGER)
    assert guest.pk != cleo.customer.pk
    assert guest.user is None
    assert guest.phone == "+447700900123"
    assert EventRow.objects.get().payload == {"customer_id": str(guest.pk), "is_guest": True}


def test_a_signed_in_customer_keeps_their_details_and_fills_gaps(cleo: Person) -> None:
    Customer.objects.update(phone="")
    same = record(cleo.actor, name="Somebody Else")
    assert same.pk == cleo.customer.pk
    assert (same.name, same.phone) == ("Cleo", "+447700900123")
    assert not EventRow.objects.exists()


def test_the_first_booking_of_an_account_makes_its_customer(db: None) -> None:
    from_account = make_user("new", UserRole.CUSTOMER)
    customer = record(Actor(Role.CUSTOMER, user_id=from_account.pk))
    assert customer.user == from_account
    assert record(Actor(Role.CUSTOMER, user_id=from_account.pk)).pk == customer.pk


def test_staff_take_orders_for_callers_not_for_themselves(sam: Person) -> None:
    customer = record(sam.actor)
    assert customer.user is None


def test_names_in_any_writing_are_kept(db: None) -> None:
    assert record(STRANGER, name="  שרה 🌷 Ó Súilleabháin ").name == "שרה 🌷 Ó Súilleabháin"


@pytest.mark.parametrize("typed", ["12", "call me", "+44", "0" * 40])
def test_a_phone_number_that_cannot_be_one(db: None, typed: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        record(STRANGER, phone=typed)
    assert set(refused.value.fields) == {"phone"}


@pytest.mark.parametrize(
    ("typed", "region", "stored"),
    [
        ("07700 900123", "GB", "+447700900123"),
        ("+380 44 123 4567", "GB", "+380441234567"),
        ("", "GB", ""),
        ("(617) 555-0123", "US", "+16175550123"),
    ],
)
def test_phone_numbers_are_stored_in_one_form(typed: str, region: str, stored: str) -> None:
    assert normalised(typed, region=region) == stored


def test_consent_is_kept_with_its_words_and_time(cleo: Person) -> None:
    consent = actions.give_consent(
        actor=cleo.actor, customer_id=cleo.customer.pk, kind="terms", text_version="2026-05", now=NOW
    )
    assert (consent.kind, consent.text_version, consent.given_at) == ("terms", "2026-05", NOW)
    assert EventRow.objects.get().name == "people.consent_given"
    with pytest.raises(InvalidInput):
        actions.give_consent(actor=cleo.actor, customer_id=cleo.customer.pk, kind="soul", text_version="1", now=NOW)


def test_an_email_is_one_account_whatever_the_case(cleo: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("another", "CLEO@example.com")
    User.objects.create_user("without1", "")
    User.objects.create_user("without2", "")
