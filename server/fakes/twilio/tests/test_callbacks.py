"""States of messages are told as Twilio tells them, and go astray as a network has it. Each signature is checked (conftest)."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import Queue
from threading import Thread
from urllib.parse import parse_qsl

import pytest

from fakes.twilio.account import ACCOUNT_SID, FROM
from fakes.twilio.callbacks import signature
from fakes.twilio.server import Fake
from fakes.twilio.tests.conftest import ANNA, PATIENCE, Shop
from fakes.twilio.troubles import Trouble


def test_what_their_documentation_signs() -> None:
    fields = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+14158675310",
        "Digits": "1234",
        "From": "+14158675310",
        "To": "+18005551212",
    }
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    assert signature(url, fields, "12345") == "GvWf1cFY/Q7PnoempGyD5oXAezc="


def test_a_good_message_is_sent_and_delivered(shop: Shop) -> None:
    sid = shop.sent()["sid"]
    assert shop.calls() == [], "its first state is in the answer"
    shop.at += 60
    assert shop.wish("advance", to=ANNA, steps=1) == {"moved": 1}
    sent = shop.got(sid)
    assert (sent["status"], sent["date_sent"], sent["price"]) == (
        "sent",
        "Mon, 21 Sep 2026 14:14:20 +0000",
        "-0.04000",
    )
    shop.wish("advance")
    plain = {
        "AccountSid": ACCOUNT_SID,
        "ApiVersion": "2010-04-01",
        "From": FROM,
        "MessageSid": sid,
        "SmsSid": sid,
        "To": ANNA,
    }
    assert shop.calls() == [
        {**plain, "MessageStatus": "sent", "SmsStatus": "sent"},
        {**plain, "MessageStatus": "delivered", "SmsStatus": "delivered", "RawDlrDoneDate": "2609211414"},
    ]
    assert shop.wish("advance") == {"moved": 0}


@pytest.mark.parametrize(
    ("to", "status", "code"),
    [
        (Trouble.OFF, "undelivered", 30003),
        (Trouble.NOBODYS, "undelivered", 30005),
        (Trouble.NO_CARRIER, "undelivered", 30006),
        (Trouble.UNREGISTERED, "undelivered", 30034),
        (Trouble.FAILED, "failed", 30001),
    ],
)
def test_a_message_that_does_not_arrive(shop: Shop, to: str, status: str, code: int) -> None:
    sid = shop.sent(to)["sid"]
    shop.wish("advance")
    found, told = shop.got(sid), shop.calls()[-1]
    assert (found["status"], found["error_code"]) == (status, code)
    assert found["error_message"]
    assert (told["MessageStatus"], told["ErrorCode"]) == (status, str(code))


def test_one_of_which_nothing_is_heard(shop: Shop) -> None:
    sid = shop.sent(Trouble.SILENT)["sid"]
    shop.wish("advance")
    assert shop.wish("advance") == {"moved": 0}
    assert shop.got(sid)["status"] == "sent"


def test_a_test_may_say_how_it_ends(shop: Shop) -> None:
    sid = shop.sent()["sid"]
    shop.wish("status", sid=sid, status="undelivered", error_code=30003)
    assert [each["ErrorCode"] for each in shop.calls()] == ["30003"]
    assert shop.wish("advance") == {"moved": 0}


def test_lost_doubled_and_turned_round(shop: Shop) -> None:
    shop.wish("webhooks", trouble="lost")
    shop.sent()
    shop.wish("advance")
    shop.wish("webhooks", trouble="none")
    assert shop.calls() == []
    shop.sent()
    shop.wish("advance")
    assert [each["MessageStatus"] for each in shop.calls(backwards=True)] == ["delivered", "sent"]


def test_without_an_address_nothing_is_told(shop: Shop) -> None:
    shop.sent(StatusCallback="")
    shop.wish("advance")
    assert shop.calls() == []
    shop.fake.book.status_url = "http://127.0.0.1:9/of-the-service"
    shop.sent(StatusCallback="")
    shop.wish("advance", steps=1)
    assert len(shop.calls()) == 1


class Ear(BaseHTTPRequestHandler):
    """The shop's end of callbacks. What it answers stands on the server."""

    server: Listening

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.put((self.path, dict(parse_qsl(body.decode())), dict(self.headers.items())))
        self.send_response(self.server.answer)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class Listening(HTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Ear)
        self.heard: Queue[tuple[str, dict[str, str], dict[str, str]]] = Queue()
        self.answer = 204
        self.url = f"http://127.0.0.1:{self.server_port}/hook?key=word"


@pytest.fixture
def ear() -> Iterator[Listening]:
    with Listening() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def delivering() -> Iterator[Shop]:
    with Fake(delivers=True, pace=0.01) as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield Shop(fake)
        fake.shutdown()


def test_messages_go_on_and_are_told_by_themselves(delivering: Shop, ear: Listening) -> None:
    ear.answer = 500  # is an answer: nothing is repeated
    delivering.sent(StatusCallback=f"{ear.url}#rc=2")
    heard = [ear.heard.get(timeout=PATIENCE) for _ in range(2)]
    assert {fields["MessageStatus"] for _, fields, _ in heard} == {"sent", "delivered"}
    for path, fields, headers in heard:
        assert path == "/hook?key=word"
        assert headers["X-Twilio-Signature"] == signature(ear.url, fields)
        assert headers["Content-Type"].startswith("application/x-www-form-urlencoded")
    assert ear.heard.empty()


def test_kept_until_they_are_let_go(delivering: Shop, ear: Listening) -> None:
    delivering.wish("pace", seconds=None)
    delivering.wish("webhooks", trouble="kept")
    delivering.sent(StatusCallback=ear.url)
    delivering.wish("advance")
    assert ear.heard.empty()
    assert delivering.wish("flush", backwards=True) == {"sent": 2}
    assert [ear.heard.get(timeout=PATIENCE)[1]["MessageStatus"] for _ in range(2)] == ["delivered", "sent"]


def test_told_twice(delivering: Shop, ear: Listening) -> None:
    delivering.wish("pace", seconds=None)
    delivering.wish("webhooks", trouble="doubled")
    delivering.sent(StatusCallback=ear.url)
    delivering.wish("advance", steps=1)
    heard = [ear.heard.get(timeout=PATIENCE) for _ in range(2)]
    assert heard[0][1] == heard[1][1]
    assert heard[0][2]["I-Twilio-Idempotency-Token"] == heard[1][2]["I-Twilio-Idempotency-Token"]
