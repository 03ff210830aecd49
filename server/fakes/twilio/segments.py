"""How many messages of the network a text takes: by GSM 03.38 where all its signs are in there, else by UCS-2."""

from __future__ import annotations

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")  # two places each, which no border between two parts may divide


def is_gsm(text: str) -> bool:
    return all(sign in BASIC or sign in EXTENDED for sign in text)


def segments(text: str) -> int:
    if is_gsm(text):
        return _parts([2 if sign in EXTENDED else 1 for sign in text], alone=160, part=153)
    return _parts([2 if ord(sign) > 0xFFFF else 1 for sign in text], alone=70, part=67)


def _parts(places: list[int], *, alone: int, part: int) -> int:
    """A text in several parts has less room in each: where it belongs is written there too."""
    if sum(places) <= alone:
        return 1
    count, room = 1, part
    for place in places:
        if place > room:
            count, room = count + 1, part
        room -= place
    return count
