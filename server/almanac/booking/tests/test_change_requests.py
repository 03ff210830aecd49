"""Asking for a change that the rules refuse, and its answers: docs/algorithms/change-requests.md."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from almanac.booking.actions import change_requests as actions
from almanac.booking.actions.changes import carry_out_move
from almanac.booking.models import ChangeRequest
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
THURSDAY_TEN = WEDNESDAY_TEN + timedelta(days=1)
FRIDAY_TEN = WEDNESDAY_TEN + timedelta(days=2)
LATE = WEDNESDAY_TEN - timedelta(hours=13)
WISHES = [{"on": "2026-03-05", "part": "morning"}, {"on": "2026-03-06"}]


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    """Nora's visit by Sam, too near to be moved by herself."""
    booked = nora.booked(shop)
    shop.clock.move_to(LATE, tick=False)
    return booked


def ask(nora: Visitor, made: Booked, kind: str = "move", **more: Any) -> Any:
    body = {"kind": kind, "wishes": WISHES if kind == "move" else [], "note": "I am ill", **more}
    return nora.post(f"/appointments/{made.visit.pk}/change-requests", body, x_order_token=made.token)


def asked(nora: Visitor, made: Booked, kind: str = "move", **more: Any) -> str:
    answer = ask(nora, made, kind, **more)
    assert answer.status_code == 200, answer.content
    return str(answer.json()["id"])


def by_link(nora: Visitor, made: Booked, what: str, request: str, body: Any = None) -> Any:
    return nora.post(f"/change-requests/{request}/{what}", body or {}, x_order_token=made.token)


def line(nora: Visitor, made: Booked) -> Any:
    return nora.get(f"/orders/{made.number}", x_order_token=made.token).json()["lines"][0]


def at(when: Any, **more: Any) -> dict[str, Any]:
    return {"starts_at": when.isoformat(), **more}


def code_of(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def events() -> list[str]:
    names = (
        EventRow.objects.filter(name__startswith="booking.change").order_by("at", "pk").values_list("name", flat=True)
    )
    return [name.removeprefix("booking.change_") for name in names]


def test_asking_changes_nothing_and_is_seen_by_both(shop: Shop, nora: Visitor, made: Booked, sam: Person) -> None:
    before = line(nora, made)
    assert (before["can_move"], before["can_ask"], before["change_request"]) == (False, True, None)
    request = asked(nora, made)
    seen = line(nora, made)
    assert (seen["starts_at"], seen["can_ask"]) == (before["starts_at"], False)
    told = seen["change_request"]
    assert (told["id"], told["state"], told["note"]) == (request, "open", "I am ill")
    assert told["wishes"] == [{"on": "2026-03-05", "part": "morning"}, {"on": "2026-03-06", "part": "any"}]
    (row,) = sam.get("/change-requests").json()["items"]
    assert (row["id"], row["number"], row["can_answer"]) == (request, made.number, True)
    assert (row["appointment"]["customer"]["name"], row["note"]) == ("Nora Newcomer", "I am ill")


def test_the_note_is_encrypted_and_in_no_event(nora: Visitor, made: Booked) -> None:
    asked(nora, made, note="a secret reason")
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM booking_changerequest")
        assert "secret" not in cursor.fetchone()[0]
    (event,) = EventRow.objects.filter(name="booking.change_asked")
    assert "secret" not in str(event.payload)


def test_accepting_moves_by_the_same_rules_and_counts_for_nobody(nora: Visitor, made: Booked, sam: Person) -> None:
    request = asked(nora, made)
    assert sam.post(f"/change-requests/{request}/accept", at(FRIDAY_TEN)).status_code == 204
    assert (made.visit.starts_at, made.visit.reschedules) == (FRIDAY_TEN, 0)
    assert line(nora, made)["change_request"] is None
    worker.drain()
    assert ChangeRequest.objects.get().state == "done", "its own move does not close it"
    assert events() == ["asked", "agreed"]


def test_accepting_needs_a_time(nora: Visitor, made: Booked, sam: Person) -> None:
    answer = sam.post(f"/change-requests/{asked(nora, made)}/accept", {})
    assert (code_of(answer), list(answer.json()["fields"])) == ((422, "invalid_input"), ["starts_at"])


def test_a_time_that_is_taken_leaves_the_request_open(
    shop: Shop, nora: Visitor, made: Booked, rival: Visitor, sam: Person
) -> None:
    rival.booked(shop, FRIDAY_TEN, staff=shop.sam)
    request = asked(nora, made)
    answer = sam.post(f"/change-requests/{request}/accept", at(FRIDAY_TEN, staff_id=str(shop.sam.pk)))
    assert code_of(answer) == (409, "slot_taken")
    assert answer.json()["alternatives"]
    assert (made.visit.starts_at, ChangeRequest.objects.get().state) == (WEDNESDAY_TEN, "open")


def test_calling_off_costs_what_the_team_agrees_to(nora: Visitor, made: Booked, sam: Person) -> None:
    request = asked(nora, made, "cancel")
    shown = sam.get(f"/change-requests/{request}/money?back=all").json()
    body = {"back": "all", "token": shown["token"]}
    assert sam.post(f"/change-requests/{request}/accept", body).status_code == 204
    assert (made.visit.state, made.visit.cancelled_by, made.order.state) == ("cancelled", "staff", "cancelled")
    worker.drain()
    assert ChangeRequest.objects.get().state == "done"


def test_a_proposal_is_taken_even_inside_the_lead_time(shop: Shop, nora: Visitor, made: Booked, ada: Person) -> None:
    request = asked(nora, made)
    body = at(THURSDAY_TEN, staff_id=str(shop.sid.pk), words="Would this do?")
    assert ada.post(f"/change-requests/{request}/propose", body).status_code == 204
    told = line(nora, made)["change_request"]
    assert (told["state"], told["answer"], told["proposal"]["staff_name"]) == ("proposed", "Would this do?", "Sid")
    assert made.visit.starts_at == WEDNESDAY_TEN
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(minutes=1), tick=False)
    assert by_link(nora, made, "take", request, at(THURSDAY_TEN)).status_code == 204
    assert (made.visit.starts_at, made.visit.staff_member.name, made.visit.reschedules) == (THURSDAY_TEN, "Sid", 0)
    assert events() == ["asked", "proposed", "agreed"]


def test_only_a_time_that_is_open_is_proposed(
    shop: Shop, nora: Visitor, made: Booked, rival: Visitor, sam: Person
) -> None:
    rival.booked(shop, FRIDAY_TEN, staff=shop.sam)
    request = asked(nora, made)
    answer = sam.post(f"/change-requests/{request}/propose", at(FRIDAY_TEN, staff_id=str(shop.sam.pk)))
    assert code_of(answer) == (409, "slot_taken")
    by_link(nora, made, "withdraw", request)
    answer = sam.post(f"/change-requests/{asked(nora, made, 'cancel')}/propose", at(THURSDAY_TEN))
    assert code_of(answer) == (422, "invalid_input")


def test_a_proposal_that_has_gone_asks_the_team_again(
    shop: Shop, nora: Visitor, made: Booked, rival: Visitor, sam: Person
) -> None:
    request = asked(nora, made)
    sam.post(f"/change-requests/{request}/propose", at(FRIDAY_TEN, staff_id=str(shop.sam.pk)))
    rival.booked(shop, FRIDAY_TEN, staff=shop.sam)
    answer = by_link(nora, made, "take", request, at(FRIDAY_TEN))
    assert code_of(answer) == (409, "slot_taken")
    row = ChangeRequest.objects.get()
    assert (row.state, row.proposed_starts_at, made.visit.starts_at) == ("open", None, WEDNESDAY_TEN)
    assert events() == ["asked", "proposed", "asked"]


def test_only_the_time_that_was_read_is_taken(shop: Shop, nora: Visitor, made: Booked, sam: Person) -> None:
    request = asked(nora, made)
    sam.post(f"/change-requests/{request}/propose", at(THURSDAY_TEN))
    sam.post(f"/change-requests/{request}/propose", at(FRIDAY_TEN))
    assert code_of(by_link(nora, made, "take", request, at(THURSDAY_TEN))) == (409, "request_over")
    assert made.visit.starts_at == WEDNESDAY_TEN


def test_nothing_is_taken_that_was_not_proposed(nora: Visitor, made: Booked) -> None:
    answer = by_link(nora, made, "take", asked(nora, made), at(THURSDAY_TEN))
    assert (code_of(answer), answer.json()["state"]) == ((409, "request_over"), "open")


def test_declining_is_told_with_words_and_one_may_ask_again(nora: Visitor, made: Booked, sam: Person) -> None:
    request = asked(nora, made)
    assert sam.post(f"/change-requests/{request}/decline", {"words": "We are full."}).status_code == 204
    told = line(nora, made)
    assert (told["change_request"]["state"], told["change_request"]["answer"]) == ("declined", "We are full.")
    assert told["can_ask"]
    assert code_of(sam.post(f"/change-requests/{request}/accept", at(FRIDAY_TEN))) == (409, "request_over")
    assert asked(nora, made) != request


def test_no_thank_you(nora: Visitor, made: Booked, sam: Person) -> None:
    request = asked(nora, made)
    sam.post(f"/change-requests/{request}/propose", at(FRIDAY_TEN))
    assert by_link(nora, made, "withdraw", request).status_code == 204
    assert line(nora, made)["change_request"] is None
    assert EventRow.objects.get(name="booking.change_withdrawn").payload["was_proposed"] is True
    assert code_of(by_link(nora, made, "take", request, at(FRIDAY_TEN))) == (409, "request_over")
    assert code_of(by_link(nora, made, "withdraw", request)) == (409, "request_over")


def test_one_at_a_time(nora: Visitor, made: Booked) -> None:
    asked(nora, made)
    assert code_of(ask(nora, made, "cancel")) == (409, "already_asked")
    with pytest.raises(IntegrityError), transaction.atomic():
        ChangeRequest.objects.create(appointment=made.visit, order=made.order, kind="cancel")


def test_something_is_wished_for_and_lies_ahead(nora: Visitor, made: Booked) -> None:
    answer = ask(nora, made, wishes=[], note=" ")
    assert list(answer.json()["fields"]) == ["wishes"]
    answer = ask(nora, made, wishes=[{"on": "2026-03-05"}, {"on": "2026-03-01"}])
    assert list(answer.json()["fields"]) == ["wishes.1.on"]
    assert ask(nora, made, wishes=[{"on": "2026-03-05"}] * 4).status_code == 422
    assert list(ask(nora, made, "cancel", wishes=WISHES).json()["fields"]) == ["wishes"]
    assert ask(nora, made, wishes=[], note="any day but Friday").status_code == 200


def test_what_began_is_not_asked_about_nor_answered(shop: Shop, nora: Visitor, made: Booked, sam: Person) -> None:
    request = asked(nora, made)
    shop.clock.move_to(WEDNESDAY_TEN, tick=False)
    assert sam.get("/change-requests").json()["items"] == []
    assert line(nora, made)["change_request"] is None
    answer = sam.post(f"/change-requests/{request}/accept", at(FRIDAY_TEN))
    assert (code_of(answer), answer.json()["state"]) == ((409, "request_over"), "closed")
    assert actions.close_begun(now=WEDNESDAY_TEN) == 1
    assert (ChangeRequest.objects.get().state, events()[-1]) == ("closed", "closed")
    answer = ask(nora, made)
    assert (code_of(answer), answer.json()["reason"]) == ((409, "too_late_to_change"), "over")


def test_what_was_moved_or_called_off_otherwise_closes_it(nora: Visitor, made: Booked, sam: Person, shop: Shop) -> None:
    asked(nora, made)
    sam.post(f"/appointments/{made.visit.pk}/move", at(FRIDAY_TEN, staff_id=str(shop.sam.pk)))
    worker.drain()
    assert ChangeRequest.objects.get().state == "closed"
    shop.clock.shift(60)
    again = asked(nora, made)
    sam.post(f"/appointments/{made.visit.pk}/cancel", {})
    assert code_of(sam.post(f"/change-requests/{again}/decline", {})) == (409, "request_over")
    worker.drain()
    assert ChangeRequest.objects.get(pk=again).state == "closed"


def test_a_late_reaction_leaves_what_was_asked_since(nora: Visitor, made: Booked, sam: Person, shop: Shop) -> None:
    sam.post(f"/appointments/{made.visit.pk}/move", at(FRIDAY_TEN))
    shop.clock.shift(60)
    request = asked(nora, made)
    worker.drain()
    assert ChangeRequest.objects.get(pk=request).state == "open"


def test_who_saw_an_older_state_is_told(nora: Visitor, made: Booked, sam: Person) -> None:
    request = asked(nora, made)
    sam.post(f"/change-requests/{request}/propose", at(FRIDAY_TEN))
    answer = sam.post(f"/change-requests/{request}/decline", {}, if_match='"1"')
    assert code_of(answer) == (412, "changed_meanwhile")


def test_others_neither_see_nor_answer(
    nora: Visitor, made: Booked, sid: Person, mia: Person, max_: Person, otto: Person, rival: Visitor
) -> None:
    request = asked(nora, made)
    assert len(max_.get("/change-requests").json()["items"]) == 1
    for person in (sid, mia, otto):
        assert person.get("/change-requests").json()["items"] == []
        for what in ("accept", "decline", "propose"):
            assert person.post(f"/change-requests/{request}/{what}", at(FRIDAY_TEN)).status_code == 404
    for what in ("withdraw", "take"):
        assert rival.post(f"/change-requests/{request}/{what}", at(FRIDAY_TEN)).status_code == 404
        assert max_.post(f"/change-requests/{request}/{what}", at(FRIDAY_TEN)).status_code == 403


def test_the_list_takes_no_more_queries_for_more(
    shop: Shop, nora: Visitor, made: Booked, rival: Visitor, ada: Person
) -> None:
    asked(nora, made)
    counted = []
    for number in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert len(ada.get("/change-requests").json()["items"]) == number + 1
            assert ada.get("/orders").status_code == 200
        counted.append(len(captured))
        if number == 0:
            asked(rival, rival.booked(shop, FRIDAY_TEN, staff=shop.sid))
    assert counted[0] == counted[1]


@pytest.mark.parametrize(
    ("who", "customer", "team"), [("nobody", 204, 204), ("customer", 422, 204), ("everybody", 422, 422)]
)
def test_who_must_say_why(shop: Shop, nora: Visitor, sam: Person, who: str, customer: int, team: int) -> None:
    shop.rules(reason_needed=who)
    made = nora.booked(shop)
    path = f"/appointments/{made.visit.pk}"
    needed = nora.get(f"{path}/cancellation", x_order_token=made.token).json()["reason_needed"]
    assert needed is (customer == 422)
    assert sam.get(f"{path}/cancellation").json()["reason_needed"] is (team == 422)
    for person, status, link in ((nora, customer, {"x_order_token": made.token}), (sam, team, {})):
        answer = person.post(f"{path}/move", at(THURSDAY_TEN, reason=" ", staff_id=str(shop.sam.pk)), **link)
        assert answer.status_code == status
        if status == 422:
            assert answer.json()["code"] == "reason_missing"
            assert person.post(f"{path}/cancel", {}, **link).json()["code"] == "reason_missing"
        assert (
            person.post(
                f"{path}/move", at(FRIDAY_TEN, reason="the dentist", staff_id=str(shop.sam.pk)), **link
            ).status_code
            == 204
        )
    moved = EventRow.objects.filter(name="scheduling.appointment_moved").order_by("-at", "-pk")[0]
    assert (moved.personal, "dentist" in str(moved.payload)) == ({"reason": "the dentist"}, False)
    assert (ask(nora, made, note="").status_code == 422) is (customer == 422)


def test_carrying_out_needs_no_other_reason(shop: Shop, nora: Visitor, sam: Person) -> None:
    shop.rules(reason_needed="everybody")
    made = nora.booked(shop)
    request = asked(nora, made)
    assert sam.post(f"/change-requests/{request}/accept", at(FRIDAY_TEN)).status_code == 204


def test_a_staff_member_with_the_link_is_its_guest(made: Booked, nora: Visitor, sid: Person) -> None:
    body = {"kind": "move", "wishes": WISHES}
    assert sid.post(f"/appointments/{made.visit.pk}/change-requests", body, x_order_token=made.token).status_code == 200
    assert sid.get("/change-requests").json()["items"] == []


def test_the_consent_to_an_early_start_is_told_to_the_team(nora: Visitor, made: Booked, sam: Person) -> None:
    assert sam.get(f"/orders/{made.number}").json()["early_start_consent_at"] == "2026-03-02T09:00:00Z"


def test_a_visit_called_off_just_now_is_not_taken(
    shop: Shop, nora: Visitor, made: Booked, sam: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancelled between the reading of the request and the lock of its people."""
    request = asked(nora, made)
    sam.post(f"/change-requests/{request}/propose", at(FRIDAY_TEN))

    def cancelled_first(change: Any, *args: Any, **more: Any) -> None:
        sam.post(f"/appointments/{made.visit.pk}/cancel", {})
        carry_out_move(change, *args, **more)

    monkeypatch.setattr("almanac.booking.actions.change_requests.carry_out_move", cancelled_first)
    answer = by_link(nora, made, "take", request, at(FRIDAY_TEN))
    assert (code_of(answer), answer.json()["state"]) == ((409, "request_over"), "closed")
