"""Errors are part of the API: a class with a code, a status and typed fields, sent as problem+json (RFC 9457)."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import Any, ClassVar, Literal, Union, get_type_hints

from ninja import Schema
from pydantic import create_model

Way = Literal["password", "code", "passkey"]  # to say who one is


class AlmanacError(Exception):
    """Base of every refusal that a caller is told about. Subclasses are dataclasses; their fields go out as they are."""

    code: ClassVar[str]
    status: ClassVar[int]
    title: ClassVar[str]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"


class ProblemBase(Schema):
    """What every problem+json answer has; `reference` is what a person quotes to support."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    reference: str = ""


@dataclass(eq=False)
class NotFound(AlmanacError):
    """There is nothing here, or nothing this actor may know of."""

    code = "not_found"
    status = 404
    title = "We could not find that"


@dataclass(eq=False)
class MethodNotAllowed(AlmanacError):
    """There is something here, but not for this HTTP method; `allowed` names those there are."""

    code = "method_not_allowed"
    status = 405
    title = "That cannot be done here"
    allowed: list[str]


@dataclass(eq=False)
class NotAllowed(AlmanacError):
    code = "not_allowed"
    status = 403
    title = "You may not do that"


@dataclass(eq=False)
class SignInNeeded(AlmanacError):
    code = "sign_in_needed"
    status = 401
    title = "Please sign in first"


@dataclass(eq=False)
class ProofNeeded(AlmanacError):
    """Somebody is signed in, and must say once more that it is them before somebody else is let in; `ways` are those
    their account has. The sign-in pages take any one of them (`/_allauth/.../reauthenticate`); then ask again."""

    code = "proof_needed"
    status = 401
    title = "Please say once more that it is you"
    ways: list[Way]


@dataclass(eq=False)
class InvalidInput(AlmanacError):
    """Something typed cannot be used; `fields` maps a field's path to words for the person who typed it."""

    code = "invalid_input"
    status = 422
    title = "Some of this needs another look"
    fields: dict[str, list[str]]


@dataclass(eq=False)
class TooManyRequests(AlmanacError):
    code = "too_many_requests"
    status = 429
    title = "That was a lot at once. Please wait a moment and try again"
    retry_after_seconds: int


@dataclass(eq=False)
class Conflict(AlmanacError):
    """Somebody else changed it since it was read (If-Match)."""

    code = "changed_meanwhile"
    status = 412
    title = "This was changed in the meantime. Please look at it again"


@dataclass(eq=False)
class ForeignRequest(AlmanacError):
    """A page of another site made the browser send this."""

    code = "foreign_request"
    status = 403
    title = "This request did not come from our pages"


@dataclass(eq=False)
class Unexpected(AlmanacError):
    """Our own fault; the reference finds it in the logs."""

    code = "unexpected"
    status = 500
    title = "Something went wrong on our side. Nothing was lost; please try again"


@dataclass(eq=False)
class StorageFull(AlmanacError):
    """The disk or the database is full: nothing was changed, what is there can still be read."""

    code = "storage_full"
    status = 503
    title = "We cannot save anything just now. Nothing was lost; please try again later or call us"


_schemas: dict[str, type[ProblemBase]] = {}  # by the error's full name: a document names each shape once


def problem_schema(error: type[AlmanacError]) -> type[ProblemBase]:
    """The answer's shape for one error class: the base, its code as a literal, and the class's own fields."""
    name = f"{error.__module__}.{error.__qualname__}"
    if name not in _schemas:
        _schemas[name] = _made(error)
    return _schemas[name]


def _made(error: type[AlmanacError]) -> type[ProblemBase]:
    hints = get_type_hints(error)
    own: dict[str, Any] = {}
    for item in fields(error):  # type: ignore[arg-type]  # every AlmanacError is a dataclass
        required = item.default is MISSING and item.default_factory is MISSING
        own[item.name] = (hints[item.name], ... if required else None)
    literal: Any = Literal[error.code]
    model: type[ProblemBase] = create_model(
        f"{error.__name__}Problem", __base__=ProblemBase, __doc__=error.__doc__, code=(literal, ...), **own
    )
    return model


def responses(*errors: type[AlmanacError]) -> dict[int, Any]:
    """The `response=` entries of an operation for the errors it declares, besides those every operation may give."""
    by_status: dict[int, list[type[ProblemBase]]] = {}
    declared: list[type[AlmanacError]] = [*errors, InvalidInput, TooManyRequests, ForeignRequest, StorageFull]
    for error in declared:
        shapes = by_status.setdefault(error.status, [])
        if problem_schema(error) not in shapes:
            shapes.append(problem_schema(error))
    return {status: Union[tuple(shapes)] for status, shapes in by_status.items()}  # noqa: UP007


def body(error: AlmanacError, *, reference: str) -> dict[str, Any]:
    """The problem+json content of one refusal."""
    own = {item.name: getattr(error, item.name) for item in fields(error)}  # type: ignore[arg-type]
    shared = {"title": error.title, "status": error.status, "reference": reference}
    return problem_schema(type(error)).model_validate({**shared, "code": error.code, **own}).model_dump(mode="json")
