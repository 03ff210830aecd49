"""Counters that last as long as their window, and cursors that were not ours."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from almanac.kit import clock
from almanac.kit.errors import TooManyRequests
from almanac.kit.ratelimit import Limit, spend
from tests.cast import Person

pytestmark = pytest.mark.django_db
THRICE = Limit("test", count=3, seconds=900)


def test_a_count_lasts_for_its_whole_window(clock_at_work: time_machine.Traveller, settings: Any) -> None:
    """A window is longer than the five minutes for which the cache keeps things by itself."""
    settings.RATE_LIMITS_LIFTED = False
    for _ in range(THRICE.count):
        spend(THRICE, "somebody", now=clock.now())
    for minutes in (0, 6, 6):
        clock_at_work.shift(timedelta(minutes=minutes))
        with pytest.raises(TooManyRequests):
            spend(THRICE, "somebody", now=clock.now())
    clock_at_work.shift(timedelta(minutes=4))
    spend(THRICE, "somebody", now=clock.now())


@pytest.mark.parametrize(
    ("path", "order"), [("/orders", "-placed_at"), ("/appointments", "starts_at"), ("/deliveries", "-created_at")]
)
@pytest.mark.parametrize(
    "instant", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01T00:00:00", "2026-01-01"]
)
def test_a_made_up_cursor_is_refused(ada: Person, path: str, order: str, instant: str) -> None:
    cursor = base64.urlsafe_b64encode(f"{order}\n{instant}\n{uuid4()}".encode()).decode().rstrip("=")
    answer = ada.get(f"{path}?cursor={cursor}")
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["cursor"])


def test_a_body_beyond_all_measure_is_refused_in_words(stranger: Person) -> None:
    answer = stranger.client.post("/api/tracking", b" " * 3_000_000, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
