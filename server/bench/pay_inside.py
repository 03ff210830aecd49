"""One of the processes that place orders as fast as they can; run by bench.pay.

`open URL KEY SECRET PEOPLE` opens a shop that takes cards by the company at this address; `on_the_day N COUNT SERVICE STAFF ...`
turns baskets into orders, `by_card` also opens the company's page, pays there and comes back. Prints JSON on its last line:
the shop, or the seconds.
"""

from __future__ import annotations

import json
import os
import sys
import time
from uuid import uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.config.settings")
django.setup()

import httpx  # noqa: E402

from almanac.booking.actions.book import Agreed, book  # noqa: E402
from almanac.booking.models import Basket  # noqa: E402
from almanac.booking.queries.baskets import token_hash  # noqa: E402
from almanac.kit import clock  # noqa: E402
from almanac.kit.actor import STRANGER, guest  # noqa: E402
from almanac.payments.actions import pages  # noqa: E402
from almanac.payments.models import ProviderAccount  # noqa: E402
from almanac.sales.models import Order  # noqa: E402
from almanac.scheduling.tests.factories import DAY, HOUR  # noqa: E402
from bench.processes import ready  # noqa: E402
from tests.races import journeys  # noqa: E402

CARD = {"number": "4242424242424242", "expiry": "12 / 34", "cvc": "123"}
WAYS = pages.Ways("https://shop.example/{payment}", "https://shop.example/")
A_DAY = 20
FIRST = {"on_the_day": 7, "by_card": 60}  # days from now


def open_shop(url: str, secret_key: str, webhook_secret: str, people: int) -> dict[str, object]:
    keys = json.dumps({"secret_key": secret_key, "webhook_secret": webhook_secret})
    ProviderAccount.objects.create(provider="stripe", mode="test", keys=keys, api_url=url, is_on=True)
    return journeys.open_shop(people=people)


def place(how: str, number: int, count: int, service: str, staff: list[str]) -> float:
    """Orders of one visit each, of this process's own two people; the seconds."""
    midnight = clock.epoch(clock.now()) // DAY * DAY + FIRST[how] * DAY
    baskets = []
    for each in range(count):
        day, place_of_day = divmod(each, A_DAY)
        hour, person = divmod(place_of_day, 2)
        start = midnight + day * DAY + 2 * hour * HOUR
        baskets.append(_fresh(journeys.fill(service=service, lines=[[start, staff[person]]])["token"]))
    with httpx.Client(timeout=20) as browser:
        ready()
        begun = time.perf_counter()
        for token in baskets:
            order = _booked(token, "pay_on_site" if how == "on_the_day" else "card")
            if how == "by_card":
                _paid(order, browser)
        return time.perf_counter() - begun


def _fresh(token: str) -> str:
    """The world's baskets are of a day in March; these are of today."""
    Basket.objects.filter(token_hash=token_hash(token)).update(expires_at=clock.instant(clock.epoch(clock.now()) + DAY))
    return token


def _booked(token: str, method: str) -> Order:
    agreed = Agreed(journeys.PRICE, method, early_start_consent=True)
    (order,) = book(actor=STRANGER, token=token, agreed=agreed, key=str(uuid4()), language="en", now=clock.now())
    return order


def _paid(order: Order, browser: httpx.Client) -> None:
    payment = pages.start(actor=guest(order.pk), order=order, method="card", ways=WAYS, language="en", now=clock.now())
    assert browser.post(payment.page_url, data=CARD).status_code == 303
    assert pages.check(payment, now=clock.now()).state == "captured"


if __name__ == "__main__":
    if sys.argv[1] == "open":
        print(json.dumps(open_shop(sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]))))
    else:
        print(json.dumps(place(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5:])))
