"""One process of a crowd: reads a command a line, waits for its instant, tries to take time, and says how it went.

`python -m tests.races.worker`, with the environment of a throw-away database. Not imported by the tests.
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
from tests.races import guards_off, inspection, ways, world  # noqa: E402

CAUSES: list[str] = []  # what the database said whenever somebody else was first
COMMANDS = {**ways.WAYS, **world.COMMANDS, **inspection.COMMANDS, **guards_off.COMMANDS}
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


if __name__ == "__main__":
    locks._somebody_was_first = _record
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
