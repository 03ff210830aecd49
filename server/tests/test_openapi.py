"""The API against its own document: requests made up from it never break the server, and every answer is as declared."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from almanac.config.api import api
from almanac.config.doors import as_markdown
from almanac.config.wsgi import application
from tests.cast import Person
from tests.shop import Shop

DOCUMENT: Any = json.loads(json.dumps(api.get_openapi_schema(), default=str))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
REPOSITORY = Path(__file__).resolve().parents[2]
OPERATIONS = [
    pytest.param(operation, id=operation["operationId"])
    for path in DOCUMENT["paths"].values()
    for operation in path.values()
]

PROFILE = hypothesis.get_profile(os.environ.get("ALMANAC_HYPOTHESIS_PROFILE", "test"))
made_up = schemathesis.openapi.from_dict(DOCUMENT)
made_up.app = application
READ: list[Any] = [found.ok() for found in made_up.get_all_operations() if isinstance(found, Ok)]


def test_every_operation_of_the_document_is_tried() -> None:
    assert len(READ) == len(OPERATIONS)


@pytest.fixture
def _connection_kept() -> Iterator[None]:
    """The test's transaction lives in its connection, which a WSGI server would close after each request."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("operation", [pytest.param(one, id=one.label) for one in READ])
@hypothesis(
    max_examples=max(3, PROFILE.max_examples // 20),
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
@pytest.mark.usefixtures("_connection_kept")
@pytest.mark.django_db
def test_answers_are_as_declared(operation: Any, data: st.DataObject, shop: Shop, ada: Person) -> None:
    cookies = {name: morsel.value for name, morsel in ada.client.cookies.items()}
    data.draw(operation.as_strategy()).call_and_validate(cookies=cookies, checks=CHECKS)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_says_what_it_is(operation: Any) -> None:
    assert operation["summary"]
    if not operation["operationId"].startswith("health"):
        assert len(operation["description"]) > 10
        assert {"422", "429"} <= set(map(str, operation["responses"]))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_declared_error_has_a_code(operation: Any) -> None:
    for status, answer in operation["responses"].items():
        if int(status) < 400 or operation["operationId"].startswith("health"):
            continue
        shape = answer["content"]["application/problem+json"]["schema"]
        for one in shape.get("anyOf", [shape]):
            assert "code" in DOCUMENT["components"]["schemas"][one["$ref"].rsplit("/", maxsplit=1)[-1]]["required"]


def test_the_committed_document_is_this_one(tmp_path: Path) -> None:
    call_command("export_openapi", output=tmp_path / "openapi.json")
    committed = REPOSITORY / "server" / "openapi.json"
    assert committed.read_bytes() == (tmp_path / "openapi.json").read_bytes(), "run `make client` and commit"


def test_the_committed_permissions_are_these() -> None:
    committed = (REPOSITORY / "docs" / "permissions.md").read_text(encoding="utf-8")
    assert committed == as_markdown(DOCUMENT), "run `make client` and commit"
