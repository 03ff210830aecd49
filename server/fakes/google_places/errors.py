"""Google's errors: google.rpc.Status in an envelope, with the reasons that their documentation lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

STATUSES = {
    400: "INVALID_ARGUMENT",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}


@dataclass
class Refusal(Exception):
    """An answer that is an error."""

    code: int
    message: str
    reason: str = ""

    @property
    def body(self) -> dict[str, Any]:
        error: dict[str, Any] = {"code": self.code, "message": self.message, "status": STATUSES[self.code]}
        if self.reason:
            error["details"] = [
                {
                    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                    "reason": self.reason,
                    "domain": "googleapis.com",
                    "metadata": {"service": "places.googleapis.com"},
                }
            ]
        return {"error": error}


def no_key() -> Refusal:
    words = "Method doesn't allow unregistered callers (callers without established identity). Please use API Key."
    return Refusal(403, words)


def wrong_key() -> Refusal:
    return Refusal(400, "API key not valid. Please pass a valid API key.", "API_KEY_INVALID")


def switched_off() -> Refusal:
    words = "Places API (New) has not been used in project 1 before or it is disabled."
    return Refusal(403, words, "SERVICE_DISABLED")


def blocked() -> Refusal:
    return Refusal(403, "The provided API key has an IP address restriction.", "API_KEY_IP_ADDRESS_BLOCKED")


def over_quota() -> Refusal:
    words = (
        "Quota exceeded for quota metric 'AutocompletePlacesRequest' and limit 'AutocompletePlacesRequest per minute'."
    )
    return Refusal(429, words, "RATE_LIMIT_EXCEEDED")


def wrong(words: str) -> Refusal:
    return Refusal(400, words)


def failing(code: int, about: str) -> Refusal:
    """The error of that status. Like theirs, its message repeats what it was asked."""
    match code:
        case 403:
            return switched_off()
        case 404:
            return Refusal(404, f"The Place ID is no longer valid. Please refresh cached Place IDs. {about}")
        case 429:
            return over_quota()
        case 500:
            return Refusal(500, f"An internal error has occurred: {about}")
        case 503:
            return Refusal(503, f"The service is currently unavailable: {about}")
    return wrong(f"Invalid value: {about}")
