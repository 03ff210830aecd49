"""Whether somebody said within the last minutes once more that it is them: allauth asks, and keeps when (ADR 19)."""

from __future__ import annotations

from collections.abc import Iterator

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate, get_reauthentication_flows
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from almanac.kit.errors import Way

BY_CODE = {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}


def ways_to_prove(request: HttpRequest) -> list[Way]:
    """What the signed-in user could do it with; nothing when they did, or when their account opens by a company alone,
    which allauth has no way to ask."""
    return [] if did_recently_reauthenticate(request) else list(_ways(request))


def _ways(request: HttpRequest) -> Iterator[Way]:
    for flow in get_reauthentication_flows(request.user):  # type: ignore[arg-type]  # nobody has none
        types = set(flow.get("types", ()))
        if flow["id"] == "reauthenticate":
            yield "password"
        if types & BY_CODE:
            yield "code"
        if Authenticator.Type.WEBAUTHN in types:
            yield "passkey"
