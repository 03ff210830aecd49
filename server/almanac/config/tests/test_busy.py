"""A lock that others hold for too long is no fault of ours: the caller is told to try again in a moment."""

from __future__ import annotations

import json
import sqlite3

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from almanac.config import problems


class LockNotAvailable(Exception):
    """As psycopg raises it."""

    sqlstate = "55P03"


def locked() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = problems.SQLITE_BUSY
    return error


def raised_from(cause: Exception) -> OperationalError:
    try:
        raise OperationalError from cause
    except OperationalError as error:
        return error


@pytest.mark.parametrize("cause", [LockNotAvailable(), locked()], ids=["postgresql", "sqlite"])
def test_a_lock_that_was_not_to_be_had(cause: Exception) -> None:
    answer = problems.broken(RequestFactory().post("/api/appointments"), raised_from(cause))
    assert (answer.status_code, json.loads(answer.content)["code"]) == (429, "too_many_requests")
    assert answer["Retry-After"] == str(problems.BUSY_SECONDS)


def test_any_other_trouble_of_the_database_is_unexpected() -> None:
    answer = problems.broken(
        RequestFactory().post("/api/appointments"), raised_from(sqlite3.OperationalError("no table"))
    )
    assert (answer.status_code, json.loads(answer.content)["code"]) == (500, "unexpected")
