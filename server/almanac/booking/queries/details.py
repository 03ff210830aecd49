"""The details of a basket, checked: what is typed freely on the way must be usable at the end."""

from __future__ import annotations

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from almanac.booking.content import DetailsContent
from almanac.kit.errors import InvalidInput
from almanac.people import phones


def checked_details(details: DetailsContent, *, needs_email: bool = True, needs_phone: bool = True) -> DetailsContent:
    """The details with the phone number in E.164. Raises InvalidInput with every field that cannot be used."""
    fields: dict[str, list[str]] = {}
    try:
        if needs_email or details.email:
            validate_email(details.email)
    except ValidationError:
        fields["details.email"] = ["Please check this e-mail address. It should look like name@example.com."]
    phone = details.phone
    try:
        if needs_phone or phone:
            phone = phones.normalised(phone)
    except InvalidInput:
        fields["details.phone"] = ["Please check this phone number."]
    if details.zone and details.zone not in available_timezones():
        fields["details.zone"] = ["This time zone is not known."]
    if fields:
        raise InvalidInput(fields=fields)
    return details.model_copy(update={"phone": phone})
