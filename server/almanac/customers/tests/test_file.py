"""The list of customers as a file: what the list shows to whoever may see how to reach them, and nothing of others."""

from __future__ import annotations

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.kit.actor import ScopeAction
from almanac.people.models import Customer, ManagerScope
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Shop, Visitor, days_from_now

pytestmark = pytest.mark.django_db


def lines(person: Person, query: str = "") -> list[list[str]]:
    answer = person.get(f"/customers.csv{query}")
    assert answer.status_code == 200, answer.content
    return list(csv.reader(io.StringIO(answer.getvalue().decode().removeprefix("\ufeff"))))


def names(person: Person, query: str = "") -> list[str]:
    return [line[0] for line in lines(person, query)[1:]]


def test_a_line_a_customer_with_the_titles_of_ones_language(shop: Shop, ada: Person) -> None:
    Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam, name="Nora", email="nora@example.org")
    nora = Customer.objects.get(name="Nora")
    assert ada.put(f"/customers/{nora.pk}/tags", {"tags": ["VIP", "dog"]}).status_code == 200
    head, line = lines(ada, "?language=de")
    assert head == [
        "Name",
        "E-Mail",
        "Telefon",
        "Adresse",
        "Ort",
        "Postleitzahl",
        "Schlagwörter",
        "Nächster Termin",
        "Letzter Termin",
        "Angelegt am",
    ]
    assert (line[0], line[1], line[5]) == ("Nora", "nora@example.org", "SW11 1AA")
    assert line[2].startswith("'+44")  # a spreadsheet would work it out otherwise
    assert sorted(line[6].split(", ")) == ["VIP", "dog"]
    assert (line[7], line[8]) == (f"{WEDNESDAY_TEN:%Y-%m-%d} 10:00", "")


def test_as_filtered_and_sorted(ada: Person) -> None:
    for name in ("Cem", "Ada", "Bo"):
        Customer.objects.create(name=name)
    bo = Customer.objects.get(name="Bo")
    assert ada.put(f"/customers/{bo.pk}/tags", {"tags": ["VIP"]}).status_code == 200
    assert names(ada) == ["Ada", "Bo", "Cem"]
    assert names(ada, "?sort=-name") == ["Cem", "Bo", "Ada"]
    assert names(ada, "?tag=vip") == ["Bo"]
    assert ada.post(f"/customers/{bo.pk}/archive").status_code == 200
    assert (names(ada), names(ada, "?archived=true")) == (["Ada", "Cem"], ["Bo"])
    assert ada.get("/customers.csv?sort=password").status_code == 422


def test_a_manager_gets_those_of_their_people_and_without_the_action_nothing(
    shop: Shop, max_: Person, mia: Person
) -> None:
    Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam, name="Anton", email="a@example.org")
    Visitor().booked(shop, days_from_now(3), staff=shop.sid, name="Berta", email="b@example.org")
    assert (names(max_), names(mia)) == (["Anton"], ["Berta"])
    ManagerScope.objects.update(actions=[ScopeAction.APPOINTMENTS, ScopeAction.STAFF])
    assert max_.get("/customers.csv").status_code == 403


def test_staff_get_none(shop: Shop, sam: Person) -> None:
    Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam)
    assert sam.get("/customers.csv").status_code == 403


def test_a_formula_is_text_and_more_rows_take_no_more_queries(ada: Person) -> None:
    counted = []
    for round_ in range(2):
        for number in range(4):
            Customer.objects.create(name=f"=1+{round_}{number}")
        with CaptureQueriesContext(connection) as captured:
            assert names(ada)[0] == "'=1+00"
        counted.append(len(captured))
    assert counted[0] == counted[1]
