"""Refusals in SendGrid's form: what is wrong with which field (twilio.com/docs/sendgrid/api-reference/mail-send/errors)."""

from __future__ import annotations

from dataclasses import dataclass

from fakes.serving import Answer, as_json

HELP = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html"
WORDS = {401: "The provided authorization grant is invalid, expired, or revoked", 429: "too many requests"}


@dataclass
class Refused(Exception):
    status: int
    words: str
    field: str | None = None

    def answer(self) -> Answer:
        help = f"{HELP}#message.{self.field}" if self.field else None
        return as_json(self.status, {"errors": [{"message": self.words, "field": self.field, "help": help}]})


def failing(status: int) -> Answer:
    return Refused(status, WORDS.get(status, "something is wrong on our side")).answer()
