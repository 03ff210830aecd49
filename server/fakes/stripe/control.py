"""`/_control/`: what tests and demonstrations make happen at the company's end.

book, snapshot               what stands on the balance by currency; the same with every movement
webhooks                     {"trouble": "none|doubled|lost|kept|reversed|delayed", "seconds": 60}
flush                        {"backwards": true}: send what was kept
clock                        {"seconds": 3600}: time passes
down                         {"statuses": [500, 503, 429, 0]}: answers of the next requests; 0 is none at all
lose-answers                 {"times": 1}: the work is done, the answer is lost
stall, release               {"when": "before|after", "times": 1}: requests hang, before or after the work is done
refunds, end-refund          {"end_as": "pending"}; {"id": "re_…", "status": "succeeded|failed"}
dispute, escalate, decide    {"charge": "ch_…", "reason": …, "amount": …, "inquiry": true}; {"id": …, "status": "won|lost"}
fees                         {"wait": true}: charges come onto the balance later; false: now, all that waited
warn                         {"charge": "ch_…", "fraud": "misc"}: the card's bank warns of fraud
payout, fail-payout          what stands on the balance goes to the shop's bank; {"id": "po_…"}: that sends it back
settles-in                   {"currency": "eur", "rate": 120}: the balance is in another currency, at so many hundredths
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fakes.stripe import money
from fakes.stripe.checkout import lapse
from fakes.stripe.errors import Refused
from fakes.stripe.troubles import Stall
from fakes.stripe.webhooks import Trouble

if TYPE_CHECKING:
    from fakes.stripe.server import Fake

Answer = tuple[int, Any]


def control(fake: Fake, verb: str, asked: dict[str, Any]) -> Answer:
    """Status and answer of one wish; unknown ones are 404."""
    try:
        if verb == "flush":  # not under the lock: whoever is told may ask back
            return 200, {"sent": len(fake.webhooks.flush(backwards=bool(asked.get("backwards"))))}
        with fake.book.lock:
            found = _of_the_network(fake, verb, asked) or _of_the_bank(fake, verb, asked)
            found = found or _of_the_balance(fake, verb, asked)
    except (Refused, KeyError, ValueError, TypeError) as error:
        return 400, {"error": str(error)}
    return found or (404, {"error": verb})


def _of_the_network(fake: Fake, verb: str, asked: dict[str, Any]) -> Answer | None:
    match verb:
        case "webhooks":
            fake.webhooks.trouble = Trouble(asked["trouble"])
            fake.webhooks.delay = int(asked.get("seconds", 0))
        case "clock":
            fake.book.ahead += int(asked["seconds"])
            lapse(fake.book)
            fake.webhooks.catch_up()
            return 200, {"now": fake.book.now()}
        case "down":
            fake.down = [int(status) for status in asked["statuses"]]
        case "lose-answers":
            fake.lose_answers = int(asked["times"])
        case "stall":
            fake.troubles.stall(Stall(asked.get("when", "before")), int(asked.get("times", 1)))
        case "release":
            fake.troubles.release()
        case _:
            return None
    return 200, {}


def _of_the_bank(fake: Fake, verb: str, asked: dict[str, Any]) -> Answer | None:
    book = fake.book
    match verb:
        case "book":
            return 200, book.balances()
        case "snapshot":
            return 200, book.snapshot()
        case "refunds":
            fake.api.refunds_end_as = asked["end_as"]
        case "end-refund":
            money.end_refund(book, book.get("re", asked["id"]), asked["status"])
        case "warn":
            money.warn(book, book.get("ch", asked["charge"]), asked.get("fraud", "misc"))
        case "dispute":
            reason, is_inquiry = asked.get("reason", "fraudulent"), bool(asked.get("inquiry"))
            charge = book.get("ch", asked["charge"])
            opened = money.dispute(book, charge, reason, amount=asked.get("amount"), inquiry=is_inquiry)
            return 200, {"id": opened["id"]}
        case "escalate":
            money.escalate(book, book.get("du", asked["id"]))
        case "decide":
            money.decide(book, book.get("du", asked["id"]), asked["status"])
        case "fees":
            book.fees_wait = bool(asked["wait"])
            if not book.fees_wait:
                money.settle_fees(book)
        case _:
            return None
    return 200, {}


def _of_the_balance(fake: Fake, verb: str, asked: dict[str, Any]) -> Answer | None:
    book = fake.book
    match verb:
        case "payout":
            return 200, {"ids": [made["id"] for made in money.pay_out(book)]}
        case "fail-payout":
            money.fail_payout(book, book.get("po", asked["id"]))
        case "settles-in":
            book.settles_in = (asked["currency"], int(asked["rate"])) if asked else None
        case _:
            return None
    return 200, {}
