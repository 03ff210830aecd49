"""The development inbox takes mail as a real server does and shows what came."""

from __future__ import annotations

import json
import smtplib
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from fakes.inbox import web
from fakes.inbox.smtp import Receiver
from fakes.inbox.store import Store


@dataclass
class Inbox:
    folder: Path
    smtp_port: int
    url: str

    def send(self, to: str, subject: str = "Hello", *, html: str = "", calendar: str = "") -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "VALClean <hello@val.example>", to, subject
        mail["Date"] = "Tue, 09 Jun 2026 10:00:00 +0000"
        mail.set_content("plain words\n")
        if html:
            mail.add_alternative(html, subtype="html")
        if calendar:
            mail.add_attachment(calendar.encode(), maintype="text", subtype="calendar", filename="booking.ics")
        with smtplib.SMTP("127.0.0.1", self.smtp_port) as server:
            server.send_message(mail)

    def get(self, path: str) -> tuple[str, Any]:
        with urllib.request.urlopen(self.url + path) as answer:  # noqa: S310  our own server
            return answer.read().decode(), answer.headers

    def messages(self, to: str = "") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.get(f"/api/messages?to={to}")[0])
        return found


def free_port() -> int:
    """A port that nobody listens on at this moment; aiosmtpd cannot choose one itself."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    store = Store(tmp_path)
    site = web.server(store, "127.0.0.1", 0)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    port = free_port()
    controller = Controller(Receiver(store), hostname="127.0.0.1", port=port)
    controller.start()
    yield Inbox(tmp_path, port, f"http://127.0.0.1:{site.server_address[1]}")
    controller.stop()
    site.shutdown()
    site.server_close()


def test_mails_are_listed_newest_first_and_by_receiver(inbox: Inbox) -> None:
    inbox.send("Cleo@example.com", "One")
    inbox.send("otto@example.com", "Two")
    assert [mail["subject"] for mail in inbox.messages()] == ["Two", "One"]
    (one,) = inbox.messages("cleo@example.com")
    assert (one["to"], one["text"]) == (["cleo@example.com"], "plain words\n")
    assert len(list(inbox.folder.glob("*.eml"))) == 2


def test_an_opened_mail_shows_its_parts_and_runs_nothing(inbox: Inbox) -> None:
    html = "<html><head></head><p>rich</p></html>"
    inbox.send("cleo@example.com", "A <b>bold</b> one", html=html, calendar="BEGIN:VCALENDAR\r\n")
    name = inbox.messages()[0]["id"]
    page, headers = inbox.get(f"/messages/{name}")
    assert "A &lt;b&gt;bold&lt;/b&gt; one" in page
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in page
    assert "script-src" not in headers["Content-Security-Policy"]
    html, headers = inbox.get(f"/messages/{name}/html")
    assert html.strip() == '<html><head><base target="_blank"></head><p>rich</p></html>'
    assert headers["Content-Security-Policy"].startswith("sandbox")
    content, headers = inbox.get(f"/messages/{name}/files/0")
    assert content.startswith("BEGIN:VCALENDAR")
    assert "booking.ics" in headers["Content-Disposition"]
    assert inbox.messages()[0]["attachments"][0]["text"].startswith("BEGIN:VCALENDAR")


def test_clearing_leaves_nothing(inbox: Inbox) -> None:
    inbox.send("cleo@example.com")
    urllib.request.urlopen(urllib.request.Request(f"{inbox.url}/api/messages", method="DELETE")).close()  # noqa: S310
    assert inbox.messages() == []
    assert "Nothing yet" in inbox.get("/")[0]


@pytest.mark.parametrize(
    "path", ["/messages/1", "/messages/..%2f1", "/files", "/messages/1/files/0", "/api/messages/7"]
)
def test_what_is_not_there_is_a_clear_404(inbox: Inbox, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        inbox.get(path)
    assert caught.value.code == 404


@pytest.mark.parametrize(("name", "codes"), [("bounce", [550, 550]), ("busy+1", [451, 451]), ("later+2", [451, 250])])
def test_some_receivers_ask_for_trouble(inbox: Inbox, name: str, codes: list[int]) -> None:
    found = []
    for _ in codes:
        try:
            inbox.send(f"{name}@example.com")
            found.append(250)
        except smtplib.SMTPRecipientsRefused as error:
            found.extend(code for code, _ in error.recipients.values())
    assert found == codes
