"""Sample people: an administrator, a manager with a scope, staff members, customers; passwords made when first run."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from almanac.business.models import Business
from almanac.kit.actor import ScopeAction
from almanac.kit.localized import english
from almanac.people.models import Customer, ManagerScope, StaffMember, User, UserRole

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
STAFF = (
    (
        "maria",
        "Maria Kowalska",
        "Cleaner",
        "Twelve years of London homes. Careful with pets and old floors.",
        "valclean",
    ),
    (
        "james",
        "James Okafor",
        "Handyman",
        "Fixes what squeaks, drips or wobbles, and leaves no mess behind.",
        "valclean",
    ),
    ("grace", "Grace Lin", "Gardener", "Trained at Kew. Loves hedges, and is not afraid of a mop.", "valclean"),
    ("olena", "Olena Shevchenko", "Design mentor", "Led design teams in Kyiv and Berlin for fifteen years.", "mentors"),
    (
        "david",
        "David Brooks",
        "Founder and mentor",
        "Started three companies, sold one, closed one, runs one.",
        "mentors",
    ),
)
ZONES = {"olena": "Europe/Kyiv", "david": "America/New_York"}
CUSTOMERS = (
    ("margaret", "Margaret Ellis", "margaret@example.com", "+442079460201"),
    ("tom", "Tom Bennett", "tom@example.com", "+442079460202"),
    ("aisha", "Aisha Khan", "aisha@example.com", "+442079460203"),
)
SEEN_BY_MANAGER = ("maria", "james")


@dataclass
class SamplePeople:
    """Who was made, by slug, and the sign-ins to print: (role, user name, e-mail, password)."""

    staff: dict[str, StaffMember] = field(default_factory=dict)
    customers: dict[str, Customer] = field(default_factory=dict)
    sign_ins: list[tuple[str, str, str, str]] = field(default_factory=list)


def create_people(valclean: Business, mentors: Business) -> SamplePeople:
    """The sample people with users who can sign in."""
    made = SamplePeople()
    businesses = {"valclean": valclean, "mentors": mentors}
    _sign_in(made, UserRole.ADMIN, "admin", "admin@valclean.uk", "Val Adams")
    manager = _sign_in(made, UserRole.MANAGER, "manager", "manager@valclean.uk", "Max Grant")
    for slug, name, title, biography, business in STAFF:
        user = _sign_in(made, UserRole.STAFF, slug, f"{slug}@{business}.example", name)
        made.staff[slug] = StaffMember.objects.create(
            user=user,
            business=businesses[business],
            slug=slug,
            name=name,
            title=english(title),
            biography=english(biography),
            zone=ZONES.get(slug, "Europe/London"),
        )
    for slug, name, email, phone in CUSTOMERS:
        account = _sign_in(made, UserRole.CUSTOMER, slug, email, name)
        made.customers[slug] = Customer.objects.create(user=account, name=name, email=email, phone=phone)
    scope = ManagerScope.objects.create(
        user=manager, actions=[ScopeAction.APPOINTMENTS, ScopeAction.CUSTOMERS, ScopeAction.STAFF]
    )
    scope.staff_members.set([made.staff[slug] for slug in SEEN_BY_MANAGER])
    return made


def _sign_in(made: SamplePeople, role: UserRole, username: str, email: str, name: str) -> User:
    password = f"{secrets.choice(WORDS)}-{secrets.choice(WORDS)}-{secrets.randbelow(9000) + 1000}"
    is_admin = role == UserRole.ADMIN
    user = User.objects.create_user(
        username, email, password, role=role, name=name, is_staff=is_admin, is_superuser=is_admin
    )
    made.sign_ins.append((role.label, username, email, password))
    return user
