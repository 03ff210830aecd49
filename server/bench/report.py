"""Figures as a table on the terminal, as JSON under VAR_DIR/bench, and in docs/bench.md."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from bench import machine
from bench.figures import Figure
from bench.stores import folder
from tests.databases import SERVER

DOCUMENT = SERVER.parent / "docs" / "bench.md"
BEGIN, END = "<!-- figures: written by `python -m bench --write` -->", "<!-- end of figures -->"


def lines(figures: list[Figure]) -> Iterator[str]:
    """A table a person can read."""
    for figure in figures:
        goal = "" if figure.goal is None else f"goal {figure.goal:g} {figure.unit}"
        verdict = "" if figure.goal is None else "met" if figure.is_met else "SHORT"
        queries = "" if figure.queries is None else f"{figure.queries} queries"
        ratio = f"{figure.ratio:,.1f} x {figure.baseline}" if figure.ratio else ""
        yield (
            f"{figure.part:<11}{figure.database:<11}{figure.name:<58}{_shown(figure.value):>10} {figure.unit:<5}"
            f"{goal:<16}{verdict:<6}{queries:<11}{ratio}"
        ).rstrip()


def summary(figures: list[Figure], failed: list[str]) -> str:
    """How many goals were met, in one line."""
    judged = [figure for figure in figures if figure.goal is not None]
    short = [figure for figure in judged if not figure.is_met]
    missing = f"; not measured: {', '.join(failed)}" if failed else ""
    return f"{len(judged) - len(short)} of {len(judged)} goals met{missing}"


def keep(figures: list[Figure], *, seconds: float, quick: bool, failed: list[str]) -> Path:
    """Write everything as JSON and say where."""
    now = datetime.now(UTC)
    path = folder() / f"{now:%Y%m%dT%H%M%SZ}.json"
    content = {
        "measured_at": now.isoformat(timespec="seconds"),
        "seconds": round(seconds),
        "quick": quick,
        "failed": failed,
        "machine": machine.described(),
        "figures": [{**asdict(figure), "is_met": figure.is_met, "ratio": figure.ratio} for figure in figures],
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return path


def write(figures: list[Figure], *, quick: bool, parts: list[str]) -> None:
    """Put the figures between the marks of docs/bench.md, with what they were measured on. Rows of `parts` that were not measured
    this time stay, and what they were measured on."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    old, _, after = rest.partition(END)
    measured = {figure.part for figure in figures}
    kept = [row for row in old.splitlines() if row.startswith("| ") and _part(row) in set(parts) - measured]
    told = [line for line in old.splitlines() if line.startswith("Measured on")] if kept else []
    mine = ", ".join(part for part in parts if part in measured)
    told = [*(line for line in told if f"({mine})" not in line), _measured_on(mine if kept else "", quick=quick)]
    rows = sorted([*kept, *map(_row, figures)], key=lambda row: parts.index(_part(row)))
    table = [
        "| part | database | what | measured | goal | | queries | ratio |",
        "|---|---|---|--:|--:|---|--:|--:|",
        *rows,
    ]
    words = "\n\n".join([*told, "\n".join(table)])
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{words}\n\n{END}{after}", encoding="utf-8")


def _part(row: str) -> str:
    return row.split("|")[1].strip()


def _measured_on(parts: str, *, quick: bool) -> str:
    sizes = " **Small sizes: not figures to report.**" if quick else ""
    which = f" ({parts})" if parts else ""
    machines = ", ".join(f"{name} {value}" for name, value in machine.described().items())
    return f"Measured on {datetime.now(UTC):%d %B %Y}{which}.{sizes} {machines}."


def _row(figure: Figure) -> str:
    goal = "" if figure.goal is None else f"{figure.goal:g} {figure.unit}"
    verdict = "" if figure.goal is None else "met" if figure.is_met else "**short**"
    queries = "" if figure.queries is None else str(figure.queries)
    ratio = f"{figure.ratio:,.1f} x {figure.baseline}" if figure.ratio else ""
    return (
        f"| {figure.part} | {figure.database} | {figure.name} | {_shown(figure.value)} {figure.unit} | {goal} "
        f"| {verdict} | {queries} | {ratio} |"
    )


def _shown(value: float) -> str:
    """Three digits that mean something."""
    places = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:,.{places}f}"
