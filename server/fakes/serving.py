"""The HTTP server of stand-ins that take money: an API, pages for people, `/_control/`, and troubles of the line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from fakes.telling import Telling, Trouble

MOST_BODY = 500_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came; header names are lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""

    def json(self) -> Any:
        """Raises ValueError."""
        return json.loads(self.body or b"{}")

    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode()))


@dataclass(slots=True)
class Answer:
    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


def as_json(status: int, found: Any, headers: Mapping[str, str] | None = None) -> Answer:
    """JSON without what only the stand-in knows (names with _ in front)."""
    return Answer(status, json.dumps(clean(found)).encode(), {"Content-Type": "application/json", **(headers or {})})


def as_page(status: int, text: str) -> Answer:
    return Answer(status, text.encode(), {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"})


def go_to(address: str) -> Answer:
    return Answer(303, b"", {"Location": address})


def clean(thing: Any) -> Any:
    if isinstance(thing, dict):
        return {key: clean(value) for key, value in thing.items() if not str(key).startswith("_")}
    return [clean(each) for each in thing] if isinstance(thing, list) else thing


class Company(ThreadingHTTPServer):
    """A company: what it answers is said by `api`, `page` and `wish`; `down` makes the API fail so often."""

    daemon_threads = True
    pages = "/pay/"

    def __init__(self, port: int, telling: Telling) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.telling = telling
        self.working = Lock()
        self.down: list[int] = []  # statuses of the next answers instead of what was asked; 0: none at all
        self.lose_answers = 0  # of so many requests the work is done and the answer lost

    def api(self, asked: Asked) -> Answer:
        raise NotImplementedError

    def page(self, asked: Asked) -> Answer:
        raise NotImplementedError

    def wish(self, verb: str, asked: Mapping[str, Any]) -> Any:
        """What a test makes happen at the company's end. Raises LookupError or ValueError for what cannot be."""
        raise NotImplementedError

    def trouble(self, status: int) -> Answer:
        """The company's own trouble in its form."""
        raise NotImplementedError

    def control(self, asked: Asked) -> Answer:
        """Wishes that every company knows, and its own."""
        verb = asked.path.removeprefix("/_control/")
        try:
            wanted = asked.json()
            match verb:
                case "webhooks":
                    self.telling.trouble = Trouble(wanted["trouble"])
                case "flush":
                    return as_json(200, {"sent": self.telling.flush(backwards=bool(wanted.get("backwards")))})
                case "down":
                    self.down = [int(status) for status in wanted["statuses"]]
                case "lose-answers":
                    self.lose_answers = int(wanted["times"])
                case _:
                    with self.working:
                        found = self.wish(verb, wanted)
                    self.telling.go()
                    return as_json(200, {} if found is None else found)
        except (LookupError, ValueError) as error:
            return as_json(400, {"error": f"{type(error).__name__}: {error}"})
        return as_json(200, {})

    def answer(self, asked: Asked) -> Answer | None:
        """None: the line breaks."""
        if asked.path.startswith("/_control/"):
            return self.control(asked)
        is_page = asked.path.startswith(self.pages)
        if not is_page and self.down:
            status = self.down.pop(0)
            return self.trouble(status) if status else None
        with self.working:
            found = self.page(asked) if is_page else self.api(asked)
        self.telling.go()
        if not is_page and self.lose_answers:
            self.lose_answers -= 1
            return None
        return found

    def server_close(self) -> None:
        self.telling.stopped.set()
        super().server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Company

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_PATCH(self) -> None:
        self._serve()

    def do_PUT(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: names and accounts are nobody's business, also here."""

    def _serve(self) -> None:
        split = urlsplit(self.path)
        length = self.headers.get("Content-Length", "")
        body = self.rfile.read(min(int(length), MOST_BODY)) if length.isdecimal() else b""
        headers = {name.lower(): value for name, value in self.headers.items()}
        found = self.server.answer(Asked(self.command, split.path, dict(parse_qsl(split.query)), headers, body))
        if found is None:
            self.close_connection = True
            return
        self.send_response(found.status)
        for name, value in found.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        self.wfile.write(found.body)
