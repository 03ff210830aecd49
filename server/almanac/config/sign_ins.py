"""Where somebody is signed in: when each of their browsers was last seen, and ending it there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from almanac.kit import clock
from almanac.kit.clock import epoch
from almanac.kit.requests import actor_of
from almanac.notifications.actions.reading import forget_signed_out
from almanac.outbox.actions import emit
from almanac.people.events import AccessChanged

SEEN_EVERY = 600  # seconds
SEEN = "seen_at"


class SignInsAdapter(DefaultUserSessionsAdapter):
    """Ending a session elsewhere deletes it, ends what its device shows, and is written down."""

    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        ended = list(sessions)
        super().end_sessions(ended)
        with transaction.atomic():
            for user_id in {session.user_id for session in ended}:
                left = UserSession.objects.filter(user=user_id).values_list("session_key", flat=True)
                forget_signed_out(user_id=user_id, living=[key for key in left if self.request.session.exists(key)])
                emit(
                    AccessChanged(user_id=user_id, what="sessions_ended"),
                    actor=actor_of(self.request),
                    at=clock.now(),
                )


class LastSeen:
    """Notes in the list of sign-ins that a browser is still in use: once in ten minutes, and never by a query more for
    the requests between. That somebody was here is no change that a link could cause."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        session = request.session
        if not session.accessed or SESSION_KEY not in session:
            return response
        now, seen = clock.now(), session.get(SEEN)
        if seen is None and session.modified:  # just signed in, which the list knows
            session[SEEN] = epoch(now)
        elif seen is not None and epoch(now) - seen >= SEEN_EVERY:
            session[SEEN] = epoch(now)
            UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=now)
        return response
