"""Numbers of bank accounts as people type them: read, checked and written the one way. ValueError says what is wrong."""

from __future__ import annotations

import re

IBAN = re.compile(r"[A-Z]{2}\d{2}[0-9A-Z]{11,30}")
BIC = re.compile(r"[A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?")


def _flat(text: str) -> str:
    return "".join(text.split()).upper().replace("-", "")


def sort_code(text: str) -> str:
    """Six digits in pairs, as British banks write them; nothing where there is none."""
    flat = _flat(text)
    if flat and not re.fullmatch(r"[0-9]{6}", flat):
        raise ValueError("A sort code has six digits, such as 20-00-00.")
    return "-".join((flat[:2], flat[2:4], flat[4:])) if flat else ""


def account_number(text: str) -> str:
    """Eight digits; nothing where there is none."""
    flat = _flat(text)
    if flat and not re.fullmatch(r"[0-9]{8}", flat):
        raise ValueError("An account number has eight digits.")
    return flat


def iban(text: str) -> str:
    """ISO 13616: its two check digits make the whole leave 1 when divided by 97."""
    flat = _flat(text)
    if flat:
        turned = flat[4:] + flat[:4]
        if not IBAN.fullmatch(flat) or int("".join(str(int(letter, 36)) for letter in turned)) % 97 != 1:
            raise ValueError("This is no IBAN. Please check it.")
    return flat


def bic(text: str) -> str:
    """ISO 9362; nothing where there is none."""
    flat = _flat(text)
    if flat and not BIC.fullmatch(flat):
        raise ValueError("A BIC has eight or eleven letters and digits.")
    return flat
