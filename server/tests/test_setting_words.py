"""Every typed setting has its words in every language of the web: a new one without words is found here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from almanac.business.described import SettingKind, fields_of
from almanac.business.policies import GROUPS
from almanac.business.setting_parts import Unit

MESSAGES = Path(__file__).resolve().parents[2] / "web" / "messages"


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_setting_can_be_read(language: str) -> None:
    words: dict[str, Any] = json.loads((MESSAGES / f"{language}.json").read_text())["settings"]
    missing = []
    for kind in GROUPS:
        missing += [f"{part}.{kind.group}" for part in ("part", "partText") if kind.group not in words[part]]
        for field in fields_of(kind):
            # Its own where another group has a setting of this name, too, as the web looks for them.
            own = f"{kind.group}_{field.name}"
            told = words["setting"].get(own) or words["setting"].get(field.name, {})
            missing += [f"{field.name}.{part}" for part in ("label", "help") if part not in told]
            missing += [
                f"{field.name}.{value}" for value in field.choices if value not in words["choice"].get(field.name, {})
            ]
            if field.kind is SettingKind.ROWS:
                rows = [f"{field.name}_{part.name}" for part in field.parts]
                missing += [name for name in rows if name not in words["setting"]]
    missing += [unit.value for unit in Unit if unit.value not in words["unit"] or unit.value not in words["count"]]
    assert not missing
