"""The short name of a thing in addresses, made from its name; and how long its texts may be."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.text import slugify

from almanac.kit.localized import FALLBACK, text_in

NAME_LENGTH, TEXT_LENGTH, SLUG_LENGTH = 120, 4_000, 50


def free_slug(wanted: str, name: Mapping[str, str], taken: set[str]) -> str:
    """`wanted`, else one made from the name; with a number behind it where that one is taken."""
    plain = slugify(wanted or text_in(name, FALLBACK))[:SLUG_LENGTH].strip("-") or "item"
    number, slug = 2, plain
    while slug in taken:
        ending = f"-{number}"
        slug, number = f"{plain[: SLUG_LENGTH - len(ending)]}{ending}", number + 1
    return slug
