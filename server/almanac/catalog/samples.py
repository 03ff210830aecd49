"""Sample catalogue: seven services of VALClean with extras, and sessions of the mentors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from almanac.business.models import Business
from almanac.catalog.models import Category, Extra, Offering, Service, Venue
from almanac.kit.localized import english
from almanac.people.models import StaffMember


class Sold(NamedTuple):
    """One sample service: price in pence, minutes, and who delivers it (slugs)."""

    category: str
    slug: str
    name: str
    description: str
    preparation: str
    price_amount: int
    minutes: int
    buffer_minutes: int
    staff: tuple[str, ...]


CATEGORIES = {
    "cleaning": ("Cleaning Services", "Homes and windows, from a quick tidy to moving day."),
    "maintenance": ("Maintenance Services", "Small repairs and jobs around the house."),
    "green-spaces": ("Green Spaces", "Lawns, hedges and gardens through the year."),
}
VISITS = (
    Sold(
        "cleaning",
        "regular-clean",
        "Regular clean",
        "Kitchen, bathroom, dusting and floors.",
        "Please leave surfaces clear. We bring everything we need.",
        4800,
        120,
        15,
        ("maria", "grace"),
    ),
    Sold(
        "cleaning",
        "deep-clean",
        "Deep clean",
        "Every room from top to bottom, with the places nobody looks at.",
        "Please leave surfaces clear and the heating on.",
        12000,
        240,
        15,
        ("maria", "grace"),
    ),
    Sold(
        "cleaning",
        "end-of-tenancy-clean",
        "End of tenancy clean",
        "For handing back the keys, to the agents' checklist.",
        "The home should be empty. Leave power and hot water on.",
        18500,
        300,
        30,
        ("grace",),
    ),
    Sold(
        "cleaning",
        "window-clean",
        "Window clean",
        "Inside and out, frames and sills as well.",
        "Please clear the window sills.",
        3500,
        60,
        10,
        ("james", "grace"),
    ),
    Sold(
        "maintenance",
        "handyman-visit",
        "Handyman visit",
        "An hour for small repairs: taps, doors, shelves, lights.",
        "Have a list of jobs ready, the most urgent first.",
        5500,
        60,
        15,
        ("james",),
    ),
    Sold(
        "green-spaces",
        "garden-care",
        "Garden care",
        "Weeding, pruning and tidying beds and borders.",
        "We need a way into the garden and an outside tap.",
        6000,
        120,
        15,
        ("grace", "james"),
    ),
    Sold(
        "green-spaces",
        "lawn-mowing",
        "Lawn mowing",
        "Cut, edged and cleared away.",
        "Please clear toys and furniture from the lawn.",
        3000,
        45,
        15,
        ("grace", "james"),
    ),
)
EXTRAS = (
    ("oven", "Inside the oven", 1800, 30, 2, ("regular-clean", "deep-clean", "end-of-tenancy-clean")),
    ("fridge", "Inside the fridge", 1200, 20, 2, ("regular-clean", "deep-clean", "end-of-tenancy-clean")),
    ("ironing", "Ironing, half an hour", 1000, 30, 4, ("regular-clean",)),
    ("green-waste", "Take green waste away", 1500, 15, 1, ("garden-care", "lawn-mowing")),
)
SESSIONS = (
    ("career-hour", "Career hour", "One hour on where you are and what comes next.", 9000, 60, ("olena", "david")),
    ("portfolio-review", "Portfolio review", "We go through your work together, piece by piece.", 6000, 45, ("olena",)),
    ("founders-clinic", "Founder's clinic", "Bring one hard question about your company.", 12000, 60, ("david",)),
)
OWN_PRICES = {("david", "career-hour"): 11000}


def create_catalogue(valclean: Business, mentors: Business, staff: Mapping[str, StaffMember]) -> None:
    """Categories, services, extras and who delivers what; `staff` by slug."""
    _create_visits(valclean, staff)
    _create_sessions(mentors, staff)


def _create_visits(valclean: Business, staff: Mapping[str, StaffMember]) -> None:
    categories = {
        slug: Category.objects.create(
            business=valclean, slug=slug, name=english(name), description=english(words), position=position
        )
        for position, (slug, (name, words)) in enumerate(CATEGORIES.items())
    }
    services = {}
    for position, sold in enumerate(VISITS):
        services[sold.slug] = Service.objects.create(
            business=valclean,
            category=categories[sold.category],
            slug=sold.slug,
            name=english(sold.name),
            description=english(sold.description),
            preparation=english(sold.preparation),
            duration_minutes=sold.minutes,
            price_amount=sold.price_amount,
            currency="GBP",
            tax_rate_bp=2000,
            buffer_before_minutes=0,
            buffer_after_minutes=sold.buffer_minutes,
            position=position,
        )
        _offer(services[sold.slug], sold.staff, staff)
    for position, (slug, name, price, minutes, most, fits) in enumerate(EXTRAS):
        extra = Extra.objects.create(
            business=valclean,
            slug=slug,
            name=english(name),
            price_amount=price,
            duration_minutes=minutes,
            max_quantity=most,
            position=position,
        )
        extra.services.set([services[name] for name in fits])


def _create_sessions(mentors: Business, staff: Mapping[str, StaffMember]) -> None:
    category = Category.objects.create(business=mentors, slug="sessions", name=english("Sessions"))
    for position, (slug, name, words, price, minutes, by) in enumerate(SESSIONS):
        service = Service.objects.create(
            business=mentors,
            category=category,
            slug=slug,
            name=english(name),
            description=english(words),
            preparation=english("Find a quiet place and a working microphone."),
            duration_minutes=minutes,
            price_amount=price,
            currency="GBP",
            tax_rate_bp=2000,
            buffer_after_minutes=15,
            venue=Venue.ONLINE,
            position=position,
        )
        _offer(service, by, staff)


def _offer(service: Service, slugs: tuple[str, ...], staff: Mapping[str, StaffMember]) -> None:
    Offering.objects.bulk_create(
        Offering(service=service, staff_member=staff[slug], price_amount=OWN_PRICES.get((slug, service.slug)))
        for slug in slugs
    )
