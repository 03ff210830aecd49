"""What our product adds to allauth's accounts: customers only, our own letters, and the trail of who changed what.

allauth calls these methods where others would use signals; there is no other place where it calls us.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.signup import prevent_enumeration, send_unknown_account_mail
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.base.response import AuthenticationResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from almanac.kit import clock, ids
from almanac.kit.actor import STRANGER
from almanac.kit.errors import TooManyRequests
from almanac.kit.pages import site
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import actor_of, language_of
from almanac.kit.text import one_line
from almanac.notifications.account_letters import AccountMessage
from almanac.notifications.actions.accounts import write_account_letter
from almanac.notifications.actions.reading import forget_all_but, forget_by_session
from almanac.outbox.actions import emit
from almanac.people.actions.accounts import address_confirmed, open_account
from almanac.people.events import AccessChanged
from almanac.people.models import User, UserRole

LETTERS = Limit("account_letters", count=12, seconds=3600)  # to one mailbox, whoever asks
STAGE = "allauth.account.stages.EmailVerificationStage"
# allauth's templates, and the address in their context that the letter's button leads to.
ASKED: dict[str, tuple[AccountMessage, str]] = {
    "account/email/email_confirmation_signup": (AccountMessage.CONFIRM_SIGN_UP, "activate_url"),
    "account/email/email_confirmation": (AccountMessage.CONFIRM_ADDRESS, "activate_url"),
    "account/email/account_already_exists": (AccountMessage.HAS_ACCOUNT, "password_reset_url"),
    "account/email/unknown_account": (AccountMessage.NO_ACCOUNT, "signup_url"),
    "account/email/password_reset_key": (AccountMessage.RESET_PASSWORD, "password_reset_url"),
}
CHANGED: dict[str, AccountMessage] = {
    "account/email/password_changed": AccountMessage.PASSWORD_CHANGED,
    "account/email/password_set": AccountMessage.PASSWORD_CHANGED,
    "account/email/password_reset": AccountMessage.PASSWORD_CHANGED,
    "account/email/email_changed": AccountMessage.ADDRESS_CHANGED,
    "mfa/email/totp_activated": AccountMessage.APP_ADDED,
    "mfa/email/totp_deactivated": AccountMessage.APP_REMOVED,
    "mfa/email/webauthn_added": AccountMessage.PASSKEY_ADDED,
    "mfa/email/webauthn_removed": AccountMessage.PASSKEY_REMOVED,
    "mfa/email/recovery_codes_generated": AccountMessage.CODES_MADE,
    "socialaccount/email/account_connected": AccountMessage.COMPANY_ADDED,
    "socialaccount/email/account_disconnected": AccountMessage.COMPANY_REMOVED,
}
UNTOLD = {"account/email/email_deleted", "account/email/email_confirm"}  # the new address was only wished for


class EmailVerification(EmailVerificationStage):
    """Customers sign in once their address is proven; whoever works here was let in by an administrator."""

    def handle(self) -> Any:
        user = self.login.user
        if isinstance(user, User) and user.role != UserRole.CUSTOMER:
            return None, True
        return super().handle()  # type: ignore[no-untyped-call]


class AccountAdapter(DefaultAccountAdapter):
    """allauth's hooks, answered by our actions and letters."""

    def get_login_stages(self) -> list[str]:
        own = f"{__name__}.{EmailVerification.__name__}"
        return [own if stage == STAGE else stage for stage in super().get_login_stages()]

    def save_user(
        self, request: HttpRequest, user: AbstractBaseUser, form: Any, commit: bool = True
    ) -> AbstractBaseUser:
        """Open a customer's account. Two at once with one e-mail get the same answer as two after one another."""
        user, typed = cast(User, user), form.cleaned_data
        user.username = f"c{ids.secret_token()[:20]}"  # customers sign in by e-mail and never see this
        user.name, user.email, user.language = one_line(typed["name"]), typed["email"], language_of(request)
        user.set_password(typed["password"])
        try:
            open_account(actor=STRANGER, user=user, now=clock.now())
        except IntegrityError:
            answer = prevent_enumeration(request, email=user.email)
            raise ImmediateHttpResponse(AuthenticationResponse.from_response(request, answer)) from None
        return user

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        with transaction.atomic():
            is_confirmed = bool(super().confirm_email(request, email_address))
            if is_confirmed:
                address_confirmed(
                    actor=actor_of(request), user_id=email_address.user_id, email=email_address.email, now=clock.now()
                )
        return is_confirmed

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Whoever opened an account with an address they never proved keeps no way into it once its owner is here, and no device
        but this one shows its messages any more."""
        person = cast(User, user)
        is_proven = EmailAddress.objects.filter(user=person, verified=True).exists()
        if person.role == UserRole.CUSTOMER and not is_proven:
            SocialAccount.objects.filter(user=person).delete()
        super().set_password(user, password)
        session_key = self.request.session.session_key if self.request else None
        forget_all_but(user=person, session_key=session_key or "")

    def logout(self, request: HttpRequest) -> None:
        """Whoever signs out is shown nothing more in that browser, also where it could not say so itself."""
        forget_by_session(session_key=request.session.session_key or "")
        super().logout(request)

    def post_login(
        self, request: HttpRequest, user: AbstractBaseUser, *, signal_kwargs: dict[str, Any] | None, **hooks: Any
    ) -> HttpResponse:
        """A company that knew a customer by the address is connected now, past the second factor, and they are told."""
        answer: HttpResponse = super().post_login(request, user, signal_kwargs=signal_kwargs, **hooks)
        came_by: SocialLogin | None = (signal_kwargs or {}).get("sociallogin")
        if came_by and not _is_connected(came_by.account):
            with suppress(IntegrityError), transaction.atomic():  # at the same moment in another window
                came_by.connect(request, user)
        return answer

    def send_password_reset_mail(self, user: AbstractBaseUser, email: str, context: dict[str, Any]) -> None:
        """Only to where the account is known to live: an address that was merely wished for may be a stranger's."""
        if email.lower() == cast(User, user).email.lower():
            super().send_password_reset_mail(user, email, context)
        else:
            send_unknown_account_mail(self.request, email)

    def send_account_already_exists_mail(self, email: str) -> None:
        make_password(email)  # as long as opening an account takes, so that a watch tells nothing either
        super().send_account_already_exists_mail(email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write our own letter instead of allauth's mail. Past a mailbox's limit nothing is written, and nobody is told."""
        message, link = ASKED[template_prefix]
        user = context.get("user")
        language = user.language if isinstance(user, User) else language_of(self.request)
        _write(message, email, language, link=context[link], user=user if isinstance(user, User) else None)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell somebody what was changed about their way in, and write it down."""
        if template_prefix in UNTOLD:
            return
        message, user = CHANGED[template_prefix], cast(User, user)
        with transaction.atomic():
            emit(AccessChanged(user_id=user.pk, what=message.value), actor=actor_of(self.request), at=clock.now())
        address = email or user.email
        if address:
            _write(message, address, user.language, user=user, told=_told(context or {}))


def _is_connected(account: SocialAccount) -> bool:
    return SocialAccount.objects.filter(provider=account.provider, uid=account.uid).exists()


def _told(context: dict[str, Any]) -> dict[str, str]:
    """The gaps of letters about what was changed."""
    company = context.get("provider")
    return {"address": context.get("to_email", ""), "company": company.name if company else ""}


def _write(
    message: AccountMessage,
    email: str,
    language: str,
    *,
    user: User | None,
    link: str = "",
    told: dict[str, str] | None = None,
) -> None:
    now = clock.now()
    try:
        spend(LETTERS, email.lower(), now=now)
    except TooManyRequests:
        return
    write_account_letter(
        message=message,
        address=email,
        language=language,
        link=link.replace(settings.PUBLIC_URL, site(language), 1),
        told=told,
        recipient_id=user.pk if user else None,
        now=now,
    )
