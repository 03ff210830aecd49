"""Bundles of services on the shelf: edited by administrators, seen by everybody, each change written down."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from almanac.business.models import Business
from almanac.catalog.models import Bundle, Offering
from almanac.catalog.queries.bundles import bundles_on_sale
from almanac.outbox.models import EventRow
from tests.bundles import at_the_door, in_a_row, make_bundle
from tests.cast import Person
from tests.shop import NOBODY, Shop

pytestmark = pytest.mark.django_db


def wish(shop: Shop, **changed: Any) -> dict[str, Any]:
    made = {
        "business_id": str(shop.business.pk),
        "name": {"en": "Clean and call", "uk": "Прибирання і розмова"},
        "service_ids": [str(shop.clean.pk), str(shop.call.pk)],
        "timing": "apart",
        "percent_bp": 1_000,
    }
    return {**made, **changed}


def test_made_it_is_on_sale_and_every_change_is_told(shop: Shop, ada: Person) -> None:
    made = ada.post("/catalogue/bundles", wish(shop))
    assert made.status_code == 201, made.content
    (seen,) = Person().get("/bundles").json()
    assert (seen["slug"], seen["timing"], seen["percent_bp"]) == ("clean-and-call", "apart", 1_000)
    assert [step["name"] for step in seen["steps"]] == ["Clean", "Call"]
    assert (seen["single_amount"], seen["from_amount"], seen["duration_minutes"]) == (6_500, 5_850, 120)
    assert Person().get("/bundles/clean-and-call").json() == seen
    assert Person().get("/bundles?business=valclean").json() == [seen]
    assert Person().get("/bundles?business=mentors").json() == []
    assert ada.get(f"/catalogue/bundles/{made.json()['id']}").json() == made.json()
    path = f"/catalogue/bundles/{made.json()['id']}"
    changed = ada.put(path, wish(shop, percent_bp=1_500), if_match=f'"{made.json()["revision"]}"')
    assert (changed.status_code, changed.json()["percent_bp"]) == (200, 1_500)
    stale = ada.put(path, wish(shop), if_match=f'"{made.json()["revision"]}"')
    assert (stale.status_code, stale.json()["code"]) == (412, "changed_meanwhile")
    told = EventRow.objects.filter(name="catalog.bundle_changed").order_by("pk")
    assert [row.payload["what"] for row in told] == ["added", "changed"]
    assert told[1].payload["after"] == {"percent_bp": 1_500}


def test_put_away_it_is_not_on_sale_and_comes_back(shop: Shop, ada: Person) -> None:
    path = f"/catalogue/bundles/{ada.post('/catalogue/bundles', wish(shop)).json()['id']}"
    assert ada.post(f"{path}/archive", {"archived": True}).json()["archived_at"]
    assert Person().get("/bundles").json() == []
    assert Person().get("/bundles/clean-and-call").status_code == 404
    assert [row["step_count"] for row in ada.get("/catalogue/bundles").json()] == [2]
    ada.post(f"{path}/archive", {"archived": False})
    assert len(Person().get("/bundles").json()) == 1


def test_it_goes_off_the_shelf_with_one_of_its_services(shop: Shop) -> None:
    bundle = make_bundle(shop.clean, shop.call)
    assert [offer.bundle for offer in bundles_on_sale()] == [bundle]
    shop.call.is_visible = False
    shop.call.save()
    assert bundles_on_sale() == []


def test_in_a_row_by_one_person_it_costs_what_the_cheapest_of_them_takes(shop: Shop) -> None:
    garden = at_the_door(shop, "garden", shop.sam)
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=1_000)
    in_a_row(shop.clean, garden, same_person=True)
    (seen,) = Person().get("/bundles").json()
    assert (seen["timing"], seen["same_person"], seen["single_amount"]) == ("in_a_row", True, 6_000)
    Bundle.objects.update(same_person=False)
    (seen,) = Person().get("/bundles").json()
    assert seen["single_amount"] == 3_000


def test_the_order_is_that_of_its_editors(shop: Shop, ada: Person) -> None:
    first, second = make_bundle(shop.clean, shop.call), make_bundle(shop.call, shop.clean, slug="other")
    ids = [str(second.pk), str(first.pk)]
    assert ada.put("/catalogue/valclean/bundles/order", {"ids": ids}).status_code == 204
    assert [seen["id"] for seen in Person().get("/bundles").json()] == ids
    refused = ada.put("/catalogue/valclean/bundles/order", {"ids": [NOBODY]})
    assert refused.status_code == 422


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": {}}, "name"),
        ({"description": {"en": "x" * 4_001}}, "description"),
        ({"service_ids": []}, "service_ids"),
        ({"service_ids": [NOBODY, NOBODY]}, "service_ids"),
        ({"percent_bp": -1}, "percent_bp"),
        ({"percent_bp": 10_001}, "percent_bp"),
        ({"percent_bp": 0}, "percent_bp"),
        ({"timing": "in_a_row"}, "timing"),
        ({"timing": "sometimes"}, "timing"),
        ({"business_id": NOBODY}, "business_id"),
    ],
)
def test_what_makes_no_sense_is_said_by_field(shop: Shop, ada: Person, changed: dict[str, Any], field: str) -> None:
    answer = ada.post("/catalogue/bundles", wish(shop, **changed))
    assert answer.status_code == 422
    assert any(field in name for name in answer.json()["fields"]), answer.content
    assert not Bundle.objects.exists()


def test_its_services_are_two_to_eight_of_its_business_in_one_currency(shop: Shop, ada: Person) -> None:
    for count, status in ((1, 422), (2, 201), (8, 201), (9, 422)):
        body = wish(shop, service_ids=[str(shop.clean.pk)] * count)
        assert ada.post("/catalogue/bundles", body).status_code == status
    shop.call.currency = "EUR"
    shop.call.save()
    assert "service_ids" in ada.post("/catalogue/bundles", wish(shop)).json()["fields"]
    other = Business.objects.create(slug="other", name="Other", order_prefix="OT", currency="GBP", zone="UTC")
    foreign = ada.post("/catalogue/bundles", wish(shop, business_id=str(other.pk)))
    assert "service_ids" in foreign.json()["fields"]


def test_one_person_for_all_delivers_all(shop: Shop, ada: Person) -> None:
    garden = at_the_door(shop, "garden", shop.sid)
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).delete()
    row = wish(
        shop, service_ids=[str(shop.clean.pk), str(garden.pk)], timing="in_a_row", same_person=True, percent_bp=0
    )
    assert "same_person" in ada.post("/catalogue/bundles", row).json()["fields"]
    assert ada.post("/catalogue/bundles", {**row, "same_person": False}).status_code == 201
    Offering.objects.create(service=shop.clean, staff_member=shop.sid)
    assert ada.post("/catalogue/bundles", row).status_code == 201


def test_apart_nobody_is_asked_to_do_all(shop: Shop, ada: Person) -> None:
    assert ada.post("/catalogue/bundles", wish(shop, same_person=True)).json()["same_person"] is False


def test_only_administrators_edit(shop: Shop, ada: Person, sam: Person, cleo: Person) -> None:
    path = f"/catalogue/bundles/{ada.post('/catalogue/bundles', wish(shop)).json()['id']}"
    for person, status in ((sam, 403), (cleo, 403), (Person(), 401)):
        assert person.get("/catalogue/bundles").status_code == status
        assert person.get(path).status_code == status
        assert person.post("/catalogue/bundles", wish(shop)).status_code == status
        assert person.put(path, wish(shop)).status_code == status
        assert person.post(f"{path}/archive", {"archived": True}).status_code == status
        assert person.put("/catalogue/valclean/bundles/order", {"ids": []}).status_code == status
    assert ada.get(f"/catalogue/bundles/{NOBODY}").status_code == 404
    assert ada.put(f"/catalogue/bundles/{NOBODY}", wish(shop)).status_code == 404


def test_many_bundles_cost_no_more_queries(shop: Shop, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(12):
        make_bundle(shop.clean, shop.call, slug=f"bundle-{number}")
    with django_assert_num_queries(3):
        assert len(bundles_on_sale()) == 12
