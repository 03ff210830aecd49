"""The languages somebody speaks with customers, as ISO 639 codes."""

from __future__ import annotations

import re
from collections.abc import Collection

CODE = re.compile(r"[a-z]{2,3}")
ADVICE = "A language is two or three small letters: en, uk, de."


def checked_languages(codes: Collection[object]) -> list[str]:
    """Each code once, in the order given: the language somebody would rather speak stands first. Raises ValueError."""
    found = [code for code in codes if isinstance(code, str) and CODE.fullmatch(code)]
    if len(found) != len(codes):
        raise ValueError(ADVICE)
    return list(dict.fromkeys(found))
