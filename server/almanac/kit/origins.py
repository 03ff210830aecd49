"""The address of a site as browsers compare it: scheme, host and port (an origin, RFC 6454)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LOCAL = {"localhost", "127.0.0.1"}
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
STANDARD = {"https": 443, "http": 80}


def site_origin(typed: str) -> str:
    """ "Example.com/shop" becomes "https://example.com". Raises ValueError saying what is wrong.

    Exactly one site: a star would let in whoever gets a name below it. Without https only for trying out on one's own
    machine. The answer is safe to stand in a header.
    """
    text = typed.strip().lower()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")  # an accent becomes xn--
    except ValueError as error:
        raise ValueError("is not the address of a site") from error
    if not HOST.fullmatch(host) or parts.username is not None:
        raise ValueError("is not the address of a site")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOCAL):
        raise ValueError("must begin with https://")
    return f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, STANDARD[parts.scheme]) else "")
