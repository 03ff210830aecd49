#!/usr/bin/env python3
"""Holds the shape of the server (see docs/architecture.md): names of files, what may stand in them, and their size.

Prints one `file:line: rule: what to do` per finding and exits with 1 when there is any. Needs the standard library alone.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SERVER = Path(__file__).resolve().parents[1]
MOST_LINES = 350
MOST_LINES_OF_TABLES = 450  # declarations read easily; rows and settings are better kept together than their rules

VOCABULARY = frozenset(
    [
        "admin",
        "api",
        "apps",
        "actions",
        "doors",
        "errors",
        "events",
        "locks",
        "management",
        "migrations",
        "models",
        "permissions",
        "privacy",
        "providers",
        "queries",
        "samples",
        "schemas",
        "tasks",
        "tests",
    ]
)
# What a module calls its own things. A name is added here by somebody who has looked for a home in the vocabulary first.
OWN_NAMES: dict[str, frozenset[str]] = {
    "booking": frozenset({"content"}),
    "business": frozenset({"described", "policies", "setting_parts"}),
    "catalog": frozenset({"links", "pricing", "questions", "slugs"}),
    "customers": frozenset({"fields"}),
    "files": frozenset({"forms", "links", "pictures", "sending", "uploads"}),
    "invoices": frozenset({"facts", "guards", "layouts", "links", "paper", "words"}),
    "notifications": frozenset(
        {
            "absence_letters",
            "account_letters",
            "change_letters",
            "change_tasks",
            "evidence",
            "goods_letters",
            "goods_tasks",
            "kinds",
            "letter_notes",
            "letter_page",
            "subscription_letters",
            "subscription_tasks",
            "letters",
            "money_letters",
            "money_tasks",
            "quiet",
            "receipt_tasks",
            "registry",
            "short_links",
            "team",
            "text_message",
            "texts",
            "waiting_letters",
            "waiting_tasks",
        }
    ),
    "outbox": frozenset(
        {"attempts", "audited", "dispatch", "duties", "idempotency", "leases", "registry", "running", "worker"}
    ),
    "payments": frozenset(
        {
            "accounts",
            "asking_events",
            "asking_tables",
            "bank_tables",
            "books",
            "checklist",
            "keys",
            "links",
            "looks",
            "matching",
            "own_page",
            "modes",
            "points",
            "registry",
            "seen",
            "shares",
            "statements",
            "step_tables",
            "terms",
        }
    ),
    "people": frozenset({"forms", "languages", "phones", "terms"}),
    "places": frozenset({"osgb", "postcode", "postcode_files"}),
    "sales": frozenset(
        {
            "apart",
            "bundles",
            "cards_file",
            "cards_told",
            "coupon_tables",
            "coupons",
            "coupons_told",
            "day_wishes",
            "entitlements",
            "gift_cards",
            "issuing",
            "library_told",
            "links",
            "money_told",
            "next_visits",
            "referrals",
            "pass_steps",
            "pass_tables",
            "passes",
            "passes_told",
            "point_tables",
            "points",
            "points_told",
            "subscriptions",
        }
    ),
    "ledger": frozenset({"apart", "exports", "guards", "laws", "legs", "writing"}),
    "scheduling": frozenset({"calendar_rows", "guards", "icalendar", "taking", "visits"}),
}
FREE_MODULES = frozenset({"config", "engine", "kit"})  # no nouns of the business, so no vocabulary
REFUSED_NAMES = frozenset(
    [
        "services",
        "service",
        "utils",
        "util",
        "helpers",
        "helper",
        "signals",
        "common",
        "misc",
        "managers",
        "repositories",
    ]
)

CLOCK_HOME = "almanac/kit/clock.py"
# Deadlines and measurements of the running process itself; they never reach a row or an answer.
CLOCK_ALLOWED = frozenset({"time.monotonic", "time.perf_counter", "time.sleep"})
CLOCK_REFUSED = frozenset(
    {
        "time.time",
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "date.today",
        "timezone.now",
        "datetime.datetime.now",
    }
)
# A door reads through queries, which ask who may see; these rows are settings and zones, which hold nothing personal.
OBJECTS_IN_DOORS = frozenset({("almanac/business/api.py", "Setting"), ("almanac/scheduling/api.py", "StaffMember")})
MONEY_WORDS = ("amount", "price", "fee", "refund", "total", "tax", "balance")


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    rule: str
    words: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.words}"


@dataclass(frozen=True)
class Source:
    """One file of the server, parsed."""

    path: str  # as seen from server/
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        return self.path.split("/")[1]

    @property
    def is_test(self) -> bool:
        return "/tests/" in self.path

    def at(self, node: ast.AST, rule: str, words: str) -> Finding:
        return Finding(self.path, getattr(node, "lineno", 1), rule, words)


def sources(root: Path) -> Iterator[Source]:
    """Every Python file of the product but migrations."""
    for path in sorted((root / "almanac").rglob("*.py")):
        if "migrations" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        yield Source(path.relative_to(root).as_posix(), text, ast.parse(text, str(path)))


def empty_inits(source: Source) -> Iterator[Finding]:
    if source.path.endswith("/__init__.py") and source.text.strip():
        yield Finding(source.path, 1, "empty-init", "`__init__.py` stays empty: no re-exports, no code")


def opening_words(source: Source) -> Iterator[Finding]:
    if not source.path.endswith("/__init__.py") and ast.get_docstring(source.tree) is None:
        yield Finding(source.path, 1, "docstring", "say in one line what this file is for")


def sizes(source: Source) -> Iterator[Finding]:
    lines = source.text.count("\n")
    most = MOST_LINES_OF_TABLES if source.path.endswith(("/models.py", "/policies.py")) else MOST_LINES
    if lines > most and not source.is_test:
        yield Finding(source.path, lines, "size", f"{lines} lines, at most {most}: make it a package, a file each verb")


def names(source: Source) -> Iterator[Finding]:
    """The file name says what, the module says about what."""
    parts = source.path.split("/")[1:]
    stems = [part.removesuffix(".py") for part in parts[1:]]
    refused = [stem for stem in stems if stem in REFUSED_NAMES]
    for stem in refused:
        yield Finding(source.path, 1, "name", f"`{stem}` says nothing: name the verb or the noun")
    if refused or len(parts) < 2 or parts[0] in FREE_MODULES or stems[0] == "__init__":
        return
    if stems[0] not in VOCABULARY | OWN_NAMES.get(parts[0], frozenset()):
        yield Finding(
            source.path, 1, "name", f"`{stems[0]}` is no word of the vocabulary and no own name of {parts[0]}"
        )


def imports_inside(source: Source) -> Iterator[Finding]:
    for outer in ast.walk(source.tree):
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(outer):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield source.at(
                        node, "import-inside", "import at the top; a ring is a sign that a rule lives too low"
                    )


def receivers(source: Source) -> Iterator[Finding]:
    words = "no signal receivers: emit an event and list the reaction in config/reactions.py"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and (
            node.module == "django.dispatch" or f".{node.module}".endswith(".signals")
        ):
            yield source.at(node, "signal", words)


def clocks(source: Source) -> Iterator[Finding]:
    if source.path == CLOCK_HOME or source.is_test:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in CLOCK_REFUSED:
                yield source.at(
                    node, "clock", f"`{called}`: time comes in as `now`, read once at the edge by kit.clock"
                )


def floats(source: Source) -> Iterator[Finding]:
    """Money is whole minor units: a name of money is never a float, and never a Decimal."""
    if source.is_test:
        return
    for node in ast.walk(source.tree):
        target: ast.expr | None = None
        kind = ""
        if isinstance(node, ast.AnnAssign):
            target, kind = node.target, ast.unparse(node.annotation)
        elif isinstance(node, ast.arg) and node.annotation is not None:
            target, kind = ast.Name(node.arg), ast.unparse(node.annotation)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            target, kind = node.targets[0], ast.unparse(node.value.func)
        if target is None or not ("float" in kind.casefold() or "Decimal" in kind):
            continue
        name = ast.unparse(target).rsplit(".", maxsplit=1)[-1]
        if any(word in name.split("_") for word in MONEY_WORDS):
            yield source.at(node, "money", f"`{name}` is money: integer minor units, never {kind}")


def rows_in_doors(source: Source) -> Iterator[Finding]:
    """`Model.objects` in a door goes round `visible_to`."""
    parts = source.path.split("/")
    if source.is_test or not (parts[-1] == "api.py" or "api" in parts[2:-1]):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager"):
            owner = ast.unparse(node.value)
            if (source.path, owner) not in OBJECTS_IN_DOORS:
                yield source.at(
                    node, "visible-to", f"`{owner}.objects` in a door: call a query, which asks who may see"
                )


CHECKS: tuple[Callable[[Source], Iterator[Finding]], ...] = (
    empty_inits,
    opening_words,
    sizes,
    names,
    imports_inside,
    receivers,
    clocks,
    floats,
    rows_in_doors,
)


def ladder(root: Path) -> Iterator[Finding]:
    """Each module on disk stands on the ladder of import-linter, and each rung without brackets exists."""
    config = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    rungs = {rung.strip() for layer in layers for rung in layer.split("|")}
    known = {rung.strip("()") for rung in rungs}
    required = {rung for rung in rungs if not rung.startswith("(")}
    there = {path.parent.name for path in (root / "almanac").glob("*/__init__.py")}
    for module in sorted(there - known):
        yield Finding(f"almanac/{module}/__init__.py", 1, "ladder", f"give `{module}` a rung in pyproject.toml")
    for module in sorted(required - there):
        yield Finding("pyproject.toml", 1, "ladder", f"the rung `{module}` has no module")


def findings(root: Path = SERVER) -> list[Finding]:
    """Everything that breaks the shape, in the order of files and lines."""
    found = set(ladder(root))
    for source in sources(root):
        for check in CHECKS:
            found.update(check(source))
    return sorted(found)


def main() -> int:
    found = findings()
    for one in found:
        print(one)
    print(f"{len(found)} findings" if found else "The structure holds.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
