"""The stand-ins' HTTP server: discovery, consent, token and keys of three companies (OAuth 2.0, OpenID Connect, PKCE)."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from fakes.sign_in_companies import pages, tokens
from fakes.sign_in_companies.companies import COMPANIES, Company
from fakes.sign_in_companies.people import Account, Trouble

MOST_BODY = 100_000
CODE_SECONDS = 300
ASKED = ("client_id", "redirect_uri", "state", "nonce", "scope", "response_type", "response_mode")
ASKED_PKCE = ("code_challenge", "code_challenge_method")


@dataclass(frozen=True, slots=True)
class Grant:
    """What a code stands for."""

    company: str
    redirect_uri: str
    nonce: str
    challenge: str
    account: Account
    at: float


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Fake

    def do_GET(self) -> None:
        company, path, asked = self._asked()
        if company is None:
            self._write(404, "text/plain", "Not found")
        elif path == f"{company.server}/.well-known/openid-configuration" and not self.server.is_down:
            self._json(200, company.published(self.server.url))
        elif path == company.certificates:
            self._json(200, tokens.published_keys())
        elif path == company.authorize:
            wrong = self.server.wrong_with(company, asked)
            page = pages.refusal(wrong) if wrong else pages.consent(company, _of(asked, *ASKED, *ASKED_PKCE))
            self._write(400 if wrong else 200, "text/html; charset=utf-8", page)
        else:
            self._write(503 if self.server.is_down else 404, "text/plain", "No")

    def do_POST(self) -> None:
        company, path, _ = self._asked()
        length = self.headers.get("Content-Length", "")
        body = self.rfile.read(min(int(length), MOST_BODY)) if length.isdecimal() else b""
        form = dict(parse_qsl(body.decode(), keep_blank_values=True))
        if company is None:
            self._write(404, "text/plain", "Not found")
        elif path == company.exchange:
            self._json(*self.server.token(company, form))
        elif path == company.authorize and not self.server.wrong_with(company, form):
            self._answer(company, form)
        else:
            self._write(400, "text/html; charset=utf-8", pages.refusal("Not understood"))

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: codes and addresses are nobody's business, also here."""

    def _answer(self, company: Company, form: dict[str, str]) -> None:
        """Back to the site, with a code or the refusal; Apple by a form."""
        fields = self.server.cancelled(company) if "cancel" in form else self.server.agreed(company, form)
        fields |= _of(form, "state")
        if company.posts and form.get("response_mode") == "form_post":
            self._write(200, "text/html; charset=utf-8", pages.posting(form["redirect_uri"], fields))
            return
        self.send_response(302)
        self.send_header("Location", f"{form['redirect_uri']}?{urlencode(fields)}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _asked(self) -> tuple[Company | None, str, dict[str, str]]:
        parts = urlsplit(self.path)
        _, _, rest = parts.path.partition("/")
        name, _, path = rest.partition("/")
        return COMPANIES.get(name), f"/{path}", dict(parse_qsl(parts.query, keep_blank_values=True))

    def _json(self, status: int, body: dict[str, Any]) -> None:
        self._write(status, "application/json", json.dumps(body))

    def _write(self, status: int, kind: str, content: str) -> None:
        sent = content.encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Cache-Control", "no-store")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the caller did not want to wait


class Fake(ThreadingHTTPServer):
    """Google, Microsoft and Apple on this machine, for a site at `site`. Production settings refuse it."""

    daemon_threads = True

    def __init__(self, port: int = 0, site: str = "http://localhost:3000") -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.site = site.rstrip("/")
        self.is_down = False  # its first door answers 503
        self.code_seconds = CODE_SECONDS
        self._grants: dict[str, Grant] = {}
        self._named: set[str] = set()  # Apple tells a name once
        self._lock = Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def address_of(self, company: str) -> str:
        """What SIGN_IN_…_URL is set to."""
        return f"{self.url}/{company}{COMPANIES[company].server}"

    def wrong_with(self, company: Company, asked: dict[str, str]) -> str:
        """Why the consent page is not shown; the site is not told, for it may be anybody's."""
        if asked.get("client_id") != company.client_id:
            return "invalid_client: unknown client_id"
        if asked.get("redirect_uri") != f"{self.site}/accounts/{company.name}/callback/":
            return "redirect_uri_mismatch"
        if asked.get("response_type") != "code":
            return "unsupported_response_type"
        if company.posts and asked.get("response_mode") != "form_post":
            return "invalid_request: response_mode must be form_post when name or email scope is requested"
        if not company.posts and "openid" not in asked.get("scope", "").split():
            return "invalid_scope"
        return ""

    def cancelled(self, company: Company) -> dict[str, str]:
        return {"error": company.cancelled}

    def agreed(self, company: Company, form: dict[str, str]) -> dict[str, str]:
        account = Account(form["email"], form.get("name", ""), "verified" in form, Trouble(form.get("trouble", "")))
        code = secrets.token_urlsafe(32)
        challenge = form.get("code_challenge", "") if company.knows_pkce else ""
        grant = Grant(company.name, form["redirect_uri"], form.get("nonce", ""), challenge, account, time.time())
        with self._lock:
            self._grants[code] = grant
            is_first = company.posts and account.subject not in self._named
            if is_first:
                self._named.add(account.subject)
        return {"code": code, **({"user": company.posted_name(account)} if is_first else {})}

    def token(self, company: Company, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """The token endpoint: a code, once, for who got it."""
        if not company.knows_client(form, self.url):
            return 401, {"error": "invalid_client"}
        if form.get("grant_type") != "authorization_code":
            return 400, {"error": "unsupported_grant_type"}
        with self._lock:
            grant = self._grants.pop(form.get("code", ""), None)
        if grant is None or not self._is_good(grant, company, form):
            return 400, {"error": "invalid_grant"}
        if grant.account.trouble is Trouble.DOWN:
            return 503, {"error": "temporarily_unavailable"}
        made = tokens.id_token(company, grant.account, base=self.url, nonce=grant.nonce)
        access = secrets.token_urlsafe(32)
        return 200, {"access_token": access, "token_type": "Bearer", "expires_in": 3599, "id_token": made}

    def _is_good(self, grant: Grant, company: Company, form: dict[str, str]) -> bool:
        if grant.account.trouble is Trouble.USED_CODE or time.time() - grant.at > self.code_seconds:
            return False
        proof = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        proven = not grant.challenge or proof.rstrip(b"=").decode() == grant.challenge
        return proven and grant.company == company.name and grant.redirect_uri == form.get("redirect_uri")


def _of(fields: dict[str, str], *names: str) -> dict[str, str]:
    return {name: fields[name] for name in names if name in fields}
