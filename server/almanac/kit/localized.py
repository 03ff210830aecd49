"""LocalizedText: language -> text, with fallback."""

from __future__ import annotations

from collections.abc import Mapping

FALLBACK = "en"
LocalizedText = dict[str, str]


def text_in(text: Mapping[str, str], language: str) -> str:
    """The text in `language`, else its base language, else English, else whichever there is, else an empty string."""
    return text.get(spoken_in(text, language), "")


def spoken_in(text: Mapping[str, str], language: str) -> str:
    """The language `text_in` answers in, for readers' devices to read it aloud by; an empty string when there is no text."""
    for tag in (language, language.split("-", maxsplit=1)[0], FALLBACK):
        if text.get(tag):
            return tag
    return next((tag for tag, value in text.items() if value), "")
