"""Time that somebody blocks for themselves, or opens again; and absences taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

import pytest

from almanac.kit import clock, ids
from almanac.kit.errors import NotAllowed, NotFound
from almanac.outbox.models import EventRow
from almanac.people.models import StaffMember
from almanac.scheduling import locks
from almanac.scheduling.actions import blocks, hours, time_off
from almanac.scheduling.actions.blocks import Blocked, block_time, unblock_time
from almanac.scheduling.actions.reservations import reserve
from almanac.scheduling.models import BusyBlock, TimeOff
from almanac.scheduling.tests import factories as f

pytestmark = pytest.mark.django_db


def block(sam: StaffMember, start: int = f.at(10, 30), end: int = f.at(12)) -> Blocked:
    return block_time(
        actor=f.as_staff(sam), staff_id=sam.pk, starts_at=clock.instant(start), ends_at=clock.instant(end), now=f.NOW
    )


@pytest.fixture
def while_waiting(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`while_waiting(blocks, change)`: what another request did between this one's reading and its lock."""

    def arrange(module: Any, change: Callable[[], object]) -> None:
        def lock(staff_ids: Iterable[UUID]) -> set[UUID]:
            change()
            return locks.lock_staff(staff_ids)

        monkeypatch.setattr(module, "lock_staff", lock)

    return arrange


def test_blocking_time_names_the_appointments_under_it() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam))
    wanted = f.reservation(asked, f.slot(asked, f.at(10), sam), f.customer())
    ((made,),) = reserve(actor=f.ADMIN, reservations=[wanted], now=f.NOW)
    assert block(sam).conflicts == (made.pk,)
    with pytest.raises(NotAllowed):
        block_time(
            actor=f.as_staff(f.staff("Sid")),
            staff_id=sam.pk,
            starts_at=clock.instant(f.at(13)),
            ends_at=clock.instant(f.at(14)),
            now=f.NOW,
        )


def test_opening_time_again_is_told() -> None:
    sam = f.staff()
    made = block(sam).block
    with pytest.raises(NotAllowed):
        unblock_time(actor=f.as_staff(f.staff("Sid")), block_id=made.pk, now=f.NOW)
    unblock_time(actor=f.as_staff(sam), block_id=made.pk, now=f.NOW)
    told = EventRow.objects.get(name="scheduling.time_unblocked")
    assert (told.payload["staff_id"], told.payload["block_id"]) == (str(sam.pk), str(made.pk))
    with pytest.raises(NotFound):
        unblock_time(actor=f.as_staff(sam), block_id=made.pk, now=f.NOW)


def test_opening_it_twice_at_once_is_one_change(while_waiting: Callable[..., None]) -> None:
    sam = f.staff()
    made = block(sam).block
    while_waiting(blocks, lambda: BusyBlock.objects.all().delete())
    with pytest.raises(NotFound):
        unblock_time(actor=f.as_staff(sam), block_id=made.pk, now=f.NOW)
    assert not EventRow.objects.filter(name="scheduling.time_unblocked").exists()


def test_an_outside_calendars_event_is_not_ours_to_remove() -> None:
    sam = f.staff()
    event = BusyBlock.objects.create(staff_member=sam, busy_from=f.at(9), busy_until=f.at(10), source="outside")
    for block_id in (event.pk, ids.new_id()):
        with pytest.raises(NotFound):
            unblock_time(actor=f.as_staff(sam), block_id=block_id, now=f.NOW)


def test_taking_an_absence_back_twice_at_once_is_one_change(while_waiting: Callable[..., None]) -> None:
    sam = f.staff()
    absence = TimeOff.objects.create(staff_member=sam, off_from=f.at(9), off_until=f.at(17))
    while_waiting(hours, lambda: TimeOff.objects.all().update(state="withdrawn"))
    with pytest.raises(NotFound):
        time_off.drop_time_off(actor=f.as_staff(sam), time_off_id=absence.pk, now=f.NOW)
    assert not EventRow.objects.exists()
