"""Refusals of the business module."""

from __future__ import annotations

from dataclasses import dataclass

from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class UnknownSettings(AlmanacError):
    """There is no group of settings by this name."""

    code = "unknown_settings"
    status = 404
    title = "There are no settings by that name"
    known: list[str]
