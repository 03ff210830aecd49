"""The companies as allauth knows providers: OpenID Connect, with what its generic provider leaves out.

That is the nonce, the signature of ID tokens, each company's own word for a proven address, Apple's ways, and keeping no more
of a person than the address to tell one account from another by.
"""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from requests import RequestException, Session

from almanac.config.companies import apple, id_tokens
from almanac.config.companies.vouching import vouches
from almanac.kit import ids

PUBLISHED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


class Conversation(OpenIDConnectOAuth2Adapter):
    """One attempt with one company, from asking it to reading its answer."""

    state: dict[str, Any] | None = None  # what was kept when the attempt began

    def __init__(self, request: HttpRequest, provider_id: str) -> None:
        super().__init__(request, provider_id)
        if provider_id == "apple":
            self.login_cancelled_error = "user_cancelled_authorize"

    @property
    def openid_config(self) -> dict[str, Any]:
        """Where the company's doors are, as it publishes them. Raises RequestException where it does not."""
        found: dict[str, Any] = super().openid_config
        if not all(isinstance(found.get(name), str) for name in PUBLISHED):
            raise RequestException("no OpenID Connect configuration")
        return found

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """The one address that is registered with the company, whatever host a request names."""
        return settings.PUBLIC_URL + reverse("company_callback", args=[self.provider_id])

    def get_client(self, request: HttpRequest, app: SocialApp) -> OAuth2Client:
        client: OAuth2Client = super().get_client(request, app)
        if self.provider_id == "apple":
            client.consumer_secret = self._apple_secret(app)
        return client

    def _apple_secret(self, app: SocialApp) -> str:
        needed = app.settings["needed"]
        issuer = self.openid_config["issuer"]
        try:
            return apple.client_secret(client_id=app.client_id, private_key=app.secret, audience=issuer, **needed)
        except ValueError as error:
            raise OAuth2Error("SIGN_IN_APPLE_PRIVATE_KEY is no private key") from error

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """Who it is, by the ID token alone. Raises OAuth2Error, RequestException."""
        config, state = self.openid_config, self.state or {}
        claims = id_tokens.claims_of(
            kwargs["response"].get("id_token"),
            keys=self._keys(config["jwks_uri"]),
            issuer=config["issuer"],
            audience=app.client_id,
            nonce=state.get("nonce", ""),
        )
        if self.provider_id == "apple":
            claims["name"] = apple.name_told(request)
        provider: Company = self.get_provider()  # type: ignore[no-untyped-call]
        login: SocialLogin = provider.sociallogin_from_response(request, claims)
        return login

    def _keys(self, url: str) -> dict[str, Any]:
        session: Session = get_adapter().get_requests_session()  # type: ignore[no-untyped-call]
        with session:
            answer = session.get(url)
            answer.raise_for_status()
            found: dict[str, Any] = answer.json()
        return found


class Company(OpenIDConnectProvider):
    """A company to sign in with."""

    oauth2_adapter_class = Conversation
    supports_token_authentication = False  # a token from elsewhere is bound to no attempt of ours

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> HttpResponse:
        """Send to the company. What only the right answer can repeat is kept in the session."""
        nonce = ids.secret_token()
        params = {**self.get_auth_params(), "nonce": nonce}  # type: ignore[no-untyped-call]
        kept = {**kwargs, "nonce": nonce}
        answer: HttpResponse = super().redirect(request, process, next_url, data, auth_params=params, **kept)
        return answer

    def extract_uid(self, data: dict[str, Any]) -> str:
        return str(data["sub"])

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"email": str(data.get("email") or "")}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        parts = f"{data.get('given_name') or ''} {data.get('family_name') or ''}"
        return {"email": data.get("email"), "name": str(data.get("name") or parts)}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[EmailAddress]:
        """`verified` where the company's word is proof enough for us, not wherever it says so."""
        if not data.get("email"):
            return []
        verified = vouches(self.sub_id, data)
        return [EmailAddress(email=str(data["email"]), verified=verified, primary=True)]
