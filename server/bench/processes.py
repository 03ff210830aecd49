"""Processes of a measurement: one that answers with JSON on its last line, or several that begin at one instant."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from tests.databases import SERVER


def answer_of(environment: Mapping[str, str], module: str, *arguments: str) -> Any:
    """Run a module of the bench and read the JSON of its last line. Its errors go to the terminal."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=SERVER,
        env=dict(environment),
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{module} ended with {done.returncode}")
    return json.loads(done.stdout.splitlines()[-1])


def answers_of_crowd(environment: Mapping[str, str], module: str, commands: Sequence[Sequence[str]]) -> list[Any]:
    """Run one process a command; all wait at `ready()` until the last one is there. Their answers, in order."""
    crowd = [
        subprocess.Popen(
            [sys.executable, "-m", module, *command],
            cwd=SERVER,
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for command in commands
    ]
    try:
        for one in crowd:
            assert one.stdout is not None
            while (line := one.stdout.readline()) != "ready\n":
                if not line:
                    raise RuntimeError(f"{module} {one.args!r} died before it was ready")
        return [json.loads(words.splitlines()[-1]) for words in _released(crowd)]
    finally:
        for one in crowd:
            one.kill()


def _released(crowd: list[subprocess.Popen[str]]) -> list[str]:
    for one in crowd:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    return [one.communicate()[0] for one in crowd]


def ready() -> None:
    """Called by a process of a crowd: say that everything is prepared, and wait for the others."""
    print("ready", flush=True)
    sys.stdin.readline()


def is_quick() -> bool:
    """Whether sizes are those of a quick look and not those of figures to report."""
    return os.environ.get("ALMANAC_BENCH_QUICK") == "1"
