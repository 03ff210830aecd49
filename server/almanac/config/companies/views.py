"""The two doors of signing in with a company: where it begins, and where the company sends people back to."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.headless.base.response import ConflictResponse, RateLimitResponse
from allauth.headless.base.views import APIView
from allauth.headless.internal.restkit import inputs
from allauth.headless.internal.restkit.response import APIResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from requests import RequestException

from almanac.config.companies import apple
from almanac.config.companies.adapter import known, login_page
from almanac.config.companies.provider import Conversation
from almanac.kit import clock
from almanac.kit.actor import Role
from almanac.kit.client_address import client_address
from almanac.kit.errors import TooManyRequests
from almanac.kit.pages import site
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import actor_of, language_of
from almanac.people.schemas.me import AREAS

STARTS = Limit("company_start", count=30, seconds=600)


class StartInput(inputs.Input):
    """`login` or `connect`; and, to sign in, the page that was wanted."""

    process = inputs.ChoiceField(choices=[(AuthProcess.LOGIN, "in"), (AuthProcess.CONNECT, "connect")])
    next = inputs.CharField(required=False, max_length=2_000)


class StartView(APIView):
    """Answers with the company's address to go to. Not by a redirect: pages may then send forms to no other site."""

    input_class = StartInput

    def post(self, request: HttpRequest, company: str, *_: Any, **__: Any) -> HttpResponse:
        """404 for a company without keys, 401 for connecting as nobody or too long after the password was given, 409 for
        signing in twice, 429, 502 where the company is down."""
        if not known(company):
            return APIResponse(request, status=HTTPStatus.NOT_FOUND)
        try:
            spend(STARTS, client_address(request), now=clock.now())
        except TooManyRequests:
            return RateLimitResponse(request)
        process = self.input.cleaned_data["process"]
        if process == AuthProcess.CONNECT:
            raise_if_reauthentication_required(request, app="allauth.socialaccount")
        elif request.user.is_authenticated:
            return ConflictResponse(request)
        language = language_of(request)
        back = _page_after(request, process, company, language, self.input.cleaned_data["next"])
        provider = get_adapter().get_provider(request, company)
        try:
            answer = provider.redirect(request, process, back, headless=True, language=language)
        except RequestException:
            return APIResponse(request, status=HTTPStatus.BAD_GATEWAY)
        return APIResponse(request, data={"url": answer["Location"]})


def _page_after(request: HttpRequest, process: str, company: str, language: str, wanted: str) -> str:
    if process == AuthProcess.CONNECT:
        area = AREAS.get(actor_of(request).role, AREAS[Role.CUSTOMER])
        return f"{site(language)}{area}security/?{urlencode({'company': company})}"
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return login_page(company, language) + (f"?{urlencode({'next': wanted})}" if is_ours else "")


class Callback(OAuth2CallbackView):
    """allauth's, which tells the conversation what was kept when it began: it is asked for the nonce."""

    def _get_state(self, request: HttpRequest, provider: Any) -> tuple[Any, Any]:
        state, answer = super()._get_state(request, provider)
        cast(Conversation, self.adapter).state = state
        return state, answer


@csrf_exempt  # another site's page posts here; nothing is done before its `state` is found in this browser's session
@never_cache
@require_http_methods(["GET", "POST"])
def callback(request: HttpRequest, company: str) -> HttpResponse:
    """Where a company sends people back to. Raises Http404 for one without keys."""
    if not known(company):
        raise Http404
    if request.method == "POST":
        if company != "apple":
            raise Http404
        return apple.sent_on(request)
    answer: HttpResponse = Callback.adapter_view(Conversation(request, company))(request)  # type: ignore[no-untyped-call]
    if company == "apple":
        answer.delete_cookie(apple.COOKIE, path=request.path)
    return answer


@csrf_exempt
def no_such_door(request: HttpRequest, **_: str) -> HttpResponse:
    """allauth's own beginnings, which would go around what stands above."""
    raise Http404
