"""A stretch of time, as it is sent."""

from __future__ import annotations

from typing import Annotated, Self

from ninja import Schema
from pydantic import Field, model_validator

from almanac.kit.moments import Instant

Text200 = Annotated[str, Field(max_length=200)]


class Between(Schema):
    """A stretch of time; the end comes after the start."""

    starts_at: Instant
    ends_at: Instant

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.starts_at >= self.ends_at:
            raise ValueError("The end comes after the start.")
        return self
