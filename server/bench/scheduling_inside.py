"""What scheduling_bench runs inside a process that is set up for one throw-away database."""

from __future__ import annotations

import json
import os
import random
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.config.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from almanac.business.models import Business  # noqa: E402
from almanac.catalog.models import Category, Service  # noqa: E402
from almanac.engine import slots  # noqa: E402
from almanac.engine.problem import Interval, Rules, Segment, Slot  # noqa: E402
from almanac.kit import clock, ids  # noqa: E402
from almanac.kit.actor import STRANGER  # noqa: E402
from almanac.people.models import Customer, StaffMember  # noqa: E402
from almanac.scheduling import guards  # noqa: E402
from almanac.scheduling.actions.holds import hold  # noqa: E402
from almanac.scheduling.locks import lock_staff  # noqa: E402
from almanac.scheduling.models import Appointment, Claim, WorkingHours  # noqa: E402
from almanac.scheduling.queries import free  # noqa: E402
from almanac.scheduling.queries.problems import problem_for  # noqa: E402
from almanac.scheduling.taking import take  # noqa: E402
from almanac.scheduling.visits import VisitRequest  # noqa: E402
from bench.copying import store  # noqa: E402
from bench.scheduling_bench import A_DAY, BOOKERS, DAY, DAYS_AHEAD, DAYS_BACK, NOW_EPOCH, STAFF, median_ms  # noqa: E402

HOURS_OF_DAY = (9, 12, 15)  # UTC starts of the stored one-hour appointments
RULES = Rules(slot_interval=900, lead_time=3600, horizon_days=90)
MIDNIGHT = NOW_EPOCH // DAY * DAY
CLAIMED = ("id", "staff_id", "blocked_from", "blocked_until", "core_from", "core_until")
APPOINTED = ("id", "staff_member_id", "claim_id", "visit_id", "starts_at", "ends_at", "uid")


def seed() -> None:
    """A thousand people who work 9 to 5 with three appointments a day, most of them past."""
    shop = open_shop(STAFF)
    with connection.schema_editor() as editor:
        guards.remove(None, editor)
    fill(*shop)
    with connection.schema_editor() as editor:
        guards.install(None, editor)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def open_shop(size: int) -> tuple[Business, Service, Customer, list[StaffMember]]:
    """A business with one service, a customer, and people who work 9 to 5."""
    owner = Business.objects.create(slug="bench", name="Bench", order_prefix="BN", languages=["en"])
    category = Category.objects.create(business=owner, slug="all", name={"en": "All"})
    clean = Service.objects.create(
        business=owner,
        category=category,
        slug="clean",
        name={"en": "Clean"},
        duration_minutes=30,
        price_amount=1,
        currency="GBP",
    )
    cleo = Customer.objects.create(name="Cleo")
    people = StaffMember.objects.bulk_create(
        StaffMember(business=owner, slug=f"p{number}", name=f"P{number:04}") for number in range(size)
    )
    WorkingHours.objects.bulk_create(
        (
            WorkingHours(staff_member=one, weekday=day, start_minute=540, end_minute=1020)
            for one in people
            for day in range(7)
        ),
        batch_size=5000,
    )
    return owner, clean, cleo, people


def fill(owner: Business, clean: Service, cleo: Customer, people: list[StaffMember]) -> None:
    """Three appointments a day for each of them."""
    key = (lambda value: value.hex) if connection.vendor == "sqlite" else str
    a_claim = Claim(created_at=clock.instant(MIDNIGHT), kind=Claim.Kind.APPOINTMENT, service_id=clean.pk)
    an_appointment = Appointment(
        created_at=clock.instant(MIDNIGHT),
        business=owner,
        service=clean,
        customer=cleo,
        venue="online",
        zone="Europe/London",
        state=Appointment.State.CONFIRMED,
    )
    days = [
        MIDNIGHT + day * DAY + hour * 3600 for day in range(-DAYS_BACK, DAYS_AHEAD) for hour in HOURS_OF_DAY[:A_DAY]
    ]
    stamps = {start: (_stamp(start), _stamp(start + 3600)) for start in days}
    for first in range(0, len(people), 50):
        claims, appointments = [], []
        for one in people[first : first + 50]:
            for start in days:
                claim_id, appointment_id = key(ids.new_id()), key(ids.new_id())
                claims.append((claim_id, key(one.pk), start, start + 3600, start, start + 3600))
                appointments.append((appointment_id, key(one.pk), claim_id, claim_id, *stamps[start], appointment_id))
        with transaction.atomic():
            store(a_claim, CLAIMED, claims)
            store(an_appointment, APPOINTED, appointments)


def _stamp(seconds: int) -> str:
    return clock.instant(seconds).strftime("%Y-%m-%d %H:%M:%S+00:00")


def asked(people: list[str], *, minutes: int = 30) -> VisitRequest:
    row = Service.objects.values_list("pk", "business_id").get()
    segment = Segment(service_id=str(row[0]), duration=minutes * 60, staff_ids=tuple(people))
    return VisitRequest(business_id=row[1], segments=(segment,), rules=RULES)


def measure() -> list[list[object]]:
    people = [str(one) for one in StaffMember.objects.order_by("name").values_list("pk", flat=True)]
    today = Interval(MIDNIGHT + DAY, MIDNIGHT + 2 * DAY)
    month = Interval(MIDNIGHT + DAY, MIDNIGHT + 31 * DAY)
    few, some, many = asked(people[:1]), asked(people[:10]), asked(people[:100])
    everybody = asked(people)
    long_one = asked(people, minutes=300)  # fits nowhere until the stored appointments end, 64 days ahead
    rows = [
        _row("1 person, 1 day: read and compute", 5, lambda: free.starts_by_staff(few, window=today, now=NOW_EPOCH)),
        _row(
            "10 people, 30 days: read and compute", 10, lambda: free.starts_by_staff(some, window=month, now=NOW_EPOCH)
        ),
        _row("  of that, reading (problem_for)", 10, lambda: problem_for(some, window=month, now=NOW_EPOCH)),
        _row(
            "100 people, 30 days: read and compute", 40, lambda: free.starts_by_staff(many, window=month, now=NOW_EPOCH)
        ),
        _row("  of that, reading (problem_for)", 40, lambda: problem_for(many, window=month, now=NOW_EPOCH)),
        _row("first free of 1,000, within two days", 15, lambda: free.first_free(everybody, now=NOW_EPOCH)),
        _row("first free of 1,000, 64 days ahead", 150, lambda: free.first_free(long_one, now=NOW_EPOCH), times=3),
    ]
    problem = problem_for(many, window=month, now=NOW_EPOCH)
    rows.append(["  of 100 x 30, the engine alone", median_ms(lambda: slots.starts_by_staff(problem)), 10, "ms", 0])
    return rows


def _row(name: str, goal: float, call, *, times: int = 15) -> list[object]:  # type: ignore[no-untyped-def]
    with CaptureQueriesContext(connection) as captured:
        call()
    return [name, median_ms(call, times=times), goal, "ms", len(captured)]


def take_many(what: str, number: int, begin_at: float, seconds: float) -> list[list[object]]:
    """Take free times of one's own share of the people, each once, until the time is up; how many that were."""
    share = [str(one) for one in StaffMember.objects.order_by("name").values_list("pk", flat=True)][number::BOOKERS]
    days = range(2, 20) if what == "hold" else range(20, 38)
    free_times = [
        (one, MIDNIGHT + day * DAY + hour * 3600) for one in share for day in days for hour in (10, 11, 13, 14)
    ]
    random.Random(number).shuffle(free_times)
    requests = {one: asked([one]) for one in share}
    time.sleep(max(0.0, begin_at - time.time()))
    done, until = 0, time.time() + seconds
    for one, start in free_times:
        if time.time() >= until:
            break
        if what == "hold":
            hold(
                actor=STRANGER,
                request=requests[one],
                start=start,
                owner=f"{number}-{done}",
                minutes=15,
                now=clock.instant(NOW_EPOCH),
            )
        else:
            with transaction.atomic():
                lock_staff([one])
                take(requests[one], Slot(start, start + 1800, (one,)), expires_at=NOW_EPOCH + 900)
        done += 1
    return [[done]]


if __name__ == "__main__":
    if sys.argv[1] == "measure":
        if not StaffMember.objects.exists():
            seed()
        print(json.dumps(measure()))
    else:
        print(json.dumps(take_many(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]))))
