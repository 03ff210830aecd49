"""The API's OpenAPI document, told as it is: refusals are problem+json."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from almanac.config.problems import PROBLEM


class DocumentedAPI(NinjaAPI):
    """Ninja's API, whose document names one media type for all answers by itself."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The document with the media type of each refusal."""
        document = super().get_openapi_schema(**options)
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
