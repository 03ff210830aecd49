"""Nothing is double-booked through the front door either: crowds of requests at a real gunicorn, on both databases."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.databases import SERVER, throwaway
from tests.loopback import Answer, Call, ask_all, gunicorn
from tests.races.conftest import SOAK

pytestmark = pytest.mark.race
HOLDERS = 1_000 if SOAK > 1 else 250
BOOKERS = 60 * SOAK
DOUBLE_CLICKS = 12
AGREED = {
    "shown_total_amount": 4000,
    "payment_method": "pay_on_site",
    "terms_accepted": True,
    "early_start_consent": True,
}


@dataclass
class Front:
    """A served shop: the port it answers at, and its database."""

    port: int
    environment: dict[str, str]
    starts: list[int]

    def inside(self, *command: str) -> Any:
        return inside(self.environment, *command)

    def send(self, calls: list[Call]) -> list[Answer]:
        """All at once."""
        return asyncio.run(ask_all(self.port, calls))


def inside(environment: dict[str, str], *command: str) -> Any:
    """What http_inside answers."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.races.http_inside", *command],
        cwd=SERVER,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def front(vendor: str) -> Iterator[Front]:
    """The API with as many processes and threads as in production, its rate limits lifted."""
    with throwaway(vendor) as plain:
        environment = {
            **plain,
            "ALMANAC_TEST_LIFT_RATE_LIMITS": "1",
            "DJANGO_SETTINGS_MODULE": "almanac.config.settings",
        }
        starts = inside(environment, "open")["starts"]
        with gunicorn(environment) as port:
            yield Front(port, environment, starts)


def cookie(basket: dict[str, str]) -> tuple[str, str]:
    return "Cookie", f"almanac_basket={basket['token']}"


def holding(basket: dict[str, str], start: int) -> Call:
    body = {"line_id": basket["line"], "starts_at": datetime.fromtimestamp(start, UTC).isoformat()}
    return Call("POST", "/api/holds", body, (cookie(basket),))


def booking(basket: dict[str, str], key: str) -> Call:
    return Call("POST", "/api/bookings", AGREED, (cookie(basket), ("Idempotency-Key", key)))


def outcomes(answers: list[Answer]) -> Counter[str]:
    """How many ended how: "200", or the refusal's code; anything else in full, so that a failure shows it."""
    refusals = {answer.body.get("code") if isinstance(answer.body, dict) else "" for answer in answers}
    assert refusals <= {None, "slot_taken"}, next(one for one in answers if one.status not in (200, 409))
    return Counter("200" if answer.status == 200 else answer.body["code"] for answer in answers)


def losers_know_better(answers: list[Answer], taken: set[int]) -> bool:
    """Whether every loser was told other times, none of them one that was fought over."""
    return all(
        {datetime.fromisoformat(other["starts_at"]).timestamp() for other in answer.body["alternatives"]} - taken
        for answer in answers
        if answer.status != 200
    )


def test_holds_of_one_slot_by_a_crowd_have_one_winner(front: Front) -> None:
    start = front.starts[0]
    baskets = front.inside("baskets", str(HOLDERS))
    answers = front.send([holding(basket, start) for basket in baskets])
    assert outcomes(answers) == {"200": 1, "slot_taken": HOLDERS - 1}
    assert losers_know_better(answers, {start})
    after = front.inside("inspect")
    assert (after["overlaps"], after["holds"], after["idle_claims"]) == (0, 1, 0)


def test_bookings_of_one_start_without_holds_have_one_winner(front: Front) -> None:
    start = front.starts[1]
    baskets = front.inside("baskets", str(BOOKERS), str(start))
    answers = front.send([booking(basket, f"once-{number:06}") for number, basket in enumerate(baskets)])
    assert outcomes(answers) == {"200": 1, "slot_taken": BOOKERS - 1}
    assert losers_know_better(answers, {start})
    after = front.inside("inspect")
    assert (after["overlaps"], after["astray"], after["unclaimed"]) == (0, 0, 0)


def test_bookings_of_starts_that_merely_overlap_never_overlap(front: Front) -> None:
    """Half past follows an hour's clean too soon, and the buffers of neighbours add up."""
    start = front.starts[2]
    baskets = front.inside("baskets", str(BOOKERS), str(start), str(start + 1800), str(start + 3600))
    before = front.inside("inspect")
    answers = front.send([booking(basket, f"near-{number:06}") for number, basket in enumerate(baskets)])
    assert outcomes(answers) == {"200": 1, "slot_taken": BOOKERS - 1}
    after = front.inside("inspect")
    assert (after["overlaps"], after["astray"], after["appointments"]) == (0, 0, before["appointments"] + 1)


def test_a_basket_submitted_many_times_at_once_is_one_order(front: Front) -> None:
    (basket,) = front.inside("baskets", "1", str(front.starts[3]))
    before = front.inside("inspect")
    answers = front.send([booking(basket, "the-same-key")] * DOUBLE_CLICKS)
    assert {answer.status for answer in answers} == {200}, answers
    assert len({answer.body["number"] for answer in answers}) == 1
    after = front.inside("inspect")
    assert (after["orders"], after["appointments"]) == (before["orders"] + 1, before["appointments"] + 1)
