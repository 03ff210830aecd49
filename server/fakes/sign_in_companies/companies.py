"""In what the three companies differ: their addresses, their claims, and how they answer. As each documents it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from fakes.sign_in_companies.people import WORKSPACE, Account

PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad"  # Microsoft's tenant of everybody's own accounts
TENANT = "11111111-2222-4333-8444-555555555555"
HALF_A_YEAR = 15_777_000  # the longest that Apple takes a client secret for


def registration() -> dict[str, str]:
    """What our site is registered by: the lines of keys.env."""
    lines = (Path(__file__).parent / "keys.env").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@dataclass(frozen=True)
class Company:
    """One company; paths are below `/<name>`."""

    name: str
    title: str
    server: str
    authorize: str
    exchange: str
    certificates: str
    issuer: str
    cancelled: str = "access_denied"
    knows_pkce: bool = True
    posts: bool = False

    @property
    def client_id(self) -> str:
        return registration()[f"SIGN_IN_{self.name.upper()}_CLIENT_ID"]

    def knows_client(self, form: dict[str, str], base: str) -> bool:
        """Whether who asks for a token is our site."""
        if form.get("client_id") != self.client_id:
            return False
        secret = form.get("client_secret", "")
        if self.name == "apple":
            return _is_apple_secret(secret, self.client_id, audience=f"{base}{self.issuer}")
        return secret == registration()[f"SIGN_IN_{self.name.upper()}_SECRET"]

    def published(self, base: str) -> dict[str, Any]:
        """`/.well-known/openid-configuration`"""
        root = f"{base}/{self.name}"
        return {
            "issuer": f"{base}{self.issuer}",
            "authorization_endpoint": f"{root}{self.authorize}",
            "token_endpoint": f"{root}{self.exchange}",
            "jwks_uri": f"{root}{self.certificates}",
            "response_types_supported": ["code"],
            "response_modes_supported": ["query", "fragment", "form_post"],
            "subject_types_supported": ["pairwise" if self.name != "google" else "public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **({"code_challenge_methods_supported": ["plain", "S256"]} if self.name == "google" else {}),
        }

    def claims(self, account: Account) -> dict[str, Any]:
        """What the ID token says of a person, beside what every one says."""
        return CLAIMS[self.name](account)

    def posted_name(self, account: Account) -> str:
        """Apple's `user`, told once."""
        first, _, last = account.name.partition(" ")
        return json.dumps({"name": {"firstName": first, "lastName": last}, "email": account.email})


def _google(account: Account) -> dict[str, Any]:
    first, _, last = account.name.partition(" ")
    hosted = {"hd": account.domain} if account.domain == WORKSPACE else {}
    names = {"name": account.name, "given_name": first, "family_name": last}
    return {"email": account.email, "email_verified": account.is_verified, **names, **hosted}


def _microsoft(account: Account) -> dict[str, Any]:
    tenant = PERSONAL if account.domain == "outlook.com" else TENANT
    vouched = {"xms_edov": True} if account.is_verified else {}
    return {
        "ver": "2.0",
        "tid": tenant,
        "oid": f"00000000-0000-4000-8000-{account.subject[:12]}",
        "email": account.email,
        "name": account.name,
        "preferred_username": account.email,
        **vouched,
    }


def _apple(account: Account) -> dict[str, Any]:
    hidden = account.domain == "privaterelay.appleid.com"
    return {
        "email": account.email,
        "email_verified": str(account.is_verified).lower(),  # a boolean as text, as it comes at times
        "is_private_email": hidden,
        "nonce_supported": True,
    }


CLAIMS = {"google": _google, "microsoft": _microsoft, "apple": _apple}
COMPANIES = {
    company.name: company
    for company in (
        Company(
            "google",
            "Google",
            server="",
            authorize="/o/oauth2/v2/auth",
            exchange="/token",
            certificates="/oauth2/v3/certs",
            issuer="/google",
        ),
        Company(
            "microsoft",
            "Microsoft",
            server="/common/v2.0",
            authorize="/common/oauth2/v2.0/authorize",
            exchange="/common/oauth2/v2.0/token",
            certificates="/common/discovery/v2.0/keys",
            issuer="/microsoft/{tenantid}/v2.0",
        ),
        Company(
            "apple",
            "Apple",
            server="",
            authorize="/auth/authorize",
            exchange="/auth/token",
            certificates="/auth/keys",
            issuer="/apple",
            cancelled="user_cancelled_authorize",
            knows_pkce=False,
            posts=True,
        ),
    )
}


def _is_apple_secret(secret: str, client_id: str, *, audience: str) -> bool:
    """Signed with the key from the developer account, by this team, for this site, and for half a year at most."""
    known = registration()
    private = load_pem_private_key(known["SIGN_IN_APPLE_PRIVATE_KEY"].replace("\\n", "\n").encode(), None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    try:
        header = jwt.get_unverified_header(secret)
        claims = jwt.decode(
            secret,
            private.public_key(),
            algorithms=["ES256"],
            audience=audience,
            issuer=known["SIGN_IN_APPLE_TEAM_ID"],
            leeway=_moved_by(),
            options={"require": ["iss", "iat", "exp", "aud", "sub"]},
        )
    except jwt.PyJWTError:
        return False
    is_short = claims["exp"] - claims["iat"] <= HALF_A_YEAR
    return header.get("kid") == known["SIGN_IN_APPLE_KEY_ID"] and claims["sub"] == client_id and is_short


def _moved_by() -> float:
    """Seconds between the product's clock and ours, where a test has moved it (ALMANAC_CLOCK_FILE)."""
    file = Path(os.environ.get("ALMANAC_CLOCK_FILE") or os.devnull)
    return abs(float((file.read_text(encoding="ascii") if file.exists() else "").strip() or "0"))
