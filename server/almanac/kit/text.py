"""Text that people typed, made safe to keep: no control characters, one kind of white space, one Unicode form.

Characters that turn the direction of what follows go as well: in a subject or a list they turn other people's words.
"""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile("['\u2019\u02bc`]")
_NO_WORD = re.compile(r"[\W_]+")
_UNMARKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def one_line(typed: str) -> str:
    """One line in NFC: white space and line breaks become single spaces, control characters go, emoji and any script stay."""
    return _SPACES.sub(" ", many_lines(typed)).strip()


def many_lines(typed: str) -> str:
    """Text in NFC that may have line breaks; control characters go."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", typed.replace("\r\n", "\n").replace("\r", "\n"))).strip()


def search_words(typed: str) -> list[str]:
    """The words somebody is found by, each once: small letters without accents, "Zoë O'Brien" -> zoe, obrien."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", one_line(typed)).casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_UNMARKED)
    return list(dict.fromkeys(word for word in _NO_WORD.split(plain) if word))
