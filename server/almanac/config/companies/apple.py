"""Where Apple differs: a signed token instead of a secret, and an answer that its page posts to ours.

The browser brings no session to a request that another site's page posts (SameSite=Lax), so the answer is sent on as an
ordinary one. The name, which Apple tells once and never again, waits in an encrypted cookie meanwhile: not in the address.
"""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

import jwt
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode

from almanac.kit import clock, crypto
from almanac.kit.clock import epoch
from almanac.kit.text import one_line

COOKIE = "company_name"
SECONDS = 600
PASSED_ON = ("code", "state", "error")
LONGEST = 2_000


def client_secret(*, client_id: str, team_id: str, key_id: str, private_key: str, audience: str) -> str:
    """What Apple takes for a secret: a token of our own, signed with the key made in its developer account.

    Raises ValueError for a key that is none.
    """
    now = epoch(clock.now())
    claims = {"iss": team_id, "iat": now, "exp": now + 300, "aud": audience, "sub": client_id}
    return jwt.encode(claims, private_key, algorithm="ES256", headers={"kid": key_id})


def sent_on(request: HttpRequest) -> HttpResponse:
    """Apple's posted answer as a GET of the same address, with which the browser brings its session."""
    told = {name: request.POST[name][:LONGEST] for name in PASSED_ON if request.POST.get(name)}
    answer = HttpResponseRedirect(f"{request.path}?{urlencode(told)}", status=HTTPStatus.SEE_OTHER)
    name = _name_in(request.POST.get("user", ""))
    if name and "state" in told:
        answer.set_cookie(
            COOKIE,
            crypto.encrypt(json.dumps([told["state"], name])),
            max_age=SECONDS,
            path=request.path,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return answer


def name_told(request: HttpRequest) -> str:
    """The name that came with this very answer; empty when none did."""
    try:
        state, name = json.loads(crypto.decrypt(request.COOKIES.get(COOKIE, "")))
    except (InvalidToken, ValueError, TypeError):
        return ""
    return str(name) if state == request.GET.get("state") else ""


def _name_in(user: str) -> str:
    try:
        told: Any = json.loads(user[:LONGEST])["name"]
        parts = [str(told.get(part) or "") for part in ("firstName", "lastName")]
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""
    return one_line(" ".join(parts))[:200]
