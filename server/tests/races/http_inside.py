"""What the race over HTTP needs inside the database: a shop with one cleaner, full baskets, and the look afterwards.

`python -m tests.races.http_inside open|baskets|inspect`, with the environment of the throw-away
database. Prints JSON on its last line. Not imported by the tests.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import timedelta
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.config.settings")
django.setup()

from almanac.booking.content import BasketContent, DetailsContent, LineContent, PlaceContent  # noqa: E402
from almanac.booking.models import Basket  # noqa: E402
from almanac.booking.queries.baskets import token_hash  # noqa: E402
from almanac.business.models import Setting  # noqa: E402
from almanac.catalog.models import Offering, Service, Venue  # noqa: E402
from almanac.kit import clock, ids  # noqa: E402
from almanac.people.models import StaffMember  # noqa: E402
from almanac.places.models import Area  # noqa: E402
from almanac.sales.models import Order  # noqa: E402
from almanac.scheduling.models import Appointment, Hold  # noqa: E402
from almanac.scheduling.tests import factories  # noqa: E402
from tests.races.inspection import inspect  # noqa: E402

PLACE = PlaceContent(postcode="SW11 1AA", latitude=51.465, longitude=-0.156, town="London", district="Wandsworth")
DETAILS = DetailsContent(
    name="Nora Newcomer", email="nora@example.com", phone="+447700900321", line1="1 Plain Street", town="London"
)


def open_shop() -> dict[str, Any]:
    """One cleaner who works day and night near the place, an hour's clean with buffers, and the starts fought over."""
    sam = factories.staff(hours=(0, 24))
    service = factories.service()
    service.venue, service.buffer_before_minutes, service.buffer_after_minutes = Venue.CUSTOMER, 10, 15
    service.save()
    Offering.objects.create(service=service, staff_member=sam)
    Area.objects.create(staff_member=sam, postcode="SW11 1AA", latitude=51.46, longitude=-0.15, radius_m=5_000)
    Setting.objects.create(business=sam.business, group="booking", values={"slot_interval_minutes": 15})
    tomorrow = clock.now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=2)
    return {"starts": [clock.epoch(tomorrow + timedelta(days=number, hours=12)) for number in range(4)]}


def baskets(count: int, starts: list[int]) -> list[dict[str, str]]:
    """Full baskets of as many strangers. Where starts are given, each has chosen one in turn whose hold is over."""
    service, staff = Service.objects.select_related("business").get(), StaffMember.objects.get()
    rows, made = [], []
    for number in range(count):
        line = LineContent(service_id=service.pk)
        if starts:
            line.starts_at = starts[number % len(starts)]
            line.ends_at, line.staff_id, line.held_until = line.starts_at + 3600, staff.pk, 0
        token = ids.secret_token()
        content = BasketContent(place=PLACE, lines=[line], details=DETAILS)
        rows.append(
            Basket(
                token_hash=token_hash(token),
                business=service.business,
                content=content.model_dump_json(),
                expires_at=clock.now() + timedelta(days=1),
            )
        )
        made.append({"token": token, "line": str(line.id)})
    Basket.objects.bulk_create(rows, batch_size=200)
    return made


def look() -> dict[str, Any]:
    """What the rows say: overlaps with buffers and the like, and how much of everything there is."""
    return {
        **inspect(),
        "holds": Hold.objects.count(),
        "appointments": Appointment.objects.count(),
        "orders": Order.objects.count(),
    }


def run(command: str, *arguments: str) -> Any:
    """Do what the command line says."""
    if command == "open":
        return open_shop()
    if command == "baskets":
        return baskets(int(arguments[0]), [int(start) for start in arguments[1:]])
    return look()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(*sys.argv[1:])) + "\n")
