"""Every refusal and failure as problem+json (RFC 9457), with the reference that finds it in the logs."""

from __future__ import annotations

import errno
import sqlite3
import sys

import structlog
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.views import defaults
from ninja.renderers import JSONRenderer

from almanac.kit import errors

PROBLEM = "application/problem+json"
SQLITE_FULL = 13  # SQLITE_FULL of sqlite.org/rescode.html
POSTGRES_FULL = "53100"  # disk_full of PostgreSQL's appendix A
log = structlog.get_logger(__name__)


def answer(request: HttpRequest, error: errors.AlmanacError) -> HttpResponse:
    """One refusal as the API writes it."""
    reference = getattr(request, "reference", "")
    content = JSONRenderer().render(request, errors.body(error, reference=reference), response_status=error.status)
    response = HttpResponse(content, status=error.status, content_type=PROBLEM)
    if isinstance(error, errors.TooManyRequests):
        response["Retry-After"] = str(error.retry_after_seconds)
    return response


def broken(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """Our own fault, or what a person can do something about: a full disk, a body beyond DATA_UPLOAD_MAX_MEMORY_SIZE."""
    if isinstance(error, RequestDataTooBig):
        return answer(request, errors.InvalidInput(fields={"body": ["This is too much at once."]}))
    if error is not None and is_full(error):
        log.critical("storage is full")
        return answer(request, errors.StorageFull())
    log.error("unexpected error", exc_info=error)
    return answer(request, errors.Unexpected())


def is_full(error: BaseException) -> bool:
    """Whether this, or what it was raised from, says that nothing more can be stored."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, sqlite3.Error) and getattr(seen, "sqlite_errorcode", 0) & 0xFF == SQLITE_FULL:
            return True
        if getattr(seen, "sqlstate", "") == POSTGRES_FULL:
            return True
        if isinstance(seen, OSError) and seen.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def missing_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such URL: words for programs under /api/, a page elsewhere."""
    if request.path.startswith("/api/"):
        return answer(request, errors.NotFound())
    return defaults.page_not_found(request, exception)


def broken_page(request: HttpRequest) -> HttpResponse:
    """Something broke outside the API's own operations, before they were reached for one."""
    if request.path.startswith("/api/"):
        return broken(request, sys.exc_info()[1])
    return defaults.server_error(request)
