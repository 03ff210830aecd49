"""Holding a slot: who gets it, until when, and what the others are told."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from almanac.engine.assignment import AssignmentRule
from almanac.engine.problem import Place, Rules
from almanac.kit import clock
from almanac.kit.actor import STRANGER
from almanac.places.models import Area
from almanac.scheduling.actions.blocks import block_time
from almanac.scheduling.actions.holds import hold, purge_expired_holds, release
from almanac.scheduling.actions.reservations import reserve
from almanac.scheduling.errors import SlotTaken
from almanac.scheduling.locks import NotInTransaction, lock_staff
from almanac.scheduling.models import Claim, Hold
from almanac.scheduling.tests import factories as f
from almanac.scheduling.visits import Held, VisitRequest

pytestmark = pytest.mark.django_db


def keep(
    asked: VisitRequest,
    start: int,
    owner: str = "basket",
    *,
    line: str = "",
    now: datetime = f.NOW,
    staff_ids: list[str] | None = None,
) -> Held:
    return hold(
        actor=STRANGER, request=asked, start=start, owner=owner, minutes=15, now=now, line=line, staff_ids=staff_ids
    )


def test_a_hold_takes_the_time_with_its_buffers() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam, before=10, after=20))
    held = keep(asked, f.at(10))
    claim = Claim.objects.get()
    assert (claim.core_from, claim.core_until) == (f.at(10), f.at(11))
    assert (claim.blocked_from, claim.blocked_until) == (f.at(9, 50), f.at(11, 20))
    assert claim.kind == "hold"
    assert held.expires_at == claim.expires_at == clock.epoch(f.NOW) + 15 * 60


def test_a_second_owner_is_told_the_nearest_other_times() -> None:
    asked = f.request(f.segment(f.service(), f.staff()))
    keep(asked, f.at(10), "first")
    with pytest.raises(SlotTaken) as refused:
        keep(asked, f.at(10), "second")
    near = [clock.epoch(item.starts_at) for item in refused.value.alternatives]
    assert near == [f.at(9), f.at(11), f.at(11, 15), f.at(11, 30)]


def test_another_person_is_chosen_when_anyone_will_do() -> None:
    sam, sid = f.staff("Sam"), f.staff("Sid")
    asked = f.request(f.segment(f.service(), sam, sid))
    chosen = {keep(asked, f.at(10), owner).slot.staff_ids[0] for owner in ("first", "second")}
    assert chosen == {str(sam.pk), str(sid.pk)}
    with pytest.raises(SlotTaken):
        keep(asked, f.at(10, 30), "third")


def test_a_named_person_is_not_replaced() -> None:
    sam, sid = f.staff("Sam"), f.staff("Sid")
    asked = f.request(f.segment(f.service(), sam, sid))
    keep(asked, f.at(10), "first", staff_ids=[str(sid.pk)])
    with pytest.raises(SlotTaken):
        keep(asked, f.at(10), "second", staff_ids=[str(sid.pk)])


def test_the_least_busy_goes_first() -> None:
    sam, sid, clean = f.staff("Sam"), f.staff("Sid"), f.service()
    only_sam = f.request(f.segment(clean, sam))
    keep(only_sam, f.at(9), "earlier")
    asked = f.request(f.segment(clean, sam, sid), assignment=AssignmentRule.LEAST_BUSY)
    assert keep(asked, f.at(12)).slot.staff_ids == (str(sid.pk),)


def test_a_new_hold_of_the_same_line_replaces_the_old_one() -> None:
    asked = f.request(f.segment(f.service(), f.staff()))
    keep(asked, f.at(10))
    keep(asked, f.at(10, 30))  # overlaps what it replaces
    assert [claim.core_from for claim in Claim.objects.all()] == [f.at(10, 30)]
    assert Hold.objects.count() == 1


def test_the_old_hold_stays_when_the_new_time_is_taken() -> None:
    asked = f.request(f.segment(f.service(), f.staff()))
    keep(asked, f.at(10))
    keep(asked, f.at(12), "rival")
    with pytest.raises(SlotTaken):
        keep(asked, f.at(12))
    assert Claim.objects.filter(core_from=f.at(10), held_seats__hold__owner="basket").exists()


def test_two_lines_of_one_basket_are_two_holds() -> None:
    asked = f.request(f.segment(f.service(), f.staff()))
    keep(asked, f.at(10), line="a")
    keep(asked, f.at(12), line="b")
    assert Claim.objects.count() == 2


def test_a_hold_is_over_at_its_instant() -> None:
    asked = f.request(f.segment(f.service(), f.staff()))
    keep(asked, f.at(10), "first")
    ends = f.NOW + timedelta(minutes=15)
    with pytest.raises(SlotTaken):
        keep(asked, f.at(10), "second", now=ends - timedelta(seconds=1))
    keep(asked, f.at(10), "second", now=ends)
    assert [found.owner for found in Hold.objects.all()] == ["second"]


def test_released_and_purged_time_is_open_again() -> None:
    asked = f.request(f.segment(f.service(), f.staff()))
    keep(asked, f.at(10))
    assert release(actor=STRANGER, owner="basket", now=f.NOW)
    assert not release(actor=STRANGER, owner="basket", now=f.NOW)
    keep(asked, f.at(12))
    assert purge_expired_holds(now=f.NOW) == 0
    assert purge_expired_holds(now=f.NOW + timedelta(minutes=15)) == 1
    assert (Claim.objects.count(), Hold.objects.count()) == (0, 0)


def test_services_in_a_row_by_one_person_are_one_claim() -> None:
    sam = f.staff()
    asked = f.request(
        f.segment(f.service(), sam, before=5, after=10), f.segment(f.service(minutes=30), sam, before=7, after=20)
    )
    keep(asked, f.at(10))
    claim = Claim.objects.get()
    assert (claim.blocked_from, claim.blocked_until) == (f.at(9, 55), f.at(11, 50))


def test_services_by_two_people_are_a_claim_each_and_go_together() -> None:
    sam, sid = f.staff("Sam"), f.staff("Sid")
    asked = f.request(f.segment(f.service(), sam), f.segment(f.service(minutes=30), sid))
    keep(asked, f.at(10))
    assert set(Claim.objects.values_list("staff_id", "core_from")) == {(sam.pk, f.at(10)), (sid.pk, f.at(11))}
    release(actor=STRANGER, owner="basket", now=f.NOW)
    assert not Claim.objects.exists()


def test_of_an_old_hold_over_two_people_each_part_goes_with_its_person() -> None:
    sam, sid, clean = f.staff("Sam"), f.staff("Sid"), f.service()
    keep(f.request(f.segment(clean, sam), f.segment(f.service(), sid)), f.at(10))
    later = f.NOW + timedelta(hours=1)
    keep(f.request(f.segment(clean, sam)), f.at(10), "second", now=later)
    assert Claim.objects.filter(staff=sid).count() == 1
    assert Hold.objects.count() == 2
    purge_expired_holds(now=f.NOW + timedelta(minutes=30))
    assert set(Hold.objects.values_list("owner", flat=True)) == {"second"}


def test_blocked_time_is_not_held() -> None:
    sam = f.staff()
    block_time(
        actor=f.as_staff(sam),
        staff_id=sam.pk,
        starts_at=clock.instant(f.at(10)),
        ends_at=clock.instant(f.at(11)),
        now=f.NOW,
    )
    asked = f.request(f.segment(f.service(), sam))
    with pytest.raises(SlotTaken):
        keep(asked, f.at(10, 30))
    keep(asked, f.at(11))


def test_the_way_between_two_places_is_kept_free() -> None:
    sam = f.staff()
    Area.objects.create(staff_member=sam, postcode="SW1A 1AA", latitude=51.5, longitude=-0.1, radius_m=30_000)
    part = f.segment(f.service(), sam)
    rules = Rules(slot_interval=900)
    here, there = Place(51.50, -0.10), Place(51.50, -0.20)  # 6.9 km apart: 18 minutes with detour at 30 km/h
    keep(f.request(part, place=here, rules=rules), f.at(10), "first")
    with pytest.raises(SlotTaken):
        keep(f.request(part, place=there, rules=rules), f.at(11, 15), "second")
    keep(f.request(part, place=there, rules=rules), f.at(11, 30), "second")


def test_without_an_area_nobody_travels() -> None:
    asked = f.request(f.segment(f.service(), f.staff()), place=Place(51.5, -0.1))
    with pytest.raises(SlotTaken) as refused:
        keep(asked, f.at(10))
    assert refused.value.alternatives == []


def test_seats_of_a_session_fill_up_and_come_back() -> None:
    mentor = f.staff()
    session = f.segment(f.service(capacity=3), mentor)
    keep(f.request(session, seats=2), f.at(10), "first")
    keep(f.request(session, seats=1), f.at(10), "second")
    claim = Claim.objects.get()
    assert (claim.seats_taken, claim.capacity) == (3, 3)
    with pytest.raises(SlotTaken):
        keep(f.request(session), f.at(10), "third")
    release(actor=STRANGER, owner="first", now=f.NOW)
    keep(f.request(session), f.at(10), "third")
    assert Claim.objects.get().seats_taken == 2


def test_seats_of_holds_that_are_over_are_free_again() -> None:
    mentor, cleo = f.staff(), f.customer()
    session = f.segment(f.service(capacity=2), mentor)
    one = f.request(session)
    chosen = f.slot(one, f.at(10), mentor)
    reserve(actor=STRANGER, reservations=[f.reservation(one, chosen, cleo)], now=f.NOW)
    keep(one, f.at(10), "slow")
    with pytest.raises(SlotTaken):
        keep(one, f.at(10), "quick")
    keep(one, f.at(10), "quick", now=f.NOW + timedelta(minutes=15))
    claim = Claim.objects.get()
    assert (claim.seats_taken, claim.kind, claim.expires_at) == (2, "appointment", None)


def test_nobody_to_lock_asks_the_database_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert lock_staff([]) == set()


def test_a_lock_outside_a_transaction_is_refused(transactional_db: None) -> None:
    sam = f.staff()
    with pytest.raises(NotInTransaction):
        lock_staff([sam.pk])
    with transaction.atomic():
        lock_staff([sam.pk])
