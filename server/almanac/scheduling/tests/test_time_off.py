"""Time off: asked for, granted or refused with a word, taken back; only granted time closes the calendar."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.business.models import Business, Setting
from almanac.engine.problem import Interval
from almanac.kit import clock
from almanac.outbox.models import EventRow
from almanac.scheduling.actions.reservations import reserve
from almanac.scheduling.models import TimeOff
from almanac.scheduling.queries.free import open_slots
from almanac.scheduling.tests import factories as f
from tests.cast import Person

pytestmark = pytest.mark.django_db
SPAN = {"starts_at": "2026-03-04T00:00:00Z", "ends_at": "2026-03-05T00:00:00Z", "reason": "the dentist"}


def ask(person: Person, sam: Person, **changed: str) -> Any:
    return person.post(f"/staff-members/{sam.staff.pk}/time-off", {**SPAN, **changed})


def events() -> list[str]:
    return list(EventRow.objects.order_by("pk").values_list("name", flat=True))


def test_a_staff_members_own_waits_for_a_word_and_the_calendar_stays_open(sam: Person) -> None:
    made = ask(sam, sam).json()
    assert (made["state"], made["can"]) == ("requested", {"answer": False, "withdraw": True})
    assert events() == ["scheduling.time_off_requested"]


def test_a_managers_and_an_administrators_entry_is_granted_at_once(max_: Person, ada: Person, sam: Person) -> None:
    assert [ask(person, sam).json()["state"] for person in (max_, ada)] == ["granted", "granted"]
    assert set(events()) == {"scheduling.working_hours_changed"}


def test_without_need_of_approval_it_is_granted_at_once(sam: Person, valclean: Business) -> None:
    Setting.objects.create(business=valclean, group="time_off", values={"needs_approval": False})
    assert ask(sam, sam).json()["state"] == "granted"


def test_granting_closes_the_calendar_and_refusing_does_not(sam: Person, max_: Person) -> None:
    f.give_hours(sam.staff)
    asked = f.request(f.segment(f.service(of=sam.staff.business), sam.staff))
    window = (f.at(0, day=2), f.at(0, day=3))

    def is_open() -> bool:
        return bool(open_slots(asked, window=Interval(*window), now=clock.epoch(f.NOW)))

    first, second = (ask(sam, sam).json()["id"] for _ in range(2))
    assert is_open()
    refused = max_.post(f"/time-off/{first}/answer", {"granted": False, "answer": "We are three short."}).json()
    assert (refused["state"], refused["answer"], refused["answered_by"]) == ("refused", "We are three short.", "Max")
    assert is_open()
    granted = max_.post(f"/time-off/{second}/answer", {"granted": True}, if_match="1").json()
    assert (granted["state"], granted["can"]["answer"]) == ("granted", False)
    assert not is_open()
    assert sam.delete(f"/time-off/{second}").status_code == 204
    assert is_open()
    assert sam.delete(f"/time-off/{second}").status_code == 404


def test_who_may_answer(sam: Person, sid: Person, max_: Person, ada: Person, cleo: Person, stranger: Person) -> None:
    path = f"/time-off/{ask(sam, sam).json()['id']}/answer"
    answers = [person.post(path, {"granted": True}).status_code for person in (stranger, cleo, sid, sam)]
    assert answers == [401, 404, 404, 403]
    outside = ask(sid, sid).json()["id"]
    assert max_.post(f"/time-off/{outside}/answer", {"granted": True}).status_code == 404
    assert ada.post(path, {"granted": True}).status_code == 200


def test_two_who_answer_at_once_and_one_who_has_seen_an_older_version(sam: Person, max_: Person, ada: Person) -> None:
    path = f"/time-off/{ask(sam, sam).json()['id']}/answer"
    assert max_.post(path, {"granted": True}, if_match="7").json()["code"] == "changed_meanwhile"
    assert max_.post(path, {"granted": True}, if_match="1").status_code == 200
    late = ada.post(path, {"granted": False})
    assert (late.status_code, late.json()["code"], late.json()["state"]) == (409, "answered_already", "granted")


def test_what_ends_before_it_begins_is_refused(sam: Person) -> None:
    answer = ask(sam, sam, ends_at=SPAN["starts_at"])
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


def test_the_list_has_what_one_may_know_of_and_counts_the_visits_within(
    sam: Person, sid: Person, max_: Person, ada: Person, cleo: Person
) -> None:
    service = f.service(of=sam.staff.business)
    f.give_hours(sam.staff)
    asked = f.request(f.segment(service, sam.staff))
    reserve(
        actor=f.ADMIN,
        reservations=[f.reservation(asked, f.slot(asked, f.at(10, day=2), sam.staff), cleo.customer)],
        now=f.NOW,
    )
    ask(sam, sam)
    ask(sid, sid)
    seen = {
        person.account.username: [(row["staff_name"], row["visits"]) for row in person.get("/time-off").json()["items"]]
        for person in (sam, sid, max_, ada, cleo)
    }
    assert seen == {
        "sam": [("Sam", 1)],
        "sid": [("Sid", 0)],
        "max": [("Sam", 1)],
        "ada": [("Sam", 1), ("Sid", 0)],
        "cleo": [],
    }
    assert max_.get("/time-off?state=granted").json()["items"] == []
    assert len(max_.get(f"/time-off?state=requested&staff={sam.staff.pk}").json()["items"]) == 1
    assert max_.get("/time-off?starting_from=2026-03-05T00:00:00Z").json()["items"] == []


def test_who_does_not_see_the_visits_is_not_told_how_many(sam: Person, max_: Person) -> None:
    max_.account.manager_scope.actions = ["staff"]
    max_.account.manager_scope.save()
    ask(sam, sam)
    assert [row["visits"] for row in max_.get("/time-off").json()["items"]] == [None]


def test_the_list_costs_the_same_for_any_number(sam: Person, ada: Person, django_assert_num_queries: Any) -> None:
    for number in (1, 8):
        for _ in range(number):
            ask(sam, sam)
        with django_assert_num_queries(3):  # session, the user, the page
            assert ada.get("/time-off").status_code == 200
    assert TimeOff.objects.count() == 9


def test_the_list_is_sorted_and_comes_as_a_file(ada: Person, max_: Person, sam: Person, sid: Person) -> None:
    ask(sid, sid, starts_at="2026-03-01T00:00:00Z", ends_at="2026-03-02T00:00:00Z", reason="=1+1")
    asked = ask(sam, sam).json()["id"]
    assert (
        max_.post(f"/time-off/{asked}/answer", {"granted": False, "answer": "We are three short."}).status_code == 200
    )

    def names(sort: str) -> list[str]:
        return [row["staff_name"] for row in ada.get(f"/time-off?sort={sort}").json()["items"]]

    assert names("name") == names("-starts") == names("-asked") == ["Sam", "Sid"]
    assert names("") == names("starts") == names("-name") == ["Sid", "Sam"]
    assert ada.get("/time-off?sort=reason").status_code == 422
    assert ada.get("/time-off.csv?sort=reason").status_code == 422
    head, *lines = ada.get("/time-off.csv?language=de&sort=name").getvalue().decode().strip().split("\r\n")
    assert head.startswith("\ufeffWer,Unternehmen,Von,Bis,Zeitzone,Wofür,")
    assert lines[0].startswith("Sam,VALClean,2026-03-04 00:00,2026-03-05 00:00,Europe/London,the dentist,")
    assert lines[0].endswith(",Abgelehnt,We are three short.,Max")
    assert ",'=1+1," in lines[1]
    assert len(ada.get("/time-off.csv?state=refused").getvalue().decode().strip().split("\r\n")) == 2
    assert [b"Sid" in person.get("/time-off.csv").getvalue() for person in (max_, sam)] == [False, False]
