"""A whole journey leaves nothing personal in the logs, not even when it breaks."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings

from almanac.config import logs
from tests.shop import DETAILS, POSTCODE, Shop, Visitor

pytestmark = pytest.mark.django_db
CANARIES: dict[str, Any] = {
    **DETAILS,
    "name": "Canary Nightingale",
    "email": "canary@nightingale.example",
    "phone": "07700 900888",
    "line1": "5 Canary Wharf",
    "access_notes": "canary key under the pot",
    "notes": "canary sleeps",
}


@pytest.fixture(params=["words", "json"])
def lines(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """All that is logged from debug up, as written to stderr."""
    logs.configure({"json": request.param == "json", "level": "DEBUG"})
    handler = logging.getLogger().handlers[-1]
    assert isinstance(handler, logging.StreamHandler)
    stream = io.StringIO()
    for one in logging.getLogger().handlers:
        if isinstance(one, logging.StreamHandler) and type(one) is logging.StreamHandler:
            one.setStream(stream)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)  # statements, only ever logged while debugging
    yield stream
    logs.configure(settings.LOGGING)


def test_a_journey_and_a_failure(
    shop: Shop, nora: Visitor, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = nora.booked(shop, **CANARIES)
    nora.client.raise_request_exception = False
    nora.get(f"/orders/{made.number}", x_order_token=made.token)
    nora.post("/tracking", {"number": made.number, "email": CANARIES["email"]})
    nora.get(f"/no/{made.number}")
    monkeypatch.setattr("almanac.sales.queries.order_numbered", _breaks)
    answer = nora.get(f"/orders/{made.number}", x_order_token=made.token)
    assert answer.status_code == 500
    written = lines.getvalue()
    assert answer.json()["reference"] in written
    assert "RuntimeError" in written
    assert "in _breaks" in written
    secrets = [*CANARIES.values(), "+447700900888", POSTCODE, made.number, made.token]
    assert [secret for secret in secrets if secret != CANARIES["town"] and secret in written] == []


def test_the_company_asked_for_postcodes_is_not_logged(lines: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: GET https://api.postcodes.io/postcodes/SW111AA")
    assert lines.getvalue() == ""


def _breaks(_: Any, number: str) -> Any:
    try:
        raise ValueError(f"no {number} of canary@nightingale.example")
    except ValueError as error:
        raise RuntimeError("Canary Nightingale") from error
