"""What is asked of a message before it is taken. The first thing that is wrong is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from fakes.twilio.account import FROM, SERVICE
from fakes.twilio.book import Book, Thing
from fakes.twilio.errors import Refused
from fakes.twilio.troubles import REFUSED, REFUSED_SENDERS, Trouble

NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
NAME = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}")  # an alphanumeric sender; nobody can answer it
MOST_SIGNS = 1600
MOST_VALIDITY = 36_000


def send(book: Book, form: Mapping[str, str]) -> Thing:
    """Raises Refused."""
    to, body, service = form.get("To", ""), form.get("Body", ""), form.get("MessagingServiceSid", "")
    sender = form.get("From", "")
    if not to:
        raise Refused(21604)
    if not sender and not service:
        raise Refused(21603)
    if not body:
        raise Refused(21602)
    if len(body) > MOST_SIGNS:
        raise Refused(21617)
    _check_receiver(book, to)
    _check_sender(sender, service)
    _check_rest(form)
    if (to, sender or FROM) in book.unsubscribed:
        raise Refused(21610)
    callback = form.get("StatusCallback", "")
    return book.sending(to=to, sender=sender, body=body, service=service, callback=callback)


def _check_receiver(book: Book, to: str) -> None:
    if not NUMBER.fullmatch(to):
        raise Refused(21211, to)
    if to in REFUSED:
        raise Refused(REFUSED[to], to)
    if to == Trouble.TOO_MANY_ONCE and book.is_first(to):
        raise Refused(20429)
    if book.verified is not None and to not in book.verified:
        raise Refused(21608, to)


def _check_sender(sender: str, service: str) -> None:
    if service and service != SERVICE:
        raise Refused(21701, service)
    if sender in REFUSED_SENDERS:
        raise Refused(REFUSED_SENDERS[sender], sender)
    if sender and not NUMBER.fullmatch(sender) and not NAME.fullmatch(sender):
        raise Refused(21212, sender)
    if NUMBER.fullmatch(sender) and sender != FROM:
        raise Refused(21606, sender)


def _check_rest(form: Mapping[str, str]) -> None:
    callback, validity = form.get("StatusCallback", ""), form.get("ValidityPeriod", "1")
    parts = urlsplit(callback)
    if callback and (parts.scheme not in ("http", "https") or not parts.hostname or len(callback) > 4000):
        raise Refused(21609, callback)
    if not validity.isdecimal() or not 1 <= int(validity) <= MOST_VALIDITY:
        raise Refused(21624, validity)
