"""What a basket costs, worked out a second time from docs/algorithms/pricing.md alone: in fractions, step after step as the
document says them, slowly. It shares no line with the engine; where the two differ, one of them is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from almanac.engine.price_bundles import Bundle
from almanac.engine.price_discounts import Discount
from almanac.engine.price_facts import LineAsk
from almanac.engine.price_rules import Effect, Rule

Shares = dict[str, dict[str, int]]  # what each discount takes off each line


@dataclass(frozen=True)
class Bill:
    """Amounts by line, and of each discount that is used."""

    subtotals: dict[str, int]
    shares: Shares
    net: dict[str, int]
    tax: dict[str, int]
    due_now: dict[str, int]

    @property
    def total(self) -> dict[str, int]:
        return {line: self.net[line] + self.tax[line] for line in self.net}


def bill(
    lines: Sequence[LineAsk],
    rules: Sequence[Rule],
    discounts: Sequence[Discount],
    *,
    bundles: Sequence[Bundle] = (),
    now: int,
    is_first_order: bool,
) -> Bill:
    """The whole basket."""
    services = {line.line_id: _service(line, rules) for line in lines}
    saved = _saved(services, bundles)
    before = {line.line_id: services[line.line_id] + _extras(line) - saved.get(line.line_id, 0) for line in lines}
    usable = [each for each in discounts if _can_be_used(each, lines, before, now, is_first_order)]
    usable.sort(key=lambda each: (1 if each.is_coupon else 0, each.position, each.key))
    combined = [each for each in usable if each.combines]
    chosen = None
    for attempt in [combined] + [[each] for each in usable if not each.combines]:
        shares = _taken(lines, before, attempt)
        net, tax = _taxed(lines, _after(before, shares))
        total = sum(net.values()) + sum(tax.values())
        if chosen is None or total < chosen[0]:
            chosen = (total, shares, net, tax)
    assert chosen is not None
    total, shares, net, tax = chosen
    used = {key: {line: off for line, off in parts.items() if off} for key, parts in shares.items()}
    used = {key: parts for key, parts in used.items() if parts}
    return Bill(before, used, net, tax, _due(lines, {key: net[key] + tax[key] for key in net}))


def _due(lines: Sequence[LineAsk], totals: dict[str, int]) -> dict[str, int]:
    """The deposit of each line; the whole of all where a good costs something."""
    if any(totals[line.line_id] for line in lines if not line.is_visit):
        return totals
    due = {}
    for line in lines:
        part = ceil(Fraction(totals[line.line_id] * line.deposit.percent_bp, 10_000))
        due[line.line_id] = min(totals[line.line_id], max(part, line.deposit.amount))
    return due


def _saved(services: dict[str, int], bundles: Sequence[Bundle]) -> dict[str, int]:
    """What each line saves by its bundle: a percentage of the service parts together; pennies that do not divide go to the
    greatest remainders."""
    found: dict[str, int] = {}
    for bundle in bundles:
        parts = {key: services[key] for key in bundle.line_ids if key in services}
        whole = sum(parts.values())
        if len(parts) < len(bundle.line_ids) or whole == 0:
            continue
        saving = round(Fraction(whole * bundle.percent_bp, 10_000))  # halves to even
        exact = {key: Fraction(saving * part, whole) for key, part in parts.items()}
        found |= {key: floor(share) for key, share in exact.items()}
        rest = saving - sum(floor(share) for share in exact.values())
        for key in sorted(exact, key=lambda key: (floor(exact[key]) - exact[key], key))[:rest]:
            found[key] += 1
    return found


def _extras(line: LineAsk) -> int:
    return sum(extra.quantity * extra.unit_amount for extra in line.extras)


def _service(line: LineAsk, rules: Sequence[Rule]) -> int:
    """The service part with the rules: amounts first, then percentages, each of the same part; never below nothing. Where a visit
    of a package pays for one seat, what rules take off is left out of the sum."""
    each = line.base_amount if line.staff_amount is None else line.staff_amount
    running, added = each * line.seats, 0
    if not line.is_visit:
        return running
    holding = sorted((rule for rule in rules if _holds(rule, line)), key=lambda rule: (rule.position, rule.key))
    for rule in holding:
        if rule.effect.kind != "percent":
            before, running = running, max(0, running + _amount(rule.effect, line))
            added += max(0, running - before)
    part = running
    for rule in holding:
        if rule.effect.kind == "percent":
            before, running = running, max(0, running + round(Fraction(part * rule.effect.percent_bp, 10_000)))
            added += max(0, running - before)  # halves went to even
    return running if line.prepaid is None else each * (line.seats - 1) + added


def _amount(effect: Effect, line: LineAsk) -> int:
    times = line.seats if effect.per_seat else 1
    if effect.kind == "amount":
        return effect.amount * times
    number = _number_of(effect, line)
    if effect.kind == "each":
        beyond = 0 if number is None else number - effect.included
        return effect.amount * (ceil(Fraction(beyond, effect.unit)) if beyond > 0 else 0) * times
    rows = {row.key: row.amount for row in effect.rows}
    if number is not None:
        reached = [int(key) for key in rows if key.lstrip("-").isdigit() and int(key) <= number]
        return rows[str(max(reached))] * times if reached else 0
    if effect.measure != "answer":
        return 0
    return sum(rows.get(key, 0) for key in set(_said(line, effect.question))) * times


def _number_of(effect: Effect, line: LineAsk) -> int | None:
    if effect.measure == "seats":
        return line.seats
    if effect.measure == "minutes":
        return line.visit.minutes
    answer = line.visit.answers.get(effect.question)
    return answer if type(answer) is int else None


def _said(line: LineAsk, question: str) -> list[str]:
    """The options that were chosen, with yes and no for true and false."""
    answer = line.visit.answers.get(question)
    if answer is None:
        return []
    if answer is True or answer is False:
        return ["yes"] if answer else ["no"]
    return [str(each) for each in answer] if isinstance(answer, list) else [str(answer)]


def _holds(rule: Rule, line: LineAsk) -> bool:
    return (not rule.among or any(tag in line.tags for tag in rule.among)) and all(_conditions(rule, line))


def _conditions(rule: Rule, line: LineAsk) -> Iterator[bool]:
    when, visit = rule.when, line.visit
    if when.weekdays:
        yield visit.on is not None and visit.on.isoweekday() - 1 in when.weekdays
    if when.from_minute is not None and when.until_minute is not None:
        first, end = when.from_minute, when.until_minute
        night = [*range(first, 24 * 60), *range(end)] if first > end else range(first, end)
        yield visit.minute is not None and visit.minute in night
    if when.first_on:
        yield visit.on is not None and visit.on >= when.first_on
    if when.last_on:
        yield visit.on is not None and visit.on <= when.last_on
    if when.areas:
        yield any(area in visit.areas for area in when.areas)
    if when.lead_least is not None:
        yield visit.lead_seconds is not None and visit.lead_seconds >= when.lead_least
    if when.lead_below is not None:
        yield visit.lead_seconds is not None and visit.lead_seconds < when.lead_below
    for value, least, most in (
        (line.seats, when.seats_least, when.seats_most),
        (visit.minutes, when.minutes_least, when.minutes_most),
    ):
        yield least is None or (value is not None and value >= least)
        yield most is None or (value is not None and value <= most)
    if when.rhythms:
        yield str(visit.rhythm) in {str(each) for each in when.rhythms}
    if when.question:
        said = _said(line, when.question)
        answer = visit.answers.get(when.question)
        yield answer is not None
        yield not when.answers or any(key in when.answers for key in said)
        yield when.answer_least is None or (type(answer) is int and answer >= when.answer_least)
        yield when.answer_most is None or (type(answer) is int and answer <= when.answer_most)


def _is_for(discount: Discount, line: LineAsk) -> bool:
    named = any(tag in line.tags for tag in discount.only) or not discount.only
    return named and not any(tag in line.tags for tag in discount.never)


def _can_be_used(
    discount: Discount, lines: Sequence[LineAsk], before: dict[str, int], now: int, is_first_order: bool
) -> bool:
    its = [before[line.line_id] for line in lines if _is_for(discount, line)]
    begun = discount.starts_at is None or discount.starts_at <= now
    over = discount.ends_at is not None and discount.ends_at <= now
    is_left = discount.limit is None or discount.uses < discount.limit
    own_left = discount.customer_limit is None or discount.customer_uses < discount.customer_limit
    may = is_first_order or not discount.first_order_only
    return begun and not over and bool(its) and sum(its) >= discount.minimum_amount and is_left and own_left and may


def _taken(lines: Sequence[LineAsk], before: dict[str, int], discounts: Sequence[Discount]) -> Shares:
    left, found = dict(before), dict[str, dict[str, int]]()
    for discount in discounts:
        its = {line.line_id: left[line.line_id] for line in lines if _is_for(discount, line)}
        if discount.from_each:
            off = {key: _off(discount, amount) for key, amount in its.items()}
            if discount.most_amount is not None and sum(off.values()) > discount.most_amount:
                off = _spread(discount.most_amount, off)
        else:
            whole = _off(discount, sum(its.values()))
            off = _spread(whole if discount.most_amount is None else min(whole, discount.most_amount), its)
        for key, amount in off.items():
            left[key] -= amount
        found[discount.key] = off
    return found


def _off(discount: Discount, amount: int) -> int:
    return min(amount, round(Fraction(amount * discount.percent_bp, 10_000)) + discount.amount)


def _spread(amount: int, weights: dict[str, int]) -> dict[str, int]:
    """In proportion, by largest remainder; of equal remainders the lower key first."""
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    exact = {key: Fraction(amount * weight, whole) for key, weight in weights.items()}
    given = {key: floor(part) for key, part in exact.items()}
    by_rest = sorted(weights, key=lambda key: (given[key] - exact[key], key))
    for key in by_rest[: amount - sum(given.values())]:
        given[key] += 1
    return given


def _after(before: dict[str, int], shares: Shares) -> dict[str, int]:
    return {key: amount - sum(off.get(key, 0) for off in shares.values()) for key, amount in before.items()}


def _taxed(lines: Sequence[LineAsk], left: dict[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    net, tax = {}, {}
    for line in lines:
        rate, amount = Fraction(line.tax_rate_bp, 10_000), left[line.line_id]
        tax[line.line_id] = round(amount * rate / (1 + rate)) if line.with_tax else round(amount * rate)
        net[line.line_id] = amount - tax[line.line_id] if line.with_tax else amount
    return net, tax
