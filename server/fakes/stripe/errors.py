"""Refusals in Stripe's form."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """An answer with an error object; `more` are further fields of it, such as the payment intent of a declined card."""

    def __init__(self, status: int, kind: str, code: str, message: str, param: str = "", **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.error = {"type": kind, "message": message}
        if code:
            self.error["code"] = code
            self.error["doc_url"] = f"https://stripe.com/docs/error-codes/{code.replace('_', '-')}"
        if param:
            self.error["param"] = param
        self.error.update(more)

    def body(self) -> dict[str, Any]:
        return {"error": self.error}


def missing(param: str) -> Refused:
    return Refused(400, "invalid_request_error", "parameter_missing", f"Missing required param: {param}.", param)


def unknown(kind: str, key: str, param: str = "id") -> Refused:
    """An object that is not there: 404 where it is the address, 400 where another request names it."""
    status = 404 if param == "id" else 400
    return Refused(status, "invalid_request_error", "resource_missing", f"No such {kind}: '{key}'", param)


def invalid(param: str, message: str, code: str = "") -> Refused:
    return Refused(400, "invalid_request_error", code, message, param)


def no_address(method: str, path: str) -> Refused:
    return Refused(404, "invalid_request_error", "", f"Unrecognized request URL ({method}: {path}).")


def bad_key(given: str) -> Refused:
    words = f"Invalid API Key provided: {given[:8]}****" if given else "You did not provide an API key."
    return Refused(401, "invalid_request_error", "", words)


def trouble(status: int) -> dict[str, Any]:
    """The company's own trouble, or too many requests."""
    if status == 429:
        error = {"type": "invalid_request_error", "code": "rate_limit", "message": "Too many requests."}
    else:
        error = {"type": "api_error", "message": "Something is wrong on our end."}
    return {"error": error}


def not_permitted() -> Refused:
    """A restricted key that may not ask for this."""
    words = "The provided key does not have the required permissions for this endpoint."
    return Refused(403, "invalid_request_error", "", words)
