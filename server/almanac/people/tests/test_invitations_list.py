"""The list of invitations: filtered, sorted, page by page, and as a file; for administrators alone."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business
from almanac.kit import clock
from almanac.people.models import Invitation
from tests.cast import Person

pytestmark = pytest.mark.django_db
NAMES = {"open": "Olga", "expired": "Emil", "accepted": "Anna", "withdrawn": "Wim"}


@pytest.fixture
def office(ada: Person, valclean: Business) -> Person:
    """Four who were invited, one after another, and what became of it."""
    now = clock.now()
    became: dict[str, dict[str, Any]] = {
        "open": {"expires_at": now + timedelta(days=7), "role": "manager"},
        "expired": {"expires_at": now - timedelta(days=1)},
        "accepted": {"expires_at": now - timedelta(days=2), "accepted_at": now - timedelta(days=3)},
        "withdrawn": {"expires_at": now + timedelta(days=6), "withdrawn_at": now},
    }
    for state, more in became.items():
        add(ada, valclean, NAMES[state], **more)
    return ada


def add(by: Person, business: Business, name: str, **more: Any) -> Invitation:
    fields: dict[str, Any] = {"role": "staff", "email": f"{name.lower().strip('=')}@new.example", **more}
    return Invitation.objects.create(name=name, business=business, invited_by=by.account, **fields)


def names(person: Person, query: str = "") -> list[str]:
    answer = person.get(f"/invitations{query}")
    assert answer.status_code == 200, answer.content
    return [row["name"] for row in answer.json()["items"]]


def lines(person: Person, query: str = "") -> list[list[str]]:
    answer = person.get(f"/invitations.csv{query}")
    assert answer.status_code == 200, answer.content
    return list(csv.reader(io.StringIO(answer.getvalue().decode().removeprefix("\ufeff"))))


@pytest.mark.parametrize("state", NAMES)
def test_a_state_asked_for_is_the_state_told(office: Person, state: str) -> None:
    (row,) = office.get(f"/invitations?state={state}").json()["items"]
    assert (row["name"], row["state"]) == (NAMES[state], state)


def test_narrowed(office: Person) -> None:
    assert sorted(names(office, "?state=open&state=expired")) == ["Emil", "Olga"]
    assert names(office, "?role=manager") == ["Olga"]
    assert (len(names(office, "?business=valclean")), names(office, "?business=other")) == (4, [])
    for query in ("state=eaten", "role=admin", "sort=email"):
        for path in ("/invitations", "/invitations.csv"):
            assert office.get(f"{path}?{query}").status_code == 422, query


def test_sorted_and_page_by_page(office: Person) -> None:
    assert names(office) == names(office, "?sort=-sent") == ["Wim", "Anna", "Emil", "Olga"]
    assert names(office, "?sort=sent") == ["Olga", "Emil", "Anna", "Wim"]
    assert names(office, "?sort=name") == ["Anna", "Emil", "Olga", "Wim"]
    assert names(office, "?sort=-expires") == ["Olga", "Wim", "Emil", "Anna"]
    cursor = office.get("/invitations?sort=name&limit=3").json()["next_cursor"]
    assert names(office, f"?sort=name&cursor={cursor}") == ["Wim"]
    assert office.get(f"/invitations?cursor={cursor}").json()["fields"].keys() == {"cursor"}
    assert office.get("/invitations?sort=email").json()["fields"]["sort"] == ["Sort by one of name, sent, expires."]


def test_a_file_in_ones_language(office: Person, valclean: Business) -> None:
    add(office, valclean, "=1+1", expires_at=clock.now())
    head, *rows = lines(office, "?language=de&sort=name")
    assert head == [
        "Name",
        "E-Mail",
        "Kommt dazu als",
        "Unternehmen",
        "Welche Person",
        "Zugriff zum Anfang",
        "Status",
        "Eingeladen am",
        "Offen bis",
        "Briefe",
        "Eingeladen von",
    ]
    assert [row[0] for row in rows] == ["'=1+1", "Anna", "Emil", "Olga", "Wim"]
    assert rows[3][:7] == ["Olga", "olga@new.example", "Leitung", "VALClean", "", "", "Offen"]
    assert rows[3][9:] == ["1", "Ada Admin"]
    assert [row[6] for row in lines(office, "?state=withdrawn")[1:]] == ["Taken back"]


def test_nobody_else_gets_the_file(office: Person, max_: Person, sam: Person, cleo: Person) -> None:
    assert [person.get("/invitations.csv").status_code for person in (max_, sam, cleo)] == [403, 403, 403]
    assert Person().get("/invitations.csv").status_code == 401


def test_the_same_queries_for_more(office: Person, valclean: Business) -> None:
    counted = []
    for number in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert (len(names(office)), len(lines(office))) == (4 + 5 * number, 5 + 5 * number)
        counted.append(len(captured))
        for more in range(5):
            add(office, valclean, f"Ivy{number}{more}", expires_at=clock.now())
    assert counted[0] == counted[1]
