"""Every kind of event has its words in every language of the web: the audit log shows no names of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from almanac.outbox.events import Event

MESSAGES = Path(__file__).resolve().parents[2] / "web" / "messages"


def kinds(parent: type[Event] = Event) -> Iterator[str]:
    """Names of all events of the product; bases of several have none."""
    for kind in parent.__subclasses__():
        if (
            kind.__module__.startswith("almanac.")
            and ".tests." not in kind.__module__
            and isinstance(kind.__dict__.get("name"), str)
        ):
            yield kind.name
        yield from kinds(kind)


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_event_can_be_read(language: str) -> None:
    words: dict[str, Any] = json.loads((MESSAGES / f"{language}.json").read_text())["audit"]["event"]
    found = {tuple(name.split(".", 1)) for name in kinds()}
    assert len(found) > 50
    assert not sorted(f"{module}.{name}" for module, name in found if name not in words.get(module, {}))
