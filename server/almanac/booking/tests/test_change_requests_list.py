"""The list of requests for a change: filtered, sorted, page by page, and as a file; of visits one looks after alone."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.booking.models import ChangeRequest
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor, days_from_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def bertas(shop: Shop) -> Booked:
    """Berta's visit is later, and she asks first."""
    return ask(
        Visitor(), shop, "Berta", days_from_now(4), note="=1+1", wishes=[{"on": "2026-03-09", "part": "evening"}]
    )


@pytest.fixture
def antons(shop: Shop, bertas: Booked) -> Booked:
    shop.clock.shift(60)
    return ask(Visitor(), shop, "Anton", WEDNESDAY_TEN, kind="cancel", note="I am ill")


def ask(visitor: Visitor, shop: Shop, name: str, at: Any, *, staff: Any = None, **body: Any) -> Booked:
    email = f"{name.lower()}@example.org"
    booked = visitor.booked(shop, at, staff=staff or shop.sam, name=name, email=email)
    path = f"/appointments/{booked.visit.pk}/change-requests"
    answer = visitor.post(path, {"kind": "move", "wishes": [], **body}, x_order_token=booked.token)
    assert answer.status_code == 200, answer.content
    return booked


def names(person: Person, query: str = "") -> list[str]:
    answer = person.get(f"/change-requests{query}")
    assert answer.status_code == 200, answer.content
    return [row["appointment"]["customer"]["name"] for row in answer.json()["items"]]


def lines(person: Person, query: str = "") -> list[list[str]]:
    answer = person.get(f"/change-requests.csv{query}")
    assert answer.status_code == 200, answer.content
    return list(csv.reader(io.StringIO(answer.getvalue().decode().removeprefix("\ufeff"))))


@pytest.mark.usefixtures("antons")
def test_sorted_and_page_by_page(ada: Person) -> None:
    assert names(ada) == names(ada, "?sort=asked") == names(ada, "?sort=-name") == ["Berta", "Anton"]
    assert names(ada, "?sort=-asked") == names(ada, "?sort=name") == names(ada, "?sort=visit") == ["Anton", "Berta"]
    for sort in ("name", "-visit", "asked"):
        first = ada.get(f"/change-requests?sort={sort}&limit=1").json()
        rest = names(ada, f"?sort={sort}&cursor={first['next_cursor']}")
        assert [first["items"][0]["appointment"]["customer"]["name"], *rest] == names(ada, f"?sort={sort}")
    answer = ada.get("/change-requests?sort=note")
    assert (answer.status_code, answer.json()["fields"]) == (422, {"sort": ["Sort by one of name, visit, asked."]})


@pytest.mark.usefixtures("antons")
def test_narrowed(ada: Person) -> None:
    request = ChangeRequest.objects.get(kind="cancel")
    assert ada.post(f"/change-requests/{request.pk}/decline", {"words": "Sorry."}).status_code == 204
    assert (names(ada, "?state=open"), names(ada, "?state=declined")) == (["Berta"], ["Anton"])
    assert names(ada, "?state=open&state=declined") == names(ada) == ["Berta", "Anton"]
    assert (names(ada, "?kind=move"), names(ada, "?kind=cancel&state=open")) == (["Berta"], [])
    assert (len(names(ada, "?business=valclean")), names(ada, "?business=other")) == (2, [])
    for query in ("state=eaten", "kind=sell", "sort=note"):
        for path in ("/change-requests", "/change-requests.csv"):
            assert ada.get(f"{path}?{query}").status_code == 422, query


def test_a_file_in_ones_language(ada: Person, bertas: Booked, antons: Booked) -> None:
    request = ChangeRequest.objects.get(kind="cancel")
    assert ada.post(f"/change-requests/{request.pk}/decline", {"words": "We are full."}).status_code == 204
    head, berta, anton = lines(ada, "?language=de")
    assert head == [
        "Angefragt am",
        "Kunde",
        "Was",
        "Würde passen",
        "Warum",
        "Leistung",
        "Mit",
        "Von",
        "Bis",
        "Zeitzone",
        "Auftrag",
        "Unternehmen",
        "Status",
        "Vorgeschlagene Zeit",
        "Antwort",
        "Beantwortet von",
    ]
    assert berta[1:5] == ["Berta", "Andere Zeit", "2026-03-09, abends", "'=1+1"]
    assert berta[6:8] == ["Sam", f"{bertas.visit.starts_at:%Y-%m-%d %H:%M}"]
    assert berta[9:] == ["Europe/London", bertas.number, "VALClean", "Wartet auf Ihre Antwort", "", "", ""]
    assert anton[1:5] == ["Anton", "Absagen", "", "I am ill"]
    assert anton[10:] == [antons.number, "VALClean", "Abgelehnt", "", "We are full.", "Ada Admin"]
    assert [line[1] for line in lines(ada, "?sort=name")[1:]] == ["Anton", "Berta"]
    assert [line[1] for line in lines(ada, "?state=declined")[1:]] == ["Anton"]


@pytest.mark.usefixtures("antons")
def test_nothing_of_others_is_in_the_file(
    shop: Shop, sam: Person, sid: Person, max_: Person, mia: Person, cleo: Person
) -> None:
    """Max looks after Sam, Mia after Sid."""
    ask(Visitor(), shop, "Canary", days_from_now(3), staff=shop.sid, note="the secret canary")
    for person in (sam, max_):
        assert b"anary" not in person.get("/change-requests.csv").getvalue()
        assert [line[1] for line in lines(person)[1:]] == ["Berta", "Anton"]
    for person in (sid, mia):
        assert [line[1] for line in lines(person)[1:]] == ["Canary"]
    max_.account.manager_scope.actions = ["staff"]
    max_.account.manager_scope.save()
    assert (len(lines(max_)), len(lines(cleo)), names(cleo)) == (1, 1, [])
    assert Person().get("/change-requests.csv").status_code == 401


@pytest.mark.usefixtures("bertas")
def test_the_same_queries_for_more(shop: Shop, ada: Person) -> None:
    counted = []
    for number in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert (len(names(ada)), len(lines(ada))) == (1 + 2 * number, 2 + 2 * number)
        counted.append(len(captured))
        if number == 0:
            ask(Visitor(), shop, "Cem", WEDNESDAY_TEN, note="ill")
            ask(Visitor(), shop, "Dora", days_from_now(3), staff=shop.sid, note="ill")
    assert counted[0] == counted[1]
