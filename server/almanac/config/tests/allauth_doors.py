"""Somebody at allauth's doors, as the web part uses them, and the letters they get."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from django.test import Client

from almanac.notifications.models import Delivery

PASSWORD = "a harbour of quiet boats"


@dataclass
class Browser:
    """One browser; speaks JSON with `/_allauth/browser/v1`."""

    client: Client = field(default_factory=Client)
    language: str = "en"

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        sent = {"accept-language": self.language, **{name.replace("_", "-"): value for name, value in headers.items()}}
        kind = {} if body is None else {"content_type": "application/json"}
        return getattr(self.client, method)(f"/_allauth/browser/v1{path}", body, headers=sent, **kind)

    def post(self, path: str, **body: Any) -> Any:
        return self.call("post", path, body)

    def sign_up(self, email: str, **more: Any) -> Any:
        return self.post("/auth/signup", **{"email": email, "password": PASSWORD, "name": "Nora Newcomer", **more})

    def sign_in(self, email: str, password: str = PASSWORD) -> Any:
        return self.post("/auth/login", email=email, password=password)

    def me(self) -> Any:
        return self.client.get("/api/me").json()

    def verified(self, email: str) -> Browser:
        """Signed up, and signed in by the link in the letter."""
        self.sign_up(email)
        answer = self.post("/auth/email/verify", key=key_in(letters(email)[-1]))
        assert answer.status_code == 200, answer.content
        return self


def letters(email: str) -> list[Delivery]:
    """What was written to an address about accounts, oldest first."""
    found = Delivery.objects.filter(recipient=Delivery.Recipient.ACCOUNT, channel=Delivery.Channel.EMAIL)
    return [letter for letter in found.order_by("created_at", "pk") if letter.address == email]


def key_in(letter: Delivery) -> str:
    """The key in the address of the letter's button."""
    match = re.search(r"/(?:verify|reset)/([^/\s]+)/", letter.body_text)
    assert match, letter.body_text
    return unquote(match[1])


def flows(answer: Any) -> list[str]:
    """What allauth waits for."""
    return [flow["id"] for flow in answer.json()["data"]["flows"] if flow.get("is_pending")]


def codes_of(answer: Any) -> list[str]:
    """Why allauth refuses."""
    return [error["code"] for error in answer.json().get("errors", [])]
