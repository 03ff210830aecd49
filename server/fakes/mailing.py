"""What stand-ins for companies that carry e-mail share: mails that nobody is sent, how each goes on, and wishes about them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from fakes.serving import Answer, Asked, Company, as_json
from fakes.telling import Telling, Thing


class Mailer(Company):
    """Keeps what it took, the oldest first. A mail goes on by `/_control/advance`, or at once where `goes_on`; each step is an
    event for the shop. Names with _ in front are the stand-in's own."""

    pages = "/mails/"
    endings: Mapping[str, tuple[str, ...]] = {}  # by the part of an address before the @; of all others `good`
    good: tuple[str, ...] = ()

    def __init__(self, port: int, telling: Telling, *, goes_on: bool, clock: Callable[[], float] = time.time) -> None:
        super().__init__(port, telling)
        self.clock = clock
        self.goes_on = goes_on
        self.mails: list[Thing] = []

    def event(self, mail: Thing, kind: str, more: Mapping[str, Any]) -> Thing:
        """What the shop is told of one step."""
        raise NotImplementedError

    def take(self, mail: Thing) -> None:
        self.mails.append(mail)
        mail["_steps"] = list(self.endings.get(mail["_to"].partition("@")[0].partition("+")[0], self.good))
        if self.goes_on:
            self.go_on(mail)

    def go_on(self, mail: Thing) -> None:
        """To its end."""
        steps, mail["_steps"] = mail["_steps"], []
        for kind in steps:
            self.turn(mail, kind)

    def turn(self, mail: Thing, kind: str, **more: Any) -> None:
        mail["last_event"] = kind
        self.telling.take(self.event(mail, kind, more))

    def page(self, asked: Asked) -> Answer:
        return as_json(404, {"error": "no pages here: ask /_control/messages"})

    def wish(self, verb: str, asked: Mapping[str, Any]) -> Any:
        match verb:
            case "messages":
                return {"messages": self._chosen(asked)}
            case "clear":
                self.mails.clear()
            case "advance":
                moving = [mail for mail in self._chosen(asked) if mail["_steps"]]
                for mail in moving:
                    self.go_on(mail)
                return {"moved": len(moving)}
            case "event":  # one that a test says, whatever became of the mail before
                chosen = self._chosen(asked)
                if not chosen:
                    raise LookupError("no such mail")
                for mail in chosen:
                    self.turn(mail, str(asked["kind"]), **dict(asked.get("more", {})))
            case _:
                raise LookupError(verb)
        return None

    def control(self, asked: Asked) -> Answer:
        """What is only looked at may be asked for by an address alone."""
        is_get = asked.method == "GET"
        return super().control(replace(asked, body=json.dumps(dict(asked.query)).encode()) if is_get else asked)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers that hung up are nothing to write home about."""

    def _chosen(self, asked: Mapping[str, Any]) -> list[Thing]:
        named = {"id": asked.get("id"), "_to": asked.get("to")}
        return [mail for mail in self.mails if all(value in (None, mail[name]) for name, value in named.items())]
