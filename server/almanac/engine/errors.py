"""The one way the engine says that a question makes no sense."""

from __future__ import annotations


class InvalidProblem(ValueError):
    """A problem no answer could be given to: `field` names the place, `words` say what is wrong with it."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(f"{field}: {words}")
        self.field = field
        self.words = words
