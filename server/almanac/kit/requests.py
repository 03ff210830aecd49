"""What the API reads from a request besides its body: the actor, the language, the revision a caller has seen."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, ProofNeeded, SignInNeeded, Way
from almanac.kit.localized import FALLBACK


def actor_of(request: HttpRequest) -> Actor:
    """Who is acting, as the middleware found out."""
    return cast(Actor, request.actor)  # type: ignore[attr-defined]


def signed_in(request: HttpRequest) -> Actor:
    """Who is acting, when somebody is signed in. Raises SignInNeeded."""
    actor = actor_of(request)
    if actor.user_id is None:
        raise SignInNeeded
    return actor


def proven(request: HttpRequest) -> Actor:
    """Who is acting, when they have said within the last minutes that it is them: asked where somebody else is let in,
    so that an unlocked computer does not open the house. Raises SignInNeeded and ProofNeeded."""
    actor = signed_in(request)
    if ways := cast(list[Way], request.ways_to_prove()):  # type: ignore[attr-defined]
        raise ProofNeeded(ways=ways)
    return actor


def language_of(request: HttpRequest, *, asked: str = "") -> str:
    """The language asked for by a link, which cannot send a header; else the first of Accept-Language that we speak,
    else English."""
    if asked in dict(settings.LANGUAGES):
        return asked
    for tag, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(tag)
        except LookupError:
            continue
    return FALLBACK


def seen_revision(request: HttpRequest) -> int | None:
    """The revision in If-Match, or None when the caller did not say. Raises InvalidInput for anything but a number."""
    header = request.headers.get("If-Match", "").strip().strip('"')
    if not header:
        return None
    if not header.isdecimal():
        raise InvalidInput(fields={"If-Match": ["Send the revision you have seen."]})
    return int(header)
