"""The catalogue edited over the API: what is saved, what is refused in words, who is told, and what stays as it was sold."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.catalog.models import Category, Extra, Offering, Service
from almanac.files.tests.drawings import drawing
from almanac.outbox.models import EventRow
from tests.cast import Person, make_staff
from tests.shop import WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db


def body(shop: Shop, **changed: Any) -> dict[str, Any]:
    """A whole new service."""
    return {
        "business_id": str(shop.business.pk),
        "category_id": str(shop.clean.category_id),
        "name": {"en": "Windows, inside and out", "uk": "Вікна"},
        "description": {"en": "All of them.\nAlso the roof."},
        "duration_minutes": 90,
        "price_amount": 4_500,
        "offerings": [{"staff_id": str(shop.sam.pk), "price_amount": 5_000}],
        **changed,
    }


def as_sent(told: dict[str, Any]) -> dict[str, Any]:
    """What was read, ready to be sent again."""
    kept = ("category_id", "slug", "name", "description", "preparation", "duration_minutes", "price_amount")
    more = ("tax_rate_bp", "buffer_before_minutes", "buffer_after_minutes", "capacity", "venue", "is_visible")
    rest = ("picture_url", "booking_rules", "questions", "offerings")
    return {name: told[name] for name in (*kept, *more, *rest)}


def test_a_new_service_can_be_booked(shop: Shop, ada: Person, nora: Visitor) -> None:
    answer = ada.post("/catalogue/services", body(shop))
    assert answer.status_code == 201, answer.content
    saved = answer.json()
    assert (saved["slug"], saved["currency"], saved["revision"]) == ("windows-inside-and-out", "GBP", 1)
    shown = nora.get("/services/valclean/windows-inside-and-out").json()
    assert (shown["name"], shown["price_from_amount"], shown["staff"][0]["price_amount"]) == (
        "Windows, inside and out",
        5_000,
        5_000,
    )
    nora.place()
    assert nora.want(Service.objects.get(pk=saved["id"])).status_code == 200
    event = EventRow.objects.get(name="catalog.service_changed")
    assert (event.payload["what"], event.payload["after"]["price_amount"], event.user_id) == (
        "added",
        4_500,
        ada.account.pk,
    )


def test_a_second_one_of_that_name_gets_an_address_of_its_own(shop: Shop, ada: Person) -> None:
    slugs = [ada.post("/catalogue/services", body(shop)).json()["slug"] for _ in range(3)]
    assert slugs == ["windows-inside-and-out", "windows-inside-and-out-2", "windows-inside-and-out-3"]


def test_a_change_tells_only_what_changed_and_leaves_what_was_sold(shop: Shop, ada: Person, nora: Visitor) -> None:
    booked = nora.booked(shop)
    told = ada.get(f"/catalogue/services/{shop.clean.pk}").json()
    changed = {**as_sent(told), "price_amount": 9_900, "duration_minutes": 240, "venue": "online"}
    answer = ada.put(f"/catalogue/services/{shop.clean.pk}", changed, if_match=str(told["revision"]))
    assert answer.status_code == 200, answer.content
    event = EventRow.objects.get(name="catalog.service_changed")
    assert event.payload["before"] == {
        "price_amount": told["price_amount"],
        "duration_minutes": 60,
        "venue": "customer",
    }
    assert event.payload["after"] == {"price_amount": 9_900, "duration_minutes": 240, "venue": "online"}
    line = ada.get(f"/orders/{booked.number}").json()["lines"][0]
    assert (line["total_amount"], line["venue"], line["starts_at"]) == (
        told["price_amount"],
        "customer",
        WEDNESDAY_TEN.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def test_saving_the_same_again_is_no_event(shop: Shop, ada: Person) -> None:
    told = ada.get(f"/catalogue/services/{shop.clean.pk}").json()
    assert ada.put(f"/catalogue/services/{shop.clean.pk}", as_sent(told)).status_code == 200
    assert not EventRow.objects.filter(name="catalog.service_changed").exists()


def test_two_editors(shop: Shop, ada: Person) -> None:
    told = ada.get(f"/catalogue/services/{shop.clean.pk}").json()
    first = ada.put(f"/catalogue/services/{shop.clean.pk}", as_sent(told), if_match=str(told["revision"]))
    second = ada.put(f"/catalogue/services/{shop.clean.pk}", as_sent(told), if_match=str(told["revision"]))
    assert (first.status_code, second.status_code, second.json()["code"]) == (200, 412, "changed_meanwhile")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": {"uk": "Вікна"}}, "name.en"),
        ({"name": {"en": "x" * 121}}, "name.en"),
        ({"duration_minutes": 0}, "duration_minutes"),
        ({"duration_minutes": 100_000}, "duration_minutes"),
        ({"price_amount": -1}, "price_amount"),
        ({"price_amount": 10_000_001}, "price_amount"),
        ({"tax_rate_bp": 10_001}, "tax_rate_bp"),
        ({"buffer_after_minutes": -5}, "buffer_after_minutes"),
        ({"capacity": 0}, "capacity"),
        ({"business_id": None}, "business_id"),
        ({"category_id": str(uuid4())}, "category_id"),
        ({"picture_url": "https://elsewhere.example/x.png"}, "picture_url"),
        ({"picture_url": f"https://elsewhere.example/api/pictures/{uuid4()}"}, "picture_url"),
        ({"picture_url": f"/api/pictures/{uuid4()}"}, "picture_url"),
        ({"booking_rules": {"slot_interval_minutes": 1}}, "booking_rules.slot_interval_minutes"),
        ({"offerings": [{"staff_id": str(uuid4())}]}, "offerings.0.staff_id"),
        ({"questions": [{"id": str(uuid4()), "kind": "choice", "label": {"en": "Which?"}}]}, "questions.0.options"),
        ({"questions": [{"id": str(uuid4()), "kind": "text", "label": {"en": " "}}]}, "questions.0.label"),
    ],
)
def test_what_cannot_be_used_is_told_by_field(shop: Shop, ada: Person, changed: dict[str, Any], field: str) -> None:
    answer = ada.post("/catalogue/services", body(shop, **changed))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input"), answer.content
    assert list(answer.json()["fields"]) == [field]
    assert not Service.objects.filter(slug="windows-inside-and-out").exists()


def test_all_faults_are_told_at_once(shop: Shop, ada: Person) -> None:
    twice = [{"staff_id": str(shop.sam.pk), "duration_minutes": 1}, {"staff_id": str(shop.sam.pk)}]
    answer = ada.post("/catalogue/services", body(shop, name={}, duration_minutes=1, capacity=0, offerings=twice))
    assert set(answer.json()["fields"]) == {
        "name.en",
        "duration_minutes",
        "capacity",
        "offerings.0.duration_minutes",
        "offerings.1.staff_id",
    }


def test_a_category_of_another_business_or_put_away_is_none(shop: Shop, ada: Person) -> None:
    old = Category.objects.create(
        business=shop.business, slug="old", name={"en": "Old"}, archived_at=shop.clean.created_at
    )
    answer = ada.post("/catalogue/services", body(shop, category_id=str(old.pk)))
    assert list(answer.json()["fields"]) == ["category_id"]


def test_whoever_is_taken_off_delivers_it_no_more_and_may_come_back(shop: Shop, ada: Person) -> None:
    path = f"/catalogue/services/{shop.clean.pk}"
    told = as_sent(ada.get(path).json())
    everybody = told["offerings"]
    assert len(everybody) == 2
    without = [row for row in everybody if row["staff_id"] != str(shop.sid.pk)]
    assert len(ada.put(path, {**told, "offerings": without}).json()["offerings"]) == 1
    assert {row["staff_id"] for row in ada.get("/services/valclean/clean").json()["staff"]} == {str(shop.sam.pk)}
    assert len(ada.put(path, {**told, "offerings": everybody}).json()["offerings"]) == 2
    assert Offering.objects.filter(service=shop.clean).count() == 2


def test_rules_of_its_own_and_none(shop: Shop, ada: Person) -> None:
    path = f"/catalogue/services/{shop.clean.pk}"
    told = as_sent(ada.get(path).json())
    rules = {
        "lead_time_minutes": 2_880,
        "approval": "by_hand",
        "cancellation_windows": [{"hours_before": 48, "refund_percent": 100}],
    }
    saved = ada.put(path, {**told, "booking_rules": rules}).json()
    assert {name: value for name, value in saved["booking_rules"].items() if value is not None} == rules
    ada.put(path, {**told, "booking_rules": {}})
    shop.clean.refresh_from_db()
    assert shop.clean.booking_rules == {}


def test_questions_are_asked_of_whoever_books_it(shop: Shop, ada: Person, nora: Visitor) -> None:
    pets, which = str(uuid4()), str(uuid4())
    questions = [
        {"id": pets, "kind": "yes_no", "label": {"en": "Any pets?"}, "is_required": True},
        {
            "id": which,
            "kind": "text",
            "label": {"en": "Which?"},
            "show_if": {"question": pets, "test": "is", "value": "yes"},
        },
    ]
    ada.post("/catalogue/services", body(shop, questions=questions))
    asked = nora.get("/services/valclean/windows-inside-and-out").json()["questions"]
    assert [(one["label"], one["is_required"]) for one in asked] == [("Any pets?", True), ("Which?", False)]
    turned = ada.post("/catalogue/services", body(shop, questions=questions[::-1]))
    assert list(turned.json()["fields"]) == ["questions.0.show_if"]


def test_off_the_shelf_and_back(shop: Shop, ada: Person, nora: Visitor) -> None:
    path = f"/catalogue/services/{shop.clean.pk}/archive"
    assert ada.post(path, {"archived": True}).json()["archived_at"]
    assert ada.post(path, {"archived": True}).status_code == 200
    assert nora.get("/services/valclean/clean").status_code == 404
    assert ada.post(path, {"archived": False}).json()["archived_at"] is None
    assert nora.get("/services/valclean/clean").status_code == 200
    told = [row.payload["what"] for row in EventRow.objects.filter(name="catalog.service_changed").order_by("at", "pk")]
    assert told == ["archived", "restored"]


def test_a_picture_is_sent_and_shown(shop: Shop, ada: Person, files_folder: object) -> None:
    file = SimpleUploadedFile("windows.png", drawing())
    sent = ada.client.post("/api/pictures", {"file": file})
    assert sent.status_code == 201, sent.content
    url = sent.json()["url"]
    assert ada.post("/catalogue/services", body(shop, picture_url=url)).json()["picture_url"] == url


def test_a_text_is_no_picture(ada: Person, files_folder: object) -> None:
    file = SimpleUploadedFile("windows.png", b"<svg onload=alert(1)>")
    answer = ada.client.post("/api/pictures", {"file": file})
    assert (answer.status_code, answer.json()["code"]) == (422, "picture_unreadable")


def test_categories(shop: Shop, ada: Person) -> None:
    new = {"business_id": str(shop.business.pk), "name": {"en": "Outside"}}
    saved = ada.post("/catalogue/categories", new).json()
    assert (saved["slug"], saved["service_count"]) == ("outside", 0)
    path = f"/catalogue/categories/{saved['id']}"
    assert ada.put(path, {"name": {"en": "Outdoors"}}, if_match="1").json()["slug"] == "outside"
    assert ada.put(path, {"name": {"en": "Late"}}, if_match="1").status_code == 412
    assert list(ada.put(path, {"name": {"de": "Draußen"}}).json()["fields"]) == ["name.en"]
    assert ada.put(f"/catalogue/categories/{uuid4()}", {"name": {"en": "No"}}).status_code == 404
    assert ada.post(f"{path}/archive", {"archived": True}).json()["archived_at"]
    rows = {row["slug"]: row["service_count"] for row in ada.get("/catalogue/categories").json()}
    assert rows["outside"] == 0
    assert rows[shop.clean.category.slug] == 2


def test_extras(shop: Shop, ada: Person, nora: Visitor) -> None:
    new = {
        "business_id": str(shop.business.pk),
        "name": {"en": "Blinds"},
        "price_amount": 900,
        "duration_minutes": 20,
        "max_quantity": 4,
        "service_ids": [str(shop.clean.pk)],
    }
    saved = ada.post("/catalogue/extras", new).json()
    assert (saved["slug"], saved["service_ids"], saved["currency"]) == ("blinds", [str(shop.clean.pk)], "GBP")
    assert "Blinds" in [extra["name"] for extra in nora.get("/services/valclean/clean").json()["extras"]]
    assert "Blinds" not in [extra["name"] for extra in nora.get("/services/valclean/call").json()["extras"]]
    path = f"/catalogue/extras/{saved['id']}"
    wrong = {**new, "price_amount": -1, "max_quantity": 0, "service_ids": [str(uuid4())]}
    assert set(ada.put(path, wrong).json()["fields"]) == {"price_amount", "max_quantity", "service_ids"}
    assert ada.put(path, {**new, "service_ids": []}).json()["service_ids"] == []
    event = EventRow.objects.filter(name="catalog.extra_changed").latest("pk")
    assert event.payload["before"] == {"services": [str(shop.clean.pk)]}
    assert ada.post(f"{path}/archive", {"archived": True}).json()["archived_at"]
    assert "Blinds" not in [extra["name"] for extra in nora.get("/services/valclean/clean").json()["extras"]]
    assert Extra.objects.filter(slug="blinds").exists()


def test_the_order_customers_read(shop: Shop, ada: Person, nora: Visitor) -> None:
    path = "/catalogue/valclean/services/order"
    assert ada.put(path, {"ids": [str(shop.call.pk), str(shop.clean.pk)]}).status_code == 204
    assert [row["slug"] for row in nora.get("/services").json()] == ["call", "clean"]
    event = EventRow.objects.get(name="catalog.arranged")
    assert (event.user_id, event.payload["ids"]) == (ada.account.pk, [str(shop.call.pk), str(shop.clean.pk)])
    assert ada.put(path, {"ids": [str(shop.clean.pk)]}).status_code == 204
    assert [row["slug"] for row in nora.get("/services").json()] == ["clean", "call"]
    for ids in ([str(uuid4())], [str(shop.clean.pk)] * 2):
        assert ada.put(path, {"ids": ids}).status_code == 422
    assert ada.put("/catalogue/nobody/services/order", {"ids": []}).status_code == 404


def test_the_list(shop: Shop, ada: Person) -> None:
    ada.post("/catalogue/services", body(shop, is_visible=False))
    ada.post(f"/catalogue/services/{shop.call.pk}/archive", {"archived": True})

    def names(query: str) -> list[str]:
        return [row["slug"] for row in ada.get(f"/catalogue/services?{query}").json()["items"]]

    assert sorted(names("")) == ["clean", "windows-inside-and-out"]
    assert names("state=archived") == ["call"]
    assert names("text=Вікна") == ["windows-inside-and-out"]
    assert names("text=windows") == ["windows-inside-and-out"]
    assert names("sort=-length") == ["windows-inside-and-out", "clean"]
    assert sorted(names("sort=name")) == ["clean", "windows-inside-and-out"]
    assert names("business=nobody") == []
    assert ada.get("/catalogue/services?sort=colour").status_code == 422
    first = ada.get("/catalogue/services?state=all&limit=2&sort=name").json()
    second = ada.get(f"/catalogue/services?state=all&limit=2&sort=name&cursor={first['next_cursor']}").json()
    assert len({row["slug"] for row in first["items"] + second["items"]}) == 3
    lines = ada.get("/catalogue/services.csv?sort=name").getvalue().decode("utf-8-sig").splitlines()
    assert lines[0] == "Service,Business,Category,Minutes,Price,Currency,People"
    assert '"Windows, inside and out",VALClean' in "\n".join(lines)


def test_the_list_takes_no_more_queries_for_more_services(shop: Shop, ada: Person) -> None:
    counted = []
    for number in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert ada.get("/catalogue/services").status_code == 200
        counted.append(len(captured))
        for each in range(5):
            ada.post("/catalogue/services", body(shop))
            Offering.objects.create(
                service=shop.clean, staff_member=make_staff(shop.business, f"p{number}-{each}").staff
            )
    assert counted[0] == counted[1]


def test_what_can_be_chosen(shop: Shop, ada: Person) -> None:
    shop.rules(lead_time_minutes=30)
    told = ada.get("/catalogue/choices").json()
    assert told["businesses"][0]["booking_rules"]["lead_time_minutes"] == 30
    assert {row["name"] for row in told["staff"]} >= {shop.sam.name, shop.sid.name}
    assert [row["id"] for row in told["categories"]] == [str(shop.clean.category_id)]
