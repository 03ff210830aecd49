"""The stand-ins speak as the three companies are documented to."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import httpx
import jwt
import pytest

from fakes.sign_in_companies.companies import COMPANIES, TENANT, registration
from fakes.sign_in_companies.server import Fake

SITE = "http://localhost:3000"
VERIFIER, CHALLENGE = (
    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
)  # RFC 7636
WHO = {"email": "nina.gardner@gmail.com", "name": "Nina Gardner", "verified": "on"}


@pytest.fixture(scope="module")
def fake() -> Iterator[Fake]:
    with Fake() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


def asked(company: str) -> dict[str, str]:
    return {
        "client_id": COMPANIES[company].client_id,
        "redirect_uri": f"{SITE}/accounts/{company}/callback/",
        "response_type": "code",
        "scope": "name email" if company == "apple" else "openid email",
        "state": "s",
        "nonce": "n",
        **({"response_mode": "form_post"} if company == "apple" else {"code_challenge": CHALLENGE}),
    }


def doors(fake: Fake, company: str) -> dict[str, str]:
    found = httpx.get(f"{fake.address_of(company)}/.well-known/openid-configuration")
    assert found.status_code == 200
    return dict(found.json())


def code(fake: Fake, company: str = "google", **more: str) -> str:
    answer = httpx.post(doors(fake, company)["authorization_endpoint"], data={**asked(company), **WHO, **more})
    return parse_qs(urlsplit(answer.headers["location"]).query)["code"][0]


def exchange(fake: Fake, **more: str) -> httpx.Response:
    form = {
        "client_id": COMPANIES["google"].client_id,
        "client_secret": registration()["SIGN_IN_GOOGLE_SECRET"],
        "redirect_uri": f"{SITE}/accounts/google/callback/",
        "grant_type": "authorization_code",
        "code_verifier": VERIFIER,
        **more,
    }
    return httpx.post(doors(fake, "google")["token_endpoint"], data=form)


def test_a_code_is_worth_a_signed_token_once(fake: Fake) -> None:
    got = code(fake)
    answer = exchange(fake, code=got)
    assert answer.status_code == 200
    published = jwt.PyJWKSet.from_dict(httpx.get(doors(fake, "google")["jwks_uri"]).json())
    audience = COMPANIES["google"].client_id
    claims = jwt.decode(answer.json()["id_token"], published.keys[0], algorithms=["RS256"], audience=audience)
    assert (claims["iss"], claims["nonce"], claims["email"]) == (f"{fake.url}/google", "n", WHO["email"])
    assert exchange(fake, code=got).json() == {"error": "invalid_grant"}


@pytest.mark.parametrize(
    ("change", "status", "error"),
    [
        ({"code_verifier": "another"}, 400, "invalid_grant"),
        ({"redirect_uri": f"{SITE}/elsewhere/"}, 400, "invalid_grant"),
        ({"client_secret": "guessed"}, 401, "invalid_client"),
        ({"client_id": "another"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"code": "guessed"}, 400, "invalid_grant"),
    ],
)
def test_whoever_did_not_ask_gets_no_token(fake: Fake, change: dict[str, str], status: int, error: str) -> None:
    answer = exchange(fake, **{"code": code(fake), **change})
    assert (answer.status_code, answer.json()) == (status, {"error": error})


@pytest.mark.parametrize(
    "change",
    [{"client_id": "x"}, {"redirect_uri": "https://evil.example/"}, {"response_type": "token"}, {"scope": "email"}],
)
def test_who_is_not_registered_gets_a_page_and_no_answer(fake: Fake, change: dict[str, str]) -> None:
    answer = httpx.get(doors(fake, "google")["authorization_endpoint"], params={**asked("google"), **change})
    assert answer.status_code == 400


def test_apple_posts_its_answer_and_tells_the_name_once(fake: Fake) -> None:
    door = doors(fake, "apple")["authorization_endpoint"]
    first, second = (httpx.post(door, data={**asked("apple"), **WHO}).text for _ in range(2))
    assert f'action="{SITE}/accounts/apple/callback/"' in first
    assert re.search(r'name="user" value="[^"]*Nina', first)
    assert 'name="user"' not in second
    assert "user_cancelled_authorize" in httpx.post(door, data={**asked("apple"), "cancel": "1"}).text
    without = {**asked("apple"), "response_mode": "query"}
    assert httpx.get(door, params=without).status_code == 400


@pytest.mark.parametrize(("moved", "is_known"), [("1200", True), ("0", False)])
def test_apples_secret_follows_the_products_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moved: str, is_known: bool
) -> None:
    """A product whose clock a test has moved signs for what is the future here."""
    file = tmp_path / "clock"
    file.write_text(moved, encoding="ascii")
    monkeypatch.setenv("ALMANAC_CLOCK_FILE", str(file))
    told, now = registration(), int(time.time()) + 1200
    claims = {"iss": told["SIGN_IN_APPLE_TEAM_ID"], "iat": now, "exp": now + 300}
    apple = COMPANIES["apple"]
    secret = jwt.encode(
        {**claims, "aud": f"http://here{apple.issuer}", "sub": apple.client_id},
        told["SIGN_IN_APPLE_PRIVATE_KEY"].replace("\\n", "\n"),
        algorithm="ES256",
        headers={"kid": told["SIGN_IN_APPLE_KEY_ID"]},
    )
    form = {"client_id": apple.client_id, "client_secret": secret}
    assert apple.knows_client(form, "http://here") is is_known


def test_microsoft_publishes_an_issuer_with_a_gap_for_the_tenant(fake: Fake) -> None:
    assert doors(fake, "microsoft")["issuer"] == f"{fake.url}/microsoft/{{tenantid}}/v2.0"
    assert TENANT not in doors(fake, "microsoft")["issuer"]


def test_other_paths(fake: Fake) -> None:
    assert httpx.get(f"{fake.url}/").status_code == 404
    assert httpx.post(f"{fake.url}/google/nothing").status_code == 400
