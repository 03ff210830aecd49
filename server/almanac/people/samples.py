"""Sample people: an administrator, a manager with a scope, staff members, customers; passwords made when first run."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from almanac.business.models import Business
from almanac.files.actions import keep_picture, store_picture
from almanac.files.pictures import redrawn
from almanac.files.queries import address_of
from almanac.files.samples import Look, draw_portrait
from almanac.kit.actor import SYSTEM, ScopeAction
from almanac.kit.localized import LocalizedText
from almanac.people.actions.accounts import trust_address
from almanac.people.models import Customer, Expertise, ManagerScope, ScopeTemplate, StaffMember, User, UserRole

WORDS = (
    "amber",
    "birch",
    "cedar",
    "daisy",
    "ember",
    "fern",
    "ginger",
    "hazel",
    "iris",
    "juniper",
    "kestrel",
    "linden",
    "maple",
    "nettle",
    "olive",
    "poppy",
    "quartz",
    "robin",
    "saffron",
    "thistle",
    "umber",
    "violet",
    "willow",
    "yarrow",
)
STAFF: tuple[tuple[str, str, LocalizedText, LocalizedText], ...] = (
    (
        "maria",
        "Maria Kowalska",
        {"en": "Cleaner", "uk": "Прибиральниця", "es": "Limpiadora", "fr": "Agente de ménage", "de": "Reinigungskraft"},
        {
            "en": "Twelve years of London homes. Careful with pets and old floors.",
            "uk": "Дванадцять років у лондонських оселях. Дбайлива до тварин і старих підлог.",
            "es": "Doce años en casas de Londres. Cuidadosa con mascotas y suelos antiguos.",
            "fr": "Douze ans dans les maisons de Londres. Attentive aux animaux et aux vieux parquets.",
            "de": "Zwölf Jahre in Londoner Wohnungen. Behutsam mit Tieren und alten Böden.",
        },
    ),
    (
        "james",
        "James Okafor",
        {"en": "Handyman", "uk": "Майстер", "es": "Manitas", "fr": "Bricoleur", "de": "Handwerker"},
        {
            "en": "Fixes what squeaks, drips or wobbles, and leaves no mess behind.",
            "uk": "Лагодить усе, що скрипить, капає чи хитається, і не лишає безладу.",
            "es": "Arregla lo que chirría, gotea o se tambalea, y no deja nada sucio.",
            "fr": "Répare ce qui grince, goutte ou branle, sans rien laisser traîner.",
            "de": "Richtet, was quietscht, tropft oder wackelt, und hinterlässt nichts.",
        },
    ),
    (
        "grace",
        "Grace Lin",
        {"en": "Gardener", "uk": "Садівниця", "es": "Jardinera", "fr": "Jardinière", "de": "Gärtnerin"},
        {
            "en": "Trained at Kew. Loves hedges, and is not afraid of a mop.",
            "uk": "Навчалася в К’ю. Любить живоплоти й не боїться швабри.",
            "es": "Formada en Kew. Le encantan los setos y no teme la fregona.",
            "fr": "Formée à Kew. Aime les haies et n’a pas peur d’une serpillière.",
            "de": "In Kew ausgebildet. Liebt Hecken und scheut keinen Wischmopp.",
        },
    ),
)
MENTORS = Path(__file__).parent / "data" / "mentors.json"
CUSTOMERS = (
    ("margaret", "Margaret Ellis", "margaret@example.com", "+442079460201"),
    ("tom", "Tom Bennett", "tom@example.com", "+447700900202"),
    ("aisha", "Aisha Khan", "aisha@example.com", "+447700900203"),
)
SEEN_BY_MANAGER = ("maria", "james")


@dataclass
class SamplePeople:
    """Who was made, by slug, and the sign-ins to print: (role, user name, e-mail, password)."""

    staff: dict[str, StaffMember] = field(default_factory=dict)
    customers: dict[str, Customer] = field(default_factory=dict)
    sign_ins: list[tuple[str, str, str, str]] = field(default_factory=list)


def create_people(valclean: Business, mentors: Business, *, now: datetime) -> SamplePeople:
    """The sample people with users who can sign in."""
    made = SamplePeople()
    _sign_in(made, UserRole.ADMIN, "admin", "admin@valclean.uk", "Val Adams")
    manager = _sign_in(made, UserRole.MANAGER, "manager", "manager@valclean.uk", "Max Grant")
    # Without a scope so far: nothing is opened to them.
    _sign_in(made, UserRole.MANAGER, "planner", "planner@valclean.uk", "Nadia Frost")
    _sign_in(made, UserRole.MANAGER, "deputy", "deputy@valclean.uk", "Nora West")
    cashier = _sign_in(made, UserRole.MANAGER, "cashier", "cashier@valclean.uk", "Tess Rowe")
    for slug, name, title, biography in STAFF:
        user = _sign_in(made, UserRole.STAFF, slug, f"{slug}@valclean.example", name)
        made.staff[slug] = StaffMember.objects.create(
            user=user,
            business=valclean,
            slug=slug,
            name=name,
            title=title,
            biography=biography,
            languages=["en"],
        )
    _create_mentors(made, mentors, now=now)
    for slug, name, email, phone in CUSTOMERS:
        account = _sign_in(made, UserRole.CUSTOMER, slug, email, name)
        made.customers[slug] = Customer.objects.create(user=account, name=name, email=email, phone=phone)
    scope = ManagerScope.objects.create(
        user=manager, actions=[ScopeAction.APPOINTMENTS, ScopeAction.CUSTOMERS, ScopeAction.STAFF]
    )
    scope.staff_members.set([made.staff[slug] for slug in SEEN_BY_MANAGER])
    money = ManagerScope.objects.create(user=cashier, actions=[ScopeAction.APPOINTMENTS, ScopeAction.REFUNDS])
    money.staff_members.set([made.staff["james"]])
    _create_templates(valclean)
    return made


def _create_templates(valclean: Business) -> None:
    """Two scopes to begin a manager's from."""
    planner = ScopeTemplate.objects.create(
        name="Planner at VALClean", actions=[ScopeAction.APPOINTMENTS, ScopeAction.CUSTOMERS]
    )
    planner.businesses.add(valclean)
    head = ScopeTemplate.objects.create(name="Head of VALClean", actions=list(ScopeAction))
    head.businesses.add(valclean)
    head.customer_businesses.add(valclean)


def _create_mentors(made: SamplePeople, mentors: Business, *, now: datetime) -> None:
    """The mentors of data/mentors.json: what they know well, in which languages, and a face drawn for each."""
    told = json.loads(MENTORS.read_text(encoding="utf-8"))
    known = {
        item["slug"]: Expertise.objects.create(
            business=mentors, slug=item["slug"], name=item["name"], position=position
        )
        for position, item in enumerate(told["expertise"])
    }
    for person in told["people"]:
        slug, name = person["slug"], person["name"]
        user = _sign_in(made, UserRole.STAFF, slug, f"{slug}@mentors.example", name)
        drawn = store_picture(redrawn(draw_portrait(Look(**person["look"]))), now=now)
        photo = keep_picture(actor=SYSTEM, asset=drawn, now=now)
        made.staff[slug] = StaffMember.objects.create(
            user=user,
            business=mentors,
            slug=slug,
            name=name,
            title=person["title"],
            biography=person["biography"],
            photo_url=address_of(photo),
            zone=person["zone"],
            languages=person["languages"],
            is_featured=person["featured"],
        )
        made.staff[slug].expertise.set([known[item] for item in person["expertise"]])


def _sign_in(made: SamplePeople, role: UserRole, username: str, email: str, name: str) -> User:
    password = f"{secrets.choice(WORDS)}-{secrets.choice(WORDS)}-{secrets.randbelow(9000) + 1000}"
    is_admin = role == UserRole.ADMIN
    user = User.objects.create_user(
        username, email, password, role=role, name=name, is_staff=is_admin, is_superuser=is_admin
    )
    trust_address(user)
    made.sign_ins.append((role.label, username, email, password))
    return user
