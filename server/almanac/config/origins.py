"""Requests that another site makes a browser send are refused (cross-site request forgery).

Browsers say where an unsafe request comes from: `Sec-Fetch-Site` (Fetch Metadata, W3C) and, older ones, `Origin`. A program
without a browser sends neither and has no cookies of somebody else's to misuse. See docs/adr/0007-origins.md.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

SAFE = {"GET", "HEAD", "OPTIONS"}
OURS = {"same-origin", "none"}


def is_foreign(request: HttpRequest) -> bool:
    """Whether a browser says that this unsafe request was made by another site's page."""
    if request.method in SAFE:
        return False
    origin = request.headers.get("Origin")
    if origin is not None:
        own = {f"{request.scheme}://{request.get_host()}", settings.PUBLIC_URL, *settings.CSRF_TRUSTED_ORIGINS}
        return origin not in own
    return request.headers.get("Sec-Fetch-Site", "none") not in OURS
