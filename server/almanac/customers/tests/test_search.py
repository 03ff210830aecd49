"""One box finds a customer by name, e-mail, phone, postcode and order number, and nobody finds those of others."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.kit.actor import ScopeAction
from almanac.people.models import Customer, ManagerScope, StaffMember
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Shop, Visitor, days_from_now

pytestmark = pytest.mark.django_db


def found(person: Person, text: str = "", **more: Any) -> list[str]:
    answer = person.post("/customers/search", {"text": text, **more})
    assert answer.status_code == 200, answer.content
    return [row["name"] for row in answer.json()["items"]]


@pytest.fixture
def zoe(db: None) -> Customer:
    return Customer.objects.create(name="Zoë Łucja O'Brien-Shaw", email="Zoe.OB@example.org", phone="+447700900456")


SPELLINGS = {
    "name": ["zoe", "Zoë", "ZOE OB", "o'brien", "O’Brien", "obrien shaw zoe", "lucja", "  shaw  "],
    "e-mail": ["zoe.ob@", "zoe.ob@example.org", "ZOE.OB@Example.org"],
    "phone": ["07700 900456", "07700900", "+44 7700 900456", "0044 7700 900 456", "+44 (0)7700-900456", "+4407700"],
}


@pytest.mark.parametrize("text", [text for texts in SPELLINGS.values() for text in texts])
def test_as_people_type_it(ada: Person, otto: Person, zoe: Customer, text: str) -> None:
    Customer.objects.filter(pk=otto.customer.pk).delete()
    Customer.objects.create(name="Somebody Else", phone="+442079460000", email="else@example.org")
    assert found(ada, text) == [zoe.name]


@pytest.mark.parametrize("text", ["zo shaw xyz", "example.org", "900456", "brien", "*", "%", "_", "'", "-", "😀"])
def test_what_finds_nobody(ada: Person, zoe: Customer, text: str) -> None:
    assert found(ada, text) == []


def test_by_postcode_and_by_order_number(shop: Shop, ada: Person) -> None:
    nora = Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam, name="Nora")
    Visitor().booked(shop, days_from_now(3), staff=shop.sid, name="Berta")
    number = nora.number
    for text in (number, number.lower(), number[:8], number.replace("-", " "), number.replace("-", ""), f"#{number}"):
        assert found(ada, text) == ["Nora"], text
    for text in ("SW11 1AA", "sw11", "sw111aa", "SW11 1"):
        assert found(ada, text) == ["Berta", "Nora"], text
    assert found(ada, "SW12") == []


def test_a_changed_name_is_found_and_the_old_one_is_not(ada: Person, zoe: Customer) -> None:
    zoe.name, zoe.phone = "Zoe Smith", ""
    zoe.save()
    assert (found(ada, "smith"), found(ada, "shaw"), found(ada, "07700 900456")) == (["Zoe Smith"], [], [])


def test_a_manager_finds_those_whom_their_people_visit(shop: Shop, max_: Person, mia: Person, ada: Person) -> None:
    """Max looks after Sam, Mia after Sid; neither learns by any text that the other's customer is there."""
    sams = Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam, name="Anton", email="a@example.org")
    sids = Visitor().booked(shop, days_from_now(3), staff=shop.sid, name="Berta", email="b@example.org")
    assert (found(ada), found(max_), found(mia)) == (["Anton", "Berta"], ["Anton"], ["Berta"])
    for text in ("Berta", "b@example.org", sids.number):
        assert (found(max_, text), found(mia, text)) == ([], ["Berta"]), text
    assert (found(max_, "07700 900321"), found(max_, "SW11"), found(max_, sams.number)) == (["Anton"],) * 3
    berta = Customer.objects.get(name="Berta")
    assert max_.get(f"/customers/{berta.pk}").status_code == 404


def test_without_the_action_there_is_nobody(shop: Shop, max_: Person) -> None:
    Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam)
    ManagerScope.objects.update(actions=[ScopeAction.APPOINTMENTS, ScopeAction.STAFF])
    assert found(max_) == []
    assert max_.post("/customers", {"name": "N", "phone": "07700 900111"}).status_code == 403
    assert max_.get("/customer-tags").status_code == 403


def test_all_customers_of_a_business(shop: Shop, max_: Person) -> None:
    Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sid, name="Berta")
    scope = ManagerScope.objects.get(user=max_.account)
    scope.staff_members.clear()
    assert found(max_) == []
    scope.customer_businesses.add(shop.business)
    assert found(max_) == ["Berta"]


def test_whom_a_manager_wrote_in_they_see(max_: Person, mia: Person, valclean: Any) -> None:
    assert max_.post("/customers", {"name": "Nina", "phone": "07700 900111"}).status_code == 201
    assert (found(max_, "nina"), found(mia, "nina")) == (["Nina"], [])


def test_staff_see_whom_they_visit_without_how_to_reach_them(shop: Shop, sam: Person, sid: Person) -> None:
    booked = Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam, name="Anton", email="a@example.org")
    (row,) = sam.post("/customers/search", {}).json()["items"]
    assert (row["name"], row["email"], row["phone"], row["postcode"]) == ("Anton", "", "", "")
    whole = sam.get(f"/customers/{row['id']}").json()
    assert [visit["id"] for visit in whole["visits"]] == [str(booked.visit.pk)]
    assert not (whole["orders"])
    assert not (whole["notes"])
    assert not (whole["addresses"])
    assert not (whole["history"])
    assert not (whole["can_edit"])
    assert (found(sid), sid.get(f"/customers/{row['id']}").status_code) == ([], 404)
    assert sam.put(f"/customers/{row['id']}", {"name": "X", "phone": "07700 900111"}).status_code == 404


def test_staff_cannot_find_out_a_phone_or_an_e_mail_by_asking(shop: Shop, sam: Person) -> None:
    """They are not shown them, so no text may confirm them either."""
    Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam, name="Anton", email="quite@example.org")
    assert found(sam, "anton") == ["Anton"]
    assert (found(sam, "quite@"), found(sam, "quite@example.org"), found(sam, "07700 900321")) == ([], [], [])


def test_archived_ones_are_asked_for(ada: Person, zoe: Customer) -> None:
    assert ada.post(f"/customers/{zoe.pk}/archive").status_code == 200
    assert (found(ada, "zoe"), found(ada, "zoe", archived=True)) == ([], [zoe.name])


def test_pages_and_orders_of_the_list(ada: Person) -> None:
    for name in ("Cem", "Ada", "Bo"):
        Customer.objects.create(name=name)
    first = ada.post("/customers/search", {"limit": 2}).json()
    second = ada.post("/customers/search", {"limit": 2, "cursor": first["next_cursor"]}).json()
    assert [row["name"] for row in first["items"] + second["items"]] == ["Ada", "Bo", "Cem"]
    assert found(ada, sort="-name") == ["Cem", "Bo", "Ada"]
    assert found(ada, sort="recorded") == ["Cem", "Ada", "Bo"]
    assert ada.post("/customers/search", {"sort": "password"}).status_code == 422


def test_a_page_takes_no_more_queries_for_more_rows(shop: Shop, ada: Person, max_: Person) -> None:
    for person in (ada, max_):
        counted = []
        for round_ in range(2):
            for number in range(3):
                at = days_from_now(3 + number + 4 * round_ + (10 if person is max_ else 0))
                Visitor().booked(shop, at, staff=shop.sam, name=f"Nora {round_}{number}")
            with CaptureQueriesContext(connection) as captured:
                assert len(found(person, "nora")) >= 3
            counted.append(len(captured))
        assert counted[0] == counted[1]
    assert StaffMember.objects.count() == 2
