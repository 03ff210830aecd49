"""Calls to outside companies: always with time-outs."""

from __future__ import annotations

import ssl
from functools import cache

import httpx

TIMEOUT = httpx.Timeout(5.0, connect=2.0)


def client(base_url: str, timeout: httpx.Timeout | None = None) -> httpx.Client:
    """A client for one company's API, with time-outs (others than the usual ones where given) and without following
    redirects."""
    return httpx.Client(base_url=base_url, timeout=timeout or TIMEOUT, follow_redirects=False, verify=_trusted())


@cache
def _trusted() -> ssl.SSLContext:
    """Whom we believe, read once a process: it takes longer than a call."""
    return httpx.create_ssl_context()
