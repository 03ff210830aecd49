"""Paying: the price of a large basket, and orders that are placed and paid by card, a second."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Thread

from almanac.engine.price import breakdown
from almanac.engine.tests.price_dice import NOW, Dice
from almanac.engine.tests.price_reference import bill
from bench import stores
from bench.figures import Figure, median_ms
from bench.processes import answer_of, answers_of_crowd, is_quick
from fakes.stripe.server import Fake
from tests.databases import throwaway

LINES, RULES, DISCOUNTS = 20, 30, 6
PROCESSES = 4
GOAL_MS, GOAL_A_SECOND = 5.0, {"sqlite": 10.0, "postgresql": 10.0}
MODULE = "bench.pay_inside"


def measure() -> list[Figure]:
    """The price beside a second reckoning in fractions; paying by card beside paying on the day, in the same run."""
    return [_price(), *(figure for vendor in stores.vendors() for figure in _paid(vendor))]


def _price() -> Figure:
    dice = Dice(20261127)
    basket = [dice.line() for _ in range(LINES)]
    rules = [rule for _ in range(RULES) for rule in dice.rules()][:RULES]
    off = [dice.discount() for _ in range(DISCOUNTS)]
    random.Random(1).shuffle(basket)

    def priced() -> int:
        return breakdown(basket, rules, off, now=NOW).total_amount

    def reckoned() -> int:
        found = bill(basket, rules, off, now=NOW, is_first_order=True)
        return sum(found.total.values())

    assert priced() == reckoned()
    name = f"price of a basket of {LINES} lines, {RULES} rules, {DISCOUNTS} discounts"
    beside = median_ms(reckoned)
    return Figure("pay", name, median_ms(priced, times=41), "ms", GOAL_MS, reference=beside, baseline="in fractions")


def _paid(vendor: str) -> Iterator[Figure]:
    each = 5 if is_quick() else 40
    with throwaway(vendor) as environment, _company() as fake:
        people = 2 * PROCESSES
        shop = answer_of(environment, MODULE, "open", fake.url, fake.secret_key, fake.webhooks.secret, str(people))
        rates = [_rate(environment, how, each, shop) for how in ("on_the_day", "by_card")]
        paid = len(fake.book.all("ch"))
    if paid != each * PROCESSES:
        raise RuntimeError(f"{paid} were charged, {each * PROCESSES} were to be")
    name = f"placed and paid by card, {PROCESSES} processes"
    yield Figure(
        "pay",
        name,
        rates[1],
        "/s",
        GOAL_A_SECOND[vendor],
        database=vendor,
        reference=rates[0],
        baseline="placed, paid on the day",
    )


def _rate(environment: Mapping[str, str], how: str, each: int, shop: Mapping[str, list[str]]) -> float:
    commands = [
        [how, str(number), str(each), str(shop["service"]), *shop["staff"][2 * number : 2 * number + 2]]
        for number in range(PROCESSES)
    ]
    return float(sum(each / seconds for seconds in answers_of_crowd(environment, MODULE, commands)))


@contextmanager
def _company() -> Iterator[Fake]:
    with Fake() as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield fake
        fake.shutdown()
