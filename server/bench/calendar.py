"""The team's week at its size, 40 people and 400 visits, in Chromium: first paint, all visits, frames while one is dragged."""

from __future__ import annotations

from bench.figures import Figure
from bench.web import number_in, visit

FRAME_GOAL_MS = 33.4  # two frames of sixty a second: slower than that is seen


def measure() -> list[Figure]:
    """Medians of five openings, and the frames of five drags. Needs Chromium."""
    said = visit("calendar")
    size = "40 people x 7 days, 400 visits"
    return [
        Figure("calendar", f"{size}, first paint", number_in(r"first paint ([\d.]+) ms", said), "ms"),
        Figure("calendar", f"{size}, all of them there", number_in(r"all visits ([\d.]+) ms", said), "ms"),
        Figure("calendar", f"{size}, a frame while dragging", number_in(r"frame median ([\d.]+) ms", said), "ms"),
        Figure(
            "calendar",
            f"{size}, a frame while dragging, p95",
            number_in(r"frame p95 ([\d.]+) ms", said),
            "ms",
            FRAME_GOAL_MS,
        ),
    ]
