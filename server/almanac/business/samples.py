"""Sample businesses: VALClean at the customer's door, and mentors online."""

from __future__ import annotations

from almanac.business.models import Business, Location, Setting
from almanac.business.policies import BookingPolicy
from almanac.kit.localized import english


def create_businesses() -> tuple[Business, Business]:
    """VALClean and the mentors, each with its place, words and booking rules."""
    valclean = Business.objects.create(
        slug="valclean",
        name="VALClean",
        order_prefix="VC",
        currency="GBP",
        zone="Europe/London",
        languages=["en"],
        tagline=english("Cleaning, repairs and gardens, done by people you get to know."),
        staff_word=english("cleaner"),
        accent="#1D6B57",
        phone="020 7946 0123",
        email="hello@valclean.uk",
        position=1,
    )
    mentors = Business.objects.create(
        slug="mentors",
        name="Almanac Mentors",
        order_prefix="MT",
        currency="GBP",
        zone="Europe/London",
        languages=["en"],
        tagline=english("An hour with somebody who has done it before."),
        staff_word=english("mentor"),
        accent="#3D4E8A",
        phone="020 7946 0456",
        email="hello@mentors.example",
        visits_at_customer=False,
        position=2,
    )
    Location.objects.create(
        business=valclean,
        name="VALClean office",
        address_line="12 Lavender Hill",
        postcode="SW11 5RW",
        latitude=51.4640,
        longitude=-0.1655,
        phone=valclean.phone,
    )
    Setting.objects.create(
        business=mentors,
        group=BookingPolicy.group,
        values={"lead_time_minutes": 180, "slot_interval_minutes": 30, "assignment": "round_robin"},
    )
    return valclean, mentors
