"""The page and the JSON of the inbox: newest first, opened mails with text, HTML and files.

`GET /api/messages?to=` lists, `GET /api/messages/<id>` shows one, `DELETE /api/messages` clears.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlsplit

from fakes.inbox import pages
from fakes.inbox.store import Store

HTML = "text/html; charset=utf-8"
JSON = "application/json"
OWN_PAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'"
MAIL_PAGE = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
)


class Page(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"

    def __init__(self, store: Store, *args: object) -> None:
        self.store = store
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        to = parse_qs(url.query).get("to", [""])[0]
        routes: list[tuple[str, Callable[..., None]]] = [
            (r"/", lambda: self._answer(pages.listing(self.store.all(to), to), HTML, OWN_PAGE)),
            (r"/api/messages", lambda: self._json([mail.as_json() for mail in self.store.all(to)])),
            (r"/api/messages/(\d+)", self._one_json),
            (r"/messages/(\d+)", self._one),
            (r"/messages/(\d+)/html", self._html),
            (r"/messages/(\d+)/source", self._source),
            (r"/messages/(\d+)/files/(\d+)", self._file),
        ]
        for pattern, show in routes:
            if match := re.fullmatch(pattern, url.path):
                show(*match.groups())
                return
        self._missing()

    def do_DELETE(self) -> None:
        if urlsplit(self.path).path != "/api/messages":
            self._missing()
            return
        self.store.clear()
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()

    def do_POST(self) -> None:
        """The page's own button; a form cannot send DELETE."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if urlsplit(self.path).path != "/clear":
            self._missing()
            return
        self.store.clear()
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: addresses stand in the query."""

    def _one_json(self, name: str) -> None:
        mail = self.store.get(name)
        if mail:
            self._json(mail.as_json())
        else:
            self._missing()

    def _one(self, name: str) -> None:
        mail = self.store.get(name)
        if mail:
            self._answer(pages.opened(mail), HTML, OWN_PAGE)
        else:
            self._missing()

    def _html(self, name: str) -> None:
        mail = self.store.get(name)
        if mail and mail.html:
            self._answer(pages.framed(mail.html), HTML, MAIL_PAGE)
        else:
            self._missing()

    def _source(self, name: str) -> None:
        raw = self.store.raw(name)
        if raw is None:
            self._missing()
        else:
            self._answer(raw, "text/plain; charset=utf-8", OWN_PAGE)

    def _file(self, name: str, number: str) -> None:
        found = self.store.file(name, int(number))
        if found is None:
            self._missing()
            return
        attachment, content = found
        self._answer(content, "application/octet-stream", OWN_PAGE, filename=attachment.name)

    def _json(self, value: object) -> None:
        self._answer(json.dumps(value, ensure_ascii=False), JSON, OWN_PAGE)

    def _missing(self) -> None:
        self._answer(pages.missing(), HTML, OWN_PAGE, status=HTTPStatus.NOT_FOUND)

    def _answer(
        self, content: str | bytes, kind: str, policy: str, *, filename: str = "", status: HTTPStatus = HTTPStatus.OK
    ) -> None:
        body = content.encode() if isinstance(content, str) else content
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        if filename:
            self.send_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(filename)}")
        self.end_headers()
        self.wfile.write(body)


def server(store: Store, host: str, port: int) -> ThreadingHTTPServer:
    """The web server, not yet serving. Port 0 takes a free one."""
    return ThreadingHTTPServer((host, port), partial(Page, store))
