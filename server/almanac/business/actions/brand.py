"""How a business shows itself: name, words, colour, logo, how to reach it, and the languages it offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import phonenumbers
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from almanac.business.events import BrandChanged
from almanac.business.models import Business, colour
from almanac.business.permissions import can_change_settings
from almanac.files.queries import is_kept
from almanac.kit import wording
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.kit.text import one_line
from almanac.outbox.actions import emit

FIELDS = ("name", "tagline", "staff_word", "accent", "logo_url", "phone", "email", "languages")
NAME_LENGTH, TAGLINE_LENGTH, WORD_LENGTH, PHONE_LENGTH, EMAIL_LENGTH = 120, 160, 40, 32, 254


@dataclass(frozen=True, slots=True)
class BrandWish:
    """All that a brand is to say. Any colour will do: where it would be hard to read, pages and letters show it darker
    or lighter, and choose black or white on it."""

    name: str
    accent: str
    languages: Sequence[str]
    tagline: Mapping[str, str] = field(default_factory=dict)
    staff_word: Mapping[str, str] = field(default_factory=dict)
    logo_url: str = ""
    phone: str = ""
    email: str = ""


def change_brand(*, actor: Actor, slug: str, wish: BrandWish, revision: int | None, now: datetime) -> Business:
    """Write all of a brand; pages and letters show it from the next request on. Saving the same again is no event.

    Raises NotAllowed, NotFound, Conflict (`revision` is not the stored one), InvalidInput.
    """
    if not can_change_settings(actor):
        raise NotAllowed
    with transaction.atomic():
        business = Business.objects.select_for_update().filter(slug=slug, archived_at=None).first()
        if business is None:
            raise NotFound
        if revision is not None and revision != business.revision:
            raise Conflict
        before = _facts(business)
        _write(business, wish)
        if faults := _faults(business, wish, logo_before=str(before["logo_url"])):
            raise InvalidInput(fields=faults)
        business.revision += 1
        business.save(update_fields=[*FIELDS, "revision"])
        after = _facts(business)
        changed = [name for name in FIELDS if before[name] != after[name]]
        if changed:
            event = BrandChanged(
                business_id=business.pk,
                before={name: before[name] for name in changed},
                after={name: after[name] for name in changed},
            )
            emit(event, actor=actor, at=now)
    return business


def _write(business: Business, wish: BrandWish) -> None:
    business.name, business.phone, business.email = one_line(wish.name), one_line(wish.phone), one_line(wish.email)
    business.tagline, business.staff_word = wording.cleaned(wish.tagline), wording.cleaned(wish.staff_word)
    business.accent, business.logo_url = wish.accent.strip().upper(), wish.logo_url
    business.languages = [code for code, _ in settings.LANGUAGES if code in wish.languages]


def _faults(business: Business, wish: BrandWish, *, logo_before: str) -> wording.Faults:
    """What is wrong, by field."""
    faults: wording.Faults = {}
    wording.judge(faults, "tagline", business.tagline, longest=TAGLINE_LENGTH)
    wording.judge(faults, "staff_word", business.staff_word, longest=WORD_LENGTH)
    if not business.name:
        faults["name"] = ["Please write its name."]
    for name, text, longest in (
        ("name", business.name, NAME_LENGTH),
        ("phone", business.phone, PHONE_LENGTH),
        ("email", business.email, EMAIL_LENGTH),
    ):
        if len(text) > longest:
            faults[name] = [f"At most {longest} characters, please."]
    if business.phone and not can_be_called(business.phone):
        faults.setdefault("phone", ["Please check this phone number."])
    try:
        colour(business.accent)
    except ValidationError as error:
        faults["accent"] = list(error.messages)
    try:
        if business.email:
            validate_email(business.email)
    except ValidationError:
        faults.setdefault("email", ["Please check this e-mail address."])
    if business.logo_url not in ("", logo_before) and not is_kept(business.logo_url):
        faults["logo_url"] = ["Please choose the picture again."]
    if not business.languages or len(set(wish.languages)) != len(business.languages):
        faults["languages"] = ["Choose at least one of the languages offered."]
    return faults


def can_be_called(phone: str) -> bool:
    """Kept as it was typed, for people to read; a number without a country is one of the United Kingdom."""
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(phone, "GB"))
    except phonenumbers.NumberParseException:
        return False


def _facts(business: Business) -> dict[str, object]:
    return {name: getattr(business, name) for name in FIELDS}
