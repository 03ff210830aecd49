"""Calls to outside companies: always with time-outs, and never to an address inside our own network unless allowed."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

import httpx
from django.conf import settings

TIMEOUT = httpx.Timeout(5.0, connect=2.0)


class AddressRefused(Exception):
    """The URL points where our servers must not call: not http(s), or a private address."""


def client(base_url: str) -> httpx.Client:
    """A client for one company's API, with time-outs and without following redirects."""
    return httpx.Client(base_url=base_url, timeout=TIMEOUT, follow_redirects=False)


def guard_address(url: str) -> None:
    """Refuse a URL typed by somebody unless every address of its host is public. Raises AddressRefused."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise AddressRefused(url)
    if settings.PRIVATE_ADDRESSES_ALLOWED:
        return
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise AddressRefused(url) from error
    if not all(ipaddress.ip_address(entry[4][0]).is_global for entry in found):
        raise AddressRefused(url)
