"""What our product adds to allauth's sign-in by companies: who may come in by one, and how a new customer's account begins."""

from __future__ import annotations

import re
from typing import Any, cast

import structlog
from allauth.account.internal.flows.signup import prevent_enumeration
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.httpkit import add_query_params
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from requests import RequestException, Response, Session

from almanac.config.companies.keys import NAMES
from almanac.kit import clock, ids
from almanac.kit.actor import STRANGER
from almanac.kit.pages import site
from almanac.kit.requests import language_of
from almanac.kit.text import one_line
from almanac.people.actions.accounts import address_confirmed, open_account, void_claims
from almanac.people.models import User, UserRole

log = structlog.get_logger(__name__)
CODE = re.compile(r'"error"\s*:\s*"([a-z_]{1,40})"')
THEIR_FAULT = {"server_error", "temporarily_unavailable"}  # RFC 6749, section 4.1.2.1


def known(company: str) -> bool:
    """Whether one may sign in with this company: its keys are set."""
    return any(app["provider_id"] == company for app in _apps())


def login_page(company: str, language: str) -> str:
    """Our page to which people come back from a company."""
    return f"{site(language)}/login/{company}/"


class CompanyAdapter(DefaultSocialAccountAdapter):
    """allauth's hooks, answered by our rules and actions."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """From the environment alone: keys in a table would stand there in clear."""
        return [
            SocialApp(provider="openid_connect", **app)
            for app in _apps()
            if provider in (None, "openid_connect", app["provider_id"]) and client_id in (None, app["client_id"])
        ]

    def get_app(self, request: HttpRequest, provider: str, client_id: str | None = None) -> SocialApp:
        """A company whose keys were taken away is still named to those who had connected it."""
        try:
            app: SocialApp = super().get_app(request, provider, client_id)
        except SocialApp.DoesNotExist:
            if provider not in NAMES:
                raise
            nowhere = {"server_url": ""}
            app = SocialApp(provider="openid_connect", provider_id=provider, name=NAMES[provider], settings=nowhere)
        return app

    def get_requests_session(self) -> Session:
        """With a time-out, and an answer that tells of the company's own trouble raised as such."""
        session: Session = super().get_requests_session()  # type: ignore[no-untyped-call]
        session.hooks["response"].append(_look_at)
        return session

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The company has said who it is; nothing is done yet."""
        sociallogin.token = None  # not kept, and not in the session of an attempt that waits for a second factor either
        is_new = sociallogin.state.get("process") == AuthProcess.LOGIN and not sociallogin.is_existing
        if is_new and not sociallogin.email_addresses:
            raise ImmediateHttpResponse(_back(sociallogin.state["next"], "no_email"))

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[User, str] | None:
        """The customer whose proven address this is, where the company's word for the mailbox is proof (`vouches`).

        The team never comes in this way, but by what each of them connected themselves. An address that our customer never
        proved may have been claimed by somebody else, who would keep their way in.
        """
        for address in sociallogin.email_addresses:
            if address.verified:
                void_claims(address.email)
                proven = EmailAddress.objects.filter(email=address.email.lower(), verified=True, user__is_active=True)
                found = proven.select_related("user").filter(user__role=UserRole.CUSTOMER).first()
                if found:
                    return found.user, address.email
        return None

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        user = cast(User, sociallogin.user)
        user.email = str(data.get("email") or "").lower()
        user.name = one_line(data.get("name") or "")[:200] or user.email.partition("@")[0]
        return user

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """Open a customer's account. Two at once with one e-mail get the same answer as two after one another."""
        user, (address, *_) = cast(User, sociallogin.user), sociallogin.email_addresses
        if not address.verified:
            make_password(user.email)  # as long as with a known address, for which a letter is written instead
        user.username = f"c{ids.secret_token()[:20]}"  # customers sign in by e-mail and never see this
        user.language = sociallogin.state["language"]
        user.set_unusable_password()
        now = clock.now()
        try:
            with transaction.atomic():
                open_account(actor=STRANGER, user=user, now=now)
                sociallogin.save(request)
                if address.verified:
                    address_confirmed(actor=STRANGER, user_id=user.pk, email=user.email, now=now)
        except IntegrityError:
            prevent_enumeration(request, email=user.email)
            raise ImmediateHttpResponse(HttpResponseRedirect(sociallogin.state["next"])) from None
        return user

    def validate_disconnect(self, account: SocialAccount, accounts: Any) -> None:
        """Raises ValidationError where nothing would be left to sign in with: a company without keys is no way in."""
        others = set(accounts.exclude(pk=account.pk).values_list("provider", flat=True))
        if not account.user.has_usable_password() and not any(known(company) for company in others):
            raise self.validation_error("no_password")

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Back to our own page, which says what was wrong and how to go on. Nothing of the answer is logged."""
        state = (extra_context or {}).get("state")
        code = _code(request, state, error, exception)
        log.warning("sign-in by a company failed", company=provider.sub_id, code=code, error=type(exception).__name__)
        page = state["next"] if state else login_page(provider.sub_id, language_of(request))
        raise ImmediateHttpResponse(_back(page, code))


def _apps() -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])


def _code(request: HttpRequest, state: object, error: str | None, exception: Exception | None) -> str:
    """What went wrong, by the name of its text on our page."""
    if state is None:
        return "expired"
    if error == AuthError.CANCELLED:
        return "cancelled"
    their_fault = isinstance(exception, RequestException) or request.GET.get("error") in THEIR_FAULT
    return "unreachable" if their_fault else "refused"


def _back(page: str, code: str) -> HttpResponse:
    return HttpResponseRedirect(add_query_params(page, {"error": code}))


def _look_at(answer: Response, **_: object) -> None:
    """Raises HTTPError for the company's own trouble; of a refusal only the code is logged, `invalid_client` for one."""
    if answer.status_code >= 500:
        answer.raise_for_status()
    if answer.status_code >= 400:
        code = CODE.search(answer.text[:2_000])
        log.warning("a company refused us", status=answer.status_code, error=code[1] if code else "")
