"""The processes of a crowd: each reads a command a line, waits for its instant, tries to take time, says how it went.

`python -m tests.races.worker READ,WRITE READ,WRITE ...` forks one process for each pair of pipes, before any of them
has a connection; Django is loaded once for all. In the environment of a throw-away database; not imported by tests.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.config.settings")
django.setup()

from almanac.scheduling import locks  # noqa: E402
from almanac.scheduling.errors import SlotTaken  # noqa: E402
from tests.races import (  # noqa: E402
    coupons,
    gift_cards,
    guards_off,
    inspection,
    invoices,
    journeys,
    merges,
    money,
    passes,
    points,
    subscriptions,
    waiting,
    ways,
    world,
)

CAUSES: list[str] = []  # what the database said whenever somebody else was first
COMMANDS: dict[str, Any] = {
    **ways.WAYS,
    **journeys.COMMANDS,
    **world.COMMANDS,
    **inspection.COMMANDS,
    **guards_off.COMMANDS,
    **merges.COMMANDS,
    **waiting.COMMANDS,
    **coupons.COMMANDS,
    **money.COMMANDS,
    **subscriptions.COMMANDS,
    **invoices.COMMANDS,
    **gift_cards.COMMANDS,
    **passes.COMMANDS,
    **points.COMMANDS,
}
_decide = locks._somebody_was_first


def _record(error: Exception) -> bool:
    CAUSES.append(str(error).strip())
    return _decide(error)


def answer(command: dict[str, Any]) -> dict[str, Any]:
    """Do what is asked at its instant. A refusal is an answer; anything else that goes wrong is told as an error."""
    CAUSES.clear()
    what, begin_at = command.pop("do"), command.pop("begin_at", 0.0)
    while time.monotonic() < begin_at:  # a busy wait: everybody starts within microseconds
        pass
    try:
        return {"won": True, "result": COMMANDS[what](**command), "causes": list(CAUSES)}
    except SlotTaken as refusal:
        return {"won": False, "alternatives": len(refusal.alternatives), "causes": list(CAUSES)}
    except Exception as error:
        return {"won": False, "error": repr(error), "causes": list(CAUSES)}


def serve(reading: int, writing: int) -> None:
    """Answer commands until there are no more."""
    with os.fdopen(reading) as commands, os.fdopen(writing, "w") as answers:
        for line in commands:
            print(json.dumps(answer(json.loads(line))), file=answers, flush=True)


def main(pairs: list[tuple[int, int]]) -> None:
    """One process a pair of pipes; done when all of them are."""
    locks._somebody_was_first = _record
    for mine in pairs:
        if os.fork() == 0:
            for pipe in (pipe for pair in pairs if pair != mine for pipe in pair):
                os.close(pipe)  # so that each pipe ends with its own process
            serve(*mine)
            os._exit(0)
    for pipe in (pipe for pair in pairs for pipe in pair):
        os.close(pipe)
    for _ in pairs:
        os.wait()


if __name__ == "__main__":
    main([(int(reading), int(writing)) for reading, writing in (pair.split(",") for pair in sys.argv[1:])])
