"""Where a request came from, for rate limits: never believe a header that a proxy of ours did not write."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "unknown"


def client_address(request: HttpRequest) -> str:
    """The caller's address; an IPv6 one as its /64, since one subscriber has all of it.

    Each of the TRUSTED_PROXIES appended the address it was called from to X-Forwarded-For, so the caller stands that
    many places from the right; anything further left was typed by the caller. With none, the header is not read.
    """
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    trusted: int = settings.TRUSTED_PROXIES
    connected = request.META.get("REMOTE_ADDR", "")
    if trusted and hops:
        return _canonical(hops[-min(trusted, len(hops))]) or _canonical(connected) or UNKNOWN
    return _canonical(connected) or UNKNOWN


def _canonical(text: str) -> str:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
