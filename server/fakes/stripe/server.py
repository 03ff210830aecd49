"""The stand-in's HTTP server: Stripe's API as documented, its hosted page, and `/_control/` for tests and demonstrations."""

from __future__ import annotations

import base64
import binascii
import json
import re
import secrets
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from fakes.stripe import elements
from fakes.stripe.api import Api
from fakes.stripe.book import API_VERSION, Book, clean
from fakes.stripe.checkout import lapse
from fakes.stripe.control import control
from fakes.stripe.errors import Refused, bad_key, invalid, trouble
from fakes.stripe.forms import nested
from fakes.stripe.hosted import seen
from fakes.stripe.idempotency import Answers
from fakes.stripe.troubles import Stall, Troubles
from fakes.stripe.webhooks import Webhooks

MOST_BODY = 200_000
VERSION = re.compile(r"\d{4}-\d{2}-\d{2}(\.[a-z]+)?")
NOT_BEGUN = ("parameter_missing", "parameter_unknown", "parameter_invalid_integer")  # such answers are not kept by key


class Fake(ThreadingHTTPServer):
    """`secret_key` is what the shop signs its requests with. `clock` is the company's; `clock` of `/_control/` moves it."""

    daemon_threads = True
    block_on_close = False

    def __init__(
        self,
        port: int = 0,
        *,
        secret_key: str = "sk_test_standin",  # noqa: S107
        publishable_key: str = "pk_test_standin",
        webhook_secret: str = "whsec_standin",  # noqa: S107  # the stand-in has none to hide
        webhook_url: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.secret_key = secret_key
        self.publishable_key = publishable_key
        self.book = Book(clock)
        self.webhooks = Webhooks(webhook_url, webhook_secret, self.book.now)
        self.book.told = self.webhooks.take
        self.api = Api(self.book, self.webhooks, lambda: self.url)
        self.answers = Answers(self.book.now)
        self.troubles = Troubles()
        self.down: list[int] = []  # statuses of the next answers instead of what was asked; 0: none at all
        self.lose_answers = 0  # of so many requests the work is done and the answer lost
        self.asked: list[tuple[str, str]] = []  # method and path of every request to the API, for tests
        self._lock = Lock()

    def server_close(self) -> None:
        self.webhooks.stopped.set()
        self.troubles.release()
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers that hung up are nothing to write home about."""

    def next_trouble(self) -> int | None:
        """The status with which the next request fails; None where it does not."""
        with self._lock:
            return self.down.pop(0) if self.down else None

    def loses_answer(self) -> bool:
        with self._lock:
            is_lost = self.lose_answers > 0
            self.lose_answers -= is_lost
            return is_lost


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else head and body wait 40 ms for each other
    server: Fake

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def do_DELETE(self) -> None:
        self._serve("DELETE")

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: cards and addresses are nobody's business, also here."""

    def _serve(self, method: str) -> None:
        split = urlsplit(self.path)
        length = self.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > MOST_BODY:
            self.close_connection = True
            self._send(413, b"")
            return
        body = self.rfile.read(int(length)).decode(errors="replace") if length.isdecimal() else ""
        if split.path.startswith("/_control/"):
            self._control(split.path.removeprefix("/_control/"), body)
        elif elements.is_ours(split.path):
            self._element(method, split.path, dict(parse_qsl(body if method == "POST" else split.query)))
        elif split.path.startswith("/c/"):
            self._page(method, split.path, dict(parse_qsl(body)))
        else:
            self._api(method, split.path, body if method == "POST" else split.query)

    def _control(self, verb: str, body: str) -> None:
        try:
            asked = json.loads(body or "{}")
        except ValueError:
            asked = None
        if isinstance(asked, dict):
            self._json(*control(self.server, verb, asked))
        else:
            self._json(400, {"error": "JSON object wanted"})

    def _element(self, method: str, path: str, asked: dict[str, str]) -> None:
        fake = self.server
        with fake.book.lock:
            lapse(fake.book)
            kind, content = elements.answer(fake.book, fake.publishable_key, method, path, asked)
        # The script asks from within the shop's page, which is another origin.
        self._send(
            200, content, {"Content-Type": kind, "Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"}
        )

    def _page(self, method: str, path: str, form: dict[str, str]) -> None:
        found = seen(self.server.book, method, path, form)
        headers = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}
        self._send(
            found.status, found.html.encode(), headers | ({"Location": found.location} if found.location else {})
        )

    def _api(self, method: str, path: str, asked: str) -> None:
        fake = self.server
        with fake.book.lock:
            fake.asked.append((method, path))
        failing = fake.next_trouble()
        if failing is not None:
            if failing:
                self._json(failing, trouble(failing))
            else:
                self.close_connection = True
            return
        key = self.headers.get("Idempotency-Key", "") if method == "POST" else ""
        replayed, has_begun = None, False
        try:
            self._check_headers()
            replayed = fake.answers.begin(key, f"{path}?{asked}") if key else None
            has_begun = bool(key) and replayed is None
            status, content = (replayed.status, replayed.body) if replayed else self._worked(method, path, asked)
        except Refused as refused:
            status, content = refused.status, json.dumps(clean(refused.body())).encode()
            if has_begun and refused.error.get("code") in NOT_BEGUN:
                fake.answers.forget(key)
                has_begun = False
        if has_begun:
            fake.answers.end(key, status, content)
        fake.troubles.pause(Stall.AFTER)
        if fake.loses_answer():
            self.close_connection = True
            return
        headers = {"Request-Id": f"req_{secrets.token_hex(7)}", "Stripe-Version": self._version()}
        headers |= {"Idempotency-Key": key} if key else {}
        headers |= {"Idempotent-Replayed": "true"} if replayed else {}
        self._send(status, content, headers)

    def _worked(self, method: str, path: str, asked: str) -> tuple[int, bytes]:
        fake = self.server
        fake.troubles.pause(Stall.BEFORE)
        form = nested(asked)
        with fake.book.lock:
            lapse(fake.book)
            return 200, json.dumps(clean(fake.api.answer(method, path, form))).encode()

    def _check_headers(self) -> None:
        """The key and the version. Raises Refused."""
        scheme, _, value = self.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "basic":
            try:
                value = base64.b64decode(value).decode().partition(":")[0]
            except (binascii.Error, UnicodeDecodeError):
                value = ""
        if value != self.server.secret_key:
            raise bad_key(value)
        if not VERSION.fullmatch(self._version()):
            raise invalid("", f"Invalid Stripe API version: {self._version()}")

    def _version(self) -> str:
        return str(self.headers.get("Stripe-Version", API_VERSION))

    def _json(self, status: int, found: Any) -> None:
        self._send(status, json.dumps(found).encode())

    def _send(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
