"""What surrounds each request: its reference number, one log line without personal data, who is acting, a refused method."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from http import HTTPStatus

import structlog
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from almanac.config import actors, problems, proof
from almanac.kit import errors, ids

Answer = Callable[[HttpRequest], HttpResponse]
log = structlog.get_logger("almanac.request")
MOST_BODY = 25 * 1024 * 1024  # a file of 15 MB, the largest we take, with room to say that it is too large


class RequestReference:
    """Gives the request eight characters that a person can quote, on the answer and on each log line."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reference = "".join(secrets.choice(ids.CROCKFORD) for _ in range(8))
        request.reference = reference  # type: ignore[attr-defined]
        started = time.perf_counter()
        with structlog.contextvars.bound_contextvars(reference=reference):
            response = self.get_response(request)
            log.info(
                "request",
                method=request.method,
                route=_route(request),
                status=response.status_code,
                milliseconds=round((time.perf_counter() - started) * 1000, 1),
            )
        response["X-Reference"] = reference
        return response


class BodySize:
    """Refuses a body that is larger than anything somebody may send here, before any of it is read or kept on disk. A body
    without a length is none: WSGI reads as many bytes as the request says it has."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or ""
        if length.isdigit() and int(length) > MOST_BODY:
            return problems.answer(request, problems.too_much())
        return self.get_response(request)


class CurrentActor:
    """Puts the Actor on the request, worked out when first asked for, and how they could say that it is them."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actors.of_request(request))  # type: ignore[attr-defined]
        request.ways_to_prove = lambda: proof.ways_to_prove(request)  # type: ignore[attr-defined]
        return self.get_response(request)


class RefusedMethods:
    """Tells a program in its own words that an address has no such method: the router answers that without a handler."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or not problems.is_api(request):
            return response
        allowed = sorted(part.strip() for part in response.headers["Allow"].split(","))
        refusal = problems.answer(request, errors.MethodNotAllowed(allowed=allowed))
        refusal["Allow"] = ", ".join(allowed)
        return refusal


def _route(request: HttpRequest) -> str:
    """The URL's pattern, never the URL: paths may carry tokens and names."""
    match = request.resolver_match
    return match.route if match else "unmatched"
