"""What a customer is found by, however it is typed: words of the name, the e-mail, the digits of the phone."""

from __future__ import annotations

import re

import phonenumbers

from almanac.kit.text import search_words

LONGEST = 254
LEAST_DIGITS = 3
HOME = "44"
_NO_DIGIT = re.compile(r"\D")


def terms_of(*, name: str, email: str, phone: str) -> set[str]:
    """All that is written down to find somebody by; each is looked for by its beginning."""
    found = {word[:LONGEST] for word in search_words(name)} | phone_terms(phone)
    return found | {email.strip().lower()[:LONGEST]} if email.strip() else found


def phone_terms(stored: str) -> set[str]:
    """A number with its country and without, digits alone: "+447700900123" -> 447700900123, 7700900123."""
    digits = _NO_DIGIT.sub("", stored)
    if not digits:
        return set()
    try:
        number = phonenumbers.parse(stored, "GB")
    except phonenumbers.NumberParseException:
        return {digits[:LONGEST]}
    return {f"{number.country_code}{number.national_number}", str(number.national_number)}


def phone_beginnings(typed: str) -> set[str]:
    """What the terms of a number begin with that somebody typed, whole or in part, in any spelling:
    "07700 900", "(0)7700", "+44 7700", "0044 7700" and "+44 (0)7700" are one."""
    digits = _NO_DIGIT.sub("", typed.replace("(0)", ""))
    bare = digits.lstrip("0")
    found = {bare, HOME + bare.removeprefix(f"{HOME}0")} if bare.startswith(f"{HOME}0") else {bare}
    return found if len(bare) >= LEAST_DIGITS else set()
