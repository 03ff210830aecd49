"""The basket's cookie: an opaque secret that only the server reads."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

NAME = "almanac_basket"
MAX_AGE = 30 * 24 * 3600


def token_of(request: HttpRequest) -> str:
    """The secret in the cookie, or an empty string."""
    return request.COOKIES.get(NAME, "")[:100]


def keep(request: HttpRequest, response: HttpResponse, token: str) -> None:
    """Give the browser the secret of a basket that was just opened."""
    if token != token_of(request):
        response.set_cookie(
            NAME, token, max_age=MAX_AGE, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
