"""Rows edited by hand in the administration: checked, written down, never deleted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import Storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from almanac.business.models import Business
from almanac.catalog.models import Category, Service
from almanac.files.models import Asset
from almanac.files.pictures import MOST_BYTES
from almanac.files.queries import address_of
from almanac.files.tests.drawings import drawing
from almanac.outbox.models import EventRow
from almanac.scheduling.models import BusinessHoliday
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(valclean: Business) -> Service:
    category = Category.objects.create(business=valclean, slug="cleaning", name={"en": "Cleaning"})
    return Service.objects.create(
        business=valclean,
        category=category,
        slug="clean",
        name={"en": "Clean"},
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


def test_a_picture_is_drawn_anew_shown_and_taken_away(ada: Person, service: Service, files_folder: Path) -> None:
    sent = SimpleUploadedFile("my kitchen.jpg", drawing("JPEG", (2000, 1000)), "image/jpeg")
    assert change(ada, service, new_picture=sent).status_code == 302
    service.refresh_from_db()
    asset = Asset.objects.get()
    assert (service.picture_url, asset.width, asset.height) == (address_of(asset), 1600, 800)
    told = EventRow.objects.get(name="outbox.row_edited").personal
    assert told is not None
    assert told["after"]["new_picture"] == "picture, 1600 x 800"
    page = ada.client.get(reverse("admin:catalog_service_change", args=[service.pk])).content.decode()
    assert f'<img src="{address_of(asset)}"' in page
    assert 'enctype="multipart/form-data"' in page
    change(ada, service, picture_url="https://elsewhere.example/x.png")
    service.refresh_from_db()
    assert service.picture_url == address_of(asset)
    change(ada, service, no_picture="on")
    service.refresh_from_db()
    assert service.picture_url == ""


@pytest.mark.django_db(transaction=True)
def test_a_picture_is_stored_before_the_transaction_of_the_page(
    ada: Person, service: Service, files_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The storage may be far away, and on SQLite nobody books while somebody's transaction lasts."""
    inside, save = [], Storage.save

    def watched(*args: Any, **options: Any) -> str:
        inside.append(connection.in_atomic_block)
        return save(*args, **options)

    monkeypatch.setattr(Storage, "save", watched)
    change(ada, service, new_picture=SimpleUploadedFile("a.png", drawing(), "image/png"))
    assert Asset.objects.count() == 1
    assert inside == [False]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture we can read"),
        (drawing("JPEG", (300, 300))[:-200], "damaged"),
        (drawing() + bytes(MOST_BYTES), "too large"),
    ],
)
def test_what_is_no_picture_is_refused_and_nothing_is_lost(
    ada: Person, service: Service, files_folder: Path, content: bytes, words: str
) -> None:
    answer = change(ada, service, new_picture=SimpleUploadedFile("x.jpg", content, "image/jpeg"), price_amount=9_999)
    form = answer.context["adminform"].form
    assert words in form.errors["new_picture"][0]
    assert form["price_amount"].value() == "9999"
    service.refresh_from_db()
    assert (service.picture_url, service.price_amount) == ("", 4000)
    assert not list(files_folder.rglob("*.webp"))


def test_a_person_and_a_category_have_pictures_too(ada: Person, service: Service, sam: Person) -> None:
    for address in (
        reverse("admin:people_staffmember_change", args=[sam.staff.pk]),
        reverse("admin:catalog_category_change", args=[service.category_id]),
    ):
        assert {"new_picture", "no_picture"} <= set(ada.client.get(address).context["adminform"].form.fields)


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
