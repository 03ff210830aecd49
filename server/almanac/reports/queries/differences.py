"""What differs between two structured values, told line by line: a form of twenty questions changed in one word is one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings

from almanac.kit.localized import text_in

KEYS = ("id", "key")  # by which an item of a list is the same item
Lines = list[str]


def is_structured(value: Any) -> bool:
    """Whether a value has parts with names of their own."""
    return isinstance(value, Mapping) or (isinstance(value, list) and any(isinstance(item, Mapping) for item in value))


def differences(before: Any, after: Any, language: str) -> tuple[Lines, Lines]:
    """What was and what is, of the parts that are not the same. Items that only changed places are told in their order."""
    found = list(_parts(before, after, (), language))
    if not found and before != after:
        return _lines(before, language), _lines(after, language)
    return (
        [_line(path, was, language) for path, was, _ in found if was not in (None, "", [], {})],
        [_line(path, now, language) for path, _, now in found if now not in (None, "", [], {})],
    )


def plain(value: Any, language: str) -> str:
    """A value as one line of words: an item by its label, a text in the reader's language."""
    if isinstance(value, Mapping):
        if _is_text(value):
            return text_in(dict(value), language)
        if label := value.get("label") or value.get("name"):
            return plain(label, language)
        return ", ".join(f"{key}: {plain(item, language)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(_lines(value, language))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _parts(before: Any, after: Any, path: tuple[str, ...], language: str) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in [*after, *(key for key in before if key not in after)]:
            yield from _parts(before.get(key), after.get(key), (*path, str(key)), language)
        return
    old, new = _by_key(before), _by_key(after)
    if old is None or new is None:
        yield path, before, after
        return
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key), new.get(key)
        inside = (*path, plain(now or was, language)) if was and now else path
        yield from _parts(was, now, inside, language)


def _by_key(value: Any) -> dict[str, Any] | None:
    """The items of a list by what they are known by; None for anything else. Nothing at all is a list without items."""
    if value is None:
        return {}
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        return None
    for key in KEYS:
        keyed = {str(item[key]): item for item in value if key in item}
        if len(keyed) == len(value):
            return keyed
    return None


def _is_text(value: Mapping[str, Any]) -> bool:
    return bool(value) and set(value) <= dict(settings.LANGUAGES).keys()


def _lines(values: Any, language: str) -> Lines:
    return [line for value in values or [] if (line := plain(value, language))]


def _line(path: tuple[str, ...], value: Any, language: str) -> str:
    words = plain(value, language)
    return f"{', '.join(path)}: {words}" if path else words
