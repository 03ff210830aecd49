"""Refusals in Twilio's form: the status, a code of their dictionary, words, and where the code is explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

WORDS = {
    20003: "Authenticate",
    20009: "Cannot delete this message because it is not finished",
    20404: "The requested resource {about} was not found",
    20429: "Too Many Requests",
    20500: "An internal server error has occurred",
    20503: "The service is unavailable",
    21211: "The 'To' number {about} is not a valid phone number.",
    21212: "The 'From' number {about} is not a valid phone number, shortcode, or alphanumeric sender ID.",
    21408: "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: {about}.",
    21602: "Message body is required.",
    21603: "A 'From' phone number is required.",
    21604: "A 'To' phone number is required.",
    21606: "The From phone number {about} is not a valid, SMS-capable inbound phone number or short code for your account.",
    21608: "The number {about} is unverified. Trial accounts cannot send messages to unverified numbers.",
    21609: "The 'StatusCallback' URL {about} is not a valid URL.",
    21610: "Attempt to send to unsubscribed recipient",
    21611: "SMS queue is full.",
    21612: "The 'To' phone number: {about}, is not currently reachable using the 'From' phone number via SMS.",
    21614: "'To' number is not a valid mobile number: {about}",
    21617: "The concatenated message body exceeds the 1600 character limit.",
    21624: "The 'ValidityPeriod' is invalid: {about}",
    21701: "The Messaging Service does not exist: {about}",
}
STATUSES = {20003: 401, 20009: 409, 20404: 404, 20429: 429, 20500: 500, 20503: 503}  # of every other code 400
CODES = {status: code for code, status in STATUSES.items()}


@dataclass
class Refused(Exception):
    """An answer that is an error. `about` is repeated in its words, as theirs do."""

    code: int
    about: str = ""

    @property
    def status(self) -> int:
        return STATUSES.get(self.code, 400)

    def body(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "message": WORDS[self.code].format(about=self.about),
            "more_info": f"https://www.twilio.com/docs/errors/{self.code}",
            "status": self.status,
        }


def failing(status: int) -> dict[str, Any]:
    """The body of their own trouble with this status."""
    found = Refused(CODES.get(status, 20500 if status >= 500 else 20404))
    return {**found.body(), "status": status}
