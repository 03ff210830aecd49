"""Where our own pages are, for links in letters and for browsers that come back from elsewhere."""

from __future__ import annotations

from django.conf import settings


def site(language: str) -> str:
    """Where our pages begin in a language."""
    base = language.split("-", maxsplit=1)[0]
    return f"{settings.PUBLIC_URL}/{base}" if base != "en" else str(settings.PUBLIC_URL)
