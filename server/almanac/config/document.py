"""The API's OpenAPI document, told as it is: refusals are problem+json, and one name means one shape."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache
from typing import Any

from ninja import NinjaAPI
from ninja.openapi import schema as ninja
from ninja.openapi.schema import OpenAPISchema
from ninja.schema import NinjaGenerateJsonSchema
from pydantic.json_schema import CoreModeRef, CoreRef, DefsRef

from almanac.config.problems import PROBLEM

_OWNER = re.compile(r"\b([A-Z]\w*)\.(?=[A-Z])")  # modules are written small


class NamedShapes(NinjaGenerateJsonSchema):
    """What stands inside a class is named with it, `Appointment.State` as `AppointmentState`, and not `State` like others."""

    def get_defs_ref(self, core_mode_ref: CoreModeRef) -> DefsRef:
        core_ref, mode = core_mode_ref
        return super().get_defs_ref((CoreRef(_OWNER.sub(r"\1", core_ref)), mode))


vars(ninja)["NinjaGenerateJsonSchema"] = NamedShapes  # ninja has no other way to say so


class TwoShapes(ValueError):
    """Two different shapes want one name, and one of them would be lost in the document: give one another name."""


class Document(OpenAPISchema):
    """Ninja's document, which would let the last shape of a name win."""

    def add_schema_definitions(self, definitions: dict[str, Any]) -> None:
        """Take in named shapes. Raises TwoShapes."""
        for name, shape in definitions.items():
            # A copy: of what is asked for in a query, ninja goes on to write references out in place.
            if self.schemas.setdefault(name, deepcopy(shape)) != shape:
                raise TwoShapes(name)


class DocumentedAPI(NinjaAPI):
    """Ninja's API, whose document names one media type for all answers by itself."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The document with the media type of each refusal, to be read and not changed. Raises TwoShapes."""
        return _written(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)


@cache
def _written(api: NinjaAPI, path_prefix: str) -> OpenAPISchema:
    """Once a process: it takes seconds, and whoever asks for it need not be known."""
    document = Document(api, path_prefix)
    for methods in document["paths"].values():
        for operation in methods.values():
            for answer in operation["responses"].values():
                _name_problem(answer)
    return document


def _name_problem(answer: dict[str, Any]) -> None:
    shape = answer.get("content", {}).get("application/json", {}).get("schema", {})
    named = [one.get("$ref", "") for one in shape.get("anyOf", [shape])]
    if named and all(name.endswith("Problem") for name in named):
        answer["content"] = {PROBLEM: {"schema": shape}}
