"""Sample catalogue: seven services of VALClean with extras, two with questions of their own, a price for Saturdays, and the
mentors' sessions and booklets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from almanac.business.models import Business
from almanac.catalog.models import Bundle, Category, Extra, Offering, Package, PriceRule, Product, Service, Venue
from almanac.catalog.questions import FormQuestion, Option, ShowIf, stored_form
from almanac.engine.questions import ConditionTest
from almanac.engine.questions import QuestionKind as Kind
from almanac.files.actions import keep_picture, keep_private, store_picture, store_private
from almanac.files.pictures import redrawn
from almanac.files.queries import address_of
from almanac.files.samples import draw_cover, write_pdf
from almanac.files.uploads import checked_pdf
from almanac.kit.actor import SYSTEM
from almanac.kit.localized import LocalizedText
from almanac.people.models import StaffMember

DATA = Path(__file__).parent / "data"
SESSIONS, WORDS, PRODUCTS = DATA / "sessions.json", DATA / "visits.json", DATA / "products.json"
TRANSLATED: dict[str, LocalizedText] = json.loads(WORDS.read_text(encoding="utf-8"))


def told(text: str) -> LocalizedText:
    """A text of the sample catalogue in every language we speak."""
    return {"en": text, **TRANSLATED[text]}


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
    ("carpet", "Wash a carpet", 2500, 30, 6, ("end-of-tenancy-clean",)),
    ("green-waste", "Take green waste away", 1500, 15, 1, ("garden-care", "lawn-mowing")),
)
PREPARE = {
    "en": "Find a quiet place and a working microphone.",
    "uk": "Знайдіть тихе місце і перевірте мікрофон.",
    "es": "Busca un lugar tranquilo y un micrófono que funcione.",
    "fr": "Trouvez un endroit calme et un micro qui marche.",
    "de": "Suchen Sie einen ruhigen Ort und ein funktionierendes Mikrofon.",
}
QUESTIONS = {
    "end-of-tenancy-clean": [
        FormQuestion(
            id=UUID(int=0xE01),
            kind=Kind.NUMBER,
            label=told("How many bedrooms?"),
            is_required=True,
            minimum=0,
            maximum=10,
            for_staff=True,
        ),
        FormQuestion(
            id=UUID(int=0xE02),
            kind=Kind.NUMBER,
            label=told("How many bathrooms?"),
            is_required=True,
            minimum=1,
            maximum=6,
            for_staff=True,
        ),
        FormQuestion(
            id=UUID(int=0xE03),
            kind=Kind.YES_NO,
            label=told("Did any pets live there?"),
            is_required=True,
            for_staff=True,
        ),
        FormQuestion(
            id=UUID(int=0xE04),
            kind=Kind.CHOICES,
            label=told("What kind?"),
            help=told("We bring another machine for hair."),
            is_required=True,
            options=[
                Option(key="dog", label=told("Dogs")),
                Option(key="cat", label=told("Cats")),
                Option(key="other", label=told("Others")),
            ],
            show_if=ShowIf(question=UUID(int=0xE03), test=ConditionTest.IS, value="yes"),
            for_staff=True,
        ),
        FormQuestion(
            id=UUID(int=0xE05),
            kind=Kind.CHOICE,
            label=told("Where can we park?"),
            options=[
                Option(key="drive", label=told("On the drive")),
                Option(key="street", label=told("On the street, free")),
                Option(key="permit", label=told("With a permit that you give us")),
            ],
            for_staff=True,
        ),
    ],
    "garden-care": [
        FormQuestion(
            id=UUID(int=0xE11),
            kind=Kind.FILE,
            label=told("A photo of the garden"),
            help=told("It tells us what to bring. A photo or a PDF, 15 MB at most."),
            for_staff=True,
        ),
        FormQuestion(id=UUID(int=0xE12), kind=Kind.YES_NO, label=told("Any pets in the garden?"), for_staff=True),
        FormQuestion(
            id=UUID(int=0xE13),
            kind=Kind.TEXT,
            label=told("What kind, and are they friendly?"),
            show_if=ShowIf(question=UUID(int=0xE12), test=ConditionTest.IS, value="yes"),
            for_staff=True,
        ),
        FormQuestion(id=UUID(int=0xE14), kind=Kind.LONG_TEXT, label=told("What matters most to you?"), for_staff=True),
    ],
}


def create_products(mentors: Business, staff: Mapping[str, StaffMember], *, now: datetime) -> None:
    """The booklets of data/products.json, each with a cover and a PDF of a few pages; `staff` by slug."""
    for position, told in enumerate(json.loads(PRODUCTS.read_text(encoding="utf-8"))):
        cover = store_picture(redrawn(draw_cover(told["name"]["en"], ground=told["ground"])), now=now)
        product = Product.objects.create(
            business=mentors,
            mentor=staff[told["by"]],
            slug=told["slug"],
            name=told["name"],
            description=told["description"],
            price_amount=told["price_amount"],
            currency=told["currency"],
            tax_rate_bp=told["tax_rate_bp"],
            picture_url=address_of(keep_picture(actor=SYSTEM, asset=cover, now=now)),
            position=position,
            file_count=1,
        )
        pdf = checked_pdf(write_pdf(told["name"]["en"], told["pages"]), name=f"{told['slug']}.pdf")
        keep_private(store_private(pdf, owner=product.files_owner, now=now), now=now)


def create_packages(staff: Mapping[str, StaffMember]) -> None:
    """The packages of data/packages.json; `staff` by slug."""
    for position, told in enumerate(json.loads((DATA / "packages.json").read_text(encoding="utf-8"))):
        service = Service.objects.get(business__slug=told["business"], slug=told["service"])
        plain = {name: told[name] for name in ("slug", "name", "description", "visits", "price_amount", "months")}
        Package.objects.create(
            **plain,
            business=service.business,
            staff_member=staff[told["by"]] if told["by"] else None,
            service_ids=[str(service.pk)],
            currency=told["currency"],
            position=position,
        )


def create_bundles() -> None:
    """The bundles of data/bundles.json."""
    for position, told in enumerate(json.loads((DATA / "bundles.json").read_text(encoding="utf-8"))):
        services = {row.slug: row for row in Service.objects.filter(business__slug=told["business"])}
        plain = {name: told[name] for name in ("slug", "name", "description", "timing", "same_person", "percent_bp")}
        chosen = [services[slug] for slug in told["services"]]
        Bundle.objects.create(
            **plain, business=chosen[0].business, service_ids=[str(row.pk) for row in chosen], position=position
        )


def create_catalogue(valclean: Business, mentors: Business, staff: Mapping[str, StaffMember]) -> None:
    """Categories, services, extras and who delivers what; `staff` by slug."""
    _create_visits(valclean, staff)
    _create_sessions(mentors, staff)


def _create_visits(valclean: Business, staff: Mapping[str, StaffMember]) -> None:
    categories = {
        slug: Category.objects.create(
            business=valclean, slug=slug, name=told(name), description=told(words), position=position
        )
        for position, (slug, (name, words)) in enumerate(CATEGORIES.items())
    }
    services = {}
    for position, sold in enumerate(VISITS):
        services[sold.slug] = Service.objects.create(
            business=valclean,
            category=categories[sold.category],
            slug=sold.slug,
            name=told(sold.name),
            description=told(sold.description),
            preparation=told(sold.preparation),
            duration_minutes=sold.minutes,
            price_amount=sold.price_amount,
            currency="GBP",
            tax_rate_bp=2000,
            buffer_before_minutes=0,
            buffer_after_minutes=sold.buffer_minutes,
            position=position,
            questions=stored_form(QUESTIONS.get(sold.slug, [])),
        )
        _offer(services[sold.slug], sold.staff, staff)
    for position, (slug, name, price, minutes, most, fits) in enumerate(EXTRAS):
        extra = Extra.objects.create(
            business=valclean,
            slug=slug,
            name=told(name),
            price_amount=price,
            duration_minutes=minutes,
            max_quantity=most,
            position=position,
        )
        extra.services.set([services[name] for name in fits])
    PriceRule.objects.create(
        business=valclean,
        name=told("Saturday"),
        service_ids=[str(services["lawn-mowing"].pk)],
        when={"weekdays": [5]},
        effect={"kind": "percent", "percent_bp": 2_000},
    )


def _create_sessions(mentors: Business, staff: Mapping[str, StaffMember]) -> None:
    """The sessions of data/sessions.json, one-to-one and for groups, with who gives them at which price of their own."""
    words = {"en": "Sessions", "uk": "Зустрічі", "es": "Sesiones", "fr": "Séances", "de": "Sitzungen"}
    category = Category.objects.create(business=mentors, slug="sessions", name=words)
    for position, told in enumerate(json.loads(SESSIONS.read_text(encoding="utf-8"))):
        service = Service.objects.create(
            business=mentors,
            category=category,
            slug=told["slug"],
            name=told["name"],
            description=told["description"],
            preparation=PREPARE,
            duration_minutes=told["minutes"],
            price_amount=told["price_amount"],
            currency=told["currency"],
            tax_rate_bp=2000,
            buffer_after_minutes=15,
            capacity=told["capacity"],
            venue=Venue.ONLINE,
            position=position,
        )
        Offering.objects.bulk_create(
            Offering(service=service, staff_member=staff[slug], price_amount=own) for slug, own in told["by"].items()
        )


def _offer(service: Service, slugs: tuple[str, ...], staff: Mapping[str, StaffMember]) -> None:
    Offering.objects.bulk_create(Offering(service=service, staff_member=staff[slug]) for slug in slugs)
