"""Refusals in PayPal's form: name, message, debug_id and details with an issue each."""

from __future__ import annotations

import secrets
from typing import Any

MESSAGES = {
    "INVALID_REQUEST": "Request is not well-formed, syntactically incorrect, or violates schema.",
    "AUTHENTICATION_FAILURE": "Authentication failed due to invalid authentication credentials or a missing header.",
    "NOT_AUTHORIZED": "Authorization failed due to insufficient permissions.",
    "RESOURCE_NOT_FOUND": "The specified resource does not exist.",
    "UNPROCESSABLE_ENTITY": "The requested action could not be performed or failed business validation.",
    "RATE_LIMIT_REACHED": "Too many requests. Blocked due to rate limiting.",
    "INTERNAL_SERVER_ERROR": "An internal server error occurred.",
    "VALIDATION_ERROR": "Invalid request - see details.",
}


class Refused(Exception):
    """An answer with an error object."""

    def __init__(self, status: int, name: str, issue: str = "", field: str = "", links: Any = None) -> None:
        super().__init__(issue or name)
        self.status = status
        self.name = name
        self.issue = issue
        self.field = field
        self.links = links or []

    def body(self) -> dict[str, Any]:
        detail = {"issue": self.issue, "description": self.issue.replace("_", " ").capitalize() + "."}
        if self.field:
            detail |= {"field": self.field, "location": "body"}
        return {
            "name": self.name,
            "message": MESSAGES[self.name],
            "debug_id": secrets.token_hex(7),
            "details": [detail] if self.issue else [],
            "links": self.links,
        }


def unprocessable(issue: str, field: str = "", links: Any = None) -> Refused:
    return Refused(422, "UNPROCESSABLE_ENTITY", issue, field, links)


def missing(field: str) -> Refused:
    return Refused(400, "INVALID_REQUEST", "MISSING_REQUIRED_PARAMETER", field)


def unknown() -> Refused:
    return Refused(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID")
