"""The stand-ins' keys and the ID tokens they sign, sound or with the trouble that was asked for."""

from __future__ import annotations

import time
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from fakes.sign_in_companies.companies import Company
from fakes.sign_in_companies.people import Account, Trouble

KEY_ID = "stand-in-1"
HOUR = 3600


@cache
def _key(which: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def published_keys() -> dict[str, Any]:
    """The JSON Web Key Set (RFC 7517)."""
    own = jwt.algorithms.RSAAlgorithm.to_jwk(_key("own").public_key(), as_dict=True)
    return {"keys": [{**own, "kid": KEY_ID, "use": "sig", "alg": "RS256"}]}


def id_token(company: Company, account: Account, *, base: str, nonce: str) -> str:
    """Signed with RS256, as all three do."""
    own, trouble, now = company.claims(account), account.trouble, int(time.time())
    at = now - 2 * HOUR if trouble is Trouble.TOO_OLD else now
    claims: dict[str, Any] = {
        "iss": f"{base}{company.issuer}".replace("{tenantid}", str(own.get("tid", ""))),
        "aud": company.client_id,
        "sub": account.subject,
        "iat": at,
        "exp": at + HOUR,
        **own,
        **({"nonce": nonce} if nonce and trouble is not Trouble.NO_NONCE else {}),
    }
    match trouble:
        case Trouble.WRONG_NONCE:
            claims["nonce"] = "of another attempt"
        case Trouble.WRONG_AUDIENCE:
            claims["aud"] = "another.site.example"
        case Trouble.WRONG_ISSUER:
            claims["iss"] = "https://evil.example"
        case Trouble.NO_EMAIL:
            claims.pop("email")
        case Trouble.UNSIGNED:
            return jwt.encode(claims, "", algorithm="none", headers={"kid": KEY_ID})
    signer = _key("forger" if trouble is Trouble.FORGED else "own")
    return jwt.encode(claims, signer, algorithm="RS256", headers={"kid": KEY_ID})
