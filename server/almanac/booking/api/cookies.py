"""The basket's cookie: an opaque secret that only the server reads.

Somebody of the team who books for a customer on the phone fills another basket than their own: a request with the header
`X-Basket: phone` is about that one. Its secret is worth nothing without the sign-in it was given to.

Inside another site's page (the widget) browsers keep cookies only in a jar of that site's own: `Partitioned` (CHIPS), which
needs `SameSite=None; Secure`. Such a frame says so in a header and has a cookie by another name, so that it never meets the
basket its reader has on our own pages. Requests of other sites are refused before any cookie is read (ADR 7).
"""

from __future__ import annotations

from collections.abc import Container
from http.cookies import Morsel

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from almanac.booking.queries.phone import phone_token
from almanac.kit.requests import actor_of

NAME = "almanac_basket"
PHONE_NAME = "almanac_phone_basket"
PHONE_HEADER = "X-Basket"
WIDGET_NAME = "almanac_widget_basket"
WIDGET_HEADER = "X-Almanac-Widget"
MAX_AGE = 30 * 24 * 3600


class PartitionedMorsel(Morsel[str]):
    """A cookie with the one attribute that Python's do not know yet."""

    def OutputString(self, attrs: Container[str] | None = None) -> str:
        """As Python writes it, and `Partitioned`."""
        return f"{super().OutputString(attrs)}; Partitioned"


def token_of(request: HttpRequest) -> str:
    """The secret in the cookie, or an empty string."""
    if is_by_phone(request):
        return phone_token(actor_of(request), request.COOKIES.get(PHONE_NAME, "")[:100])
    return request.COOKIES.get(WIDGET_NAME if _in_widget(request) else NAME, "")[:100]


def is_by_phone(request: HttpRequest) -> bool:
    """Whether the request is about an order that is taken by phone."""
    return request.headers.get(PHONE_HEADER, "") == "phone"


def keep_phone(response: HttpResponse, secret: str) -> None:
    """Give the browser the secret of a basket for an order by phone."""
    response.set_cookie(
        PHONE_NAME, secret, max_age=MAX_AGE, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )


def keep(request: HttpRequest, response: HttpResponse, token: str) -> None:
    """Give the browser the secret of a basket that was just opened."""
    if token == token_of(request):
        return
    if not _in_widget(request):
        response.set_cookie(
            NAME, token, max_age=MAX_AGE, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
        return
    response.set_cookie(WIDGET_NAME, token, max_age=MAX_AGE, httponly=True, samesite="None", secure=True)
    plain, morsel = response.cookies[WIDGET_NAME], PartitionedMorsel()
    morsel.set(plain.key, plain.value, plain.coded_value)
    morsel.update(plain)
    dict.__setitem__(response.cookies, WIDGET_NAME, morsel)


def _in_widget(request: HttpRequest) -> bool:
    return request.headers.get(WIDGET_HEADER) == "1"
