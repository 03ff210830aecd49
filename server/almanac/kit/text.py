"""Text that people typed, made safe to keep: no control characters, one kind of white space, one Unicode form."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def one_line(typed: str) -> str:
    """One line in NFC: white space and line breaks become single spaces, control characters go, emoji and any script stay."""
    return _SPACES.sub(" ", many_lines(typed)).strip()


def many_lines(typed: str) -> str:
    """Text in NFC that may have line breaks; control characters go."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", typed.replace("\r\n", "\n").replace("\r", "\n"))).strip()
