"""Telephone numbers: what a person typed -> E.164, by the public numbering plans."""

from __future__ import annotations

import phonenumbers

from almanac.kit.errors import InvalidInput


def normalised(typed: str, *, region: str = "GB", field: str = "phone") -> str:
    """`+447700900123` from "07700 900123" typed in `region`; empty stays empty. Raises InvalidInput on `field`."""
    if not typed.strip():
        return ""
    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException as error:
        raise InvalidInput(fields={field: [_WORDS]}) from error
    if not phonenumbers.is_possible_number(number) or (number.national_number or 0) < LEAST:
        raise InvalidInput(fields={field: [_WORDS]})
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def is_mobile(number: str) -> bool:
    """Whether texts may reach a number in E.164, by the public numbering plans. Some countries' plans do not tell, and newer
    ranges than the library knows must pass: then the company that carries texts is who says no."""
    try:
        kind = phonenumbers.number_type(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False
    kinds = phonenumbers.PhoneNumberType
    return kind in (kinds.MOBILE, kinds.FIXED_LINE_OR_MOBILE, kinds.UNKNOWN)


LEAST = 100_000  # "0000 000 0000" has a possible length; newer ranges than the library knows must pass
_WORDS = "Please check this phone number."
