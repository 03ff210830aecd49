"""A shop opened in a copy of the seeded store: services by few and by many people, online and at the customer's door.

Imported only by processes that work on such a copy.
"""

from __future__ import annotations

import time
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection

from almanac.booking.content import BasketContent, DetailsContent, ExtraContent, LineContent, PlaceContent
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import token_hash
from almanac.business.models import Business, Setting
from almanac.catalog.models import Category, Extra, Offering, Service, Venue
from almanac.kit import clock, ids
from almanac.people.models import StaffMember
from almanac.places import actions as places
from almanac.places.models import Area
from bench.scheduling_bench import DAY, NOW_EPOCH

MIDNIGHT = NOW_EPOCH // DAY * DAY
PLACE = PlaceContent(postcode="SW11 1AA", latitude=51.465, longitude=-0.156, town="London", district="Wandsworth")
DETAILS = DetailsContent(
    name="Nora Newcomer", email="nora@example.com", phone="+447700900321", line1="1 Plain Street", town="London"
)
MANY = (1, 10, 100, 1000)
TEAM = 25  # people of one of the services that are booked
TEAMS = 1000 // TEAM
FREE_HOURS = (10, 11, 13)  # UTC, between the stored appointments
UNTOUCHED_HOUR = 14  # as free, and never booked by way of a basket
LONG_MINUTES = 300  # fits nowhere until the stored appointments end, 64 days ahead


def set_clock() -> None:
    """For this and every other process of the copy it is noon of the seeded day."""
    Path(settings.CLOCK_FILE).write_text(str(NOW_EPOCH - time.time()), encoding="ascii")


def open_shop() -> None:
    """Services, who delivers them, an extra, areas and rules; then the clock is set."""
    shop = Business.objects.get()
    Setting.objects.create(
        business=shop,
        group="booking",
        values={"slot_interval_minutes": 15, "lead_time_minutes": 60, "horizon_days": 90},
    )
    people = list(StaffMember.objects.order_by("name"))
    Area.objects.bulk_create(
        Area(staff_member=one, postcode="SW11 1AA", latitude=51.46, longitude=-0.15, radius_m=20_000) for one in people
    )
    category = Category.objects.get()
    for count in MANY:
        _offer(shop, category, f"online-{count}", Venue.ONLINE, people[:count])
        _offer(shop, category, f"door-{count}", Venue.CUSTOMER, people[:count])
    _offer(shop, category, "long", Venue.ONLINE, people, minutes=LONG_MINUTES)
    for number in range(TEAMS):
        team = people[number * TEAM : (number + 1) * TEAM]
        _offer(shop, category, f"team-{number:02}", Venue.CUSTOMER, team, buffer_after_minutes=15)
    Extra.objects.create(
        business=shop, slug="oven", name={"en": "Oven"}, price_amount=500, duration_minutes=15, max_quantity=2
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    places.import_sample(now=clock.now())
    set_clock()


def _offer(
    shop: Business,
    category: Category,
    slug: str,
    venue: str,
    people: list[StaffMember],
    *,
    minutes: int = 30,
    buffer_after_minutes: int = 0,
) -> None:
    service = Service.objects.create(
        business=shop,
        category=category,
        slug=slug,
        name={"en": slug},
        duration_minutes=minutes,
        price_amount=4000,
        currency="GBP",
        venue=venue,
        buffer_after_minutes=buffer_after_minutes,
    )
    Offering.objects.bulk_create(Offering(service=service, staff_member=one) for one in people)


def service_id(slug: str) -> UUID:
    found: UUID = Service.objects.values_list("pk", flat=True).get(slug=slug)
    return found


def fill_baskets(
    slug: str, count: int, *, with_extra: bool = False, starts_at: int | None = None
) -> list[dict[str, str]]:
    """Baskets with a place, details and one line each: the secret of the cookie, the line's id, the service's.

    With `starts_at` each has chosen that time with the service's first staff member, and holds nothing.
    """
    service = Service.objects.select_related("business").get(slug=slug)
    extras = [ExtraContent(extra_id=Extra.objects.get().pk, quantity=1)] if with_extra else []
    staff = Offering.objects.filter(service=service).values_list("staff_member_id", flat=True)[0] if starts_at else None
    end = starts_at + service.duration_minutes * 60 if starts_at else None
    made, rows = [], []
    for _ in range(count):
        line = LineContent(service_id=service.pk, extras=extras, starts_at=starts_at, ends_at=end, staff_id=staff)
        token = ids.secret_token()
        content = BasketContent(place=PLACE, lines=[line], details=DETAILS)
        rows.append(
            Basket(
                token_hash=token_hash(token),
                business=service.business,
                content=content.model_dump_json(),
                expires_at=clock.instant(NOW_EPOCH + 7 * DAY),
            )
        )
        made.append({"token": token, "line": str(line.id), "service": str(service.pk)})
    Basket.objects.bulk_create(rows, batch_size=500)
    return made
