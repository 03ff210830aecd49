"""The public API: routers gathered, every refusal turned into problem+json."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError

from almanac.booking.api.router import router as booking
from almanac.business.api import router as business
from almanac.catalog.api.router import router as catalog
from almanac.config import problems
from almanac.config.document import DocumentedAPI
from almanac.config.health import router as health
from almanac.config.origins import is_foreign
from almanac.config.parsing import StrictParser
from almanac.config.problems import answer
from almanac.customers.api.router import router as customers
from almanac.files.api import router as files
from almanac.invoices.api.router import router as invoices
from almanac.kit import errors
from almanac.notifications.api.router import router as notifications
from almanac.payments.api.router import router as payments
from almanac.people.api.router import router as people
from almanac.places.api import router as places
from almanac.reports.api.router import router as reports
from almanac.sales.api.router import router as sales
from almanac.scheduling.api.router import router as scheduling


def refuse_foreign(request: HttpRequest) -> bool:
    """Stands before every operation. Raises ForeignRequest."""
    if is_foreign(request):
        raise errors.ForeignRequest
    return True


api = DocumentedAPI(
    auth=refuse_foreign,
    parser=StrictParser(),
    title="Almanac",
    version="1",
    description="Book people's time. Errors are problem+json with a `code`; lists are cursor pages; see each operation.",
    urls_namespace="api",
    docs_url="/docs/",
    openapi_url="/openapi.json",
)
for prefix, router in (
    ("/health", health),
    ("", files),
    ("", business),
    ("", people),
    ("", places),
    ("", catalog),
    ("", scheduling),
    ("", sales),
    ("", customers),
    ("", payments),
    ("", invoices),
    ("", booking),
    ("", notifications),
    ("", reports),
):
    api.add_router(prefix, router)


@api.exception_handler(errors.AlmanacError)
def refused(request: HttpRequest, error: errors.AlmanacError) -> HttpResponse:
    return answer(request, error)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Pydantic's findings by field path. What was typed is not repeated: it may be personal."""
    fields: dict[str, list[str]] = {}
    for found in error.errors:
        fields.setdefault(_path(found["loc"]), []).append(_words(found))
    return answer(request, errors.InvalidInput(fields=fields))


@api.exception_handler(Http404)
def missing(request: HttpRequest, _: Http404) -> HttpResponse:
    return answer(request, errors.NotFound())


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Ninja's own refusals: a body that is not JSON, for one."""
    return answer(request, errors.InvalidInput(fields={"body": [str(error)]}))


@api.exception_handler(Exception)
def broken(request: HttpRequest, error: Exception) -> HttpResponse:
    return problems.broken(request, error)


def _path(location: tuple[Any, ...]) -> str:
    """`("body", "payload", "details", "email")` -> `details.email`: the source and the argument's name mean nothing outside."""
    return ".".join(str(part) for part in location[2:] if part != "root") or str(location[-1])


def _words(found: dict[str, Any]) -> str:
    message = str(found.get("msg", "This cannot be used."))
    return message.removeprefix("Value error, ")
