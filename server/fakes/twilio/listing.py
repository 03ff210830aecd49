"""The list of messages: whose, of which days, a page of them, and where the next page is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from fakes.twilio.book import Book, Thing

MOST = 1000
FILTERS = ("To", "From", "DateSent", "DateSent<", "DateSent>")  # `DateSent>=2026-06-09` has the name `DateSent>`


def listed(book: Book, path: str, query: Mapping[str, str]) -> Thing:
    """The newest first. Raises ValueError for a day that is none."""
    wanted = {name: query[name] for name in FILTERS if query.get(name)}
    found = [each for each in book.newest_first() if _is_wanted(each, wanted)]
    asked = query.get("PageSize", "50")
    size = min(int(asked), MOST) if asked.isdecimal() and int(asked) else 50
    page = int(query["Page"]) if query.get("Page", "").isdecimal() else 0
    after = query.get("PageToken", "").removeprefix("PA")
    start = next((at + 1 for at, each in enumerate(found) if each["sid"] == after), 0)
    shown = found[start : start + size]

    def uri(number: int, token: str = "") -> str:
        at = {**wanted, "PageSize": size, "Page": number, **({"PageToken": f"PA{token}"} if token else {})}
        return f"{path}?{urlencode(at)}"

    return {
        "end": page * size + len(shown) - 1 if shown else page * size,
        "first_page_uri": uri(0),
        "messages": shown,
        "next_page_uri": uri(page + 1, shown[-1]["sid"]) if start + size < len(found) else None,
        "page": page,
        "page_size": size,
        "previous_page_uri": _before(found, start, size, page, uri),
        "start": page * size,
        "uri": uri(page, after),
    }


def _before(found: list[Thing], start: int, size: int, page: int, uri: Callable[[int, str], str]) -> str | None:
    if not start:
        return None
    return uri(max(page - 1, 0), found[start - size - 1]["sid"] if start > size else "")


def _is_wanted(message: Thing, wanted: Mapping[str, str]) -> bool:
    """Days are GMT. A message that was not sent yet stands at the day it was made."""
    at = datetime.fromtimestamp(message["_at"], UTC)
    return (
        all(message[name.lower()] == wanted[name] for name in ("To", "From") if name in wanted)
        and ("DateSent" not in wanted or at.date() == _moment(wanted["DateSent"]).date())
        and ("DateSent>" not in wanted or at >= _moment(wanted["DateSent>"]))
        and ("DateSent<" not in wanted or at < _end_of(wanted["DateSent<"]))
    )


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _end_of(text: str) -> datetime:
    """A day is meant with all its hours, an instant to its second."""
    return _moment(text) + (timedelta(days=1) if len(text) == len("2026-06-09") else timedelta(seconds=1))
