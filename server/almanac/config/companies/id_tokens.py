"""Reading an ID token (OpenID Connect Core 1.0, section 3.1.3.7): signed by the company, meant for us, for this attempt."""

from __future__ import annotations

import hmac
from typing import Any

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error

ALGORITHMS = ["RS256", "ES256"]
LEEWAY = 60  # seconds that two clocks may differ
NEEDED = ["iss", "aud", "exp", "iat", "sub"]


def claims_of(token: object, *, keys: dict[str, Any], issuer: str, audience: str, nonce: str) -> dict[str, Any]:
    """What the company says in the token. Raises OAuth2Error for a token that is not wholly sound.

    The signature is checked although the token came straight from the company: a proxy between us is then no way in.
    """
    try:
        header = jwt.get_unverified_header(str(token))
        key = next((key for key in jwt.PyJWKSet.from_dict(keys).keys if key.key_id == header.get("kid")), None)
        if key is None:
            raise OAuth2Error("signed with an unknown key")
        claims: dict[str, Any] = jwt.decode(
            str(token), key, algorithms=ALGORITHMS, audience=audience, leeway=LEEWAY, options={"require": NEEDED}
        )
    except jwt.PyJWTError as error:
        raise OAuth2Error("not a sound ID token") from error
    if claims["iss"] != _issuer(issuer, claims):
        raise OAuth2Error("issued by somebody else")
    if not nonce or not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
        raise OAuth2Error("made for another attempt")
    return claims


def _issuer(published: str, claims: dict[str, Any]) -> str:
    """Microsoft publishes one issuer for all its tenants, with a gap for the tenant's id."""
    return published.replace("{tenantid}", str(claims.get("tid", "")))
