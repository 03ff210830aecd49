"""A business says which fields its customers' records have; each answer is for those alone who may read it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business
from almanac.customers.models import FieldAnswers, FieldSet
from almanac.customers.tests.asked import CODE, FIELDS, KIND, MET, PETS, SCAN, defined, fill, fill_own, send
from almanac.files.actions import purge_private
from almanac.files.models import PrivateFile
from almanac.files.tests.drawings import drawing
from almanac.outbox.models import EventRow
from almanac.people.models import Customer, ManagerScope
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
PATH = "/businesses/valclean/customer-fields"


@pytest.fixture
def cleos(shop: Shop, cleo: Person, files_folder: Path) -> Customer:
    """Cleo, whom Sam visits on Wednesday, and whose business asks things."""
    defined(shop)
    Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop, WEDNESDAY_TEN, staff=shop.sam)
    return cleo.customer


def told(person: Person, customer: Customer) -> dict[str, Any]:
    found = person.get(f"/customers/{customer.pk}").json()["fields"]
    return {answer["label"]: answer["text"] for filled in found for answer in filled["told"]}


def test_defined_by_administrators(shop: Shop, ada: Person) -> None:
    assert ada.get(PATH).json() == {"business": "valclean", "business_name": "VALClean", "revision": 0, "fields": []}
    saved = ada.put(PATH, {"fields": FIELDS}, if_match="0")
    assert (saved.status_code, saved.json()["revision"]) == (200, 1)
    assert [field["asks_customer"] for field in saved.json()["fields"]] == [True, True, False, True, True]
    assert ada.put(PATH, {"fields": FIELDS}, if_match="0").status_code == 412
    assert ada.put(PATH, {"fields": FIELDS}, if_match="1").json()["revision"] == 1
    (event,) = EventRow.objects.filter(name="customers.fields_defined")
    assert (event.user_id, event.payload["before"]) == (ada.account.pk, {"fields": []})


def test_one_that_is_left_out_is_archived(shop: Shop, ada: Person) -> None:
    ada.put(PATH, {"fields": FIELDS})
    fields = ada.put(PATH, {"fields": FIELDS[2:]}).json()["fields"]
    assert [(field["id"], field["is_archived"]) for field in fields[3:]] == [(PETS, True), (KIND, True)]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"label": {"en": " "}}, "questions.0.label"),
        ({"kind": "choice", "options": []}, "questions.0.options"),
        ({"show_if": {"question": KIND, "test": "answered"}}, "questions.0.show_if"),
        ({"asks_customer": False}, "questions.1.show_if"),  # customers would be asked by what they do not see
    ],
)
def test_fields_that_cannot_be(shop: Shop, ada: Person, change: dict[str, Any], named: str) -> None:
    answer = ada.put(PATH, {"fields": [{**FIELDS[0], **change}, *FIELDS[1:]]})
    assert (answer.status_code, named in answer.json()["fields"]) == (422, True)
    assert not FieldSet.objects.exclude(fields=[]).exists()


def test_filled_in_by_the_team(cleos: Customer, ada: Person, max_: Person) -> None:
    saved = fill(max_, cleos.pk, {PETS: True, KIND: "dog", CODE: " 47 \u202e11 "}, if_match="0")
    assert saved.status_code == 200, saved.content
    (filled,) = saved.json()["fields"]
    assert (filled["answers"], filled["revision"]) == ({PETS: True, KIND: "dog", CODE: "47 11"}, 1)
    assert filled["of_the_team"] == [CODE]
    entry = saved.json()["history"][0]
    assert (entry["kind"], entry["fields"]) == ("fields_answered", [PETS, KIND, CODE])
    assert fill(ada, cleos.pk, {CODE: "1"}, if_match="0").status_code == 412
    emptied = fill(ada, cleos.pk, {KIND: None, PETS: False}, if_match="1").json()["fields"][0]
    assert emptied["answers"] == {PETS: False, CODE: "47 11"}
    assert fill(ada, cleos.pk, {CODE: "47 11"}).json()["fields"][0]["revision"] == 2  # as it was: nothing happened


def test_answers_are_encrypted_and_no_event_holds_them(cleos: Customer, ada: Person) -> None:
    fill(ada, cleos.pk, {CODE: "canary 4711"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM customers_fieldanswers")
        assert "canary" not in cursor.fetchone()[0]
    (event,) = EventRow.objects.filter(name="customers.fields_answered")
    assert (event.payload["field_ids"], event.payload["customer_id"]) == ([CODE], str(cleos.pk))
    assert "canary" not in str(event.payload) + str(event.personal)


def test_bad_answers_are_refused_by_field_and_nothing_is_kept(cleos: Customer, ada: Person) -> None:
    answer = fill(ada, cleos.pk, {PETS: True, KIND: "parrot", CODE: "x" * 201, MET: "On the market"})
    assert (answer.status_code, answer.json()["code"]) == (422, "answers_refused")
    assert answer.json()["faults"] == {KIND: "no_option", CODE: "too_long"}
    assert not FieldAnswers.objects.exists()


def test_what_must_be_answered_must_be_by_whom_it_is_asked(
    cleos: Customer, ada: Person, cleo: Person, shop: Shop
) -> None:
    assert fill(ada, cleos.pk, {MET: "By a friend"}).status_code == 200  # the team may not know about pets
    refused = fill_own(cleo, {MET: "At school"})
    assert (refused.status_code, refused.json()["faults"]) == (422, {PETS: "missing"})
    assert fill_own(cleo, {PETS: True}).json()["faults"] == {KIND: "missing"}
    assert fill_own(cleo, {PETS: False, MET: "At school"}).status_code == 200
    defined(shop, [{**FIELDS[2], "is_required": True}])
    assert fill(ada, cleos.pk, {CODE: " "}).json()["faults"] == {CODE: "missing"}


def test_customers_fill_in_what_they_are_asked_and_read_nothing_else(
    cleos: Customer, ada: Person, cleo: Person
) -> None:
    fill(ada, cleos.pk, {CODE: "4711", PETS: True, KIND: "cat"})
    (mine,) = cleo.get("/my/fields", accept_language="uk").json()
    assert [question["id"] for question in mine["questions"]] == [PETS, KIND, MET, SCAN]
    assert (mine["questions"][0]["label"], mine["questions"][1]["options"][0]["label"]) == ("Є тварини?", "Собака")
    assert mine["answers"] == {PETS: True, KIND: "cat"}
    assert '"4711"' not in cleo.get("/my/fields").content.decode()
    saved = fill_own(cleo, {CODE: "0000", KIND: "dog"}, if_match=str(mine["revision"]))
    assert saved.json()[0]["answers"] == {PETS: True, KIND: "dog"}
    assert told(ada, cleos) == {"Any pets?": "", "Which?": "A dog", "Gate code": "4711"}
    assert fill_own(cleo, {KIND: "cat"}, if_match=str(mine["revision"])).status_code == 412


def test_only_businesses_one_ordered_of_ask(cleos: Customer, shop: Shop, cleo: Person, otto: Person) -> None:
    other = Business.objects.create(slug="other", name="Other", order_prefix="OT")
    FieldSet.objects.create(business=other, fields=FIELDS)
    assert [filled["business"] for filled in cleo.get("/my/fields").json()] == ["valclean"]
    assert cleo.patch("/my/fields/other", {"answers": {PETS: False}}).status_code == 404
    assert otto.get("/my/fields").json() == []
    assert fill_own(otto, {PETS: False}).status_code == 404
    assert not FieldAnswers.objects.exists()


def test_staff_read_what_is_marked_for_them(cleos: Customer, shop: Shop, ada: Person, sam: Person, sid: Person) -> None:
    fill(ada, cleos.pk, {CODE: "4711", PETS: True, KIND: "cat", MET: "A canary told her"})
    whole = sam.get(f"/customers/{cleos.pk}").json()
    assert told(sam, cleos) == {"Any pets?": "", "Which?": "A cat", "Gate code": "4711"}
    assert (whole["fields"][0]["questions"], whole["fields"][0]["answers"]) == ([], {})
    assert fill(sam, cleos.pk, {CODE: "1"}).status_code == 404
    visit = cleos.appointments.get()
    path = f"/appointments/{visit.pk}/customer-answers"
    assert [answer["label"] for answer in sam.get(path).json()] == ["Any pets?", "Which?", "Gate code"]
    assert len(ada.get(path).json()) == 4
    assert sid.get(path).status_code == 404


def test_a_managers_reach_ends_at_the_businesses_looked_after(cleos: Customer, ada: Person, max_: Person) -> None:
    other = Business.objects.create(slug="other", name="Other", order_prefix="OT")
    FieldSet.objects.create(business=other, fields=[FIELDS[2]])
    ada.patch(f"/customers/{cleos.pk}/fields/other", {"answers": {CODE: "canary"}})
    seen = [filled["business"] for filled in max_.get(f"/customers/{cleos.pk}").json()["fields"]]
    assert seen == ["valclean"]
    answer = max_.patch(f"/customers/{cleos.pk}/fields/other", {"answers": {CODE: "1"}})
    assert answer.status_code == 404
    ManagerScope.objects.get(user=max_.account).customer_businesses.add(other)
    assert "canary" in max_.get(f"/customers/{cleos.pk}").content.decode()


def test_a_manager_without_customers_reads_with_the_visit_what_staff_read(
    cleos: Customer, ada: Person, max_: Person
) -> None:
    fill(ada, cleos.pk, {CODE: "4711", MET: "A canary told her"})
    ManagerScope.objects.filter(user=max_.account).update(actions=["appointments"])
    path = f"/appointments/{cleos.appointments.get().pk}/customer-answers"
    assert [answer["label"] for answer in max_.get(path).json()] == ["Gate code"]


def test_archived_fields_keep_what_was_filled_in(cleos: Customer, shop: Shop, ada: Person, cleo: Person) -> None:
    fill(ada, cleos.pk, {CODE: "4711", PETS: False})
    defined(shop, [FIELDS[0], {**FIELDS[2], "is_archived": True}])
    (filled,) = fill(ada, cleos.pk, {PETS: True, CODE: "9"}).json()["fields"]
    assert ([question["id"] for question in filled["questions"]], filled["answers"]) == ([PETS], {PETS: True})
    defined(shop)
    assert fill(ada, cleos.pk, {KIND: "dog"}).json()["fields"][0]["answers"] == {PETS: True, KIND: "dog", CODE: "4711"}


def test_files(cleos: Customer, ada: Person, cleo: Person, otto: Person) -> None:
    sent = send(cleo, "/my/fields/valclean", drawing(), "canary.png")
    assert sent.status_code == 200, sent.content
    (filled,) = sent.json()
    (file,) = filled["files"]
    assert file["name"] == "canary.webp"
    (shown,) = [answer for answer in filled["told"] if answer["id"] == SCAN]
    path = shown["file"]["address"].removeprefix("/api")
    assert [person.get(path).status_code for person in (cleo, otto, ada)] == [200, 404, 404]
    assert fill_own(otto, {SCAN: file["id"]}).status_code == 404
    again = send(ada, f"/customers/{cleos.pk}/fields/valclean", drawing(), "other.png").json()["fields"][0]
    assert [each["name"] for each in again["files"]] == ["other.webp"]
    assert purge_private(now=NOW) == 1  # the one before is let go
    taken = fill(ada, cleos.pk, {SCAN: None}).json()["fields"][0]
    assert (taken["answers"], taken["files"]) == ({}, [])
    assert purge_private(now=NOW) == 1
    assert not PrivateFile.objects.exists()


def test_a_file_is_never_named_by_hand(cleos: Customer, cleo: Person, otto: Person, shop: Shop) -> None:
    Visitor(otto.user, otto.customer_row, client=otto.client).booked(shop, WEDNESDAY_TEN, staff=shop.sid)
    send(cleo, "/my/fields/valclean", drawing())
    theirs = str(PrivateFile.objects.get().pk)
    assert fill_own(otto, {PETS: False, SCAN: theirs}).json()[0]["answers"] == {PETS: False}
    assert send(otto, "/my/fields/valclean", b"no picture").json()["code"] == "file_unreadable"
    wrong = otto.client.post(f"/api/my/fields/valclean/{PETS}", {"file": SimpleUploadedFile("plan.png", drawing())})
    assert wrong.status_code == 404
    assert PrivateFile.objects.count() == 1


def test_an_archived_record_is_not_filled_in(cleos: Customer, ada: Person) -> None:
    Customer.objects.filter(pk=cleos.pk).update(archived_at=NOW)
    assert fill(ada, cleos.pk, {CODE: "1"}).json()["code"] == "customer_archived"


def test_more_fields_and_answers_take_no_more_queries(cleos: Customer, shop: Shop, ada: Person, cleo: Person) -> None:
    send(cleo, "/my/fields/valclean", drawing())
    counted = []
    for more in (0, 20):
        extra: list[dict[str, Any]] = [
            {"id": f"00000000-0000-4000-8000-0000000001{n:02}", "kind": "text", "label": {"en": "?"}}
            for n in range(more)
        ]
        defined(shop, [*FIELDS, *extra])
        fill(ada, cleos.pk, {field["id"]: "x" for field in extra})
        for person, path in ((ada, f"/customers/{cleos.pk}"), (cleo, "/my/fields")):
            with CaptureQueriesContext(connection) as captured:
                assert person.get(path).status_code == 200
            counted.append(len(captured))
    assert counted[:2] == counted[2:]
    assert counted[1] <= 8
