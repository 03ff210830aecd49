"""What beancount finds wrong in our journal, asked within the process: for tests that look often."""

from __future__ import annotations

from collections.abc import Iterable

from beancount import loader


def faults_in(journal: Iterable[str]) -> list[str]:
    """What beancount finds wrong in a journal in its own words, in this process."""
    _, errors, _ = loader.load_string("".join(journal))
    return [str(getattr(error, "message", error)) for error in errors]
