"""Which address a rate limit counts: never one that the caller made up."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from almanac.kit.client_address import client_address


@pytest.mark.parametrize(
    ("trusted", "forwarded", "connected", "expected"),
    [
        (0, None, "203.0.113.9", "203.0.113.9"),
        (0, "198.51.100.1", "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1", "10.0.0.1", "198.51.100.1"),
        (1, "6.6.6.6, 198.51.100.1", "10.0.0.1", "198.51.100.1"),
        (2, "6.6.6.6, 198.51.100.1, 10.0.0.2", "10.0.0.1", "198.51.100.1"),
        (2, "198.51.100.1", "10.0.0.1", "198.51.100.1"),
        (1, None, "10.0.0.1", "10.0.0.1"),
        (1, "<script>", "10.0.0.1", "10.0.0.1"),
        (1, ", ,", "10.0.0.1", "10.0.0.1"),
        (0, None, "", "unknown"),
        (0, None, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (0, None, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_the_callers_address(
    settings: Settings, trusted: int, forwarded: str | None, connected: str, expected: str
) -> None:
    settings.TRUSTED_PROXIES = trusted
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=connected)
    assert client_address(request) == expected
