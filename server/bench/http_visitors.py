"""The visitors of bench.http, in a process of their own: first the rush at one slot, then the people who think.

Reads the plan from the file it is given and prints seconds by step as JSON.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench import shop_words
from tests.loopback import Answer, Call, ask, ask_all

THINKING_SECONDS = 1.0


class Visitor:
    """Somebody who goes through the journey, thinking a second between steps."""

    def __init__(self, plan: dict[str, Any], seconds: dict[str, list[float]], number: int) -> None:
        self.plan, self.seconds, self.dice = plan, seconds, random.Random(number)
        self.cookie = ""

    async def book(self, rounds: int) -> None:
        """As many journeys as there are rounds, each as a stranger."""
        await asyncio.sleep(self.dice.random() * THINKING_SECONDS)
        for _ in range(rounds):
            self.cookie = ""
            await self._journey()

    async def _journey(self) -> None:
        service = self.dice.choice(self.plan["services"])
        await self._step("place", "PUT", "/api/basket/place", shop_words.PLACE)
        basket = await self._step("line", "POST", "/api/basket/lines", {"service_id": service})
        line = basket["lines"][0]["id"]
        await self._hold(line)
        await self._step("details", "PATCH", "/api/basket/details", shop_words.DETAILS)
        agreed = {**shop_words.AGREED, "shown_total_amount": basket["total_amount"]}
        await self._step("create", "POST", "/api/bookings", agreed, ("Idempotency-Key", str(uuid4())))

    async def _hold(self, line: str) -> None:
        """Choose among the free times of a week; who finds the time just taken chooses again."""
        asked = f"/api/slots?line={line}&first_on={self.plan['first_on']}&last_on={self.plan['last_on']}"
        for _ in range(5):
            free = await self._step("slots", "GET", asked)
            start = self.dice.choice([slot["starts_at"] for day in free["days"] for slot in day["slots"]])
            held = await self._step("hold", "POST", "/api/holds", {"line_id": line, "starts_at": start})
            if "lines" in held:
                return
        raise SystemExit("five times in a row were taken")

    async def _step(self, name: str, method: str, path: str, body: Any = None, *headers: tuple[str, str]) -> Any:
        sent = (("Cookie", self.cookie), *headers) if self.cookie else headers
        answer = await ask(self.plan["port"], Call(method, path, body, sent))
        if answer.status != 200 and not (name == "hold" and answer.status == 409):
            raise SystemExit(f"{name}: {answer}")
        self.seconds[name].append(answer.seconds)
        if "almanac_basket" in answer.cookies:
            self.cookie = f"almanac_basket={answer.cookies['almanac_basket']}"
        await asyncio.sleep(THINKING_SECONDS)
        return answer.body


async def visit(plan: dict[str, Any]) -> dict[str, list[float]]:
    """Both parts, one after the other. Ends with words when the rush has not exactly one winner."""
    rush = await ask_all(plan["port"], [_rushing(basket, plan["start"]) for basket in plan["rush"]])
    _check(rush)
    seconds: dict[str, list[float]] = defaultdict(list)
    await asyncio.gather(*(Visitor(plan, seconds, number).book(plan["rounds"]) for number in range(plan["bookers"])))
    return {"rush": [answer.seconds for answer in rush], **seconds}


def _rushing(basket: dict[str, str], start: str) -> Call:
    cookie = ("Cookie", f"almanac_basket={basket['token']}")
    return Call("POST", "/api/holds", {"line_id": basket["line"], "starts_at": start}, (cookie,))


def _check(rush: list[Answer]) -> None:
    winners = sum(answer.status == 200 for answer in rush)
    losers = sum(answer.status == 409 and answer.body["code"] == "slot_taken" for answer in rush)
    if (winners, losers) != (1, len(rush) - 1):
        other = next((answer for answer in rush if answer.status not in (200, 409)), None)
        raise SystemExit(f"{winners} winners and {losers} losers among {len(rush)}: {other}")


if __name__ == "__main__":
    print(json.dumps(asyncio.run(visit(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))))
