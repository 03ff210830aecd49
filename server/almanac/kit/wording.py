"""Texts that somebody of the team types in several languages, made clean and judged."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings

from almanac.kit.localized import FALLBACK, LocalizedText
from almanac.kit.text import many_lines, one_line

Faults = dict[str, list[str]]


def cleaned(typed: Mapping[str, str], *, lines: bool = False) -> LocalizedText:
    """Languages we speak with something said in them."""
    clean = many_lines if lines else one_line
    return {code: text for code, _ in settings.LANGUAGES if (text := clean(typed.get(code, "")))}


def judge(faults: Faults, field: str, text: Mapping[str, str], *, longest: int, needed: bool = False) -> None:
    """Note what is wrong with a text: English missing where it is needed, or too long in some language."""
    if needed and not text.get(FALLBACK):
        faults.setdefault(f"{field}.{FALLBACK}", []).append(
            "Please write it in English; others read it where theirs is missing."
        )
    for code, words in text.items():
        if len(words) > longest:
            faults.setdefault(f"{field}.{code}", []).append(f"At most {longest} characters, please.")
