"""Rows edited by hand in the administration: checked, written down, never deleted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from almanac.business.models import Business
from almanac.catalog.models import Category, Service
from almanac.kit.localized import english
from almanac.outbox.models import EventRow
from almanac.scheduling.models import BusinessHoliday
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(valclean: Business) -> Service:
    category = Category.objects.create(business=valclean, slug="cleaning", name=english("Cleaning"))
    return Service.objects.create(
        business=valclean,
        category=category,
        slug="clean",
        name=english("Clean"),
        duration_minutes=60,
        price_amount=4000,
        currency="GBP",
    )


def form_of(service: Service, **changes: Any) -> dict[str, Any]:
    return {
        "business": service.business_id,
        "category": service.category_id,
        "slug": service.slug,
        "name_en": "Clean",
        "duration_minutes": 60,
        "price_amount": 4000,
        "currency": "GBP",
        "tax_rate_bp": 2000,
        "buffer_before_minutes": 0,
        "buffer_after_minutes": 0,
        "capacity": 1,
        "venue": "customer",
        "is_visible": "on",
        "position": 0,
        "booking_rules": "{}",
        "archived_at_0": "",
        "archived_at_1": "",
        **changes,
    }


def change(person: Person, service: Service, **changes: Any) -> Any:
    return person.client.post(reverse("admin:catalog_service_change", args=[service.pk]), form_of(service, **changes))


def test_a_changed_price_is_saved_and_written_down(ada: Person, service: Service) -> None:
    assert change(ada, service, price_amount=4500, name_uk="Прибирання").status_code == 302
    service.refresh_from_db()
    assert (service.price_amount, service.name["uk"], service.revision) == (4500, "Прибирання", 2)
    event = EventRow.objects.get(name="outbox.row_edited")
    assert event.payload["row_id"] == str(service.pk)
    assert event.personal is not None
    assert (event.personal["before"]["price_amount"], event.personal["after"]["price_amount"]) == ("4000", "4500")
    assert event.user_id == ada.account.pk


@pytest.mark.parametrize("rules", ['{"lead_time_minutes": -1}', '{"unheard_of": 1}', "[]x"])
def test_booking_rules_that_make_no_sense_are_refused(ada: Person, service: Service, rules: str) -> None:
    answer = change(ada, service, booking_rules=rules)
    assert answer.status_code == 200
    assert "booking_rules" in answer.context["adminform"].form.errors
    assert not EventRow.objects.filter(name="outbox.row_edited").exists()


def test_an_english_name_is_needed(ada: Person, service: Service) -> None:
    assert "name" in change(ada, service, name_en=" ").context["adminform"].form.errors


def test_nothing_is_deleted_and_only_administrators_come_in(ada: Person, max_: Person, service: Service) -> None:
    assert (
        ada.client.post(reverse("admin:catalog_service_delete", args=[service.pk]), {"post": "yes"}).status_code == 403
    )
    assert change(max_, service, price_amount=1).status_code == 302  # to the sign-in page
    service.refresh_from_db()
    assert service.price_amount == 4000


def test_a_holiday_can_be_removed_and_that_is_written_down(ada: Person, valclean: Business) -> None:
    holiday = BusinessHoliday.objects.create(business=valclean, on_date=date(2026, 12, 25), name="Christmas Day")
    address = reverse("admin:scheduling_businessholiday_delete", args=[holiday.pk])
    assert ada.client.post(address, {"post": "yes"}).status_code == 302
    assert not BusinessHoliday.objects.exists()
    assert EventRow.objects.get(name="outbox.row_edited").payload["what"] == "removed"
