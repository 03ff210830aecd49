"""Coupons as administrators edit them: saved, told, refused in words."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.outbox.models import EventRow
from almanac.sales.models import Coupon
from tests.cast import Person
from tests.shop import NOBODY, Shop, Visitor

pytestmark = pytest.mark.django_db


def body(shop: Shop, **changed: Any) -> dict[str, Any]:
    return {"business_id": str(shop.business.pk), "code": "welcome 10", "percent_bp": 1_000, **changed}


def test_a_coupon_is_saved_and_told(shop: Shop, ada: Person) -> None:
    answer = ada.post("/coupons", body(shop, limit=100, service_ids=[str(shop.clean.pk)]))
    assert answer.status_code == 201, answer.content
    saved = answer.json()
    assert (saved["code"], saved["currency"], saved["uses"], saved["given_amount"]) == ("WELCOME10", "GBP", 0, 0)
    assert ada.get("/coupons").json() == [saved]
    event = EventRow.objects.get(name="sales.coupon_changed")
    assert (event.payload["what"], event.payload["after"]["limit"]) == ("added", 100)


def test_uses_and_what_they_gave_are_counted(shop: Shop, ada: Person, nora: Visitor) -> None:
    ada.post("/coupons", body(shop))
    nora.ready(shop)
    nora.put("/basket/coupon", {"code": "WELCOME10"})
    assert nora.book().status_code == 200
    (told,) = ada.get("/coupons").json()
    assert (told["uses"], told["given_amount"]) == (1, 400)


def test_changed_put_away_and_brought_back(shop: Shop, ada: Person) -> None:
    saved = ada.post("/coupons", body(shop, starts_at="2026-03-01T00:00:00Z")).json()
    there = f"/coupons/{saved['id']}"
    changed = ada.put(there, body(shop, percent_bp=0, amount=500), if_match='"1"')
    assert (changed.status_code, changed.json()["amount"], changed.json()["revision"]) == (200, 500, 2)
    assert ada.put(there, body(shop), if_match='"1"').status_code == 412
    assert ada.post(f"{there}/archive", {"archived": True}).json()["archived_at"]
    assert ada.post(f"{there}/archive", {"archived": False}).json()["archived_at"] is None
    assert ada.put(f"/coupons/{NOBODY}", body(shop)).status_code == 404
    told = [event.payload["what"] for event in EventRow.objects.filter(name="sales.coupon_changed").order_by("pk")]
    assert told == ["added", "changed", "archived", "restored"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"code": "A!"}, "code"),
        ({"code": "ab"}, "code"),
        ({"code": "", "name": {}}, "name.en"),
        ({"percent_bp": 0}, "amount"),
        ({"amount": 500}, "amount"),
        ({"percent_bp": 10_001}, "percent_bp"),
        ({"limit": 0}, "limit"),
        ({"customer_limit": -1}, "customer_limit"),
        ({"most_amount": 0}, "most_amount"),
        ({"minimum_amount": -1}, "minimum_amount"),
        ({"starts_at": "2026-03-02T00:00:00Z", "ends_at": "2026-03-01T00:00:00Z"}, "ends_at"),
        ({"service_ids": [NOBODY]}, "service_ids"),
        ({"category_ids": [NOBODY]}, "category_ids"),
        ({"never_ids": [NOBODY]}, "never_ids"),
        ({"business_id": NOBODY}, "business_id"),
    ],
)
def test_what_makes_no_sense_is_refused_by_field(shop: Shop, ada: Person, changed: dict[str, Any], field: str) -> None:
    answer = ada.post("/coupons", body(shop, **changed))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input"), answer.content
    assert field in answer.json()["fields"]
    assert not Coupon.objects.exists()


def test_a_code_is_there_once_whoever_wrote_it_how(shop: Shop, ada: Person) -> None:
    ada.post("/coupons", body(shop))
    answer = ada.post("/coupons", body(shop, code="Welcome10"))
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["code"])
    for _ in range(2):
        assert ada.post("/coupons", body(shop, code="", name={"en": "Spring"})).status_code == 201


def test_for_administrators_alone(shop: Shop, max_: Person, sam: Person, cleo: Person, stranger: Person) -> None:
    for person, status in ((max_, 403), (sam, 403), (cleo, 403), (stranger, 401)):
        assert person.get("/coupons").status_code == status
        assert person.post("/coupons", body(shop)).status_code == status
        assert person.post(f"/coupons/{NOBODY}/archive", {"archived": True}).status_code == status
