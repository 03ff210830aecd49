"""One of the processes that hold and book as fast as they can; run by bench.book.

`open` opens the shop; `book N COUNT` first holds COUNT times and then books them, `reserve N COUNT` takes as many without
a basket. Prints [seconds of the first step, seconds of the second, how many] as JSON on its last line.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator
from uuid import UUID, uuid4

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from almanac.booking.actions.book import Agreed, book  # noqa: E402
from almanac.booking.actions.holds import hold_line  # noqa: E402
from almanac.catalog.queries.offers import bookable_offerings  # noqa: E402
from almanac.engine.problem import Segment, Slot  # noqa: E402
from almanac.kit import clock  # noqa: E402
from almanac.kit.actor import STRANGER  # noqa: E402
from almanac.people.models import Customer, StaffMember  # noqa: E402
from almanac.scheduling.actions.reservations import reserve  # noqa: E402
from almanac.scheduling.errors import SlotTaken  # noqa: E402
from almanac.scheduling.visits import Reservation, VisitRequest  # noqa: E402
from bench import shop  # noqa: E402
from bench.book import BOOKERS  # noqa: E402
from bench.processes import ready  # noqa: E402
from bench.scheduling_bench import DAY  # noqa: E402
from bench.scheduling_inside import RULES  # noqa: E402

AGREED = Agreed(4000, "pay_on_site", early_start_consent=True)


def book_many(number: int, count: int) -> list[float]:
    """Hold `count` times of this process's own teams, one a basket, then turn each basket into an order."""
    dice = random.Random(number)
    teams = range(number, shop.TEAMS, BOOKERS)
    baskets = [basket for team in teams for basket in shop.fill_baskets(f"team-{team:02}", -(-count // len(teams)))][
        :count
    ]
    now = clock.now()
    ready()
    begun = time.perf_counter()
    for basket in baskets:
        _hold(basket, dice)
    held = time.perf_counter()
    for basket in baskets:
        book(actor=STRANGER, token=basket["token"], agreed=AGREED, key=str(uuid4()), language="en", now=now)
    return [held - begun, time.perf_counter() - held, count]


def _hold(basket: dict[str, str], dice: random.Random) -> None:
    while True:
        start = shop.MIDNIGHT + dice.randrange(2, 60) * DAY + dice.choice(shop.FREE_HOURS) * 3600
        try:
            hold_line(
                actor=STRANGER,
                token=basket["token"],
                line_id=UUID(basket["line"]),
                starts_at=start,
                staff_id=None,
                now=clock.now(),
            )
        except SlotTaken:
            continue
        return


def reserve_many(number: int, count: int) -> list[float]:
    """Take `count` different free times of this process's own people, one a transaction."""
    service, business_id = shop.service_id("online-1000"), StaffMember.objects.values_list("business_id", flat=True)[0]
    people = [item.staff_member_id for item in bookable_offerings([service])][number::BOOKERS]
    customer = Customer.objects.values_list("pk", flat=True)[0]
    free = list(_free_times(people, random.Random(number)))[:count]
    now = clock.now()
    connection.ensure_connection()
    ready()
    begun = time.perf_counter()
    for staff_id, start in free:
        segment = Segment(service_id=str(service), duration=1800, staff_ids=(str(staff_id),))
        asked = VisitRequest(business_id=business_id, segments=(segment,), rules=RULES)
        item = Reservation(
            request=asked,
            slot=Slot(start, start + 1800, (str(staff_id),)),
            customer_id=customer,
            venue="online",
            zone="Europe/London",
            state="confirmed",
        )
        with transaction.atomic():
            reserve(actor=STRANGER, reservations=[item], now=now)
    return [0.0, time.perf_counter() - begun, len(free)]


def _free_times(people: list[UUID], dice: random.Random) -> Iterator[tuple[UUID, int]]:
    times = [
        (one, shop.MIDNIGHT + day * DAY + shop.UNTOUCHED_HOUR * 3600) for one in people[:50] for day in range(2, 60)
    ]
    dice.shuffle(times)
    yield from times


if __name__ == "__main__":
    if sys.argv[1] == "open":
        shop.open_shop()
        print(json.dumps([]))
    else:
        work = {"book": book_many, "reserve": reserve_many}[sys.argv[1]]
        print(json.dumps(work(int(sys.argv[2]), int(sys.argv[3]))))
