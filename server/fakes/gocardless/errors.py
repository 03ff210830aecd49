"""Refusals in GoCardless's form: an error with its type, and a reason or a field for each thing that is wrong."""

from __future__ import annotations

import uuid
from typing import Any

DOCUMENTATION = "https://developer.gocardless.com/api-reference"


class Refused(Exception):
    """An answer with an error object."""

    def __init__(
        self, status: int, kind: str, reason: str = "", *, field: str = "", links: dict[str, str] | None = None
    ) -> None:
        super().__init__(reason or field or kind)
        self.status = status
        self.kind = kind
        self.reason = reason
        self.field = field
        self.links = links

    def body(self) -> dict[str, Any]:
        words = (self.reason or f"{self.field} is invalid").replace("_", " ").capitalize()
        one: dict[str, Any] = {"message": words}
        if self.reason:
            one["reason"] = self.reason
        if self.field:
            one |= {"field": self.field.rpartition(".")[2], "request_pointer": f"/{self.field.replace('.', '/')}"}
        if self.links:
            one["links"] = self.links
        error = {
            "message": words,
            "documentation_url": f"{DOCUMENTATION}#{self.reason or self.kind}",
            "type": self.kind,
            "code": self.status,
            "request_id": str(uuid.uuid4()),
            "errors": [one],
        }
        return {"error": error}


def invalid(field: str) -> Refused:
    return Refused(422, "validation_failed", field=field)


def misused(reason: str, status: int = 400) -> Refused:
    return Refused(status, "invalid_api_usage", reason)


def unknown() -> Refused:
    return misused("resource_not_found", 404)


def wrong_state(reason: str, **links: str) -> Refused:
    return Refused(422, "invalid_state", reason, links=links or None)


def conflict(key: str) -> Refused:
    """An Idempotency-Key that was used already: which resource it made."""
    return Refused(409, "invalid_state", "idempotent_creation_conflict", links={"conflicting_resource_id": key})
