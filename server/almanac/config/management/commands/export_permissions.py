"""`manage.py export_permissions`: who may use which door, as committed in docs/permissions.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from almanac.config.api import api
from almanac.config.doors import as_markdown


class Command(BaseCommand):
    help = "Print the table of permissions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", type=Path, help="write to this file instead")

    def handle(self, *_: Any, **options: Any) -> None:
        table = as_markdown(dict(api.get_openapi_schema()))
        if options["output"]:
            options["output"].write_text(table, encoding="utf-8")
        else:
            self.stdout.write(table, ending="")
