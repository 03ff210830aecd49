"""`/_control/`: what tests and demonstrations make happen, and look at, at the company's end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fakes.twilio.book import Book, Thing
from fakes.twilio.incoming import receive


def wish(book: Book, verb: str, asked: Mapping[str, Any]) -> Any:
    """What came of one wish. Raises LookupError or ValueError for what cannot be."""
    match verb:
        case "messages":  # what the shop sent, the newest first
            return {"messages": [each for each in _of(book, asked, book.newest_first()) if _is_shops(each)]}
        case "clear":
            book.clear()
        case "advance":  # messages go on: so many steps, or to their end
            moving = _of(book, asked, book.on_their_way())
            for message in moving:
                book.go_on(message, asked.get("steps"))
            return {"moved": len(moving)}
        case "status":  # one message is what a test says, whatever it was
            code = asked.get("error_code")
            book.turn(book.messages[asked["sid"]], (str(asked["status"]), int(code) if code else None))
        case "reply":
            return {"sid": receive(book, number(asked["from"]), str(asked["body"]))["sid"]}
        case "trial":
            verified = asked["verified"]
            book.verified = None if verified is None else frozenset(map(number, verified))
        case "unsubscribed":
            return {"numbers": sorted(who for who, _ in book.unsubscribed)}
        case _:
            raise LookupError(verb)
    return None


def number(text: Any) -> str:
    """A plus that was not encoded in an address is a space."""
    return str(text).strip() if str(text).startswith("+") else f"+{str(text).strip()}"


def _of(book: Book, asked: Mapping[str, Any], found: list[Thing]) -> list[Thing]:
    if asked.get("sid"):
        found = [each for each in found if each["sid"] == asked["sid"]]
    return [each for each in found if each["to"] == number(asked["to"])] if asked.get("to") else found


def _is_shops(message: Thing) -> bool:
    return bool(message["direction"] == "outbound-api")
