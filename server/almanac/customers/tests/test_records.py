"""Records are written by those who look after the customer; every change is told, and nothing personal with it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.customers.models import Note, Tag
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.people.models import Customer
from almanac.places.models import Address
from tests.cast import Person
from tests.shop import NOBODY, NOW, POSTCODE, WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
CONTACT = {"name": "Nina Newcomer", "email": "nina@example.org", "phone": "07700 900111"}
HOME = {"line1": "2 Plain Street", "town": "London", "postcode": "sw111aa", "access_notes": "Key under the pot"}


@pytest.fixture
def nina(ada: Person) -> Any:
    answer = ada.post("/customers", CONTACT)
    assert answer.status_code == 201, answer.content
    return answer.json()


def test_a_new_customer(ada: Person, nina: Any) -> None:
    assert (nina["name"], nina["phone"], nina["recorded_by"]) == ("Nina Newcomer", "+447700900111", "Ada Admin")
    assert [entry["kind"] for entry in nina["history"]] == ["recorded"]
    again = ada.post("/customers", {"name": "N. Newcomer", "phone": "+44 7700 900111"}).json()
    assert [other["name"] for other in again["alike"]] == ["Nina Newcomer"]


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"name": " "}, ["name"]),
        ({"email": "nina@", "phone": "12"}, ["email", "phone"]),
        ({"email": "", "phone": ""}, ["phone"]),
        ({"zone": "Mars/Base"}, ["zone"]),
        ({"language": "xx"}, ["language"]),
        ({"name": "x" * 201}, ["name"]),
    ],
)
def test_what_cannot_be_is_told_by_field(ada: Person, wrong: dict[str, str], fields: list[str]) -> None:
    answer = ada.post("/customers", {**CONTACT, **wrong})
    assert answer.status_code == 422
    assert sorted(name.split(".")[-1] for name in answer.json()["fields"]) == fields
    assert not Customer.objects.exists()


def test_a_change_wants_the_revision_that_was_read(ada: Person, nina: Any) -> None:
    path, wanted = f"/customers/{nina['id']}", {**CONTACT, "name": "Nina Newname"}
    changed = ada.put(path, wanted, if_match=str(nina["revision"]))
    assert (changed.status_code, changed.json()["name"]) == (200, "Nina Newname")
    assert changed.json()["history"][0]["fields"] == ["name"]
    assert ada.put(path, wanted, if_match=str(nina["revision"])).status_code == 412


def test_who_signs_in_changes_the_e_mail_alone(ada: Person, cleo: Person) -> None:
    path, row = f"/customers/{cleo.customer.pk}", cleo.customer
    wanted = {"name": "Cleopatra", "email": row.email, "phone": "07700 900888"}
    assert ada.put(path, wanted).status_code == 200
    cleo.account.refresh_from_db()
    assert (cleo.account.name, cleo.account.phone) == ("Cleopatra", "+447700900888")
    answer = ada.put(path, {**wanted, "email": "other@example.org"})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["email"])


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "uk"])
def test_the_mailbox_from_before_is_told_that_a_guests_is_another(
    ada: Person, nina: Any, mailoutbox: list[Any], language: str
) -> None:
    path, before = f"/customers/{nina['id']}", nina["email"]
    body = {**CONTACT, "language": language, "email": before.upper()}
    assert ada.put(path, body).status_code == 200
    worker.drain()
    assert mailoutbox == []  # the same mailbox
    assert ada.put(path, {**body, "email": "other@example.org"}).status_code == 200
    worker.drain()
    (letter,) = mailoutbox
    assert letter.to == [before.upper()]
    assert "other@example.org" not in letter.body + letter.subject
    assert ada.put(path, {**body, "email": "", "phone": "07700 900999"}).status_code == 200
    worker.drain()
    assert [letter.to for letter in mailoutbox] == [[before.upper()], ["other@example.org"]]


def test_archived_and_brought_back(ada: Person, nina: Any) -> None:
    path = f"/customers/{nina['id']}"
    away = ada.post(f"{path}/archive").json()
    assert away["archived_at"]
    assert not away["can_edit"]
    for answer in (ada.put(path, CONTACT), ada.post(f"{path}/archive"), ada.post(f"{path}/notes", {"text": "x"})):
        assert (answer.status_code, answer.json()["code"]) == (409, "customer_archived")
    back = ada.post(f"{path}/restore").json()
    assert back["archived_at"] is None
    assert [entry["kind"] for entry in back["history"]] == ["restored", "archived", "recorded"]


def test_several_addresses_one_of_them_usual(ada: Person, nina: Any, postcodes: None) -> None:
    path = f"/customers/{nina['id']}/addresses"
    ada.post(path, HOME)
    whole = ada.post(path, {**HOME, "line1": "9 Mews", "access_notes": None}).json()
    assert [(a["line1"], a["postcode"], a["is_usual"]) for a in whole["addresses"]] == [
        ("2 Plain Street", POSTCODE, True),
        ("9 Mews", POSTCODE, False),
    ]
    mews = whole["addresses"][1]["id"]
    whole = ada.post(f"{path}/{mews}/usual").json()
    assert [(a["line1"], a["is_usual"]) for a in whole["addresses"]] == [("9 Mews", True), ("2 Plain Street", False)]
    whole = ada.delete(f"{path}/{mews}").json()
    assert [(a["line1"], a["is_usual"]) for a in whole["addresses"]] == [("2 Plain Street", True)]
    assert ada.delete(f"{path}/{mews}").status_code == 404


def test_how_to_get_in_is_written_by_the_team_and_not_read(ada: Person, nina: Any, postcodes: None) -> None:
    path = f"/customers/{nina['id']}/addresses"
    (address,) = ada.post(path, HOME).json()["addresses"]
    assert (address["has_access_notes"], address["access_notes"]) == (True, None)
    ada.put(f"{path}/{address['id']}", {**HOME, "line1": "3 Plain Street", "access_notes": None})
    row = Address.objects.get()
    assert (row.line1, row.access_notes) == ("3 Plain Street", "Key under the pot")
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_notes FROM places_address")
        assert "under the pot" not in cursor.fetchone()[0]


def test_an_address_that_cannot_be(ada: Person, nina: Any, postcodes: None) -> None:
    path = f"/customers/{nina['id']}/addresses"
    for wrong, code in (
        ({"postcode": "nonsense"}, "postcode_malformed"),
        ({"postcode": "ZE3 9XX"}, "postcode_unknown"),
        ({"line1": " "}, "invalid_input"),
    ):
        assert ada.post(path, {**HOME, **wrong}).json()["code"] == code
    assert not Address.objects.exists()


def test_a_visit_stays_at_the_address_it_was_booked_for(shop: Shop, ada: Person) -> None:
    visit = Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam).visit
    path = f"/customers/{visit.customer_id}/addresses/{visit.address_id}"
    same = ada.put(path, {"line1": "1 Plain Street", "town": "London", "postcode": POSTCODE, "access_notes": "Ring"})
    assert [a["id"] for a in same.json()["addresses"]] == [str(visit.address_id)]
    moved = ada.put(path, {"line1": "77 New Road", "town": "London", "postcode": POSTCODE}).json()
    (address,) = moved["addresses"]
    visit.refresh_from_db()
    assert (address["line1"], address["id"] != str(visit.address_id)) == ("77 New Road", True)
    assert visit.address is not None
    assert (visit.address.line1, visit.address.archived_at is not None) == ("1 Plain Street", True)
    assert moved["visits"][0]["address"].startswith("1 Plain Street")


def test_notes_say_who_and_when(shop: Shop, ada: Person, max_: Person) -> None:
    customer = Visitor().booked(shop, WEDNESDAY_TEN, staff=shop.sam).visit.customer_id
    whole = max_.post(f"/customers/{customer}/notes", {"text": "Has a dog.\nVery old."}).json()
    (note,) = whole["notes"]
    assert (note["text"], note["written_by"]) == ("Has a dog.\nVery old.", "Max")
    assert note["written_at"].startswith(f"{NOW:%Y-%m-%d}")
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM customers_note")
        assert "Has a dog" not in cursor.fetchone()[0]
    assert ada.post(f"/customers/{customer}/notes", {"text": " \n"}).status_code == 422
    assert ada.delete(f"/customers/{customer}/notes/{NOBODY}").status_code == 404
    assert ada.delete(f"/customers/{customer}/notes/{note['id']}").json()["notes"] == []
    assert Note.objects.count() == 1


def test_tags(ada: Person, nina: Any, otto: Person) -> None:
    path = f"/customers/{nina['id']}/tags"
    assert ada.put(path, {"tags": ["VIP", "vip", " has  dog "]}).json()["tags"] == ["has dog", "VIP"]
    assert ada.put(path, {"tags": ["vip", "Keys"]}).json()["tags"] == ["Keys", "VIP"]
    assert ada.get("/customer-tags").json()["tags"] == ["Keys", "VIP"]
    found = ada.post("/customers/search", {"tag": "vip"}).json()["items"]
    assert [row["id"] for row in found] == [nina["id"]]
    assert ada.put(path, {"tags": ["x" * 41]}).status_code == 422
    assert ada.put(path, {"tags": []}).json()["tags"] == []
    assert not Tag.objects.exists()


def test_a_manager_is_offered_the_tags_of_their_own_customers(max_: Person, mia: Person, ada: Person) -> None:
    for person, tag in ((max_, "South"), (mia, "North")):
        made = person.post("/customers", {**CONTACT, "name": tag}).json()
        person.put(f"/customers/{made['id']}/tags", {"tags": [tag]})
    assert [person.get("/customer-tags").json()["tags"] for person in (max_, mia, ada)] == [
        ["South"],
        ["North"],
        ["North", "South"],
    ]


def test_no_event_says_anything_personal(ada: Person, nina: Any, postcodes: None) -> None:
    path = f"/customers/{nina['id']}"
    ada.put(path, {**CONTACT, "name": "Nina Canary"})
    ada.post(f"{path}/addresses", {**HOME, "line1": "1 Canary Mews"})
    ada.post(f"{path}/notes", {"text": "canary"})
    ada.put(f"{path}/tags", {"tags": ["canary"]})
    ada.post(f"{path}/archive")
    told = [row for row in EventRow.objects.all() if row.payload.get("customer_id") == nina["id"]]
    assert {row.name for row in told} >= {
        "people.customer_recorded",
        "people.customer_changed",
        "places.address_added",
        "customers.note_written",
        "customers.tags_changed",
        "people.customer_archived",
    }
    # The number whole: an id of random hexadecimal digits may well hold four of its digits.
    personal = ("canary", "nina", "example", nina["phone"].removeprefix("+44"))
    for row in told:
        assert row.user_id == ada.account.pk
        assert not any(word in str(row.payload).lower() for word in personal)


def test_a_record_takes_no_more_queries_for_more(ada: Person, nina: Any, postcodes: None) -> None:
    path, counted = f"/customers/{nina['id']}", []
    for round_ in range(2):
        for number in range(3):
            ada.post(f"{path}/addresses", {**HOME, "line1": f"{round_}{number} Street"})
            ada.post(f"{path}/notes", {"text": "more"})
        with CaptureQueriesContext(connection) as captured:
            assert ada.get(path).status_code == 200
        counted.append(len(captured))
    assert counted[0] == counted[1] <= 16
