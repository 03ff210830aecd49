"""The fake's HTTP server, and the postcodes that make it misbehave."""

from __future__ import annotations

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from fakes.postcodes_io import answers
from fakes.postcodes_io.answers import Answer

MOST_BODY = 100_000


class Trouble:
    """No such postcodes are given out; asked for, they bring the trouble they stand for."""

    BROKEN = "ZE50 3AA"  # 503
    TOO_MANY = "ZE42 9AA"  # 429
    SLOW = "ZE10 9AA"  # answers after `slow_seconds`
    GARBLED = "ZE20 0AA"  # 200, but not JSON


class Handler(BaseHTTPRequestHandler):
    """One request; `slow_seconds` stands on the server."""

    protocol_version = "HTTP/1.1"
    server: Fake

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        steps = [unquote(step) for step in parts.path.split("/") if step]
        if len(steps) > 1 and self._misbehaves(steps[1]):
            return
        match steps:
            case ["ping"]:
                self._send(answers.ok("pong"))
            case ["postcodes"]:
                self._send(answers.query(query.get("q", query.get("query", "")), query.get("limit", "")))
            case ["postcodes", postcode]:
                self._send(answers.lookup(postcode))
            case ["postcodes", postcode, "validate"]:
                self._send(answers.validate(postcode))
            case ["postcodes", prefix, "autocomplete"]:
                self._send(answers.autocomplete(prefix, query.get("limit", "")))
            case _:
                self._send(answers.error(404, "Resource not found"))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        content = self.rfile.read(min(int(length), MOST_BODY)) if length.isdecimal() else b""
        if urlsplit(self.path).path.strip("/") != "postcodes":
            self._send(answers.error(404, "Resource not found"))
            return
        try:
            body = json.loads(content)
        except ValueError:
            body = None
        self._send(answers.bulk(body))

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: postcodes are personal, also here."""

    def _misbehaves(self, postcode: str) -> bool:
        flat = postcode.upper().replace(" ", "")
        match f"{flat[:-3]} {flat[-3:]}":
            case Trouble.BROKEN:
                self._send(answers.error(503, "Service unavailable"))
            case Trouble.TOO_MANY:
                self._send(answers.error(429, "Too many requests"))
            case Trouble.GARBLED:
                self._write(200, b"<html>Welcome to the captive portal</html>")
            case Trouble.SLOW:
                time.sleep(self.server.slow_seconds)
                self._send(answers.lookup(postcode))
            case _:
                return False
        return True

    def _send(self, answer: Answer) -> None:
        self._write(answer.status, json.dumps(answer.body).encode())

    def _write(self, status: int, content: bytes) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the caller did not want to wait


class Fake(ThreadingHTTPServer):
    """postcodes.io on this machine. Only for tests and demonstration: production settings refuse it."""

    daemon_threads = True

    def __init__(self, port: int = 0, slow_seconds: float = 10) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.slow_seconds = slow_seconds

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"
