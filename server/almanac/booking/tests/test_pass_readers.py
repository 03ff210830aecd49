"""Who sees packages: administrators in their list, holders by code and by link."""

from __future__ import annotations

import pytest

from almanac.catalog.models import Package
from almanac.payments.models import Refund
from almanac.sales.links import pass_token
from almanac.sales.models import VisitPass
from tests.cast import Person
from tests.packages import (
    PRICE,
    ordered_package,
)
from tests.pass_cases import TAX, page, refund, visit
from tests.shop import NOW, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db


def test_only_administrators(shop: Shop, three: Package, held: VisitPass, sam: Person, max_: Person) -> None:
    body = {"package_id": str(three.pk), "customer_id": str(held.pk), "reason": "no"}
    for person, status in ((sam, 403), (max_, 403), (Person(), 401)):
        assert person.get("/passes").status_code == status
        assert person.get("/passes.csv").status_code == status
        assert person.get(f"/passes/{held.pk}").status_code == status
        assert person.post("/given-passes", body).status_code == status
        assert person.post(f"/passes/{held.pk}/void", {"reason": "no"}).status_code == status
        assert person.post(f"/passes/{held.pk}/refund", {"amount": 1, "note": ""}).status_code == status


# Seen


def test_by_code_and_by_link_its_holder_sees_what_became_of_it(
    shop: Shop, held: VisitPass, rival: Visitor, bought: tuple[Booked, VisitPass]
) -> None:
    visit(rival, shop, held)
    seen = Visitor().post("/pass-balance", {"code": held.code}).json()
    assert (seen["left"], seen["visits"], seen["state"], [each["state"] for each in seen["uses"]]) == (
        2,
        3,
        "good",
        ["confirmed"],
    )
    assert "code" not in seen
    linked = Visitor().get("/linked-pass", x_pass_token=pass_token(held.pk, now=NOW)).json()
    assert (linked["code"], linked["left"]) == (held.code, 2)
    assert Visitor().get("/linked-pass", x_pass_token="x").status_code == 404
    (own,) = Visitor().get("/my-passes", x_order_token=bought[0].token).json()
    assert own["left"] == 2


def test_the_list_filters_sorts_and_is_a_file(shop: Shop, held: VisitPass, ada: Person, three: Package) -> None:
    ordered_package(Visitor(), three)

    def found(**wanted: str) -> int:
        query = "&".join(f"{name}={value}" for name, value in wanted.items())
        return len(ada.get(f"/passes?{query}").json()["items"])

    assert (found(), found(state="good"), found(state="unpaid"), found(state="used_up")) == (2, 1, 1, 0)
    assert (found(ending=held.ending.lower()), found(ending="ZZZZ")) == (1, 0)
    assert (found(business="valclean"), found(business="other"), found(package_id=str(three.pk))) == (2, 0, 2)
    assert found(sort="-ends") == 2
    assert ada.get("/passes?sort=amount").status_code == 422
    visit(Visitor(), shop, held)
    text = b"".join(ada.get("/passes.csv?language=en").streaming_content).decode()
    assert "Three cleans" in text
    assert page(ada, held)["visits_used"][0]["earned_amount"] == 0
    assert [entry["amount"] for entry in page(ada, held)["entries"]] == [PRICE - TAX]


def test_a_refund_is_one_and_its_reason_is_kept(held: VisitPass, ada: Person) -> None:
    refund(ada, held)
    assert [(row.amount, row.note) for row in Refund.objects.all()] == [(PRICE, "moves away")]
