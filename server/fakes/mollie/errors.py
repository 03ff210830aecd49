"""Refusals in Mollie's form: status, title, detail, and the field that is wrong."""

from __future__ import annotations

from typing import Any

TITLES = {
    400: "Bad Request",
    401: "Unauthorized Request",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    422: "Unprocessable Entity",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
HELP = {"documentation": {"href": "https://docs.mollie.com/reference/handling-errors", "type": "text/html"}}


class Refused(Exception):
    """An answer with an error object."""

    def __init__(self, status: int, detail: str, field: str = "") -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.field = field

    def body(self) -> dict[str, Any]:
        found = {"status": self.status, "title": TITLES.get(self.status, "Error"), "detail": self.detail}
        return {**found, **({"field": self.field} if self.field else {}), "_links": HELP}


def wrong(detail: str, field: str = "") -> Refused:
    return Refused(422, detail, field)


def unknown(what: str, key: str) -> Refused:
    return Refused(404, f"No {what} exists with token {key}.")
