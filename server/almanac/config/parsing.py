"""How request bodies and query strings are read: as JSON, and never with NUL, which PostgreSQL cannot keep."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from almanac.kit.errors import InvalidInput

NUL = "\x00"


class StrictParser(Parser):
    """Ninja's parser, refusing NUL wherever it could reach a column."""

    def parse_body(self, request: HttpRequest) -> Any:
        if b"\\u0000" in request.body or b"\x00" in request.body:
            raise InvalidInput(fields={"body": ["There is a character in it that cannot be kept."]})
        return super().parse_body(request)

    def parse_querydict(self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest) -> Any:
        for name, values in data.lists():
            if any(isinstance(value, str) and NUL in value for value in values):
                raise InvalidInput(fields={name: ["There is a character in it that cannot be used."]})
        return super().parse_querydict(data, list_fields, request)
