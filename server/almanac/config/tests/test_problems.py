"""Whatever goes wrong, a program reads problem+json and a person has a reference to quote."""

from __future__ import annotations

import itertools
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client

from almanac.business import queries as business
from almanac.business.models import Business
from almanac.config.problems import is_full
from almanac.outbox.models import IdempotencyKey
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment
from tests.shop import NOW, Shop, Visitor

pytestmark = pytest.mark.django_db
REFERENCE = re.compile(r"^[0-9A-HJKMNP-TV-Z]{8}$")


@pytest.fixture
def browser() -> Client:
    return Client(raise_request_exception=False)


def problem(answer: Any, status: int, code: str) -> Any:
    """The problem's content, after looking at its form."""
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    content = json.loads(answer.content)
    assert (content["status"], content["code"]) == (status, code)
    assert REFERENCE.match(content["reference"])
    assert content["reference"] == answer.headers["X-Reference"]
    assert content["title"]
    return content


@pytest.mark.parametrize("path", ["/api/nothing-here", "/api/orders/VC-00000-00000", "/api/services/no/such", "/api/"])
def test_nothing_there(browser: Client, path: str) -> None:
    problem(browser.get(path), 404, "not_found")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_there_whatever_is_asked_of_it(browser: Client, method: str) -> None:
    for path in ("/api/nothing-here", "/api/nothing/here/"):
        problem(getattr(browser, method)(path), 404, "not_found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("delete", "/api/businesses", ["GET"]),
        ("options", "/api/businesses", ["GET"]),
        ("get", "/api/bookings", ["POST"]),
        ("post", "/api/basket", ["GET"]),
        ("put", "/api/basket/lines/01990000-0000-7000-8000-000000000000", ["DELETE", "PATCH"]),
    ],
)
def test_what_cannot_be_done_here(browser: Client, method: str, path: str, allowed: list[str]) -> None:
    answer = getattr(browser, method)(path)
    assert problem(answer, 405, "method_not_allowed")["allowed"] == allowed
    assert answer.headers["Allow"] == ", ".join(allowed)


class Unread:
    """A body whose first byte nobody may ask for."""

    def read(self, *_: int) -> bytes:
        raise AssertionError("the body was read")

    readline = read


@pytest.mark.parametrize("path", ["/api/basket/details", "/api/nothing-here", "/admin/login/"])
def test_a_body_larger_than_anything_is_refused_unread(path: str) -> None:
    told: dict[str, Any] = {
        "CONTENT_LENGTH": str(25 * 1024 * 1024 + 1),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
        "wsgi.input": Unread(),
    }
    answer = Client().generic("POST", path, **told)
    assert problem(answer, 422, "invalid_input")["fields"] == {"body": ["This is too much at once."]}


def test_a_page_that_is_not_there_is_a_page(browser: Client) -> None:
    answer = browser.get("/nowhere/")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '"x"', "null", '{"postcode": 5, "business": {}}', "\udcff".encode("utf-8", "surrogatepass")]
)
def test_a_body_that_makes_no_sense(browser: Client, body: Any) -> None:
    answer = browser.put("/api/basket/place", body, content_type="application/json")
    assert problem(answer, 422, "invalid_input")["fields"]


def test_what_was_typed_is_not_repeated(browser: Client) -> None:
    answer = browser.patch("/api/basket/details", {"name": "Canary" * 2_000}, content_type="application/json")
    assert "name" in problem(answer, 422, "invalid_input")["fields"]
    assert b"Canary" not in answer.content


def test_our_own_fault(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(business, "open_businesses", _broken)
    content = problem(browser.get("/api/businesses"), 500, "unexpected")
    assert "canary" not in str(content)


def test_a_fault_before_the_api_is_reached(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("almanac.config.middleware.actors", None)
    monkeypatch.setattr("almanac.config.middleware.CurrentActor.__call__", _broken)
    problem(browser.get("/api/businesses"), 500, "unexpected")


def _broken(*_: Any) -> Any:
    raise RuntimeError("canary@example.com")


@pytest.fixture
def full_disk() -> Iterator[Callable[[], None]]:
    """Call it, and the database has no page left; afterwards it may grow again."""

    def fill() -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            (pages,) = cursor.fetchone()
            cursor.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(OperationalError, match="full"):
            _write_for_ever()

    yield fill
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000000")


def _write_for_ever() -> None:
    for number in itertools.count():
        IdempotencyKey.objects.create(scope="filler", key=f"{number:0100}", fingerprint="", created_at=NOW)


@pytest.mark.skipif(settings.DATABASES["default"]["ENGINE"].endswith("postgresql"), reason="PRAGMA is SQLite's")
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_told_and_loses_nothing(full_disk: Callable[[], None], shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    before = nora.basket()
    full_disk()
    problem(nora.book(), 503, "storage_full")
    assert not Order.objects.exists()
    assert not Appointment.objects.exists()
    assert nora.basket()["lines"][0]["starts_at"] == before["lines"][0]["starts_at"]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000000")
    assert nora.book().status_code == 200


def test_what_counts_as_full() -> None:
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = 13
    wrapped = RuntimeError()
    wrapped.__cause__ = full
    disk = OSError(28, "No space left on device")
    assert [is_full(error) for error in (full, wrapped, disk, RuntimeError(), sqlite3.OperationalError("locked"))] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_businesses_are_there(browser: Client, valclean: Business) -> None:
    """The paths above are real ones."""
    assert browser.get("/api/businesses").json()[0]["slug"] == "valclean"
