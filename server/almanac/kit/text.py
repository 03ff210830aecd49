"""Text that people typed, made safe to keep: no control characters, one kind of white space, one Unicode form.

Characters that turn the direction of what follows go as well: in a subject or a list they turn other people's words.
"""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def one_line(typed: str) -> str:
    """One line in NFC: white space and line breaks become single spaces, control characters go, emoji and any script stay."""
    return _SPACES.sub(" ", many_lines(typed)).strip()


def many_lines(typed: str) -> str:
    """Text in NFC that may have line breaks; control characters go."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", typed.replace("\r\n", "\n").replace("\r", "\n"))).strip()
