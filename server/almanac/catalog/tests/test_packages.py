"""Packages of visits on the shelf: edited by administrators, seen by everybody, each change written down."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.business.models import Business
from almanac.catalog.models import Offering, Package
from almanac.outbox.models import EventRow
from tests.cast import Person
from tests.shop import NOBODY, Shop

pytestmark = pytest.mark.django_db


def wish(shop: Shop, **changed: Any) -> dict[str, Any]:
    made = {
        "business_id": str(shop.business.pk),
        "name": {"en": "Ten cleans", "uk": "Десять прибирань"},
        "service_ids": [str(shop.clean.pk)],
        "visits": 10,
        "price_amount": 35_000,
        "months": 12,
    }
    return {**made, **changed}


def test_made_it_is_on_sale_and_every_change_is_told(shop: Shop, ada: Person) -> None:
    made = ada.post("/catalogue/packages", wish(shop))
    assert made.status_code == 201, made.content
    (seen,) = Person().get("/packages").json()
    assert (seen["slug"], seen["visits"], seen["price_amount"], seen["single_amount"]) == (
        "ten-cleans",
        10,
        35_000,
        40_000,
    )
    assert (seen["tax_rate_bp"], [each["name"] for each in seen["services"]], seen["staff"]) == (2_000, ["Clean"], None)
    assert Person().get("/packages/ten-cleans").json() == seen
    assert Person().get(f"/packages?service={shop.clean.pk}&business=valclean").json() == [seen]
    assert Person().get(f"/packages?service={shop.call.pk}").json() == []
    path = f"/catalogue/packages/{made.json()['id']}"
    changed = ada.put(path, wish(shop, visits=12), if_match=f'"{made.json()["revision"]}"')
    assert (changed.status_code, changed.json()["visits"]) == (200, 12)
    stale = ada.put(path, wish(shop), if_match=f'"{made.json()["revision"]}"')
    assert (stale.status_code, stale.json()["code"]) == (412, "changed_meanwhile")
    told = EventRow.objects.filter(name="catalog.package_changed").order_by("pk")
    assert [row.payload["what"] for row in told] == ["added", "changed"]
    assert told[1].payload["after"] == {"visits": 12}


def test_put_away_it_is_not_on_sale_and_comes_back(shop: Shop, ada: Person) -> None:
    path = f"/catalogue/packages/{ada.post('/catalogue/packages', wish(shop)).json()['id']}"
    assert ada.post(f"{path}/archive", {"archived": True}).json()["archived_at"]
    assert Person().get("/packages").json() == []
    assert Person().get("/packages/ten-cleans").status_code == 404
    assert len(ada.get("/catalogue/packages").json()) == 1
    ada.post(f"{path}/archive", {"archived": False})
    assert len(Person().get("/packages").json()) == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": {}}, "name"),
        ({"service_ids": []}, "service_ids"),
        ({"service_ids": [NOBODY]}, "service_ids"),
        ({"visits": 0}, "visits"),
        ({"visits": 201}, "visits"),
        ({"price_amount": 0}, "price_amount"),
        ({"months": 61}, "months"),
        ({"staff_member_id": NOBODY}, "staff_member_id"),
        ({"picture_url": "https://elsewhere.example/x.png"}, "picture_url"),
    ],
)
def test_what_makes_no_sense_is_said_by_field(shop: Shop, ada: Person, changed: dict[str, Any], field: str) -> None:
    answer = ada.post("/catalogue/packages", wish(shop, **changed))
    assert answer.status_code == 422
    assert any(name.startswith(field) for name in answer.json()["fields"]), answer.content
    assert not Package.objects.exists()


def test_its_services_are_of_its_business_and_of_one_rate(shop: Shop, ada: Person) -> None:
    shop.call.tax_rate_bp = 0
    shop.call.save()
    both = [str(shop.clean.pk), str(shop.call.pk)]
    assert "service_ids" in ada.post("/catalogue/packages", wish(shop, service_ids=both)).json()["fields"]
    other = Business.objects.create(slug="other", name="Other", order_prefix="OT", currency="GBP", zone="UTC")
    foreign = ada.post("/catalogue/packages", wish(shop, business_id=str(other.pk)))
    assert "service_ids" in foreign.json()["fields"]


def test_of_one_persons_visits_they_deliver_every_service(shop: Shop, ada: Person) -> None:
    body = wish(shop, staff_member_id=str(shop.sam.pk), service_ids=[str(shop.clean.pk), str(shop.call.pk)])
    Offering.objects.filter(staff_member=shop.sam, service=shop.call).delete()
    assert "staff_member_id" in ada.post("/catalogue/packages", body).json()["fields"]
    Offering.objects.create(staff_member=shop.sam, service=shop.call)
    assert ada.post("/catalogue/packages", body).status_code == 201
    (seen,) = Person().get(f"/packages?staff={shop.sam.slug}").json()
    assert seen["staff"]["name"] == shop.sam.name
    shop.sam.archived_at = shop.sam.created_at
    shop.sam.save()
    assert Person().get("/packages").json() == []


def test_only_administrators_edit(shop: Shop, ada: Person, sam: Person, cleo: Person) -> None:
    path = f"/catalogue/packages/{ada.post('/catalogue/packages', wish(shop)).json()['id']}"
    for person, status in ((sam, 403), (cleo, 403), (Person(), 401)):
        assert person.get("/catalogue/packages").status_code == status
        assert person.get(path).status_code == status
        assert person.post("/catalogue/packages", wish(shop)).status_code == status
        assert person.put(path, wish(shop)).status_code == status
        assert person.post(f"{path}/archive", {"archived": True}).status_code == status
    assert ada.get(f"/catalogue/packages/{NOBODY}").status_code == 404
