"""The documented addresses under /2010-04-01: which of them makes, tells, empties or deletes a message."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any

from fakes.serving import Answer, Asked, as_json
from fakes.twilio.account import ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN
from fakes.twilio.book import API_VERSION, ENDED, Book, Thing
from fakes.twilio.errors import Refused
from fakes.twilio.listing import listed
from fakes.twilio.sending import send

KEYS = {ACCOUNT_SID: AUTH_TOKEN, API_KEY: API_SECRET}
ADDRESS = re.compile(rf"/{API_VERSION}/Accounts/(AC[0-9a-f]{{32}})(?:/Messages(?:/((?:SM|MM)[0-9a-f]{{32}}))?)?\.json")


class Api:
    """Answers requests that carry the account's token, or a key of it."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def answer(self, asked: Asked) -> Answer:
        try:
            status, found = self._done(asked)
        except Refused as refused:
            return refusal(refused)
        except ValueError as error:  # a day or a form that is none
            return as_json(400, {"code": 20001, "message": str(error), "more_info": None, "status": 400})
        return Answer(status) if found is None else as_json(status, found)

    def _done(self, asked: Asked) -> tuple[int, Thing | None]:
        """Status and body. Raises Refused."""
        user = _user(asked)
        address = ADDRESS.fullmatch(asked.path)
        if user is None or (address and address[1] != ACCOUNT_SID):
            raise Refused(20003)
        if not address:
            raise Refused(20404, asked.path)
        if "/Messages" not in asked.path:
            return 200, {"sid": ACCOUNT_SID, "friendly_name": "Almanac", "status": "active", "type": "Full"}
        return self._one(asked, address[2]) if address[2] else self._all(asked)

    def _all(self, asked: Asked) -> tuple[int, Thing | None]:
        if asked.method == "POST":
            return 201, send(self.book, asked.form())
        return 200, listed(self.book, asked.path, asked.query)

    def _one(self, asked: Asked, sid: str) -> tuple[int, Thing | None]:
        message = self.book.one(sid, asked.path)
        if asked.method == "POST":
            message["body"] = ""  # all that may be changed: its words are taken out
        if asked.method == "DELETE":
            if message["status"] not in ENDED:
                raise Refused(20009)
            del self.book.messages[sid]
            return 204, None
        return 200, message


def refusal(refused: Refused) -> Answer:
    return said(refused.status, refused.body())


def said(status: int, body: Any) -> Answer:
    headers = {"WWW-Authenticate": 'Basic realm="Twilio API"'} if status == 401 else {}
    return Answer(status, json.dumps(body).encode(), {"Content-Type": "application/json", **headers})


def _user(asked: Asked) -> str | None:
    """Who asks, None where name and secret do not belong together."""
    scheme, _, value = asked.headers.get("authorization", "").partition(" ")
    try:
        name, _, secret = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return name if scheme.lower() == "basic" and KEYS.get(name) == secret else None
