"""What a basket of the stall must come to, worked out apart from the product: its prices, what is paid now and what later, what
gift cards pay, and what the books must hold. By docs/algorithms/pricing.md, payments.md, goods.md and series.md."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Any

from almanac.booking.content import BasketContent, LineContent
from almanac.engine.price_bundles import Bundle
from almanac.engine.price_discounts import Discount
from almanac.engine.price_facts import ExtraAsk, LineAsk, VisitFacts
from almanac.engine.price_rules import Rule
from almanac.engine.tests.price_reference import Bill, bill
from almanac.sales.models import OrderLine
from tests.shop import NOW
from tests.stall import COSTS, DOORS, MENTORED, OVEN, ROOMS, SID_MORE, Plan, Stall, Wish


@dataclass(frozen=True)
class Expected:
    """Of one currency. Lines in their order; amounts in minor units."""

    bill: Bill
    owed: dict[str, int]  # by line, when gift cards have paid
    by_cards: list[int]  # what each card pays, in their order
    later: dict[datetime, int]
    due_now: int

    @property
    def total(self) -> int:
        return sum(self.bill.total.values())

    @property
    def rest(self) -> int:
        """What is paid by the order's link after it: a deposit leaves it."""
        return sum(self.owed.values()) - self.due_now - sum(self.later.values())

    @property
    def by_company(self) -> list[int]:
        return [self.due_now, self.rest, *self.later.values()]


def expected(
    stall: Stall, plan: Plan, content: BasketContent, rules: list[Rule], *, known: bool
) -> dict[str, Expected]:
    """By currency."""
    visits = [(each, plan.rows[line.id]) for line in content.lines for each in line.every_visit()]
    prepaid = paid_by_package(plan, content)
    asks = {
        currency: [
            replace(_visit(stall, line, wish), prepaid="Three cleans" if str(line.id) in prepaid else None)
            for line, wish in visits
            if _currency(wish.name) == currency
        ]
        for currency in ("GBP", "EUR")
    }
    asks["GBP"] += [_good(stall, item) for item in content.goods]
    found = {}
    for currency, lines in asks.items():
        if not lines:
            continue
        discounts = [each for each in plan.discounts if _is_offered(each, plan, known)] if currency == "GBP" else []
        cost = bill(
            lines, rules, discounts, bundles=_together(plan, content), now=int(NOW.timestamp()), is_first_order=True
        )
        due = _due_times(plan, content, {key for key, amount in cost.total.items() if amount})
        owed = {line.line_id: cost.total[line.line_id] for line in lines}
        paid = _pay(owed, plan.cards if currency == "GBP" and not plan.gift else [])
        whole = any(cost.total.get(str(item.id)) for item in content.goods)
        percent = 100 if whole else plan.percent_now  # of each line, rounded up
        now = sum(ceil(Fraction(amount * percent, 100)) for line_id, amount in owed.items() if line_id not in due)
        later: dict[datetime, int] = {}
        for line_id, at in due.items():
            if owed.get(line_id):
                later[at] = later.get(at, 0) + owed[line_id]
        found[currency] = Expected(cost, owed, paid, later, now)
    return found


def paid_by_package(plan: Plan, content: BasketContent) -> set[str]:
    """The visits that use one of the package: of cleans, on its last day or before; the lines' own first, then the later dates of
    those that repeat, the earlier line first."""
    if plan.package is None:
        return set()
    left, last = plan.package
    found: set[str] = set()

    def is_good(visit: LineContent) -> bool:
        zone = COSTS["clean"][2]
        return last is None or datetime.fromtimestamp(visit.starts_at or 0, UTC).astimezone(zone).date() <= last

    lines = [line for line in content.lines if plan.rows[line.id].name == "clean" and line.bundle is None]
    named = [line for line in lines if any(is_good(visit) for visit in line.every_visit())][:left]
    for visit in [*named, *(visit for line in named for visit in line.every_visit()[1:])]:
        if len(found) < left and is_good(visit):
            found.add(str(visit.id))
    return found


def _together(plan: Plan, content: BasketContent) -> list[Bundle]:
    """The lines that are sold together, with what comes off: all of one currency, so that another has none of it."""
    if plan.bundle is None:
        return []
    own = tuple(
        str(line.id) for line in content.lines if any(plan.rows[line.id] is wish for wish in plan.bundle.wishes)
    )
    return [Bundle("Both", plan.bundle.percent_bp, own)]


def _currency(name: str) -> str:
    return "EUR" if name == "euro-hour" else "GBP"


def _is_offered(discount: Discount, plan: Plan, known: bool) -> bool:
    """A coupon has to be named; what comes by itself once for each customer needs one who is known."""
    given = plan.given[discount.key]
    if given.get("code"):
        return bool(given["code"] == plan.code)
    return known or not given.get("first_order_only")


def _visit(stall: Stall, line: LineContent, wish: Wish) -> LineAsk:
    cost, tax, zone = COSTS[wish.name]
    begins = datetime.fromtimestamp(line.starts_at or 0, UTC)
    local = begins.astimezone(zone)
    is_sids = line.staff_id == stall.shop.sid.pk
    service = stall.services[wish.name]
    return LineAsk(
        line_id=str(line.id),
        name=wish.name,
        base_amount=cost,
        staff_amount=SID_MORE if is_sids and wish.name == "clean" else None,
        extras=(ExtraAsk("oven", "Oven", OVEN, wish.ovens),) if wish.ovens else (),
        tax_rate_bp=tax,
        seats=wish.seats,
        tags=frozenset({str(service.pk), str(service.business_id)}),
        visit=VisitFacts(
            on=local.date(),
            minute=local.hour * 60 + local.minute,
            lead_seconds=int((begins - NOW).total_seconds()),
            minutes=60 + 30 * wish.ovens,
            areas=frozenset({"SW", "SW11"}) if wish.name in DOORS else frozenset(),
            answers={} if wish.rooms is None else {ROOMS: wish.rooms},
        ),
    )


def _good(stall: Stall, item: Any) -> LineAsk:
    if item.gift:
        return LineAsk(str(item.id), "gift", item.gift.amount, None, (), 0, is_visit=False)
    name = next(name for name, product in stall.products.items() if product.pk == item.product_id)
    cost, tax, _ = COSTS[name]
    return LineAsk(str(item.id), name, cost, None, (), tax, tags=frozenset({str(stall.mentors.pk)}), is_visit=False)


def _due_times(plan: Plan, content: BasketContent, costs: Collection[str]) -> dict[str, datetime]:
    """When visits are charged that are not paid with the order: two days before them, or before the first of their month. Of
    those that cost something the first is paid with it."""
    found = {}
    for line in content.lines:
        if line.repeat is None or plan.charging == "in_advance":
            continue
        zone = COSTS[plan.rows[line.id].name][2]
        costing = [each for each in line.every_visit() if str(each.id) in costs]
        starts = {str(each.id): datetime.fromtimestamp(each.starts_at or 0, UTC) for each in costing}
        months = {key: (at.astimezone(zone).year, at.astimezone(zone).month) for key, at in starts.items()}
        for key, at in starts.items():
            with_it = [starts[k] for k in starts if months[k] == months[key]] if plan.charging == "monthly" else [at]
            due = min(with_it) - timedelta(hours=48)
            first = next(iter(starts))
            is_first = first == key or (plan.charging == "monthly" and months[key] == months[first])
            if not is_first and due > NOW + timedelta(hours=1):
                found[key] = due
    return found


def _pay(owed: dict[str, int], cards: Sequence[int]) -> list[int]:
    """Let each card pay in its turn, over all lines in proportion; what each paid. What is owed shrinks."""
    paid = []
    for card in cards:
        amount = min(card, sum(owed.values()))
        for line_id, part in spread(amount, owed).items():
            owed[line_id] -= part
        paid.append(amount)
    return [amount for amount in paid if amount]


def spread(amount: int, owed: Mapping[str, int]) -> dict[str, int]:
    """Largest remainder; of equal ones the earlier line."""
    whole = sum(owed.values())
    if not amount:
        return dict.fromkeys(owed, 0)
    exact = {key: Fraction(amount * each, whole) for key, each in owed.items()}
    given = {key: floor(part) for key, part in exact.items()}
    order = sorted(owed, key=lambda key: (given[key] - exact[key], list(owed).index(key)))
    for key in order[: amount - sum(given.values())]:
        given[key] += 1
    return given


def books_of(lines: Iterable[OrderLine]) -> dict[tuple[str, str], int]:
    """What each account must hold when these lines are paid as far as they are, by role and holder: credits above zero."""
    found: dict[tuple[str, str], int] = {}

    def add(role: str, holder: str, amount: int) -> None:
        found[role, holder] = found.get((role, holder), 0) + amount

    for line in lines:
        if line.kind == "gift_card":
            add("gift_card", f"gift_card:{line.pk}", line.paid_amount)
            continue
        seller, paid = f"business:{line.business_id}", line.paid_amount
        tax = round(Fraction(line.tax_amount * paid, line.total_amount)) if paid else 0
        add("tax", seller, tax)
        if line.name.lower() in MENTORED:
            commission = round(Fraction((paid - tax) * 15, 100))
            add("commission", seller, commission)
            add("payable", f"staff:{line.payee_id}", paid - tax - commission)
        else:
            add("revenue", seller, paid - tax)
    return {account: amount for account, amount in found.items() if amount}
