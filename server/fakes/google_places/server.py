"""The fake's HTTP server, and the keys and addresses that make it misbehave."""

from __future__ import annotations

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from fakes.google_places import answers, errors
from fakes.google_places.errors import Refusal

MOST_BODY = 100_000


class Key:
    """Any other key works."""

    WRONG = "wrong-key"
    SWITCHED_OFF = "project-without-places"
    BLOCKED = "key-of-another-server"
    OVER_QUOTA = "key-over-quota"


KEYS = {
    Key.WRONG: errors.wrong_key,
    Key.SWITCHED_OFF: errors.switched_off,
    Key.BLOCKED: errors.blocked,
    Key.OVER_QUOTA: errors.over_quota,
}


class Trouble:
    """Typed, these bring the trouble they stand for. The details of 1 to 6 Vanishing Lane fail (see addresses.csv)."""

    BROKEN = "1 Unavailable Street"  # 503
    INTERNAL = "1 Internal Street"  # 500
    TOO_MANY = "1 Exhausted Street"  # 429
    DENIED = "1 Denied Street"  # 403
    INVALID = "1 Invalid Street"  # 400
    SLOW = "1 Slow Street"  # answers after `slow_seconds`
    GARBLED = "1 Garbled Street"  # 200, but not JSON
    OTHER_FORM = "1 Other Street"  # 200 and JSON, but not the documented form


CODES = {
    Trouble.BROKEN: 503,
    Trouble.INTERNAL: 500,
    Trouble.TOO_MANY: 429,
    Trouble.DENIED: 403,
    Trouble.INVALID: 400,
}


class Handler(BaseHTTPRequestHandler):
    """One request; `slow_seconds` and the account stand on the server."""

    protocol_version = "HTTP/1.1"
    server: Fake

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        steps = [unquote(step) for step in parts.path.split("/") if step]
        self._answer(lambda: self._get(steps, query))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        content = self.rfile.read(min(int(length), MOST_BODY)) if length.isdecimal() else b""
        self._answer(lambda: self._post(urlsplit(self.path).path, content))

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: addresses are personal, also here."""

    def _get(self, steps: list[str], query: dict[str, str]) -> dict[str, Any] | bytes:
        self._admit()
        match steps:
            case ["v1", "places", id]:
                return answers.details(id, query, self._mask(), self.server.account)
        raise Refusal(404, "Method not found.")

    def _post(self, path: str, content: bytes) -> dict[str, Any] | bytes:
        self._admit()
        if path != "/v1/places:autocomplete":
            raise Refusal(404, "Method not found.")
        try:
            body = json.loads(content)
        except ValueError:
            raise errors.wrong("Invalid JSON payload received.") from None
        typed = body.get("input") if isinstance(body, dict) else None
        match typed:
            case Trouble.GARBLED:
                return b"<html>Welcome to the captive portal</html>"
            case Trouble.OTHER_FORM:
                return {"suggestions": [{"placePrediction": {"placeId": 5}}]}
            case Trouble.SLOW:
                time.sleep(self.server.slow_seconds)
        if typed in CODES:
            raise errors.failing(CODES[typed], str(typed))
        return answers.masked(answers.autocomplete(body, self.server.account), self._mask())

    def _admit(self) -> None:
        key = self.headers.get("X-Goog-Api-Key", "")
        if not key:
            raise errors.no_key()
        if key in KEYS:
            raise KEYS[key]()

    def _mask(self) -> str:
        return self.headers.get("X-Goog-FieldMask", "").replace(" ", "")

    def _answer(self, work: Any) -> None:
        try:
            found = work()
        except Refusal as refusal:
            self._write(refusal.code, json.dumps(refusal.body).encode())
        else:
            self._write(200, found if isinstance(found, bytes) else json.dumps(found).encode())

    def _write(self, status: int, content: bytes) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json; charset=UTF-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the caller did not want to wait


class Fake(ThreadingHTTPServer):
    """Google Places on this machine. Only for tests and demonstration: production settings refuse it."""

    daemon_threads = True

    def __init__(self, port: int = 0, slow_seconds: float = 10) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.slow_seconds = slow_seconds
        self.account = answers.Account()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"
