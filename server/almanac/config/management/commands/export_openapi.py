"""`manage.py export_openapi`: the API's document as committed in server/openapi.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from almanac.config.api import api


class Command(BaseCommand):
    help = "Print the OpenAPI document."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", type=Path, help="write to this file instead")

    def handle(self, *_: Any, **options: Any) -> None:
        document = json.dumps(api.get_openapi_schema(), indent=1, sort_keys=True, default=str) + "\n"
        if options["output"]:
            options["output"].write_text(document, encoding="utf-8")
        else:
            self.stdout.write(document, ending="")
