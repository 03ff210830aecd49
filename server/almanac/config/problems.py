"""Every refusal and failure as problem+json (RFC 9457), with the reference that finds it in the logs."""

from __future__ import annotations

import errno
import sqlite3
import sys
from collections.abc import Iterator

import structlog
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.views import defaults
from ninja.renderers import JSONRenderer

from almanac.kit import errors

PROBLEM = "application/problem+json"
SQLITE_FULL = 13  # SQLITE_FULL of sqlite.org/rescode.html
SQLITE_BUSY = 5
POSTGRES_FULL = "53100"  # disk_full of PostgreSQL's appendix A
POSTGRES_BUSY = {"40001", "40P01", "55P03"}  # serialization failure, deadlock, lock not available
BUSY_SECONDS = 2
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
    """Our own fault, or what somebody can do something about: a full disk, a lock that others hold, a body that is too big."""
    if isinstance(error, RequestDataTooBig):
        return answer(request, too_much())
    if error is not None and is_full(error):
        log.critical("storage is full")
        return answer(request, errors.StorageFull())
    if error is not None and is_busy(error):
        log.warning("a lock was not to be had", exc_info=error)
        return answer(request, errors.TooManyRequests(retry_after_seconds=BUSY_SECONDS))
    log.error("unexpected error", exc_info=error)
    return answer(request, errors.Unexpected())


def too_much() -> errors.AlmanacError:
    """The refusal of a body that is larger than we read."""
    return errors.InvalidInput(fields={"body": ["This is too much at once."]})


def is_full(error: BaseException) -> bool:
    """Whether this, or what it was raised from, says that nothing more can be stored."""
    return any(
        (isinstance(seen, sqlite3.Error) and getattr(seen, "sqlite_errorcode", 0) & 0xFF == SQLITE_FULL)
        or getattr(seen, "sqlstate", "") == POSTGRES_FULL
        or (isinstance(seen, OSError) and seen.errno in (errno.ENOSPC, errno.EDQUOT))
        for seen in _causes(error)
    )


def is_busy(error: BaseException) -> bool:
    """Whether this, or what it was raised from, says that others held a lock for too long: nothing was changed."""
    return any(
        (isinstance(seen, sqlite3.Error) and getattr(seen, "sqlite_errorcode", 0) & 0xFF == SQLITE_BUSY)
        or getattr(seen, "sqlstate", "") in POSTGRES_BUSY
        for seen in _causes(error)
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def is_api(request: HttpRequest) -> bool:
    """Whether a program asks, which reads problems, or a person, who reads pages."""
    return request.path.startswith("/api/")


def missing_page(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such URL: words for programs under /api/, a page elsewhere."""
    if is_api(request):
        return answer(request, errors.NotFound())
    return defaults.page_not_found(request, exception)


def broken_page(request: HttpRequest) -> HttpResponse:
    """Something broke outside the API's own operations, before they were reached for one."""
    if is_api(request):
        return broken(request, sys.exc_info()[1])
    return defaults.server_error(request)
