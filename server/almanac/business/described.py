"""Each typed setting as a form shows it: its kind, unit, default and bounds, all read from its type in policies.py."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from almanac.business.setting_parts import SettingsGroup, Unit


class SettingKind(StrEnum):
    """What is typed or chosen."""

    NUMBER = "number"
    NUMBERS = "numbers"
    CHOICE = "choice"
    YES_NO = "yes_no"
    TEXT = "text"
    TEXTS = "texts"
    ROWS = "rows"  # several of the same few numbers, such as hours and percent


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting. `minimum` and `maximum` bound a number, or each of several; `most` how many there may be.

    `optional`: it may be nothing, which means no limit. `parts` are the numbers of a row. Of a text `most` is how many
    characters it may have, and `lines` whether it may have several lines.
    """

    name: str
    kind: SettingKind
    default: Any
    unit: Unit | None = None
    minimum: int | None = None
    maximum: int | None = None
    most: int | None = None
    optional: bool = False
    lines: bool = False
    choices: tuple[str, ...] = ()
    parts: tuple[SettingField, ...] = ()


@cache
def fields_of(kind: type[SettingsGroup]) -> tuple[SettingField, ...]:
    """The settings of a group, in the order in which they are declared."""
    schema = kind.model_json_schema()
    return _fields(schema, schema.get("$defs", {}))


def _fields(schema: dict[str, Any], shapes: dict[str, Any]) -> tuple[SettingField, ...]:
    return tuple(_field(name, said, shapes) for name, said in schema["properties"].items())


def _field(name: str, said: dict[str, Any], shapes: dict[str, Any]) -> SettingField:
    whole = _followed(said, shapes)
    kinds = [_followed(one, shapes) for one in whole.get("anyOf", [])]
    shape = {**next((one for one in kinds if one.get("type") != "null"), {}), **whole}
    items = _followed(shape.get("items", {}), shapes)
    bounded = items if items.get("type") == "integer" else shape
    unit = bounded.get("unit", shape.get("unit"))
    return SettingField(
        name=name,
        kind=_kind(shape, items),
        default=said.get("default"),
        unit=Unit(unit) if unit else None,
        minimum=bounded.get("minimum"),
        maximum=bounded.get("maximum"),
        most=shape.get("maxItems", shape.get("maxLength")),
        optional=bool(kinds),
        lines=bool(shape.get("lines")),
        choices=tuple(shape.get("enum", ())),
        parts=_fields(items, shapes) if "properties" in items else (),
    )


def _kind(shape: dict[str, Any], items: dict[str, Any]) -> SettingKind:
    if "enum" in shape:
        return SettingKind.CHOICE
    if shape["type"] == "boolean":
        return SettingKind.YES_NO
    if shape["type"] == "integer":
        return SettingKind.NUMBER
    if shape["type"] == "string":
        return SettingKind.TEXT
    if "properties" in items:
        return SettingKind.ROWS
    return SettingKind.NUMBERS if items["type"] == "integer" else SettingKind.TEXTS


def _followed(said: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    """A shape that is named elsewhere, with what is said of it here."""
    name = str(said.get("$ref", "")).rpartition("/")[2]
    return {**shapes[name], **said} if name else said
