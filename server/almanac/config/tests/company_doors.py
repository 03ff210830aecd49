"""Somebody who signs in with a company: our doors by Django's client, the company's own by real HTTP."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from django.http.cookie import SimpleCookie
from django.test import Client

from almanac.config.tests.allauth_doors import Browser

HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')
GOOD = {"email": "nina.gardner@gmail.com", "name": "Nina Gardner", "verified": "on"}


@dataclass
class Traveller(Browser):
    """A browser that also goes to companies."""

    def start(self, company: str = "google", process: str = "login", **more: str) -> Any:
        return self.post(f"/companies/{company}/start", process=process, **more)

    def address(self, company: str = "google", process: str = "login", **more: str) -> str:
        """Where the company asks for consent."""
        answer = self.start(company, process, **more)
        assert answer.status_code == 200, answer.content
        return str(answer.json()["data"]["url"])

    def at_company(self, address: str, **typed: str) -> tuple[str, dict[str, str], bool]:
        """What the company sends back: to which path, with which fields, and whether by a form."""
        assert requests.get(address, timeout=5).status_code == 200
        form = {**dict(parse_qsl(urlsplit(address).query)), **typed}
        answer = requests.post(address.partition("?")[0], data=form, allow_redirects=False, timeout=5)
        if answer.status_code == 302:
            back = urlsplit(answer.headers["location"])
            return back.path, dict(parse_qsl(back.query)), False
        action = re.search(r'action="([^"]*)"', answer.text)
        assert action, answer.text
        fields = {unescape(name): unescape(value) for name, value in HIDDEN.findall(answer.text)}
        return urlsplit(unescape(action[1])).path, fields, True

    def back(self, path: str, fields: dict[str, str], is_form: bool) -> Any:
        """Our answer. A form that another site's page sends brings no cookie of ours; what is set by the answer stays."""
        if not is_form:
            return self.client.get(path, fields)
        foreign = Client(enforce_csrf_checks=True)
        answer: Any = foreign.post(path, fields)
        assert answer.status_code == 303, answer.content
        self.client.cookies.update(SimpleCookie(foreign.cookies.output(header="")))
        return self.client.get(answer["Location"])

    def goes(self, company: str = "google", process: str = "login", *, wanted: str = "", **typed: str) -> str:
        """The whole round; answers with the page at which it ends."""
        address = self.address(company, process, next=wanted)
        answer = self.back(*self.at_company(address, **(typed or GOOD)))
        assert answer.status_code == 302, answer.content
        page = str(answer["Location"])
        assert page.startswith("http://localhost:3000/"), page
        return page.removeprefix("http://localhost:3000")

    def cancels(self, company: str, process: str = "login") -> str:
        return self.goes(company, process, cancel="1")


def error_of(page: str) -> str:
    return dict(parse_qsl(urlsplit(page).query)).get("error", "")
