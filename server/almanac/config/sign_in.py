"""The administration's own sign-in, where passwords may be tried only so often: allauth counts at its own doors alone; and its
sign-out, from which the same follows as from ours."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from almanac.config import problems
from almanac.kit import clock
from almanac.kit.client_address import client_address
from almanac.kit.errors import TooManyRequests
from almanac.kit.ratelimit import Limit, spend

BY_ADDRESS = Limit("admin_sign_in", count=20, seconds=600)
BY_NAME = Limit("admin_sign_in_name", count=10, seconds=600)


def admin_login(request: HttpRequest) -> HttpResponse:
    """Django's sign-in page for the administration; trying is counted by address and by name, whoever asks."""
    if request.method == "POST":
        now = clock.now()
        try:
            spend(BY_ADDRESS, client_address(request), now=now)
            spend(BY_NAME, request.POST.get("username", "").strip().casefold(), now=now)
        except TooManyRequests as error:
            return problems.answer(request, error)
    return admin.site.login(request)


@require_POST
def admin_logout(request: HttpRequest) -> HttpResponse:
    """Signs out as the product's own pages do, and asks who it is then."""
    get_adapter(request).logout(request)
    return redirect("admin:login")
