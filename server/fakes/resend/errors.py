"""Refusals in Resend's form (resend.com/docs/api-reference/errors): a status, a name, and words."""

from __future__ import annotations

from dataclasses import dataclass

from fakes.serving import Answer, as_json

STATUSES = {
    "invalid_idempotency_key": 400,
    "missing_api_key": 401,
    "invalid_api_key": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "invalid_idempotent_request": 409,
    "concurrent_idempotent_requests": 409,
    "invalid_attachment": 422,
    "missing_required_field": 422,
    "validation_error": 422,
    "daily_quota_exceeded": 429,
    "rate_limit_exceeded": 429,
    "application_error": 500,
}
NAMES = {403: "invalid_api_key", 429: "rate_limit_exceeded"}  # of their own trouble; of all others application_error


@dataclass
class Refused(Exception):
    name: str
    words: str
    status: int = 0  # another than the name's usual one

    def answer(self) -> Answer:
        status = self.status or STATUSES[self.name]
        return as_json(status, {"statusCode": status, "name": self.name, "message": self.words})


def failing(status: int) -> Answer:
    return Refused(NAMES.get(status, "application_error"), "Something is wrong on our side.", status).answer()
