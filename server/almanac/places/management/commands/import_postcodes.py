"""`manage.py import_postcodes --builtin | FILE.csv ...`: fills the postcode directory."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from almanac.kit import clock
from almanac.places import actions
from almanac.places.postcode_files import UnknownLayout, district_names, read


class Command(BaseCommand):
    help = (
        "Fill the postcode directory: with the built-in sample, or from the ONS Postcode Directory, the National "
        "Statistics Postcode Lookup or OS Code-Point Open (one file, several, or the folder of all)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="FILE.csv", help="files, or folders of .csv files")
        parser.add_argument("--builtin", action="store_true", help="the sample that comes with Almanac")
        parser.add_argument("--districts", type=Path, metavar="FILE.csv", help="names of districts by their code")
        parser.add_argument("--from-row", type=int, default=0, metavar="N", help="go on where an import stopped")

    def handle(self, *_: Any, **options: Any) -> None:
        if options["builtin"]:
            done = actions.import_sample(now=clock.now())
            self.stdout.write(f"{done.stored:,} sample postcodes are in the directory.")
            return
        files = _files(options["paths"])
        if not files:
            raise CommandError("Name a file, or --builtin.")
        self._run(files, options)

    def _run(self, files: list[Path], options: dict[str, Any]) -> None:
        reached = actions.Imported(options["from_row"], 0, 0)

        def told(so_far: actions.Imported) -> None:
            nonlocal reached
            reached = so_far
            self.stdout.write(f"{so_far.rows:,} rows read, {so_far.stored:,} stored, {so_far.skipped:,} without use")

        try:
            names = district_names(options["districts"]) if options["districts"] else {}
            rows = chain.from_iterable(read(path, names) for path in files)
            done = actions.import_postcodes(rows, now=clock.now(), from_row=options["from_row"], told=told)
        except KeyboardInterrupt:
            raise CommandError(f"Stopped. Go on with --from-row {reached.rows}") from None
        except (OSError, UnknownLayout) as error:
            raise CommandError(f"{error}. What was read is kept; go on with --from-row {reached.rows}") from error
        self.stdout.write(self.style.SUCCESS(f"Done: {done.stored:,} postcodes."))


def _files(paths: list[Path]) -> list[Path]:
    return [found for path in paths for found in (sorted(path.glob("*.csv")) if path.is_dir() else [path])]
