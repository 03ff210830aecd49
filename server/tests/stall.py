"""A shop that sells everything at once, and dice that fill baskets there: for the proof that what is shown is what is charged,
invoiced and booked. What things cost stands here a second time, so that nothing is read from where it is to be proved."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.actions import answers, baskets, bundles, goods, holds, repeats
from almanac.booking.actions.coupons import name_coupon
from almanac.booking.actions.gift_cards import name_card
from almanac.booking.actions.passes import name_pass
from almanac.booking.content import BasketContent, ExtraContent, GiftContent
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import content_of, token_hash
from almanac.business.models import Business, Setting
from almanac.catalog.models import Category, Offering, PriceRule, Product, Service, Venue
from almanac.engine.price_discounts import Discount
from almanac.engine.price_rules import Effect, EffectKind, Measure, Row, Rule, When
from almanac.kit.actor import STRANGER, SYSTEM
from almanac.payments.actions.passes import give_by_hand
from almanac.people.models import Customer, StaffMember
from almanac.sales.errors import CouponNotApplicable
from almanac.sales.models import Coupon, VisitPass
from almanac.scheduling.models import WorkingHours
from tests.bundles import make_bundle
from tests.goods import a_card, make_product, sells_cards
from tests.packages import make_package
from tests.shop import DETAILS, NOW, POSTCODE, Shop, Visitor, make_service
from tests.tills import nobody_is_looked_at

ROOMS = "00000000-0000-4000-8000-000000000003"
OVEN, SID_MORE, LONDON, KYIV = 1_750, 4_333, ZoneInfo("Europe/London"), ZoneInfo("Europe/Kyiv")
COSTS = {  # what each costs, its tax in hundredths of a percent, and the business's clock
    "clean": (4_000, 2_000, LONDON),
    "call": (2_500, 2_000, LONDON),
    "garden": (3_333, 500, LONDON),
    "class": (1_299, 0, LONDON),
    "hour": (3_000, 2_000, KYIV),
    "euro-hour": (3_550, 2_000, KYIV),
    "answers": (1_200, 2_000, KYIV),
    "guide": (999, 500, KYIV),
}
DOORS = ("clean", "garden")
MENTORED = ("hour", "euro-hour", "answers", "guide")  # Olena earns by them; 15 % is commission


@dataclass
class Stall:
    """The shop with a garden, a class of five seats, and mentors who sell hours in two currencies, and booklets."""

    shop: Shop
    mentors: Business
    olena: StaffMember
    services: dict[str, Service]
    products: dict[str, Product]


def open_stall(shop: Shop, mentors: Business, olena: StaffMember) -> Stall:
    home = Category.objects.get(business=shop.business)
    talks = Category.objects.create(business=mentors, slug="talks", name={"en": "Talks"})
    made = {"clean": shop.clean, "call": shop.call}
    made["garden"] = make_service(shop.business, home, "garden", 3_333, Venue.CUSTOMER, tax_rate_bp=500)
    made["class"] = make_service(shop.business, home, "class", 1_299, Venue.ONLINE, tax_rate_bp=0, capacity=5)
    made["hour"] = make_service(mentors, talks, "hour", 3_000, Venue.ONLINE)
    made["euro-hour"] = make_service(mentors, talks, "euro-hour", 3_550, Venue.ONLINE, currency="EUR")
    made["clean"].questions = [
        {"id": ROOMS, "kind": "number", "label": {"en": "Bedrooms"}, "minimum": 0, "maximum": 9, "for_staff": True}
    ]
    made["clean"].save()
    for name in ("garden", "class"):
        for person in (shop.sam, shop.sid):
            Offering.objects.create(service=made[name], staff_member=person)
    for name in ("hour", "euro-hour"):
        Offering.objects.create(service=made[name], staff_member=olena)
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=SID_MORE)
    WorkingHours.objects.bulk_create(
        WorkingHours(staff_member=olena, weekday=day, start_minute=540, end_minute=1_020) for day in range(7)
    )
    shop.rules(horizon_days=200)
    nobody_is_looked_at()
    Setting.objects.create(business=mentors, group="booking", values={"horizon_days": 200})
    sells_cards(shop.business)
    booklets = {"answers": make_product(mentors, olena, "answers", 1_200)}
    booklets["guide"] = make_product(mentors, olena, "guide", 999, tax_rate_bp=500)
    return Stall(shop, mentors, olena, made, booklets)


# Each as it is stored, and as the engine is to understand it.
RULES: dict[str, tuple[dict[str, Any], dict[str, Any], When, Effect]] = {
    "weekend": (
        {"weekdays": [5, 6]},
        {"kind": "percent", "percent_bp": 2_000},
        When(weekdays=frozenset({5, 6})),
        Effect(EffectKind.PERCENT, percent_bp=2_000),
    ),
    "soon": (
        {"lead_below_hours": 96},
        {"kind": "percent", "percent_bp": 1_333},
        When(lead_below=96 * 3_600),
        Effect(EffectKind.PERCENT, percent_bp=1_333),
    ),
    "quiet": (
        {"from_minute": 540, "until_minute": 690},
        {"kind": "percent", "percent_bp": -1_500},
        When(from_minute=540, until_minute=690),
        Effect(EffectKind.PERCENT, percent_bp=-1_500),
    ),
    "long": (
        {},
        {"kind": "each", "amount": 777, "measure": "minutes", "included": 60, "unit": 30},
        When(),
        Effect(EffectKind.EACH, amount=777, measure=Measure.MINUTES, included=60, unit=30),
    ),
    "rooms": (
        {"question": ROOMS, "answer_least": 1},
        {
            "kind": "table",
            "question": ROOMS,
            "rows": [{"key": "1", "amount": 0}, {"key": "2", "amount": 1_501}, {"key": "4", "amount": 3_999}],
        },
        When(question=ROOMS, answer_least=1),
        Effect(EffectKind.TABLE, question=ROOMS, rows=(Row("1", 0), Row("2", 1_501), Row("4", 3_999))),
    ),
    "south": (
        {"areas": ["SW11"]},
        {"kind": "amount", "amount": 333},
        When(areas=frozenset({"SW11"})),
        Effect(EffectKind.AMOUNT, amount=333),
    ),
    "seats": (
        {"seats_least": 2},
        {"kind": "amount", "amount": -99, "per_seat": True},
        When(seats_least=2),
        Effect(EffectKind.AMOUNT, amount=-99, per_seat=True),
    ),
}
DISCOUNTS: tuple[dict[str, Any], ...] = (
    {"code": "TENTH", "percent_bp": 1_000},
    {"code": "SEVEN50", "amount": 750, "minimum_amount": 3_000},
    {"code": "ALL", "amount": 1_000_000},
    {"code": "EACH", "percent_bp": 3_333, "from_each": True, "most_amount": 2_000, "combines": False},
    {"code": "NEWCOMER", "percent_bp": 2_500, "first_order_only": True},
    {"percent_bp": 500, "minimum_amount": 6_000},
    {"amount": 199, "from_each": True},
    {"percent_bp": 1_250, "first_order_only": True, "combines": False},
)
FREE = 2


@dataclass
class Wish:
    """A visit that somebody chose."""

    name: str
    seats: int = 1
    ovens: int = 0
    rooms: int | None = None
    repeat: dict[str, Any] | None = None
    staff: str = "sam"


@dataclass
class Together:
    """Services that are booked as a bundle, by one person each or all."""

    wishes: list[Wish]
    percent_bp: int
    in_a_row: bool


@dataclass
class Plan:
    """A basket, and the terms of the day on which it is filled."""

    wishes: list[Wish]
    products: list[str]
    gift: int
    cards: list[int]
    percent_now: int
    charging: str
    rules: list[str]
    offers: list[int]
    code: str
    bundle: Together | None = None
    package: tuple[int, date | None] | None = None  # of cleans: how many, and its last day
    rows: dict[UUID, Wish] = field(default_factory=dict)  # what each line of the basket is
    discounts: list[Discount] = field(default_factory=list)
    given: dict[str, dict[str, Any]] = field(default_factory=dict)  # what each discount was made of, by its key


def thrown(number: int) -> Plan:
    """Of the same number the same plan."""
    dice = random.Random(number)
    wanted = ["clean", "clean", "garden", "call", "class", "hour", "euro-hour"]
    names = dice.choices(wanted, k=dice.choice([0, 1, 1, 1, 2, 2, 3]))
    products = dice.sample(["answers", "guide"], dice.choice([0, 0, 0, 1, 2]))
    gift = dice.choice([0, 0, 0, 0, 2_500, 5_000])
    if not names and not products and not gift:
        names = ["clean"]
    wishes = [
        Wish(
            name,
            seats=dice.randint(1, 5) if name == "class" else 1,
            ovens=dice.choice([0, 0, 1, 2]) if name == "clean" else 0,
            rooms=dice.choice([None, 0, 1, 3, 5]) if name == "clean" else None,
            staff="olena" if name in MENTORED else dice.choice(["sam", "sid"]),
        )
        for name in names
    ]
    if wishes and dice.random() < 0.35:
        every = dice.choice([1, 2])
        dice.choice(wishes).repeat = {"frequency": "weekly", "every": every, "months": dice.choice([1, every])}
    offers = dice.sample(range(len(DISCOUNTS)), dice.choice([0, 1, 2, 3]))
    if dice.random() < 0.1:
        offers = [FREE]
    codes = [code for index in offers if (code := DISCOUNTS[index].get("code"))]
    return Plan(
        wishes=wishes,
        products=products,
        bundle=_together(dice) if dice.random() < 0.25 else None,
        gift=gift,
        cards=[dice.choice([700, 1_333, 5_000, 40_000]) for _ in range(dice.choice([0, 0, 0, 1, 2]))],
        percent_now=dice.choice([100, 100, 100, 30, 1, 77]),
        charging=dice.choice(["per_visit", "monthly", "in_advance"]),
        rules=dice.sample(sorted(RULES), dice.choice([0, 1, 3, 7])),
        offers=offers,
        code=dice.choice(codes) if codes else "",
        package=(dice.choice([1, 2, 3, 9]), dice.choice([None, date(2026, 3, 20)])) if dice.random() < 0.4 else None,
    )


def _together(dice: random.Random) -> Together:
    in_a_row = dice.random() < 0.5
    names = (
        ["clean", "garden"] if in_a_row else dice.choice([["clean", "call", "garden"], ["hour", "hour"], ["call"] * 2])
    )
    staff = dice.choice(["sam", "sid"])
    wishes = [
        Wish(
            name,
            ovens=dice.choice([0, 1]) if name == "clean" else 0,
            staff="olena" if name in MENTORED else staff if in_a_row else dice.choice(["sam", "sid"]),
        )
        for name in names
    ]
    return Together(
        wishes, dice.choice([0, 1_000, 3_333, 10_000, 777]) if in_a_row else dice.choice([500, 1_250]), in_a_row
    )


def agree_terms(stall: Stall, plan: Plan) -> list[Rule]:
    """Write the terms of the day down; the rules as the engine is to know them."""
    for business in (stall.shop.business, stall.mentors):
        for group, values in (
            ("booking", {"deposit_percent": plan.percent_now}),
            ("subscriptions", {"charging": plan.charging}),
        ):
            kept, _ = Setting.objects.get_or_create(business=business, group=group, defaults={"values": {}})
            kept.values = {**kept.values, **values}
            kept.save()
    for index in plan.offers:
        given = {"code": None, **DISCOUNTS[index]}
        row = Coupon.objects.create(business=stall.shop.business, currency="GBP", **given)
        plan.discounts.append(_discount(row, given))
        plan.given[str(row.pk)] = given
    found = []
    for position, name in enumerate(plan.rules):
        when, effect, judged, done = RULES[name]
        rule = PriceRule.objects.create(
            business=stall.shop.business, name={"en": name}, position=position, when=when, effect=effect
        )
        found.append(Rule(str(rule.pk), name, done, judged, frozenset({str(stall.shop.business.pk)}), position))
    return found


def _discount(row: Coupon, given: dict[str, Any]) -> Discount:
    return Discount(
        key=str(row.pk),
        label="",
        percent_bp=given.get("percent_bp", 0),
        amount=given.get("amount", 0),
        most_amount=given.get("most_amount"),
        is_coupon=given["code"] is not None,
        from_each=given.get("from_each", False),
        combines=given.get("combines", True),
        only=frozenset({str(row.business_id)}),
        minimum_amount=given.get("minimum_amount", 0),
    )


def fill(stall: Stall, plan: Plan, visitor: Visitor) -> BasketContent:
    """Through the actions behind the doors of the basket; what lies in it in the end."""
    shop, token, now = stall.shop, "", NOW
    if any(wish.name in DOORS for wish in plan.wishes + (plan.bundle.wishes if plan.bundle else [])):
        _, token = baskets.set_place(token=token, slug="valclean", postcode=POSTCODE, now=now)
    for number, wish in enumerate(plan.wishes):
        service = stall.services[wish.name]
        extras = [ExtraContent(extra_id=shop.oven.pk, quantity=wish.ovens)] if wish.ovens else []
        _, token = baskets.add_line(
            token=token, service_id=service.pk, extras=extras, seats=wish.seats, preferred_staff=[], now=now
        )
        line_id = _content(token).lines[-1].id
        plan.rows[line_id] = wish
        if wish.rooms is not None:
            answers.save_answers(token=token, line_id=line_id, answers={UUID(ROOMS): wish.rooms}, now=now)
        person = {"sam": shop.sam, "sid": shop.sid, "olena": stall.olena}[wish.staff]
        begins = datetime(2026, 3, 4 + 3 * number, 9 + number, 30 * (number % 2), tzinfo=service_clock(wish))
        holds.hold_line(
            actor=visitor.actor,
            token=token,
            line_id=line_id,
            starts_at=int(begins.astimezone(UTC).timestamp()),
            staff_id=person.pk,
            now=now,
        )
        if wish.repeat:
            repeats.set_repeat(actor=visitor.actor, token=token, line_id=line_id, **wish.repeat, now=now)
    if plan.bundle:
        token = _put_together(stall, plan, plan.bundle, token, visitor)
    for name in plan.products:
        _, token = goods.add_product(actor=STRANGER, token=token, product_id=stall.products[name].pk, now=now)
    if plan.gift:
        gift = GiftContent(business_id=shop.business.pk, amount=plan.gift)
        _, token = goods.add_gift(actor=STRANGER, token=token, slug="valclean", gift=gift, now=now)
    baskets.save_details(token=token, typed=DETAILS, now=now)
    if plan.code:
        try:
            name_coupon(actor=visitor.actor, token=token, typed=plan.code, now=now)
        except CouponNotApplicable:
            plan.code = ""
    for amount in plan.cards:
        name_card(token=token, typed=a_card(shop.business, amount)[1], now=now)
    if plan.package:
        name_pass(token=token, typed=_given_package(stall, *plan.package), now=now)
    visitor.client.cookies["almanac_basket"] = token
    return _content(token)


def _given_package(stall: Stall, visits: int, last: date | None) -> str:
    """The code of so many cleans that somebody was given."""
    package = make_package(stall.shop.business, stall.services["clean"], visits=visits)
    held, code = give_by_hand(
        actor=SYSTEM,
        package_id=package.pk,
        customer_id=Customer.objects.create(name="Giver").pk,
        language="en",
        reason="a gift",
        now=NOW,
    )
    VisitPass.objects.filter(pk=held.pk).update(valid_until=last)
    return code


def _put_together(stall: Stall, plan: Plan, together: Together, token: str, visitor: Visitor) -> str:
    """The bundle, with extras and times: of one in a row one time, by one person."""
    shop, now = stall.shop, NOW
    terms: dict[str, Any] = {"timing": "in_a_row", "same_person": True} if together.in_a_row else {}
    services = [stall.services[wish.name] for wish in together.wishes]
    bundle = make_bundle(*services, percent_bp=together.percent_bp, **terms)
    _, token = bundles.add_bundle(token=token, bundle_id=bundle.pk, now=now)
    lines = _content(token).lines[-len(services) :]
    for number, (line, wish) in enumerate(zip(lines, together.wishes, strict=True)):
        plan.rows[line.id] = wish
        if wish.ovens:
            extras = [ExtraContent(extra_id=shop.oven.pk, quantity=wish.ovens)]
            baskets.change_line(token=token, line_id=line.id, extras=extras, seats=None, preferred_staff=None, now=now)
        if together.in_a_row and number:
            continue
        person = {"sam": shop.sam, "sid": shop.sid, "olena": stall.olena}[wish.staff]
        # Thursdays: no line that repeats comes on them, and a basket must not take its own later dates.
        begins = datetime(2026, 3, 12, 10, tzinfo=service_clock(wish)) + timedelta(weeks=number)
        at = int(begins.astimezone(UTC).timestamp())
        holds.hold_line(actor=visitor.actor, token=token, line_id=line.id, starts_at=at, staff_id=person.pk, now=now)
    return token


def _content(token: str) -> BasketContent:
    return content_of(Basket.objects.get(token_hash=token_hash(token)))


def service_clock(wish: Wish) -> ZoneInfo:
    return COSTS[wish.name][2]
