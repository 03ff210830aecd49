"""LocalizedText: language -> text, with fallback."""

from __future__ import annotations

from collections.abc import Mapping

FALLBACK = "en"
LocalizedText = dict[str, str]


def text_in(text: Mapping[str, str], language: str) -> str:
    """The text in `language`, else its base language, else English, else whichever there is, else an empty string."""
    for tag in (language, language.split("-", maxsplit=1)[0], FALLBACK):
        if text.get(tag):
            return text[tag]
    return next((value for value in text.values() if value), "")


def english(text: str) -> LocalizedText:
    """A text known in English alone."""
    return {FALLBACK: text}
