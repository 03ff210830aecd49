"""Appointments: made from holds or open times, moved, called off, and what is told about them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from almanac.kit import clock
from almanac.kit.actor import STRANGER, SYSTEM
from almanac.kit.errors import NotAllowed
from almanac.outbox.models import EventRow
from almanac.people.models import StaffMember
from almanac.scheduling.actions.blocks import block_time
from almanac.scheduling.actions.changes import cancel_appointment, decline, move
from almanac.scheduling.actions.holds import hold
from almanac.scheduling.actions.reservations import reserve
from almanac.scheduling.actions.states import complete, confirm, mark_no_show
from almanac.scheduling.errors import SlotTaken, WrongState
from almanac.scheduling.models import Appointment, Claim, HeldSeats, Hold
from almanac.scheduling.tests import factories as f
from almanac.scheduling.visits import VisitRequest

pytestmark = pytest.mark.django_db


def keep(asked: VisitRequest, start: int, owner: str = "basket") -> None:
    hold(actor=STRANGER, request=asked, start=start, owner=owner, minutes=15, now=f.NOW)


def book(
    asked: VisitRequest, start: int, *people: StaffMember, owner: str = "", state: str = "confirmed"
) -> list[Appointment]:
    item = f.reservation(asked, f.slot(asked, start, *people), f.customer(), owner=owner, state=state)
    return reserve(actor=STRANGER, reservations=[item], now=f.NOW)[0]


def events() -> list[str]:
    return list(EventRow.objects.order_by("pk").values_list("name", flat=True))


def test_a_live_hold_becomes_the_appointment() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam, before=10, after=20))
    keep(asked, f.at(10))
    held = Claim.objects.get()
    (made,) = book(asked, f.at(10), sam, owner="basket")
    claim = Claim.objects.get()
    assert made.claim_id == claim.pk == held.pk
    assert (claim.kind, claim.expires_at) == ("appointment", None)
    assert (Hold.objects.count(), HeldSeats.objects.count()) == (0, 0)
    assert (made.starts, made.ends) == (f.at(10), f.at(11))
    assert (made.buffer_before_seconds, made.buffer_after_seconds) == (600, 1200)
    assert events() == ["scheduling.appointment_confirmed"]


def test_a_live_hold_keeps_its_promise_over_a_block_that_came_later() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam))
    keep(asked, f.at(10))
    block_time(
        actor=f.as_staff(sam),
        staff_id=sam.pk,
        starts_at=clock.instant(f.at(10)),
        ends_at=clock.instant(f.at(12)),
        now=f.NOW,
    )
    assert len(book(asked, f.at(10), sam, owner="basket")) == 1


def test_a_hold_that_is_over_still_books_while_the_time_is_free() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam))
    keep(asked, f.at(10))
    later = f.NOW + timedelta(minutes=20)
    item = f.reservation(asked, f.slot(asked, f.at(10), sam), f.customer(), owner="basket")
    reserve(actor=STRANGER, reservations=[item], now=later)
    assert Claim.objects.get().kind == "appointment"


def test_a_hold_that_is_over_loses_to_whoever_came() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam))
    keep(asked, f.at(10))
    later = f.NOW + timedelta(minutes=20)
    hold(actor=STRANGER, request=asked, start=f.at(10), owner="rival", minutes=15, now=later)
    item = f.reservation(asked, f.slot(asked, f.at(10), sam), f.customer(), owner="basket", line="")
    with pytest.raises(SlotTaken):
        reserve(actor=STRANGER, reservations=[item], now=later)
    assert not Appointment.objects.exists()


def test_a_hold_of_another_time_does_not_stand_in_its_own_way() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam))
    keep(asked, f.at(10))
    book(asked, f.at(10, 30), sam, owner="basket")
    assert [claim.core_from for claim in Claim.objects.all()] == [f.at(10, 30)]
    assert not Hold.objects.exists()


def test_several_visits_are_made_all_or_none() -> None:
    sam, sid, cleo = f.staff("Sam"), f.staff("Sid"), f.customer()
    first, second = f.request(f.segment(f.service(), sam)), f.request(f.segment(f.service(), sid))
    book(second, f.at(12), sid)
    with pytest.raises(SlotTaken) as refused:
        reserve(
            actor=STRANGER,
            now=f.NOW,
            reservations=[
                f.reservation(first, f.slot(first, f.at(10), sam), cleo, line="one"),
                f.reservation(second, f.slot(second, f.at(12), sid), cleo, line="two"),
            ],
        )
    assert refused.value.line == "two"
    assert Appointment.objects.count() == Claim.objects.count() == 1


def test_two_visits_of_one_order_do_not_overlap_each_other() -> None:
    sam, cleo = f.staff(), f.customer()
    asked = f.request(f.segment(f.service(), sam))
    both = [
        f.reservation(asked, f.slot(asked, start, sam), cleo, line=str(start)) for start in (f.at(10), f.at(10, 30))
    ]
    with pytest.raises(SlotTaken):
        reserve(actor=STRANGER, reservations=both, now=f.NOW)
    assert not Claim.objects.exists()


def test_services_in_a_row_share_claim_and_visit() -> None:
    sam, sid = f.staff("Sam"), f.staff("Sid")
    asked = f.request(f.segment(f.service(), sam), f.segment(f.service(), sam), f.segment(f.service(), sid))
    made = book(asked, f.at(10), sam, sam, sid)
    assert [item.claim_id == made[0].claim_id for item in made] == [True, True, False]
    assert len({item.visit_id for item in made}) == 1
    assert [item.starts for item in made] == [f.at(10), f.at(11), f.at(12)]


def test_a_pending_appointment_takes_its_time_and_is_confirmed_by_the_team() -> None:
    sam, sid = f.staff("Sam"), f.staff("Sid")
    asked = f.request(f.segment(f.service(), sam))
    (made,) = book(asked, f.at(10), sam, state="pending")
    with pytest.raises(SlotTaken):
        book(asked, f.at(10), sam)
    with pytest.raises(NotAllowed):
        confirm(actor=f.as_staff(sid), appointment_id=made.pk, now=f.NOW)
    confirm(actor=f.as_manager(sam), appointment_id=made.pk, now=f.NOW)
    with pytest.raises(WrongState):
        confirm(actor=SYSTEM, appointment_id=made.pk, now=f.NOW)
    assert events() == ["scheduling.appointment_requested", "scheduling.appointment_confirmed"]


def test_a_declined_request_gives_its_time_back() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam))
    (made,) = book(asked, f.at(10), sam, state="pending")
    decline(actor=f.as_staff(sam), appointment_id=made.pk, reason="ill", now=f.NOW)
    made.refresh_from_db()
    assert (made.state, made.cancelled_by, made.cancellation_reason, made.claim_id) == (
        "cancelled",
        "staff",
        "ill",
        None,
    )
    assert events()[-1] == "scheduling.appointment_declined"
    book(asked, f.at(10), sam)


def test_a_cancelled_appointment_gives_its_time_back_once() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam))
    (made,) = book(asked, f.at(10), sam)
    cancel_appointment(actor=SYSTEM, appointment_id=made.pk, by="customer", now=f.NOW)
    assert not Claim.objects.exists()
    with pytest.raises(WrongState):
        cancel_appointment(actor=SYSTEM, appointment_id=made.pk, by="customer", now=f.NOW)
    made.refresh_from_db()
    assert (made.sequence, made.cancelled_at) == (1, f.NOW)
    assert EventRow.objects.last().payload["by"] == "customer"  # type: ignore[union-attr]


def test_cancelling_one_of_several_in_a_row_keeps_the_rest() -> None:
    sam = f.staff()
    asked = f.request(
        f.segment(f.service(), sam, before=10, after=10), f.segment(f.service(), sam, before=30, after=30)
    )
    first, second = book(asked, f.at(10), sam, sam)
    cancel_appointment(actor=SYSTEM, appointment_id=first.pk, by="customer", now=f.NOW)
    claim = Claim.objects.get()
    assert (claim.core_from, claim.blocked_from) == (f.at(11), f.at(10, 30))
    assert (claim.core_until, claim.blocked_until) == (f.at(12), f.at(12, 30))
    cancel_appointment(actor=SYSTEM, appointment_id=second.pk, by="customer", now=f.NOW)
    assert not Claim.objects.exists()


def test_a_visit_moves_to_a_time_it_overlaps_itself() -> None:
    sam = f.staff()
    (made,) = book(f.request(f.segment(f.service(), sam, after=15)), f.at(10), sam)
    asked = f.again(made.visit_id)
    (moved,) = move(actor=SYSTEM, visit_id=made.visit_id, request=asked, start=f.at(10, 30), by="customer", now=f.NOW)
    claim = Claim.objects.get()
    assert (claim.core_from, claim.blocked_until) == (f.at(10, 30), f.at(11, 45))
    assert (moved.starts, moved.sequence, moved.reschedules, moved.claim_id) == (f.at(10, 30), 1, 1, claim.pk)
    payload = EventRow.objects.filter(name="scheduling.appointment_moved").get().payload
    assert (payload["old_starts_at"], payload["starts_at"]) == (f.at(10), f.at(10, 30))


def test_a_visit_moves_to_another_person_or_stays_whole() -> None:
    sam, sid = f.staff("Sam"), f.staff("Sid")
    (made,) = book(f.request(f.segment(f.service(), sam)), f.at(10), sam)
    asked = f.again(made.visit_id, by=[str(sid.pk)])
    rival = f.request(f.segment(f.service(), sid))
    book(rival, f.at(14), sid)
    with pytest.raises(SlotTaken) as refused:
        move(actor=SYSTEM, visit_id=made.visit_id, request=asked, start=f.at(14), by="staff", now=f.NOW)
    assert clock.epoch(refused.value.alternatives[0].starts_at) == f.at(13)
    made.refresh_from_db()
    assert (made.starts, made.staff_member_id) == (f.at(10), sam.pk)
    move(actor=SYSTEM, visit_id=made.visit_id, request=asked, start=f.at(10), by="staff", now=f.NOW)
    made.refresh_from_db()
    assert (made.staff_member_id, made.reschedules, made.revision) == (sid.pk, 0, 2)
    assert not sam.claims.exists()


def test_a_visit_by_two_people_swaps_without_meeting_itself() -> None:
    sam, sid = f.staff("Sam"), f.staff("Sid")
    first, second = f.service(), f.service()
    made = book(f.request(f.segment(first, sam, sid), f.segment(second, sam, sid)), f.at(10), sam, sid)
    asked = f.again(made[0].visit_id, by=[str(sam.pk), str(sid.pk)])
    moved = move(
        actor=SYSTEM,
        visit_id=made[0].visit_id,
        request=asked,
        start=f.at(10),
        staff_ids=[str(sid.pk), str(sam.pk)],
        by="staff",
        now=f.NOW,
    )
    assert [item.staff_member_id for item in moved] == [sid.pk, sam.pk]
    assert Claim.objects.count() == 2


def test_seats_of_a_session_are_reserved_moved_and_left() -> None:
    mentor = f.staff()
    asked = f.request(f.segment(f.service(capacity=2), mentor))
    (one,) = book(asked, f.at(10), mentor)
    (two,) = book(asked, f.at(10), mentor)
    assert one.claim_id == two.claim_id
    with pytest.raises(SlotTaken):
        book(asked, f.at(10), mentor)
    again = f.again(two.visit_id)
    move(actor=SYSTEM, visit_id=two.visit_id, request=again, start=f.at(12), by="customer", now=f.NOW)
    assert dict(Claim.objects.values_list("core_from", "seats_taken")) == {f.at(10): 1, f.at(12): 1}
    cancel_appointment(actor=SYSTEM, appointment_id=one.pk, by="customer", now=f.NOW)
    assert list(Claim.objects.values_list("core_from", flat=True)) == [f.at(12)]


def test_a_session_left_by_its_last_guest_lasts_as_long_as_the_holds_on_it() -> None:
    mentor = f.staff()
    asked = f.request(f.segment(f.service(capacity=3), mentor))
    (one,) = book(asked, f.at(10), mentor)
    keep(asked, f.at(10))
    cancel_appointment(actor=SYSTEM, appointment_id=one.pk, by="customer", now=f.NOW)
    claim = Claim.objects.get()
    assert (claim.kind, claim.seats_taken, claim.expires_at) == ("hold", 1, clock.epoch(f.NOW) + 900)


def test_what_is_over_is_marked_from_the_start_on() -> None:
    sam = f.staff()
    (made,) = book(f.request(f.segment(f.service(), sam)), f.at(10), sam)
    (other,) = book(f.request(f.segment(f.service(), sam)), f.at(12), sam)
    with pytest.raises(WrongState):
        complete(actor=f.as_staff(sam), appointment_id=made.pk, now=made.starts_at - timedelta(seconds=1))
    complete(actor=f.as_staff(sam), appointment_id=made.pk, now=made.starts_at)
    mark_no_show(actor=f.as_staff(sam), appointment_id=other.pk, now=other.ends_at)
    assert set(Appointment.objects.values_list("state", flat=True)) == {"completed", "no_show"}
    with pytest.raises(WrongState):
        cancel_appointment(actor=SYSTEM, appointment_id=made.pk, by="customer", now=f.NOW)


def test_the_database_refuses_a_live_appointment_without_a_claim() -> None:
    sam = f.staff()
    (made,) = book(f.request(f.segment(f.service(), sam)), f.at(10), sam)
    with pytest.raises(IntegrityError, match="appointment_live_has_claim"), transaction.atomic():
        Appointment.objects.filter(pk=made.pk).update(claim=None)
