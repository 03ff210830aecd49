"""Short links for texts: a word of 60 random bits that leads to a longer address of ours. Only its hash is kept."""

from __future__ import annotations

import hashlib
import secrets

from almanac.kit.pages import site

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's
LENGTH = 12


def short_link(language: str) -> tuple[str, str]:
    """An address with a new word, and what is kept of the word. It stands behind the `#`, so that no server writes it down."""
    word = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return f"{site(language)}/m/#{word}", hashed(word)


def hashed(word: str) -> str:
    """What a word is found by; letters that look like digits are read as these, as Crockford has it."""
    plain = word.upper().translate(str.maketrans("OIL", "011"))
    return hashlib.sha256(plain.encode()).hexdigest()
