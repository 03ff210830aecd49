"""Browsers with their subscriptions, and what became of each message to them. In memory alone."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from fakes.push_service.decrypting import Undecryptable, decrypt, point_of
from fakes.push_service.vapid import encoded, server_key
from fakes.ticking import stamp

URGENCIES = ("very-low", "low", "normal", "high")


@dataclass(slots=True)
class Message:
    id: str
    at: float
    ttl: int
    urgency: str
    topic: str
    text: str | None  # None: could not be read, `problem` says why
    problem: str = ""
    state: str = "waiting"  # or delivered, replaced, expired


@dataclass(slots=True, eq=False)
class Agent:
    """One subscription of one browser. `least` is how urgent a message must be to reach it, None while it is offline."""

    id: str
    bound_to: str | None
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    expires: float | None = None
    is_gone: bool = False
    least: str | None = URGENCIES[0]
    failing: list[int] = field(default_factory=list)  # statuses of the next answers here
    messages: list[Message] = field(default_factory=list)

    def reaches(self, message: Message) -> bool:
        return self.least is not None and URGENCIES.index(message.urgency) >= URGENCIES.index(self.least)


class Agents:
    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.url = ""
        self.clear()

    def clear(self) -> None:
        self.by_id: dict[str, Agent] = {}
        self.taken: list[tuple[Agent, Message]] = []  # in their order

    def subscribe(self, key: str | None, seconds: float | None = None) -> dict[str, Any]:
        """What `PushSubscription.toJSON()` gives. Raises ValueError for a key that is none."""
        agent = Agent(secrets.token_urlsafe(24), server_key(key) if key else None)
        agent.expires = None if seconds is None else self.clock() + seconds
        self.by_id[agent.id] = agent
        return {
            "endpoint": self.endpoint(agent),
            "expirationTime": None if agent.expires is None else int(agent.expires * 1000),
            "keys": {"p256dh": encoded(point_of(agent.key.public_key())), "auth": encoded(agent.secret)},
        }

    def endpoint(self, agent: Agent) -> str:
        return f"{self.url}/push/{agent.id}"

    def at(self, endpoint: str) -> Agent:
        """Raises LookupError."""
        return self.by_id[endpoint.rpartition("/")[2]]

    def is_over(self, agent: Agent) -> bool:
        return agent.is_gone or (agent.expires is not None and agent.expires <= self.clock())

    def take(self, agent: Agent, body: bytes, *, ttl: int, urgency: str, topic: str) -> Message:
        """A message for a browser, which gets it now, later or never. It takes the place of one of its topic that waits."""
        text, problem = None, ""
        try:
            text = decrypt(body, agent.key, agent.secret).decode() if body else ""
        except Undecryptable as error:
            problem = str(error)
        except UnicodeDecodeError:
            problem = "its text is no UTF-8"
        made = Message(secrets.token_urlsafe(12), self.clock(), ttl, urgency, topic, text, problem)
        for other in agent.messages:
            if topic and other.topic == topic and other.state == "waiting":
                other.state = "replaced"
        agent.messages.append(made)
        self.taken.append((agent, made))
        self.deliver(agent)
        if made.state == "waiting" and not ttl:
            made.state = "expired"
        return made

    def deliver(self, agent: Agent) -> None:
        """What waits, as far as the browser can be reached."""
        for message in agent.messages:
            if message.state != "waiting":
                continue
            if message.ttl and message.at + message.ttl <= self.clock():
                message.state = "expired"
            elif agent.reaches(message):
                message.state = "delivered"

    def told(self, endpoint: str = "") -> list[dict[str, Any]]:
        """All messages, or those of one browser, the newest first."""
        one = self.at(endpoint) if endpoint else None
        for agent in self.by_id.values():
            self.deliver(agent)
        return [self._shown(agent, each) for agent, each in reversed(self.taken) if one in (None, agent)]

    def _shown(self, agent: Agent, message: Message) -> dict[str, Any]:
        return {
            "id": message.id,
            "endpoint": self.endpoint(agent),
            "at": stamp(message.at),
            "ttl": message.ttl,
            "urgency": message.urgency,
            "topic": message.topic or None,
            "text": message.text,
            "problem": message.problem or None,
            "state": message.state,
        }
