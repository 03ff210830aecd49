"""Runs of the waiting list: what is open is offered to those who wait, the longest waiting first."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.booking.actions.waiting_offers import offer_time
from almanac.booking.errors import WaitingOver
from almanac.booking.models import WaitingEntry
from almanac.booking.queries.waiting_search import Finder, businesses_waited_for, line_of
from almanac.business import queries as business
from almanac.business.policies import WaitingPolicy
from almanac.engine.waiting import hand_out
from almanac.kit.actor import SYSTEM
from almanac.kit.clock import epoch, instant
from almanac.kit.errors import NotFound
from almanac.outbox.actions import enqueue
from almanac.scheduling.errors import SlotTaken, UnknownStaff, VisitTooLong

RUN = "booking.run_waiting_list"
TOGETHER = 5  # seconds within which events share a run
AT_ONCE = 200  # entries looked at in one run


def ask_for_run(business_id: UUID, *, now: datetime) -> None:
    """Look at those who wait for a business soon: once these few seconds are over, however many ask."""
    due = (epoch(now) // TOGETHER + 1) * TOGETHER
    args = {"business_id": str(business_id), "after": None}
    enqueue(RUN, args=args, due_at=instant(due), key=f"{RUN}:{business_id}:{due}")


def ask_for_all(*, now: datetime) -> int:
    """Look at everybody who waits; tells for how many businesses."""
    found = businesses_waited_for()
    for business_id in found:
        ask_for_run(business_id, now=now)
    return len(found)


def run(*, business_id: UUID, after: UUID | None, now: datetime) -> int:
    """Offer what is open to those who wait for a business, from behind the entry `after` on; tells how many offers were
    made. Whoever is too far down for one run is looked at in the next, right after."""
    policy = business.policy(business_id, WaitingPolicy)
    if not policy.is_on:
        return 0
    line = {entry.pk: entry for entry in line_of(business_id)}
    keys = list(line)
    look_from = next((place + 1 for place, key in enumerate(keys) if key == after), 0)
    look_until = look_from + AT_ONCE
    finder = Finder(policy, now)
    gone: set[UUID] = set()

    def first(key: UUID) -> int | None:
        return None if key in gone else finder.first(line[key])

    def wants(key: UUID, start: int) -> bool:
        return key not in gone and finder.wants(line[key], start)

    def give(key: UUID, start: int) -> bool:
        try:
            _offer(finder, line[key], start, minutes=policy.offer_minutes, now=now)
        except (WaitingOver, NotFound):
            gone.add(key)
            return False
        except (SlotTaken, UnknownStaff, VisitTooLong):
            return False
        return True

    given = hand_out(keys, first=first, wants=wants, give=give, look_from=look_from, look_until=look_until)
    if look_until < len(keys):
        enqueue(RUN, args={"business_id": str(business_id), "after": str(keys[look_until - 1])}, due_at=now)
    return len(given)


def _offer(finder: Finder, entry: WaitingEntry, start: int, *, minutes: int, now: datetime) -> None:
    search = finder.search_for(entry)
    offer_time(actor=SYSTEM, entry_id=entry.pk, search=search, start=start, minutes=minutes, now=now)
