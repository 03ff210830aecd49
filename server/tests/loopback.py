"""The API as it runs in production, gunicorn with threads on a free port, and a lean client that opens many connections.

The client speaks just enough HTTP/1.1 for a server on this machine: a crowd of a thousand must not cost more than what it
measures.
"""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.databases import SERVER

READY_SECONDS = 90
ANSWER_SECONDS = 120


class Answer(NamedTuple):
    """What came back, and after how many seconds. Status 0: nothing did, `body` says why."""

    status: int
    body: Any
    seconds: float
    cookies: dict[str, str]


class Call(NamedTuple):
    """One request with a JSON body (None: no body) and headers besides those every request has."""

    method: str
    path: str
    body: Any = None
    headers: tuple[tuple[str, str], ...] = ()


@contextmanager
def gunicorn(environment: dict[str, str], *, workers: int = 2, threads: int = 4) -> Iterator[int]:
    """The port of an API that answers; stopped when the block is left.

    `environment` names a migrated database and lifts the rate limits: counters and sign-in sessions have no tables here.
    """
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(4096)
        listening.set_inheritable(True)  # handed over, so that nobody else takes the port in between
        port: int = listening.getsockname()[1]
        log = Path(environment["VAR_DIR"], "gunicorn.log")
        with log.open("wb") as output:
            server = subprocess.Popen(
                [*_command(listening.fileno()), "--workers", str(workers), "--threads", str(threads)],
                cwd=SERVER,
                env=environment,
                stdout=output,
                stderr=output,
                pass_fds=[listening.fileno()],
            )
            try:
                _wait_until_ready(port, server, log)
                yield port
            finally:
                server.terminate()
                server.wait(timeout=30)


def _command(descriptor: int) -> list[str]:
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "almanac.config.wsgi:application",
        "--bind",
        f"fd://{descriptor}",
        "--worker-class",
        "gthread",
        "--no-control-socket",
        "--graceful-timeout",
        "5",
        "--backlog",
        "4096",
    ]


def _wait_until_ready(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + READY_SECONDS
    while server.poll() is None and time.monotonic() < until:
        if asyncio.run(ask(port, Call("GET", "/api/health/live"), patience=READY_SECONDS)).status == 200:
            return
        time.sleep(0.1)
    server.kill()
    raise RuntimeError(f"the API does not answer:\n{log.read_text(errors='replace')}")


async def ask(port: int, call: Call, *, patience: float = ANSWER_SECONDS) -> Answer:
    """One request on a connection of its own."""
    begun = time.perf_counter()
    try:
        async with asyncio.timeout(patience):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(_bytes(port, call))
                status, headers = _head(await reader.readuntil(b"\r\n\r\n"))
                content = await reader.read()
            finally:
                writer.close()
    except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
        return Answer(0, repr(error), time.perf_counter() - begun, {})
    taken = time.perf_counter() - begun
    is_json = "json" in headers.get("content-type", "") and content
    return Answer(status, json.loads(content) if is_json else content.decode(), taken, _cookies(headers))


async def ask_all(port: int, calls: list[Call]) -> list[Answer]:
    """All of them at once, each on a connection of its own."""
    return list(await asyncio.gather(*(ask(port, call) for call in calls)))


def _bytes(port: int, call: Call) -> bytes:
    content = b"" if call.body is None else json.dumps(call.body).encode()
    lines = [
        f"{call.method} {call.path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Connection: close",
        *([] if call.body is None else ["Content-Type: application/json"]),
        f"Content-Length: {len(content)}",
        *(f"{name}: {value}" for name, value in call.headers),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + content


def _head(block: bytes) -> tuple[int, dict[str, str]]:
    first, *rest = block.decode("latin-1").strip().split("\r\n")
    headers: dict[str, str] = {}
    for line in rest:
        name, _, value = line.partition(":")
        key = name.strip().lower()
        headers[key] = f"{headers[key]}\n{value.strip()}" if key in headers else value.strip()
    return int(first.split()[1]), headers


def _cookies(headers: dict[str, str]) -> dict[str, str]:
    pairs = (line.split(";", 1)[0].partition("=") for line in headers.get("set-cookie", "").splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}
