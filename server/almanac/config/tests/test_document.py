"""The API's document: each shape under a name of its own."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from ninja import Schema
from pydantic import create_model

from almanac.config.document import DocumentedAPI, TwoShapes


class Lamp:
    class State(StrEnum):
        ON = "on"


class Door:
    class State(StrEnum):
        OPEN = "open"


def shapes_of(*answers: Any) -> Any:
    """The named shapes of an API that answers in these ways."""
    made = DocumentedAPI(urls_namespace=answers[0].__name__, docs_url=None, openapi_url=None)
    for number, answer in enumerate(answers):
        made.get(f"/{number}", response=answer, operation_id=f"ask_{number}")(lambda request: None)
    return made.get_openapi_schema(path_prefix="")["components"]["schemas"]


def test_what_stands_in_a_class_is_named_with_it() -> None:
    lamp = create_model("LampOut", __base__=Schema, state=(Lamp.State, ...))
    door = create_model("DoorOut", __base__=Schema, state=(Door.State, ...))
    found = shapes_of(lamp, door)
    assert set(found) == {"LampOut", "LampState", "DoorOut", "DoorState"}
    assert found["LampOut"]["properties"]["state"]["$ref"] == "#/components/schemas/LampState"
    assert (found["LampState"]["enum"], found["DoorState"]["enum"]) == (["on"], ["open"])


def test_two_shapes_of_one_name_are_refused() -> None:
    one = create_model("ThingOut", __base__=Schema, name=(str, ...))
    other = create_model("ThingOut", __base__=Schema, number=(int, ...))
    with pytest.raises(TwoShapes, match="ThingOut"):
        shapes_of(one, other)
    assert set(shapes_of(one, one)) == {"ThingOut"}


def test_it_is_made_once_for_all_who_ask() -> None:
    """It takes seconds, and anybody may ask for it."""
    made = DocumentedAPI(urls_namespace="once", docs_url=None, openapi_url=None)
    made.get("/", response=create_model("OnceOut", __base__=Schema, name=(str, ...)))(lambda request: None)
    assert made.get_openapi_schema(path_prefix="") is made.get_openapi_schema(path_prefix="")
