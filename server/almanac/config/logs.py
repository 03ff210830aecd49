"""Logs: one event a line, as words in development and JSON in production; a request's reference on each line."""

from __future__ import annotations

import logging.config
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from typing import Any

import structlog


def exception_without_values(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Says which exception it was and where, and not its message: a database repeats in it what somebody typed."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = "\n".join(_told(error))
    return event


def _told(error: BaseException) -> Iterator[str]:
    """The exception that came first comes first, as in Python's own tracebacks."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
    for frame in traceback.extract_tb(error.__traceback__):
        yield f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
    yield f"{type(error).__module__}.{type(error).__qualname__}"


class RouteForPath(logging.Filter):
    """Django's own lines about requests name the path, which may hold what only its owner should know."""

    def filter(self, record: logging.LogRecord) -> bool:
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        if isinstance(record.args, tuple) and record.args:
            record.args = tuple(
                (match.route if match else "unmatched") if str(part).startswith("/") else part for part in record.args
            )
        return True


def configure(options: dict[str, Any]) -> None:
    """Route standard logging and structlog to stderr. Bodies, query strings and cookies are never logged."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: Any = structlog.processors.JSONRenderer() if options["json"] else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[
            *shared,
            exception_without_values,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "lines": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
                    "foreign_pre_chain": [*shared, exception_without_values],
                }
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
            "root": {"handlers": ["stderr"], "level": options["level"]},
            "filters": {"route": {"()": RouteForPath}},
            "loggers": {
                "django.request": {"level": "ERROR", "filters": ["route"]},
                "django.server": {"level": "WARNING"},
                "httpx": {"level": "WARNING"},  # names each URL it calls, with the postcode in it
                "httpcore": {"level": "WARNING"},
                "stripe": {"level": "ERROR"},  # names each address it calls
            },
        }
    )
