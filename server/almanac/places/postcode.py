"""UK postcodes as text: reading what people type, without knowing which postcodes exist.

Formats after Royal Mail's Programmers' Guide to the PAF and BS 7666: an outward code A9, A99, A9A, AA9, AA99 or AA9A
and an inward code 9AA, with the letters that each position may have; and GIR 0AA. Written with one space between.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from almanac.places.errors import PostcodeMalformed

_FIRST = "[A-PR-UWYZ]"  # not Q, V, X
_SECOND = "[A-HK-Y]"  # not I, J, Z
_OUTWARD = (
    f"(?:{_FIRST}[0-9]{{1,2}}"
    f"|{_FIRST}[0-9][A-HJKPSTUW]"
    f"|{_FIRST}{_SECOND}[0-9]{{1,2}}"
    f"|{_FIRST}{_SECOND}[0-9][ABEHMNPRVWXY])"
)
_INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}"  # not C, I, K, M, O, V
_POSTCODE = re.compile(f"({_OUTWARD})({_INWARD})|(GIR)(0AA)")
_OUTWARD_ONLY = re.compile(f"{_OUTWARD}|GIR")

LONDON = frozenset({"E", "EC", "N", "NW", "SE", "SW", "W", "WC"})
LONGEST_TYPED = 16
_IGNORED = re.compile(r"[\s.\-_]+")
_LOOK_ALIKE = {
    "0": "O",
    "O": "0",
    "1": "IL",
    "I": "1",
    "L": "1",
    "2": "Z",
    "Z": "2",
    "5": "S",
    "S": "5",
    "8": "B",
    "B": "8",
    "6": "G",
    "G": "6",
}
_AREAS = re.findall(
    "[A-Z]+",
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK "
    "FY G GIR GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP "
    "NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W "
    "WA WC WD WF WN WR WS WV YO ZE",
)


def parse(typed: str) -> str:
    """The postcode written "SW1A 1AA" from what somebody typed: any case, with or without spaces, dots or hyphens.

    Raises PostcodeMalformed, with a suggestion when exchanging look-alikes (0 and O, 1 and I, 5 and S ...) makes one.
    """
    compact = _compact(typed)
    match = _POSTCODE.fullmatch(compact)
    if match is None:
        raise PostcodeMalformed(suggestion=_suggestion(compact))
    return _written(compact)


def sector(postcode: str) -> str:
    """ "SW1A 1" of "SW1A 1AA": the outward code and the digit of the inward one; a few thousand homes."""
    return postcode[:-2]


def area(postcode: str) -> str:
    """ "SW" of "SW1A 1AA": the letters before the first digit."""
    return re.split("[0-9]", postcode, maxsplit=1)[0]


def is_london(postcode: str) -> bool:
    """Whether the post town is London: its areas alone, not those of Kingston or Croydon in its outer boroughs."""
    return area(postcode) in LONDON


def prefixes(typed: str) -> list[str]:
    """The ways to write the beginning of a postcode, none when it cannot be one: "sw111" -> "SW11 1"; "sw11" -> "SW11"
    and "SW1 1", because more may follow."""
    compact = _compact(typed)
    if not re.fullmatch("[A-Z]{1,2}[0-9A-Z]{0,5}|GIR(0A{0,2})?", compact):
        return []
    found = [compact] if len(compact) <= 4 else []
    for cut in range(max(2, len(compact) - 3), len(compact)):
        head, tail = compact[:cut], compact[cut:]
        if _OUTWARD_ONLY.fullmatch(head) and re.fullmatch(_INWARD[: _INWARD_CUTS[len(tail)]], tail):
            found.append(f"{head} {tail}")
    return found


_INWARD_CUTS = {1: len("[0-9]"), 2: len(_INWARD) - len("{2}"), 3: len(_INWARD)}


def _compact(typed: str) -> str:
    if len(typed) > LONGEST_TYPED:
        return ""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", typed)).upper()


def _written(compact: str) -> str:
    return f"{compact[:-3]} {compact[-3:]}"


def _suggestion(compact: str) -> str | None:
    """The likeliest postcode a few look-alikes away: of an area that exists, with the fewest exchanges."""
    if not 5 <= len(compact) <= 7 or not compact.isascii() or not compact.isalnum():
        return None
    ranked = sorted(
        (exchanges, text)
        for text, exchanges in _variants(compact)
        if area(text) in _AREAS and _POSTCODE.fullmatch(text)
    )
    return _written(ranked[0][1]) if ranked else None


def _variants(compact: str) -> Iterator[tuple[str, int]]:
    choices = [sign + _LOOK_ALIKE.get(sign, "") for sign in compact]
    for signs in product(*choices):
        yield "".join(signs), sum(sign != typed for sign, typed in zip(signs, compact, strict=True))
