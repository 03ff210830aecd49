"""A push service on this machine (RFC 8030), the browsers behind it, and `/_control/` for tests and demonstrations."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from fakes.push_service.agents import URGENCIES, Agent, Agents
from fakes.push_service.pages import page
from fakes.push_service.vapid import NotAllowed, check
from fakes.serving import Answer, Asked, Company, as_json
from fakes.telling import Telling

MOST_BYTES = 4096
MOST_TTL = 28 * 86_400
TOPIC = re.compile(r"[A-Za-z0-9_-]{1,32}")


class Fake(Company):
    """Only for tests and demonstration: a browser that is subscribed here is made by `/_control/subscribe`."""

    pages = "/seen/"

    def __init__(self, port: int = 0, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__(port, Telling(""))
        self.agents = Agents(clock)
        self.agents.url = self.url
        self.retry_after = 30

    def api(self, asked: Asked) -> Answer:
        root, _, id = asked.path.removeprefix("/").partition("/")
        agent = self.agents.by_id.get(id) if root == "push" else None
        if agent is None:
            return refusal(404, "no such subscription")
        if asked.method != "POST":
            return refusal(405, "messages are posted")
        if self.agents.is_over(agent):
            return refusal(410, "the subscription is over")
        if agent.failing:
            return self.trouble(agent.failing.pop(0))
        return self._pushed(agent, asked)

    def _pushed(self, agent: Agent, asked: Asked) -> Answer:
        ttl, urgency = asked.headers.get("ttl", ""), asked.headers.get("urgency", "normal")
        topic = asked.headers.get("topic", "")
        if not ttl.isdecimal():
            return refusal(400, "TTL is missing or no number of seconds")
        now = (self.agents.clock(), time.time())
        try:
            check(asked.headers.get("authorization", ""), bound_to=agent.bound_to, origin=self.url, now=now)
        except NotAllowed as error:
            return refusal(error.status, str(error))
        if len(asked.body) > MOST_BYTES:
            return refusal(413, f"more than {MOST_BYTES} bytes")
        if asked.body and asked.headers.get("content-encoding") != "aes128gcm":
            return refusal(400, "Content-Encoding is not aes128gcm")
        if urgency not in URGENCIES or (topic and not TOPIC.fullmatch(topic)):
            return refusal(400, "Urgency or Topic is not of its form")
        seconds = min(int(ttl), MOST_TTL)
        made = self.agents.take(agent, asked.body, ttl=seconds, urgency=urgency, topic=topic)
        return Answer(201, b"", {"Location": f"{self.url}/message/{made.id}", "TTL": str(seconds)})

    def page(self, asked: Asked) -> Answer:
        return page(self.agents)

    def trouble(self, status: int) -> Answer:
        found = refusal(status, "something is wrong on our side")
        if status in (429, 503):
            found.headers["Retry-After"] = str(self.retry_after)
        return found

    def wish(self, verb: str, asked: Mapping[str, Any]) -> Any:
        agents = self.agents
        match verb:
            case "subscribe":
                return agents.subscribe(asked.get("applicationServerKey"), asked.get("expires_in"))
            case "unsubscribe":
                agents.at(asked["endpoint"]).is_gone = True
            case "offline":
                agents.at(asked["endpoint"]).least = None
            case "online":  # for messages of this urgency, or more
                agent = agents.at(asked["endpoint"])
                agent.least = URGENCIES[URGENCIES.index(asked.get("urgency", URGENCIES[0]))]
                agents.deliver(agent)
            case "refuse":  # as `down`, but of one subscription
                agents.at(asked["endpoint"]).failing = [int(status) for status in asked["statuses"]]
            case "retry-after":
                self.retry_after = int(asked["seconds"])
            case "messages":
                return {"messages": agents.told(str(asked.get("endpoint") or ""))}
            case "clear":
                agents.clear()
            case _:
                raise LookupError(verb)
        return None

    def control(self, asked: Asked) -> Answer:
        """What is only looked at may be asked for by an address alone."""
        is_get = asked.method == "GET"
        return super().control(replace(asked, body=json.dumps(dict(asked.query)).encode()) if is_get else asked)

    def answer(self, asked: Asked) -> Answer | None:
        return super().answer(replace(asked, path=self.pages) if asked.path == "/" else asked)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers that hung up are nothing to write home about."""


def refusal(status: int, words: str) -> Answer:
    return as_json(status, {"code": status, "message": words})
